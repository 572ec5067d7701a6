"""What of commitments and questions needs a person, and who is to be reminded when; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, days_words, times_words
from scrutable.meetings.facts import (
    Commitment,
    CommitmentState,
    Question,
    Standing,
    StepKind,
)
from scrutable.meetings.rules.promises import chased_on, is_open, made_by, standing, unanswered

LONGEST = 80  # letters of a commitment by which it is named
NOBODY = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What the list is made from, on one day.

    `asked_on` gives the day of each meeting by its code; `policy` is the council's own table
    `attention.commitments`.
    """

    as_at: date
    commitments: Sequence[Commitment]
    questions: Sequence[Question]
    asked_on: Mapping[str, date]
    policy: Mapping[str, object]

    def number(self, rule: str, name: str) -> int:
        """Return one whole number of the policy."""
        return int(str(self._rule(rule)[name]))

    def gravity(self, rule: str) -> Gravity:
        """Return how grave the policy holds what the rule finds."""
        return Gravity[str(self._rule(rule)["gravity"]).upper()]

    def _rule(self, rule: str) -> Mapping[str, object]:
        table = self.policy[rule]
        if not isinstance(table, Mapping):
            raise TypeError(f"commitments.{rule} must be a table")
        return table


def promises_attention(promised: Promised) -> Iterator[Attention]:
    """Yield what is overdue, soon due, owed by nobody, not put to its body, or dropped."""
    for commitment in made_by(promised.commitments, promised.as_at):
        stands = standing(commitment, promised.as_at)
        for rule in (_overdue, _due_soon, _not_put, _dropped, _nobody):
            yield from rule(promised, commitment, stands)
    yield from _questions(promised)


def is_to_be_chased(promised: Promised, commitment: Commitment) -> bool:
    """Test whether a letter about it is to go today: it nears its day or has passed it.

    None goes about what has no day, nor again before the policy's days have passed.
    """
    stands = standing(commitment, promised.as_at)
    if not is_open(stands.state) or stands.due is None or stands.due.last is None:
        return False
    first = stands.due.last - timedelta(days=promised.number("chasing", "before_days"))
    last = chased_on(commitment, promised.as_at)
    rests = timedelta(days=promised.number("chasing", "every_days"))
    return promised.as_at >= first and (last is None or promised.as_at >= last + rests)


def _overdue(promised: Promised, commitment: Commitment, stands: Standing) -> Iterator[Attention]:
    if stands.state is not CommitmentState.OVERDUE or stands.due is None:
        return
    is_graver = stands.days_late > promised.number("overdue", "graver_after_days")
    gravity = promised.gravity("overdue") + is_graver
    due = stands.due.last or promised.as_at
    put_off = f", put off {times_words(stands.moved)}" if stands.moved else ""
    yield _item(
        commitment,
        stands,
        why=f"It was due on {date_words(due)}, {count_words(stands.days_late, 'day')} ago{put_off}",
        since=stands.since,
        gravity=Gravity(min(gravity, Gravity.GRAVE)),
        doing=_doing(promised, commitment),
    )


def _due_soon(promised: Promised, commitment: Commitment, stands: Standing) -> Iterator[Attention]:
    if stands.state is not CommitmentState.OPEN or stands.due is None or stands.due.last is None:
        return
    within = promised.number("due_soon", "within_days")
    days = (stands.due.last - promised.as_at).days
    if days <= within:
        yield _item(
            commitment,
            stands,
            why=f"It is due on {date_words(stands.due.last)}, {days_words(days)}",
            since=max(commitment.made_on, stands.due.last - timedelta(days=within)),
            gravity=promised.gravity("due_soon"),
            doing=_doing(promised, commitment),
        )


def _not_put(promised: Promised, commitment: Commitment, stands: Standing) -> Iterator[Attention]:
    waits = (CommitmentState.ANSWERED, CommitmentState.CLOSURE_PROPOSED)
    answered = stands.answered_on or stands.since
    days = (promised.as_at - answered).days
    after = promised.number("answered", "after_days")
    if stands.state in waits and days > after:
        said = "answered" if stands.answered_on else "proposed for closure"
        yield _item(
            commitment,
            stands,
            why=(
                f"It was {said} on {date_words(answered)}, {count_words(days, 'day')} ago, "
                "and the body has not agreed to close it"
            ),
            since=answered + timedelta(days=after + 1),
            gravity=promised.gravity("answered"),
        )


def _dropped(promised: Promised, commitment: Commitment, stands: Standing) -> Iterator[Attention]:
    if stands.state is not CommitmentState.CLOSED_UNAGREED:
        return
    reasons = [step.words for step in commitment.steps if step.kind is StepKind.CLOSED_UNAGREED]
    answered = "" if stands.answered_on else " and without an answer"
    yield _item(
        commitment,
        stands,
        why=(
            f"It was closed on {date_words(stands.since)} without the body’s agreement{answered}"
            f"{': ' if reasons[-1] else ''}{reasons[-1]}"
        ),
        since=stands.since,
        gravity=promised.gravity("closed_unagreed"),
    )


def _nobody(promised: Promised, commitment: Commitment, stands: Standing) -> Iterator[Attention]:
    if is_open(stands.state) and stands.owner == NOBODY:
        yield _item(
            commitment,
            stands,
            why="Nobody is named who owes it",
            since=commitment.made_on,
            gravity=promised.gravity("nobody_named"),
        )


def _questions(promised: Promised) -> Iterator[Attention]:
    after = promised.number("question", "after_days")
    for question in unanswered(promised.questions, promised.as_at):
        asked = promised.asked_on.get(question.meeting)
        days = (promised.as_at - asked).days if asked else 0
        if asked is not None and days > after:
            yield Attention(
                reference=question.reference,
                what=f"{question.asked_by} asked: {short(question.text)}",
                why=f"It was asked on {date_words(asked)}, {count_words(days, 'day')} ago, "
                "and has no answer",
                since=asked + timedelta(days=after + 1),
                gravity=promised.gravity("question"),
                owner=question.to,
                version=question.version,
            )


def _item(
    commitment: Commitment,
    stands: Standing,
    *,
    why: str,
    since: date,
    gravity: Gravity,
    doing: str = "",
) -> Attention:
    return Attention(
        reference=commitment.reference,
        what=f"Commitment {commitment.code}: {short(commitment.said)}",
        why=why,
        since=since,
        gravity=gravity,
        owner=stands.owner,
        due=stands.due.last if stands.due else None,
        doing=doing,
        version=commitment.version,
    )


def _doing(promised: Promised, commitment: Commitment) -> str:
    last = chased_on(commitment, promised.as_at)
    return f"Its owner was reminded on {date_words(last)}" if last else ""


def short(text: str) -> str:
    """Return the text, cut between two words where it is long.

    >>> short("Bring a report"), short("word " * 30)[-8:]
    ('Bring a report', 'rd word…')
    """
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    begun = text[:LONGEST]
    return f"{begun.rpartition(' ')[0] or begun[:-1]}…"

"""What of transitions needs a person: looks, outcomes without evidence, late hand-overs; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, days_words, shortened
from scrutable.portfolio.facts import OutcomeStanding, OutcomeState, TransitionStanding
from scrutable.portfolio.rules.outcomes import looks_ahead

LONGEST = 80  # letters of a statement by which it is named


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomesWatched:
    """What the list is made from, on one day; `policy` is the council's own, “outcomes”."""

    as_at: date
    found: Sequence[TransitionStanding]
    policy: Mapping[str, object]

    def days(self, name: str) -> int:
        """Return a number of days of the policy."""
        return int(str(self.policy[name]))

    def gravity(self, name: str, late: int = 0) -> Gravity:
        """Return how grave the policy holds it, one graver where it is too many days late."""
        told = gravity_of(self.policy, name)
        is_graver = late > self.days("graver_after_days") and told < Gravity.GRAVE
        return Gravity(told + is_graver)


def gravity_of(policy: Mapping[str, object], name: str) -> Gravity:
    """Return how grave the policy holds what is found under the name."""
    table = policy[name]
    if not isinstance(table, Mapping):
        raise TypeError(f"{name} must be a table")
    return Gravity[str(table["gravity"]).upper()]


def outcomes_attention(watched: OutcomesWatched) -> Iterator[Attention]:
    """Yield what needs a person of every transition."""
    for standing in watched.found:
        if standing.transition.on > watched.as_at:
            continue
        yield from _look(watched, standing)
        yield from _unplaced(watched, standing)
        for one in standing.outcomes:
            yield from _without_evidence(watched, one, standing.transition.on)
            yield from _since(watched, one)
        yield from _hand_overs(watched, standing)


def _look(watched: OutcomesWatched, standing: TransitionStanding) -> Iterator[Attention]:
    day = standing.next_look
    if day is None or day > watched.as_at + timedelta(days=watched.days("look_within_days")):
        return
    late = (watched.as_at - day).days
    owed = sum(one.next_look is not None and one.next_look <= day for one in standing.outcomes)
    said = f"was due on {date_words(day)}" if late > 0 else f"is due {days_words(-late)}"
    transition = standing.transition
    yield Attention(
        reference=transition.reference,
        what=f"{transition.title}: {count_words(owed, 'outcome')} to be judged",
        why=f"The look {said}" + (f", {count_words(late, 'day')} ago" if late > 0 else ""),
        since=min(day, watched.as_at),
        gravity=watched.gravity("look_overdue", late) if late > 0 else Gravity.NOTE,
        owner=transition.owner,
        due=day,
        doing=_placed(standing, day),
        version=transition.version,
    )


def _placed(standing: TransitionStanding, day: date) -> str:
    found = next((one.entry for one in standing.looks if one.on == day), "")
    return f"In the work programme as {found}" if found else ""


def _unplaced(watched: OutcomesWatched, standing: TransitionStanding) -> Iterator[Attention]:
    """Yield a coming look that no work programme holds, though a body is to look."""
    transition = standing.transition
    placed = {one.on for one in standing.looks}
    within = timedelta(days=watched.days("placed_within_days"))
    for day in looks_ahead(standing):
        is_near = watched.as_at <= day <= watched.as_at + within
        if transition.body and is_near and day not in placed:
            yield Attention(
                reference=transition.reference,
                what=f"{transition.title}: the look of {date_words(day)}",
                why=f"It is not in the work programme of {transition.body}",
                since=max(day - within, transition.on),
                gravity=watched.gravity("not_placed"),
                owner=transition.owner,
                due=day,
                version=transition.version,
            )


def _without_evidence(
    watched: OutcomesWatched, one: OutcomeStanding, begun: date
) -> Iterator[Attention]:
    waited = (watched.as_at - begun).days
    if one.state is OutcomeState.NO_EVIDENCE and waited >= watched.days("evidence_within_days"):
        yield _of_outcome(
            one,
            why=f"No evidence for it or against it, {count_words(waited, 'day')} after the change",
            since=begun,
            gravity=watched.gravity("no_evidence"),
        )


def _since(watched: OutcomesWatched, one: OutcomeStanding) -> Iterator[Attention]:
    if one.since and one.last:
        yield _of_outcome(
            one,
            why=f"Evidence has come or gone since it was judged on {date_words(one.last.on)}",
            since=max(each.on for each in one.since),
            gravity=watched.gravity("evidence_since"),
        )


def _of_outcome(one: OutcomeStanding, *, why: str, since: date, gravity: Gravity) -> Attention:
    outcome = one.outcome
    return Attention(
        reference=outcome.reference,
        what=f"Outcome {outcome.number}: {shortened(outcome.text, LONGEST)}",
        why=why,
        since=since,
        gravity=gravity,
        owner=outcome.owner,
        due=one.next_look,
        version=outcome.version,
    )


def _hand_overs(watched: OutcomesWatched, standing: TransitionStanding) -> Iterator[Attention]:
    for one in standing.late(watched.as_at):
        late = (watched.as_at - one.due_on).days
        title = standing.titles.get(one.project, "")
        yield Attention(
            reference=one.reference,
            what=f"{' '.join(filter(None, (one.project, title)))} is not handed over",
            why=f"It was due on {date_words(one.due_on)}, {count_words(late, 'day')} ago",
            since=one.due_on,
            gravity=watched.gravity("hand_over_late", late),
            owner=standing.transition.owner,
            due=one.due_on,
            doing=one.note,
            version=one.version,
        )

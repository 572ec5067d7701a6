"""What a body was promised: where each promise stands, and what was done; pure."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.documents.blocks import Block, Citation, StatusItem, StatusList, Tag
from scrutable.documents.saying import plain
from scrutable.kernel.wording import capital, date_words, list_words, number_words
from scrutable.meetings.compose.asked.papers import NOTHING_RECORDED, Asked, sentence
from scrutable.meetings.facts import Commitment, CommitmentState, Keeping, Standing, Step, StepKind
from scrutable.meetings.presenters.promises_words import (
    STATE_WORDS,
    due_words,
    late_words,
    owner_words,
)
from scrutable.meetings.rules.promises import (
    chased_on,
    counts,
    in_order,
    is_closed,
    is_open,
    made_by,
    standing,
)

TAGS = {
    CommitmentState.OVERDUE: Tag(STATE_WORDS[CommitmentState.OVERDUE], "red", "square"),
    CommitmentState.CLOSED_UNAGREED: Tag(
        STATE_WORDS[CommitmentState.CLOSED_UNAGREED], "red", "diamond"
    ),
    CommitmentState.ANSWERED: Tag(STATE_WORDS[CommitmentState.ANSWERED], "blue", "triangle"),
    CommitmentState.CLOSURE_PROPOSED: Tag(
        STATE_WORDS[CommitmentState.CLOSURE_PROPOSED], "blue", "triangle"
    ),
    CommitmentState.CLOSED: Tag(STATE_WORDS[CommitmentState.CLOSED], "green", "circle"),
    CommitmentState.OPEN: Tag(STATE_WORDS[CommitmentState.OPEN], "grey", "ring"),
    CommitmentState.NO_DATE: Tag(STATE_WORDS[CommitmentState.NO_DATE], "grey", "ring"),
}
ORDER = tuple(TAGS)
COUNTED = {
    CommitmentState.OVERDUE: ("is overdue", "are overdue"),
    CommitmentState.CLOSED_UNAGREED: (
        "was closed without agreement",
        "were closed without agreement",
    ),
    CommitmentState.ANSWERED: ("was answered", "were answered"),
    CommitmentState.CLOSURE_PROPOSED: ("is proposed for closure", "are proposed for closure"),
    CommitmentState.CLOSED: ("was closed", "were closed"),
    CommitmentState.OPEN: ("is not yet due", "are not yet due"),
    CommitmentState.NO_DATE: ("has no date yet", "have no date yet"),
}
SETTLED = {
    Keeping.KEPT: ("was kept in time", "were kept in time"),
    Keeping.KEPT_LATE: ("was kept late", "were kept late"),
    Keeping.EXTENDED: ("was put off with a reason", "were put off with a reason"),
    Keeping.FORGOTTEN: ("has not been kept", "have not been kept"),
    Keeping.DROPPED: (
        "was closed without agreement and without an answer",
        "were closed without agreement and without an answer",
    ),
    Keeping.RELEASED: ("was let go by agreement", "were let go by agreement"),
}

Told = tuple[Commitment, Standing]


def told_of(asked: Asked) -> list[Told]:
    """Return what the section tells of, the overdue first."""
    found = [(one, standing(one, asked.as_at)) for one in made_by(asked.commitments, asked.as_at)]
    kept = [(one, stands) for one, stands in found if _is_told(asked, one, stands)]
    return sorted(kept, key=_place)


def _is_told(asked: Asked, commitment: Commitment, stands: Standing) -> bool:
    if not is_closed(stands.state) or stands.state is CommitmentState.CLOSED_UNAGREED:
        return True
    closing = _last(commitment, asked.as_at, StepKind.CLOSED)
    return closing is not None and asked.is_new(closing.on, closing.version)


def _place(told: Told) -> tuple[int, date, str]:
    commitment, stands = told
    due = stands.due.last if stands.due and stands.due.last else date.max
    return ORDER.index(stands.state), due, commitment.code


def told_blocks(asked: Asked, told: Sequence[Told]) -> Iterator[Block]:
    """Yield the finding, how promises were kept so far, and each in turn."""
    if not told:
        yield plain(
            f"Nothing that {asked.body_name} asked for is open, and nothing was closed since its "
            "last report."
        )
        return
    found = Counter(stands.state for _, stands in told)
    parts = [
        f"{number_words(found[state])} {COUNTED[state][found[state] > 1]}"
        for state in ORDER
        if found[state]
    ]
    things = "thing" if len(told) == 1 else "things"
    yield plain(
        f"On {date_words(asked.as_at)}, of {number_words(len(told))} {things} that "
        f"{asked.body_name} asked for, {list_words(parts)}."
    )
    if record := _record(asked):
        yield plain(record)
    yield StatusList(tuple(_item(asked, *one) for one in told))


def _record(asked: Asked) -> str:
    """Return how the promises whose day has come were kept; "" where none has."""
    found = counts(asked.commitments, asked.as_at)
    settled = [(keeping, found[keeping]) for keeping in SETTLED if found[keeping]]
    if not settled:
        return ""
    total = sum(number for _, number in settled)
    parts = [
        f"{number_words(number)} {SETTLED[keeping][number > 1]}" for keeping, number in settled
    ]
    promises = "promise" if total == 1 else "promises"
    return (
        f"Of {number_words(total)} {promises} to it that were answered, put off or due by then, "
        f"{list_words(parts)}."
    )


def _item(asked: Asked, commitment: Commitment, stands: Standing) -> StatusItem:
    return StatusItem(
        title=capital(commitment.said.strip().rstrip(".;,")),
        tags=(TAGS[stands.state],),
        text=(_history(commitment, stands),),
        being_done=_done(asked, commitment, stands),
        by_whom=owner_words(stands.owner),
        citation=Citation(commitment.reference, commitment.version),
        period=date_words(asked.as_at),
    )


def _history(commitment: Commitment, stands: Standing) -> str:
    late = late_words(stands)
    due = f"Due: {due_words(stands.due)}{', ' + late if late else ''}."
    return f"Commitment {commitment.code}, made on {date_words(commitment.made_on)}. {due}"


def _done(asked: Asked, commitment: Commitment, stands: Standing) -> str:
    said = [
        *_answered(commitment, stands, asked.as_at),
        *_put_off(commitment, stands, asked.as_at),
        *_closing(asked, commitment, stands),
    ]
    return " ".join(said) or NOTHING_RECORDED


def _answered(commitment: Commitment, stands: Standing, as_at: date) -> Iterator[str]:
    if stands.answered_on is None:
        return
    for step in in_order(commitment.steps):
        if step.kind is StepKind.ANSWERED and stands.answered_on <= step.on <= as_at:
            yield sentence(f"Answered on {date_words(step.on)}", step.words, step.paper)


def _put_off(commitment: Commitment, stands: Standing, as_at: date) -> Iterator[str]:
    if not is_open(stands.state):
        return
    for kind, said in ((StepKind.EXTENDED, "Extended"), (StepKind.DEFERRED, "Deferred")):
        step = _last(commitment, as_at, kind)
        if step is not None:
            yield sentence(f"{said} on {date_words(step.on)}", step.words, "")
    if chased := chased_on(commitment, as_at):
        yield f"Its owner was reminded on {date_words(chased)}."


def _closing(asked: Asked, commitment: Commitment, stands: Standing) -> Iterator[str]:
    on = date_words(stands.since)
    if stands.state is CommitmentState.ANSWERED:
        yield f"{capital(asked.body_name)} has not yet agreed to close it."
    elif stands.state is CommitmentState.CLOSURE_PROPOSED:
        step = _last(commitment, asked.as_at, StepKind.CLOSURE_PROPOSED)
        yield sentence(f"Closure was proposed on {on}", step.words if step else "", "")
    elif stands.state is CommitmentState.CLOSED:
        step = _last(commitment, asked.as_at, StepKind.CLOSED)
        agreed = asked.meetings.get(step.agreed_in, step.on) if step else stands.since
        yield f"{capital(asked.body_name)} agreed on {date_words(agreed)} to close it."
    elif stands.state is CommitmentState.CLOSED_UNAGREED:
        step = _last(commitment, asked.as_at, StepKind.CLOSED_UNAGREED)
        said = f"Closed on {on} though {asked.body_name} has not agreed"
        yield sentence(said, step.words if step else "", "")


def _last(commitment: Commitment, as_at: date, kind: StepKind) -> Step | None:
    found = [one for one in in_order(commitment.steps) if one.kind is kind and one.on <= as_at]
    return found[-1] if found else None

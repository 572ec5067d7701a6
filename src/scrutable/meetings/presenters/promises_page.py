"""One commitment with its whole history; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scrutable.govuk.facts import Tag, Term
from scrutable.kernel.wording import date_words, list_words
from scrutable.meetings.facts import Commitment, CommitmentState, Standing, Step, StepKind
from scrutable.meetings.presenters.addresses import (
    commitment_address,
    meeting_address,
    reference_address,
)
from scrutable.meetings.presenters.promises_words import (
    KEEPING_MEANS,
    KEEPING_WORDS,
    NOBODY,
    SOURCE_WORDS,
    STATE_WORDS,
    STEP_WORDS,
    due_words,
    late_words,
    owner_words,
    state_tag,
)
from scrutable.meetings.presenters.references import reference_words
from scrutable.meetings.rules.promises import in_order

ANSWERABLE = StepKind.ANSWERED
SLUGS = {
    StepKind.ANSWERED: "answer",
    StepKind.EXTENDED: "extend",
    StepKind.DEFERRED: "defer",
    StepKind.CLOSURE_PROPOSED: "propose",
    StepKind.CLOSED: "close",
    StepKind.REASSIGNED: "reassign",
    StepKind.CHASED: "remind",
    StepKind.REOPENED: "reopen",
    StepKind.CLOSED_UNAGREED: "drop",
}
ACTIONS = {
    StepKind.ANSWERED: "Answer it",
    StepKind.EXTENDED: "Extend it",
    StepKind.DEFERRED: "Defer it",
    StepKind.CLOSURE_PROPOSED: "Propose to close it",
    StepKind.CLOSED: "Close it as the committee agreed",
    StepKind.REASSIGNED: "Give it to another owner",
    StepKind.CHASED: "Record a reminder",
    StepKind.REOPENED: "Reopen it",
    StepKind.CLOSED_UNAGREED: "Close it without agreement",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One entry of the history, in words."""

    day: str
    what: str
    by: str
    words: str
    details: tuple[Term, ...]
    tag: Tag | None = None


def title(stands: Standing) -> str:
    """Return where it stands, as the finding of its page."""
    since = date_words(stands.since)
    match stands.state:
        case CommitmentState.OVERDUE:
            return f"{late_words(stands).partition(',')[0].capitalize()}, and not answered"
        case CommitmentState.OPEN:
            return f"Due {due_words(stands.due).partition(' (')[0]}"
        case CommitmentState.NO_DATE:
            return "Open, with no date yet"
    return f"{STATE_WORDS[stands.state]} on {since}"


def terms(commitment: Commitment, stands: Standing, names: Mapping[str, str]) -> tuple[Term, ...]:
    """Return who owes what to whom, and where it came from."""
    late = late_words(stands)
    return (
        Term(label="Owed to", value=names.get(commitment.body, commitment.body)),
        Term(label="Owner", value=owner_words(stands.owner)),
        Term(label="Due", value=f"{due_words(stands.due)}{', ' + late if late else ''}"),
        Term(
            label="Kept",
            value=f"{KEEPING_WORDS[stands.keeping]}: {KEEPING_MEANS[stands.keeping]}",
        ),
        Term(
            label="Made on",
            value=date_words(commitment.made_on),
            href=meeting_address(commitment.made_in) if commitment.made_in else "",
        ),
        Term(
            label="Made from",
            value=_source(commitment),
            href=reference_address(commitment.source_reference),
        ),
        Term(label="In consultation with", value=list_words(commitment.consultees) or "Nobody"),
        Term(label="On condition", value=commitment.condition or "None"),
        Term(label="Answered in the report on", value=_contract(commitment)),
    )


def history(commitment: Commitment, names: Mapping[str, str]) -> list[Happened]:
    """Return everything that happened to it, oldest first, its making included."""
    made = Happened(
        day=date_words(commitment.made_on),
        what="Made",
        by=names.get(commitment.body, commitment.body),
        words="",
        details=(
            Term(label="Owner", value=commitment.owner or NOBODY),
            Term(label="Due", value=due_words(commitment.due)),
        ),
    )
    return [made, *(_happened(step) for step in in_order(commitment.steps))]


def offered(commitment: Commitment, legal: Sequence[StepKind]) -> list[tuple[StepKind, str, str]]:
    """Return each step that it may take next: what the link says, and its address."""
    here = commitment_address(commitment.code)
    return [
        (
            kind,
            text,
            f"{here}answer/" if kind is ANSWERABLE else f"{here}steps/{SLUGS[kind]}/",
        )
        for kind, text in ACTIONS.items()
        if kind in legal
    ]


def kind_of(slug: str) -> StepKind | None:
    """Return the step that the address names, or None; answering has an address of its own."""
    found = {name: kind for kind, name in SLUGS.items() if kind is not ANSWERABLE}
    return found.get(slug)


def tag(stands: Standing) -> Tag:
    """Return its state as a tag."""
    return state_tag(stands.state)


def _happened(step: Step) -> Happened:
    return Happened(
        day=date_words(step.on),
        what=STEP_WORDS[step.kind],
        by=step.by,
        words=step.words,
        details=tuple(_details(step)),
        tag=Tag("Not agreed", "red", "◆") if step.kind is StepKind.CLOSED_UNAGREED else None,
    )


def _details(step: Step) -> Iterator[Term]:
    if step.due is not None or step.due_meeting:
        yield Term(label="Now due", value=due_words(step.due))
    if step.owner:
        yield Term(label="Owner from then on", value=step.owner)
    if step.agreed_in:
        yield Term(label="Agreed at", value=step.agreed_in, href=meeting_address(step.agreed_in))
    if step.paper:
        yield Term(label="Paper", value=step.paper, href=reference_address(step.paper))


def _source(commitment: Commitment) -> str:
    said = SOURCE_WORDS[commitment.source]
    reference = reference_words(commitment.source_reference)
    return f"{said} ({reference})" if reference else said


def _contract(commitment: Commitment) -> str:
    return commitment.contract or "Any report to the body"

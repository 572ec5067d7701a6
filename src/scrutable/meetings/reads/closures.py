"""Whether a row's matter is open, as rows keep it, and what stands where its words would."""

from dataclasses import replace

from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


def closure_of(row: Closed) -> facts.Closure:
    """Return why the row's matter is open, exempt or confidential."""
    return facts.Closure(
        openness=facts.Openness(row.openness),
        paragraphs=tuple(row.paragraphs),
        public_interest=row.public_interest,
    )


def withheld_words(closure: facts.Closure) -> str:
    """Return what stands where closed words would, for whoever may not read them."""
    return f"{closure.openness.value.capitalize()} matter, not shown here"


def without_closed_words(commitment: facts.Commitment) -> facts.Commitment:
    """Return the commitment with its days, and without its words where it is not open."""
    if commitment.closure.is_open:
        return commitment
    withheld = withheld_words(commitment.closure)
    steps = tuple(
        replace(step, words="", due=_without_words(step.due, withheld)) for step in commitment.steps
    )
    due = _without_words(commitment.due, withheld)
    return replace(commitment, text="", condition="", due=due, steps=steps)


def _without_words(due: facts.Due | None, withheld: str) -> facts.Due | None:
    return replace(due, words=withheld) if due and due.words else due

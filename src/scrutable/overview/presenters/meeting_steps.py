"""The steps that roads through meetings are made of, each a record in words; pure."""

from scrutable.kernel.wording import capital, date_words
from scrutable.meetings.facts import (
    AgendaItem,
    Commitment,
    DecisionRecord,
    Delegation,
    Limb,
    Meeting,
    Minutes,
    Question,
    Recommendation,
)
from scrutable.meetings.presenters.promises_words import due_words, owner_words
from scrutable.meetings.rules.promises import due_of, owner_of
from scrutable.overview.facts import Layer, Step
from scrutable.overview.presenters import steps as making
from scrutable.reports.facts import Edition, Restated

LONGEST = 120  # letters of a title


def meeting_step(one: Meeting) -> Step:
    """Return a meeting."""
    return _step(one.reference, Layer.MEETING, f"Meeting {one.code}", date_words(one.on))


def item_step(one: AgendaItem) -> Step:
    """Return an item of an agenda."""
    said = f"Item {one.printed or one.number} of {one.meeting}"
    return _step(one.reference, Layer.MEETING, one.title, said)


def minutes_step(one: Minutes) -> Step:
    """Return minutes as they were loaded and confirmed."""
    said = f"Confirmed by {one.confirmed_by}" if one.is_confirmed else "Nobody has confirmed them"
    step = _step(one.reference, Layer.MINUTES, one.name or f"Minutes {one.code}", said)
    return making.dated(step, one.loaded_at, one.loaded_by)


def limb_step(one: Limb) -> Step:
    """Return a limb, with its characters in the text of the minutes."""
    title = f"Limb {one.number} of {one.minutes}"
    step = _step(one.reference, Layer.LIMB, title, one.outcome.text)
    return making.placed(step, characters(one.outcome.span))


def question_step(one: Question) -> Step:
    """Return a member's question."""
    return _step(one.reference, Layer.LIMB, f"Question of {one.asked_by}", one.text)


def figure_step(one: Restated) -> Step:
    """Return a figure that was restated after the report that printed it."""
    figure = one.figure
    said = f"Printed as {figure.text_then}, {figure.text_now} now"
    step = _step(figure.reference, Layer.VERSION, one.name, said)
    return making.placed(step, figure.place)


def edition_step(one: Edition, *, is_answer: bool) -> Step:
    """Return an edition: one that a decision was taken on, or that answered a promise."""
    layer = Layer.ANSWER if is_answer else Layer.USE
    said = f"Frozen on {date_words(one.dated)}" if one.is_frozen else "A draft"
    return _step(one.reference, layer, one.title, said)


def decision_step(one: DecisionRecord) -> Step:
    """Return a decision that is recorded."""
    said = f"Decided on {date_words(one.decided_on)}"
    return _step(one.reference, Layer.DECISION, f"Decision {one.code}", said)


def commitment_step(one: Commitment) -> Step:
    """Return a commitment, who owes it and by when."""
    said = f"{capital(owner_words(owner_of(one)))}, due {due_words(due_of(one))}"
    return _step(one.reference, Layer.OUTCOME, one.said, said)


def delegation_step(one: Delegation) -> Step:
    """Return a delegation."""
    return _step(one.reference, Layer.OUTCOME, f"Delegation {one.code}", f"To {one.to}")


def recommendation_step(one: Recommendation) -> Step:
    """Return a recommendation of scrutiny."""
    return _step(one.reference, Layer.OUTCOME, f"Recommendation {one.code}", one.text)


def _step(reference: str, layer: Layer, title: str, said: str) -> Step:
    return Step(key=reference, layer=layer, title=short(title), said=said, reference=reference)


def short(text: str) -> str:
    """Return a text cut to the length of a title."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def characters(span: tuple[int, int]) -> str:
    """Return where in a text something stands.

    >>> characters((1204, 1312))
    'characters 1204–1312'
    """
    return f"characters {span[0]}–{span[1]}"

"""What a search looks through of bodies: meetings, agendas, decisions, promises, powers."""

from collections.abc import Iterator
from itertools import chain

from scrutable.kernel.wording import date_words
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import Body
from scrutable.overview.facts import Hit


def of_meetings(known: int, *, closed: bool) -> Iterator[Hit]:
    """Yield everything with its words; exempt words only where `closed` asks for them."""
    bodies = {body.code: body for body in meetings.bodies(known)}
    if not bodies:
        return
    yield from _bodies(bodies)
    yield from _meetings(bodies, known)
    yield from _decisions(bodies, known, closed=closed)
    yield from _promises(bodies, known, closed=closed)
    yield from _powers(bodies, known)


def _name(bodies: dict[str, Body], code: str) -> str:
    return bodies[code].name if code in bodies else code


def _bodies(bodies: dict[str, Body]) -> Iterator[Hit]:
    for body in bodies.values():
        yield Hit("Body", body.reference, body.name, body.code)


def _meetings(bodies: dict[str, Body], known: int) -> Iterator[Hit]:
    """Yield meetings, the newest first, then what was on their agendas."""
    held = {one.code: one for one in reversed(meetings.meetings(known))}
    for one in held.values():
        title = f"{_name(bodies, one.body)}, {date_words(one.on)}"
        yield Hit("Meeting", one.reference, title, one.code)
    for item in chain.from_iterable(meetings.items_of(list(held), known).values()):
        said = f"{item.meeting}, item {item.printed or item.number}"
        yield Hit("Agenda item", item.reference, item.title, said, item.text)


def _decisions(bodies: dict[str, Body], known: int, *, closed: bool) -> Iterator[Hit]:
    for case in meetings.cases(known, closed=closed):
        record, plan = case.record, case.planned
        words = record.text if record else ""
        title = plan.matter if plan else f"Decision {case.code}"
        said = f"{case.code}, {_name(bodies, case.maker.code)}"
        yield Hit("Decision", case.reference, title, said, words)


def _promises(bodies: dict[str, Body], known: int, *, closed: bool) -> Iterator[Hit]:
    for one in meetings.commitments(known, closed=closed):
        said = f"{one.code}, {one.owner or 'nobody named'}, to {_name(bodies, one.body)}"
        yield Hit("Commitment", one.reference, one.said, said)
    for question in meetings.questions(known, closed=closed):
        said = f"{question.meeting}, {question.asked_by}"
        yield Hit("Question", question.reference, question.text, said, question.answer)


def _powers(bodies: dict[str, Body], known: int) -> Iterator[Hit]:
    for one in meetings.delegations(known):
        said = f"{one.code}, {one.to}, from {_name(bodies, one.body)}"
        yield Hit("Delegation", one.reference, "; ".join(one.acts), said)
    for recommended in meetings.recommendations(known):
        said = f"{recommended.code}, to {_name(bodies, recommended.to)}"
        yield Hit("Recommendation", recommended.reference, recommended.text, said)

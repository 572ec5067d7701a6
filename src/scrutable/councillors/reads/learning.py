"""Skills and sessions: in totals for everybody, in full for whose they are."""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from scrutable.councillors import rules
from scrutable.councillors.facts import (
    Councillor,
    Cover,
    Pilot,
    Place,
    Session,
    SessionTotals,
    SkillArea,
    SkillsSaid,
)
from scrutable.councillors.reads.people import councillors, serving
from scrutable.councillors.reads.policy import ask_after_days, least_shown
from scrutable.records.facts import Record
from scrutable.records.reads import every, history, one, stands

Kind = TypeVar("Kind", bound=Record)


def skill_areas(known: int) -> list[SkillArea]:
    """Return every skill that the form asks about, by code."""
    return every(SkillArea, known)


def sessions(known: int) -> list[Session]:
    """Return every session, the last first."""
    return sorted(every(Session, known), key=lambda one: (one.on, one.number), reverse=True)


def pilots(known: int) -> list[Pilot]:
    """Return every pilot, the last begun first."""
    return sorted(every(Pilot, known), key=lambda one: (one.begun_on, one.number), reverse=True)


def in_order(found: Iterable[Kind]) -> list[Kind]:
    """Return what was said in the order in which it was."""
    return sorted(found, key=lambda one: one.version)


def cover(known: int, as_at: date) -> Cover:
    """Return what everybody may know of the skills of all; five queries."""
    return rules.totals(
        every(SkillArea, known),
        in_order(history(SkillsSaid, known)),
        every(Session, known),
        serving(as_at),
        as_at=as_at,
        least=least_shown(known, as_at),
    )


def session_totals(known: int, as_at: date) -> list[SessionTotals]:
    """Return every session with what everybody may know of it, the last first; three queries."""
    least = least_shown(known, as_at)
    places = in_order(history(Place, known))
    return [
        rules.session_totals(
            each, [one for one in places if one.session == each.number], as_at, least
        )
        for each in sessions(known)
    ]


def session(number: int, known: int, as_at: date) -> SessionTotals:
    """Return one session with what everybody may know of it; raises UnknownRecord."""
    found = one(Session, known, number=number)
    own = [each for each in in_order(history(Place, known)) if each.session == number]
    return rules.session_totals(found, own, as_at, least_shown(known, as_at))


def places(number: int, known: int) -> list[Place]:
    """Return every place at a session, given back or not: for who arranges it."""
    return every(Place, known, session=number)


def skills_said(councillor: int, known: int) -> SkillsSaid | None:
    """Return a councillor's own form, None where there is none."""
    return stands(SkillsSaid, known, councillor=councillor)


def own_places(councillor: int, known: int) -> dict[int, Place]:
    """Return a councillor's own places, by the session's number."""
    return {one.session: one for one in every(Place, known, councillor=councillor)}


def needs_by_name(
    known: int, as_at: date
) -> list[tuple[Councillor, list[SkillArea], list[SkillArea]]]:
    """Return each councillor with what they asked help with, and what else they agreed to show.

    For who arranges learning; who asked nothing and agreed to nothing is not among them.
    """
    areas = every(SkillArea, known)
    said = {one.councillor: one for one in every(SkillsSaid, known)}
    found = []
    for each in councillors():
        if each.number in said and rules.serves(each, as_at):
            asked, rest = rules.seen_by_name(areas, said[each.number])
            if asked or rest:
                found.append((each, asked, rest))
    return found


def to_be_asked(known: int, as_at: date) -> list[tuple[Session, Place]]:
    """Return who came to a session so long ago that they are asked whether it helped."""
    after = ask_after_days(known, as_at)
    held = {one.number: one for one in every(Session, known)}
    return [
        (held[one.session], one)
        for one in every(Place, known)
        if one.session in held and rules.is_to_be_asked(held[one.session], one, as_at, after)
    ]

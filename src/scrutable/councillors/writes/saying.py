"""What councillors say of themselves and do: kept, and nothing of it in the log."""

from datetime import datetime

from scrutable.audit.writes import change
from scrutable.councillors import rules
from scrutable.councillors.facts import (
    Helped,
    KitFault,
    KitOpinion,
    Place,
    Session,
    SkillArea,
    SkillsSaid,
)
from scrutable.councillors.writes.keeping import kept_quietly, refuse
from scrutable.kernel.wording import london_day
from scrutable.records import reads as records

SKILLS, PLACES, KIT = "councillors/skills", "councillors/sessions", "councillors/kit"


def say_skills(*, said: SkillsSaid, by: str, at: datetime) -> SkillsSaid:
    """Keep a councillor's form, whole or in part; the day is that of the write."""
    with change(verb="skills_said", subject=SKILLS, by=by, at=at) as under_way:
        known = {one.code for one in records.every(SkillArea, under_way.number - 1)}
        named = {*said.wants, *(code for code, _ in said.confidence)}
        if named - known:
            refuse("confidence", "The form names a skill that is not asked", "answer those asked")
        return kept_quietly(said, under_way)


def book(*, session: int, councillor: int, by: str, at: datetime) -> Place:
    """Book a councillor's place; refused where it is over, called off or full."""
    with change(verb="place_booked", subject=PLACES, by=by, at=at) as under_way:
        known, today = under_way.number - 1, london_day(under_way.at)
        found = records.one(Session, known, number=session)
        places = records.every(Place, known, session=session)
        own = next((one for one in places if one.councillor == councillor), None)
        if not rules.bookable(found, today):
            refuse("session", "No place can be booked any more", "choose another session")
        others = [one for one in places if one.councillor != councillor]
        if rules.is_full(found, others):
            refuse("session", "Every place is taken", "choose another session")
        if own is not None and own.is_booked:
            refuse("session", "A place is booked already", "give it back first to change it")
        return kept_quietly(Place(session=session, councillor=councillor), under_way)


def give_back(*, session: int, councillor: int, by: str, at: datetime) -> Place:
    """Give a booked place back."""
    with change(verb="place_given_back", subject=PLACES, by=by, at=at) as under_way:
        known, today = under_way.number - 1, london_day(under_way.at)
        found = records.one(Session, known, number=session)
        own = records.stands(Place, known, session=session, councillor=councillor)
        if own is None or not own.is_booked:
            refuse("session", "No place is booked", "book one first")
        if not rules.bookable(found, today):
            refuse("session", "The session is over", "say whether you came to who held it")
        place = Place(session=session, councillor=councillor, is_booked=False)
        return kept_quietly(place, under_way)


def say_helped(*, session: int, councillor: int, helped: Helped, by: str, at: datetime) -> Place:
    """Keep whether a session helped somebody who came to it."""
    with change(verb="session_judged", subject=PLACES, by=by, at=at) as under_way:
        known = under_way.number - 1
        own = records.stands(Place, known, session=session, councillor=councillor)
        if own is None or not own.came:
            refuse("helped", "Nobody recorded that you came", "tell who held the session")
        place = Place(
            session=session,
            councillor=councillor,
            is_booked=own.is_booked,
            came=own.came,
            asked_on=own.asked_on,
            helped=helped,
        )
        return kept_quietly(place, under_way)


def say_of_kit(*, said: KitOpinion, by: str, at: datetime) -> KitOpinion:
    """Keep what a councillor says of a kind of kit."""
    with change(verb="kit_judged", subject=KIT, by=by, at=at) as under_way:
        return kept_quietly(said, under_way)


def raise_fault(*, fault: KitFault, by: str, at: datetime) -> KitFault:
    """Keep a fault, with the next number."""
    with change(verb="kit_fault_raised", subject=KIT, by=by, at=at) as under_way:
        done = kept_quietly(fault, under_way)
        under_way.subject = done.reference
        return done

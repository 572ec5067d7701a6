"""What who arranges learning and kit records of single councillors: kept, never in the log."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from scrutable.audit.writes import change
from scrutable.councillors import models
from scrutable.councillors.facts import Councillor, Kit, KitFault, Place, Session
from scrutable.councillors.reads import to_be_asked
from scrutable.councillors.writes.keeping import kept_quietly, refuse
from scrutable.councillors.writes.saying import KIT, PLACES
from scrutable.kernel.wording import london_day
from scrutable.records import reads as records
from scrutable.records.writes import keep_all


def record_councillor(*, councillor: Councillor, by: str, at: datetime) -> Councillor:
    """Add a councillor, or change one; a number of 0 takes the next.

    The log says the number and the days, never the name or whose account it is.
    """
    subject = councillor.reference
    with change(verb="councillor_recorded", subject=subject, by=by, at=at) as under_way:
        taken = models.Councillor.objects.filter(person=councillor.person)
        if councillor.person and taken.exclude(number=councillor.number).exists():
            refuse("person", "Another councillor has this account", "choose another, or none")
        if councillor.until is not None and councillor.until < councillor.since:
            refuse("until", "It ends before it begins", "give a later day")
        last = models.Councillor.objects.order_by("-number").first()
        number = councillor.number or (last.number if last else 0) + 1
        done = replace(councillor, number=number)
        models.Councillor.objects.update_or_create(
            number=number,
            defaults={
                "name": done.name,
                "person": done.person,
                "since": done.since,
                "until": done.until,
            },
        )
        under_way.subject = done.reference
        under_way.after = {"since": str(done.since), "until": str(done.until or "")}
    return done


def erase_councillor(*, number: int, by: str, at: datetime) -> None:
    """Erase a councillor's name, the link to their account and what they need; the number stays."""
    with change(verb="councillor_erased", subject=f"councillor/{number}", by=by, at=at):
        models.Councillor.objects.filter(number=number).update(name="", person="")
        models.AccessForm.objects.filter(councillor=number).delete()


def record_attendance(*, session: int, came: Mapping[int, bool], by: str, at: datetime) -> None:
    """Keep who came to a session and who did not, all at once; who had no place is given one."""
    with change(verb="attendance_recorded", subject=PLACES, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = records.one(Session, known, number=session)
        if found.on > london_day(under_way.at):
            refuse("came", "The session is to come", "record who came once it is over")
        own = {one.councillor: one for one in records.every(Place, known, session=session)}
        told = [
            replace(
                own.get(who, Place(session=session, councillor=who, is_booked=False)), came=there
            )
            for who, there in sorted(came.items())
        ]
        changed = [one for one in told if own.get(one.councillor) != one]
        keep_all([replace(one, version=0) for one in changed], under_way)
        under_way.subject = f"session/{session}"


def note_asked(*, by: str, at: datetime) -> list[Place]:
    """Keep that everybody who is to be asked today is; return the places, none asked before."""
    today = london_day(at)
    with change(verb="session_questions_sent", subject=PLACES, by=by, at=at) as under_way:
        waiting = to_be_asked(under_way.number - 1, today)
        asked = [replace(one, asked_on=today) for _, one in waiting if one.asked_on is None]
        keep_all(asked, under_way)
    return asked


def record_kit(*, kit: Kit, by: str, at: datetime) -> Kit:
    """Keep that a councillor has a device, or gave it back; a number of 0 takes the next."""
    with change(verb="kit_recorded", subject=KIT, by=by, at=at) as under_way:
        if not models.Councillor.objects.filter(number=kit.councillor).exists():
            refuse("councillor", "There is no such councillor", "choose one of those listed")
        done = kept_quietly(kit, under_way)
        under_way.subject = done.reference
        return done


def mend_fault(*, fault: KitFault, by: str, at: datetime) -> KitFault:
    """Keep that a fault is mended, with how."""
    with change(verb="kit_fault_mended", subject=fault.reference, by=by, at=at) as under_way:
        if fault.mended_on is None:
            refuse("mended_on", "The day is missing", "enter the day on which it was mended")
        under_way.after = {"mended_on": str(fault.mended_on)}
        return kept_quietly(fault, under_way)

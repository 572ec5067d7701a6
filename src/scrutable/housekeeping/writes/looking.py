"""Every look at a name in the log, and names erased when their time has come."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.housekeeping import models
from scrutable.housekeeping.facts import Thing
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.reads.worklist.rows import at_once
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.writes.suppliers import erase_supplier_names, has_supplier_names
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers

VERB = "names_seen"


def look(*, things: Iterable[Thing], where: str, by: str, at: datetime) -> int:
    """Log that somebody is shown these names; return how many they had not seen that day.

    Called before they are shown. The log says the numbers of the things, never their names, and of
    each once a day for a person.
    """
    day = london_day(at)
    named = {one.number for one in things if handling.names_somebody(one)}
    new = named - worklist.looked_at(by, day) if named else named
    if new:
        with change(verb=VERB, subject=worklist.looks(by, day), by=by, at=at) as under_way:
            under_way.after = {
                "things": handling.ranges(new),
                "number": len(new),
                "where": where,
            }
    return len(new)


def erase_names(*, by: str, at: datetime) -> int:
    """Erase the names of what is gone for longer than the council keeps them; return how many.

    Findings, their numbers and what was said of them stay, and so does the log.
    """
    today, known = london_day(at), number_at()
    days = int(str(registers.policy("findings", today, known)["names_days"]))
    before = today - timedelta(days=days)
    if not worklist.erasable(today, days, known) and not has_supplier_names(before):
        return 0
    with change(verb="names_erased", subject="estate/findings", by=by, at=at) as under_way:
        numbers = worklist.erasable(today, days, under_way.number - 1)
        for some in at_once(numbers):
            models.Thing.objects.filter(number__in=some).update(key="", person="")
        suppliers = erase_supplier_names(before)
        under_way.after = {
            "things": handling.ranges(numbers),
            "number": len(numbers),
            "suppliers": suppliers,
        }
    return len(numbers) + suppliers

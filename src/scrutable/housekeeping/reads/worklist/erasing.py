"""Whose names need not be kept any longer, and who looked at which names today."""

from datetime import date, timedelta

from scrutable.audit import reads as audit
from scrutable.audit.reads import as_known
from scrutable.housekeeping import facts, models
from scrutable.housekeeping.rules import handling

MOST_LOOKS = 10_000  # events of one person on one day


def looks(by: str, on: date) -> str:
    """Return the subject under which the log holds what names somebody looked at on a day."""
    return f"names/{on.isoformat()}/{by}"


def looked_at(by: str, on: date) -> set[int]:
    """Return the numbers of the things whose names the person has looked at on the day."""
    found = audit.events(subject=looks(by, on), most=MOST_LOOKS)
    return {number for one in found for number in handling.within(str(one.after["things"]))}


def erasable(today: date, days: int, known: int) -> list[int]:
    """Return the numbers of the things all of whose findings are gone for longer than so many days.

    One of which an explanation has not ended yet stays.
    """
    limit = today - timedelta(days=days)
    stood = models.FindingStanding.objects.filter(event__lte=known, ended__gt=known)
    standing = [one.value for one in facts.STANDING]
    held = set(stood.filter(state__in=standing).values_list("thing", flat=True))
    held |= set(stood.filter(as_at__gte=limit).values_list("thing", flat=True))
    held |= _explained(today, known)
    named = models.Thing.objects.exclude(key="").order_by("number")
    return [number for number in named.values_list("number", flat=True) if number not in held]


def _explained(today: date, known: int) -> set[int]:
    said = as_known(models.Handling.objects.filter(until__gte=today), known)
    numbers = said.values_list("finding", flat=True)
    rows = models.FindingStanding.objects.filter(number__in=numbers, ended__gt=known)
    return set(rows.values_list("thing", flat=True))

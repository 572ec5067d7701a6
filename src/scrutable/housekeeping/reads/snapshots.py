"""Snapshots as kept: the estate by a day, a part over time, and the extracts that were read."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from scrutable.audit.models import Event
from scrutable.housekeeping import models
from scrutable.housekeeping.facts import Extract, PartOfEstate, Snapshot
from scrutable.housekeeping.facts.sums import Estate, EstatePart, Used
from scrutable.housekeeping.rules.sums import sum_lines
from scrutable.records.reads import every, facts_of
from scrutable.registers import reads as registers


def last_snapshots(known: int, as_at: date) -> list[Snapshot]:
    """Return the last snapshot of every part by the day, in the order of the parts; one query."""
    last = {one.part: one for one in every(Snapshot, known, as_at__lte=as_at)}
    return [last[part] for part in PartOfEstate if part in last]


def snapshots(known: int, by: date, **only: object) -> list[Snapshot]:
    """Return every snapshot by the day that answers `only`, by part, then the oldest first."""
    return every(Snapshot, known, as_at__lte=by, **only)


def estate(known: int, as_at: date) -> Estate:
    """Return what every part came to by the day, and what it was read from; four queries."""
    by_part: dict[PartOfEstate, list[Snapshot]] = {}
    for one in snapshots(known, as_at):
        by_part.setdefault(one.part, []).append(one)
    stale_days = int(str(registers.policy("estate", as_at, known)["stale_days"]))
    used = used_in(found[-1] for found in by_part.values())
    return Estate(
        as_at=as_at,
        stale_days=stale_days,
        parts=tuple(
            _part(by_part[part], used, as_at, stale_days)
            for part in PartOfEstate
            if part in by_part
        ),
    )


def _part(
    found: list[Snapshot], used: Mapping[str, Used], as_at: date, stale_days: int
) -> EstatePart:
    last = found[-1]
    days = (as_at - last.as_at).days
    return EstatePart(
        snapshot=last,
        before=found[-2] if len(found) > 1 else None,
        lines=sum_lines(last),
        used=[used[name] for name in last.extracts if name in used],
        days_old=days,
        is_stale=days > stale_days,
    )


def used_in(found: Iterable[Snapshot]) -> dict[str, Used]:
    """Return the extracts that the snapshots read, by reference and version; two queries."""
    named = {name for one in found for name in one.extracts}
    events = {int(version) for name in named if (version := name.rpartition("@")[2]).isdigit()}
    rows = models.Extract.objects.filter(event__in=sorted(events)).order_by("kind", "as_at")
    taken = taken_by(events)
    return {
        name: Used(one, *taken[one.version], one.version)
        for one in facts_of(Extract, rows)
        if (name := f"{one.reference}@{one.version}") in named and one.version in taken
    }


def taken_by(events: Iterable[int]) -> dict[int, tuple[datetime, str]]:
    """Return when and by whom each of the events was recorded, by its number; one query."""
    rows = Event.objects.filter(number__in=sorted(set(events)))
    return {number: (at, by) for number, at, by in rows.values_list("number", "at", "by")}

"""Snapshots as kept: the last of each part, and all of one part over time."""

from datetime import date

from scrutable.housekeeping.facts import Part, Snapshot
from scrutable.records.reads import every


def last_snapshots(known: int, as_at: date) -> list[Snapshot]:
    """Return the last snapshot of every part by the day, in the order of the parts; one query."""
    last = {one.part: one for one in every(Snapshot, known, as_at__lte=as_at)}
    return [last[part] for part in Part if part in last]

"""Extracts as they come to something, for tests of findings."""

from datetime import UTC, date, datetime

from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import CameTo, Counted, Found, PartOfEstate

AT = datetime(2026, 10, 5, 9, tzinfo=UTC)
SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 30)
BY = "b.khan"


def found(key, fault="leaver_open", *, person="", place=7, pence=None):
    return Found(fault=fault, key=key, place=place, person=person, pence=pence)


def reconciled(as_at, *shown, part=PartOfEstate.ACCOUNTS, at=AT, extracts=()):
    """Keep what the extracts of a day show; a plain text is the account of a leaver."""
    came_to = CameTo(
        part=part,
        as_at=as_at,
        lines=(Counted("person", 100),),
        found=[one if isinstance(one, Found) else found(one, person=f"p-{one}") for one in shown],
        extracts=extracts,
        engine="duckdb",
    )
    return writes.keep_snapshot(came_to=came_to, by=BY, at=at)

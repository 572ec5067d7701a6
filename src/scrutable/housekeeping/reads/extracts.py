"""Extracts as they were taken, and the rows of each that were refused."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scrutable.housekeeping.facts import Extract, ExtractKind, Snapshot
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.reads.laying import refused_rows_of
from scrutable.housekeeping.reads.snapshots import snapshots, taken_by
from scrutable.records.reads import UnknownRecord, history, versions
from scrutable.registers import reads as registers

MOST_REFUSED = 5000  # rows that a page reads; the file beside the snapshot has all


class RefusedRow(NamedTuple):
    """A row that was refused: its line, why, and what it says, which may name people."""

    line: str
    why: str
    said: str


def extracts(known: int, as_at: date) -> list[Used]:
    """Return every extract by the day, the last day first, then by kind; two queries."""
    found: dict[str, list[Extract]] = {}
    for each in history(Extract, known):
        if each.as_at <= as_at:
            found.setdefault(each.reference, []).append(each)
    taken = [(each[-1], _taken(each)) for each in found.values()]
    events = taken_by(event for _, event in taken)
    order = {kind: at for at, kind in enumerate(ExtractKind)}
    return [
        Used(each, *events[event], event)
        for each, event in sorted(
            taken, key=lambda pair: (-pair[0].as_at.toordinal(), order[pair[0].kind])
        )
    ]


def extract(kind: ExtractKind, as_at: date, known: int) -> Used:
    """Return the extract of the kind and day as it stood then; raises UnknownRecord."""
    found = versions(Extract, known, kind=kind, as_at=as_at)
    if not found:
        raise UnknownRecord(Extract, {"kind": kind.value, "as_at": as_at})
    event = _taken(found)
    return Used(found[-1], *taken_by([event])[event], event)


def _taken(found: Sequence[Extract]) -> int:
    """Return the event at which the extract was taken: the last that did not delete its rows."""
    return next(each.version for each in reversed(found) if each.deleted_on is None)


def read_by(used: Used, known: int) -> list[Snapshot]:
    """Return the snapshots that were read from the extract as it was taken then."""
    one = used.extract
    name = f"{one.reference}@{used.event}"
    found = snapshots(known, one.as_at, as_at=one.as_at)
    return [each for each in found if name in each.extracts]


def kept_until(one: Extract, known: int, as_at: date) -> date:
    """Return the last day on which the rows of the extract may lie there, by council policy."""
    days = int(str(registers.policy("housekeeping", as_at, known)["extract_days"]))
    return one.as_at + timedelta(days=days)


def refused_rows(folder: Path, extract: Extract, most: int = MOST_REFUSED) -> list[RefusedRow]:
    """Return the first refused rows that lie beside the snapshot; none once they are deleted."""
    path = refused_rows_of(folder, extract)
    if extract.deleted_on is not None or path is None:
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(islice(_rows(csv.reader(file)), most))


def _rows(lines: Iterator[list[str]]) -> Iterator[RefusedRow]:
    next(lines, None)  # the headings
    for line in lines:
        yield RefusedRow(*[*line, "", "", ""][:3])

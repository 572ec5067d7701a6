"""Extracts as they were taken, and the rows of each that were refused."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from scrutable.housekeeping.facts import Extract, ExtractKind, Snapshot
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.reads.laying import refused_rows_of
from scrutable.housekeeping.reads.snapshots import snapshots, taken_by
from scrutable.records.reads import every, one

MOST_REFUSED = 5000  # rows that a page reads; the file beside the snapshot has all


class RefusedRow(NamedTuple):
    """A row that was refused: its line, why, and what it says, which may name people."""

    line: str
    why: str
    said: str


def extracts(known: int, as_at: date) -> list[Used]:
    """Return every extract by the day, the last day first, then by kind; two queries."""
    found = every(Extract, known, as_at__lte=as_at)
    taken = taken_by(each.version for each in found)
    order = {kind: at for at, kind in enumerate(ExtractKind)}
    return [
        Used(each, *taken[each.version])
        for each in sorted(found, key=lambda each: (-each.as_at.toordinal(), order[each.kind]))
    ]


def extract(kind: ExtractKind, as_at: date, known: int) -> Used:
    """Return the extract of the kind and day as it stood then; raises UnknownRecord."""
    found = one(Extract, known, kind=kind, as_at=as_at)
    return Used(found, *taken_by([found.version])[found.version])


def read_by(extract: Extract, known: int) -> list[Snapshot]:
    """Return the snapshots that read this very version of the extract."""
    name = f"{extract.reference}@{extract.version}"
    found = snapshots(known, extract.as_at, as_at=extract.as_at)
    return [each for each in found if name in each.extracts]


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

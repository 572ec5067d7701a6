"""An extract of the ledger taken: its sums by line and month replace those of its years."""

import csv
import os
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from scrutable.audit.writes import change
from scrutable.evidence.writes import file_label
from scrutable.money.facts import MONTHS, LedgerRead, LedgerYear, Spending
from scrutable.records.reads import every, stands
from scrutable.records.writes import keep_all

VERB = "ledger_loaded"


def load_ledger(
    *, read: LedgerRead, control: int | None, by: str, at: datetime
) -> list[LedgerYear]:
    """Keep what an extract came to and return its years; the same again changes nothing.

    Of each year in it everything is replaced: a line that it no longer names is nought. `control`
    is what finance says that all of it comes to, in pence; it is held against an extract of one
    year.
    """
    told = _with_control(read, control)
    with change(verb=VERB, subject=f"ledger/{read.sha256[:12]}", by=by, at=at) as under_way:
        known = under_way.number - 1
        before = [stands(LedgerYear, known, year=one.year) for one in told]
        if all(_says_same(one, was) for one, was in zip(told, before, strict=True)):
            raise NothingNew(told)
        spent = _changed(read, known)
        kept = keep_all([*told, *spent], under_way)
        under_way.subject = " ".join(one.reference for one in told)[:200]
        under_way.after = {
            "file": read.sha256,
            "name": file_label(read.name),
            "rows": read.rows,
            "refused": len(read.refused),
            "pence": {str(one.year): one.pence for one in told},
        }
    return [one for one in kept if isinstance(one, LedgerYear)]


class NothingNew(Exception):
    """The extract says nothing that is not kept already; `years` are those it speaks of."""

    def __init__(self, years: Iterable[LedgerYear]) -> None:
        super().__init__("This extract is loaded already, and nothing has changed.")
        self.years = tuple(years)


def _with_control(read: LedgerRead, control: int | None) -> list[LedgerYear]:
    if control is None or len(read.years) != 1:
        return list(read.years)
    return [replace(read.years[0], control=control)]


def _says_same(one: LedgerYear, before: LedgerYear | None) -> bool:
    if before is None or before.file != one.file:
        return False
    return one.control in (None, before.control)


def _changed(read: LedgerRead, known: int) -> list[Spending]:
    """Return what differs from what stands, and nought for what the extract no longer names."""
    found: list[Spending] = []
    for year in read.years:
        own = {one.line: one for one in read.spent if one.year == year.year}
        before = {one.line: one for one in every(Spending, known, year=year.year)}
        found += [one for line, one in own.items() if _plain(one) != _plain(before.get(line))]
        found += [
            Spending(line=line, year=year.year, months=(0,) * MONTHS, pence=0, rows=0)
            for line, was in before.items()
            if line not in own and was.rows
        ]
    return found


def _plain(one: Spending | None) -> Spending | None:
    return None if one is None else replace(one, version=0)


def keep_extract(path: Path, read: LedgerRead, folder: Path) -> Path:
    """Lay the extract as it came, and its refused rows, where nobody else reads them.

    It is copied first and then put in its place, so that nothing half-copied is ever found.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    to = folder / read.sha256
    if not to.exists():
        part = folder / f".part-{os.getpid()}-{read.sha256[:12]}"
        shutil.copyfile(path, part)
        part.chmod(0o600)
        part.replace(to)
    if read.refused:
        refused = folder / f"{read.sha256}.refused.csv"
        with refused.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("line", "why", "said"))
            writer.writerows((one.row, one.why, one.said) for one in read.refused)
        refused.chmod(0o600)
    return to

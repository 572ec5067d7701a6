"""Registers of money loaded: all of a workbook or nothing; what it says already changes nothing.

What is beyond its limits is kept as it was found, and flagged: it stands in the council's own
register already. Virements are refused as on the page.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from django.db import transaction

from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError, file_reference
from scrutable.evidence.writes import keep_file
from scrutable.kernel.wording import london_day
from scrutable.money.facts import Approval, BudgetLine, Commitment, Forecast, Virement
from scrutable.money.intake.registers import ORDER, Registers, Told, read_registers
from scrutable.records.facts import Record
from scrutable.records.reads import every
from scrutable.records.rules import refusals_of, refusals_on
from scrutable.records.writes import (
    UnfitRecord,
    keep_all,
    refusals_among_records,
    refusals_of_columns,
)

VERB, SUBJECT = "money_loaded", "register/money"
AS_FOUND = (Approval, Commitment)
ONE_BY_ONE = (Virement, *AS_FOUND)
UNSAID = ("version", "number", "found_in")  # left out where two rows are held to be the same


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedRegisters:
    """What a workbook came to: how many of its rows were new or changed, and known already."""

    taken: int
    known: int
    version: int  # 0 where nothing was written


class _NothingNew(Exception):
    """The workbook says nothing that is not recorded already."""


def load_registers(
    *, content: bytes, name: str, by: str, at: datetime, dry_run: bool = False
) -> LoadedRegisters:
    """Take in a workbook, all of it or nothing. Raises UnfitRecord with every fault and its cell.

    A dry run finds all the same faults, and keeps nothing.
    """
    found = read_registers(content, name)
    if found.errors:
        raise UnfitRecord(found.errors)
    taken = number = 0
    try:
        with transaction.atomic(), change(verb=VERB, subject=SUBJECT, by=by, at=at) as under_way:
            kept = _kept(found, file_reference(sha256(content).hexdigest()), under_way)
            taken, number = len(kept), under_way.number
            _stop(unless=bool(kept) and not dry_run)
            digest = keep_file(content, name, by=by, at=under_way.at, change=under_way)
            counts = Counter(type(one).WHAT for one in kept)
            under_way.after = {"file": digest, "taken": dict(sorted(counts.items()))}
    except _NothingNew:
        number = 0
    return LoadedRegisters(taken=taken, known=len(found.told) - taken, version=number)


def _stop(*, unless: bool) -> None:
    """Leave the transaction without a trace."""
    if not unless:
        raise _NothingNew


def _kept(found: Registers, file: str, under_way: Change) -> list[Record]:
    """Keep what is new, kind by kind, so that each is held against those before it."""
    today, kept = london_day(under_way.at), []
    errors: list[RowError] = []
    for kind in ORDER:
        own = [one for one in found.told if type(one.record) is kind]
        new = list(_new(kind, own, file, under_way.number)) if own else []
        known = _Known(under_way.number)
        fit: list[Record] = []
        for one in new:
            faults = known.refusals(one.record, today)
            errors += [replace(f, place=one.cells.get(f.place, one.place)) for f in faults]
            if faults:
                continue
            fit.append(one.record)
            if kind in ONE_BY_ONE:
                kept += keep_all([one.record], under_way)
        if kind not in ONE_BY_ONE:
            kept += keep_all(fit, under_way)
    if errors:
        raise UnfitRecord(list(dict.fromkeys(errors)))
    return kept


def _new(kind: type[Record], told: Sequence[Told], file: str, known: int) -> Iterator[Told]:
    """Yield the rows that say anything new; of numbered kinds each known one answers one row."""
    standing = Counter(_said(one) for one in every(kind, known))
    for one in told:
        if standing[_said(one.record)]:
            standing[_said(one.record)] -= 1
            continue
        if kind in AS_FOUND:
            found_in: dict[str, Any] = {"found_in": f"{file} {one.place}"}
            yield replace(one, record=replace(one.record, **found_in))
        else:
            yield one


def _said(one: Record) -> tuple[object, ...]:
    return tuple(getattr(one, each.name) for each in fields(one) if each.name not in UNSAID)


class _Known:
    """What many rows are held against, read once: codes of lines, and lines with approvals."""

    def __init__(self, known: int) -> None:
        self.known = known
        self.codes: set[tuple[str, int]] | None = None
        self.approved: set[tuple[str, int]] | None = None

    def refusals(self, of: Record, today: date) -> Sequence[RowError]:
        """Return everything that is wrong with a row."""
        lacking = refusals_of_columns(of)
        if lacking:
            return lacking
        found = [*refusals_of(of), *refusals_on(of, today)]
        if self._may_not_fit(of):
            found += refusals_among_records(of, self.known)
        return found

    def _may_not_fit(self, of: Record) -> bool:
        """Test whether the store must be asked about this row, and not of each of thousands."""
        if isinstance(of, Forecast):
            if self.codes is None:
                self.codes = {(one.code, one.year) for one in every(BudgetLine, self.known)}
            return (of.line, of.year) not in self.codes
        if isinstance(of, BudgetLine):
            if self.approved is None:
                self.approved = {(one.line, one.year) for one in every(Approval, self.known)}
            return bool(of.decision) or (of.code, of.year) in self.approved
        return True

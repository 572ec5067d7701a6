"""Cost lines taken in whole, allocations made and kept, and what of records does not fit."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from scrutable.audit.reads import number_at
from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.evidence.writes import keep_file
from scrutable.money.facts import (
    AllocationRun,
    AllocationStep,
    BusinessArea,
    Charge,
    CostDriver,
    CostLoad,
    CostPool,
    CostSource,
    CostsRead,
    LineToPool,
    Provision,
    Spending,
    UnitCount,
)
from scrutable.money.intake.costs import read_costs
from scrutable.money.reads import costs as reads
from scrutable.money.rules import costs as rules
from scrutable.records.facts import Record
from scrutable.records.reads import every, next_number, one
from scrutable.records.writes import UnfitRecord, keep_all, refusals_among_records

MOST_FAULTS = 500
LOADED, ALLOCATED = "costs_loaded", "costs_allocated"
OTHER: Mapping[type[Record], str] = {BusinessArea: "a pool’s code", CostPool: "an area’s code"}


class _AsItStands(Exception):
    """Nothing is to be kept: what stands says it already."""


class NothingToAllocate(Exception):
    """A year has no cost lines."""

    def __init__(self, year: int) -> None:
        super().__init__(
            f"There are no cost lines of {rules.year_words(year)}. Load them, then allocate."
        )


def read_of(content: bytes, name: str, year: int, known: int) -> CostsRead:
    """Return cost lines as a file gives them, against the pools and areas that are recorded."""
    now = reads.beside(known)
    areas = {code: one.title for code, one in now.areas.items()}
    places = areas | {code: one.title for code, one in now.pools.items()}
    return read_costs(content, name, year=year, places=places)


def load_costs(
    *, content: bytes, name: str, year: int, control: int | None, by: str, at: datetime
) -> tuple[CostLoad, bool]:
    """Take in the cost lines of a year in place of those before, all of them or none.

    `control` is what they should come to, in pence. Returns what stands, and whether anything is
    new: the same file changes nothing. Raises UnfitRecord with every fault and its place.
    """
    digest = sha256(content).hexdigest()
    known = number_at()
    standing, found = reads.load_of(year, known), read_of(content, name, year, known)
    faults = [*found.errors, *([] if found.errors else rules.held_against(found.pence, control))]
    if faults:
        raise UnfitRecord(faults[:MOST_FAULTS])
    if standing is not None and standing.file == digest:
        return standing, False
    load = CostLoad(
        year=year, rows=len(found.lines), pence=found.pence, source=CostSource.FILE,
        name=name[-255:], file=digest,
    )  # fmt: skip
    with change(verb=LOADED, subject=load.reference, by=by, at=at) as under_way:
        again = read_of(content, name, year, under_way.number - 1)
        if again != found:  # pools have changed since
            raise UnfitRecord(again.errors or [RowError("", "Pools have changed", "load it again")])
        ledger = reads.ledger_of(year, under_way.number - 1)
        if ledger is not None:
            load = replace(load, ledger=ledger.pence, basis=ledger.version)
        keep_file(content, name, by=by, at=under_way.at, change=under_way)
        return _kept(load, found, under_way), True


def load_ledger(*, year: int, by: str, at: datetime) -> tuple[CostLoad, bool]:
    """Take in what the ledger says was spent of a year, by the pool of each budget line.

    Raises UnfitRecord with every budget line of which nobody said where it belongs.
    """
    subject = f"cost-lines/{year}"
    with suppress(_AsItStands), change(verb=LOADED, subject=subject, by=by, at=at) as under_way:
        load, found = _out_of_ledger(year, under_way.number - 1)
        _check_loaded(load, found, under_way.number - 1)
        return _kept(load, found, under_way), True
    return one(CostLoad, number_at(), year=year), False


def _out_of_ledger(year: int, known: int) -> tuple[CostLoad, CostsRead]:
    ledger = reads.ledger_of(year, known)
    if ledger is None:
        fault = f"The ledger of {rules.year_words(year)} is not taken in"
        raise UnfitRecord([RowError("", fault, "take it in first")])
    to = reads.pools_of_lines(known)
    found, out = rules.lines_of_ledger(year, every(Spending, known, year=year), to)
    if found.errors:
        raise UnfitRecord(found.errors)
    load = CostLoad(
        year=year, rows=len(found.lines), pence=found.pence, source=CostSource.LEDGER,
        left_out=out, ledger=ledger.pence, basis=ledger.version, name=ledger.name,
    )  # fmt: skip
    return load, found


def _check_loaded(load: CostLoad, found: CostsRead, known: int) -> None:
    standing = reads.load_of(load.year, known)
    if standing is None or replace(standing, version=0) != load:
        return
    lines = [replace(one, version=0) for one in reads.lines_of(standing, load.year)]
    if lines == list(found.lines):
        raise _AsItStands


def _kept(load: CostLoad, found: CostsRead, under_way: Change) -> CostLoad:
    keep_all([*found.lines, load], under_way)
    under_way.after = {"rows": load.rows, "pence": load.pence, "source": load.source.value}
    under_way.after |= {"file": load.file} if load.file else {}
    return replace(load, version=under_way.number)


def allocate(*, year: int, by: str, at: datetime) -> tuple[AllocationRun, bool]:
    """Make the allocation of a year and keep it; the one that stands where nothing has changed.

    Returns whether it is new. Raises NothingToAllocate without cost lines.
    """
    subject = f"allocation/{year}"
    with suppress(_AsItStands), change(verb=ALLOCATED, subject=subject, by=by, at=at) as made:
        run = _allocated(year, made.number - 1)
        keep_all([run], made)
        made.subject = run.reference
        made.after = {
            "inputs": run.inputs, "put_in": run.put_in, "stays": run.stays,
            "areas": len(run.areas), "steps": len(run.steps),
        }  # fmt: skip
        return replace(run, version=made.number), True
    return reads.run_of(year, number_at()), False


def _allocated(year: int, known: int) -> AllocationRun:
    """Return the run with its number; raises _AsItStands where it stands already."""
    load = reads.load_of(year, known)
    if load is None:
        raise NothingToAllocate(year)
    now = reads.beside(known, year)
    run = rules.allocation_run(load, reads.put_of(load), now.steps, now.drivers, now.pools.keys())
    standing = reads.last_run(year, known)
    if standing is not None and standing.inputs == run.inputs:
        raise _AsItStands
    return replace(run, number=next_number(AllocationRun, year=year))


@refusals_among_records.register(BusinessArea)
@refusals_among_records.register(CostPool)
def _(of: BusinessArea | CostPool, known: int) -> Sequence[RowError]:
    now = reads.beside(known)
    others = now.pools if isinstance(of, BusinessArea) else now.areas
    return rules.clashing(of.code, others, OTHER[type(of)])


@refusals_among_records.register
def _(of: CostDriver, known: int) -> Sequence[RowError]:
    return rules.refusals_of_driver(of, reads.beside(known, of.year))


@refusals_among_records.register
def _(of: AllocationStep, known: int) -> Sequence[RowError]:
    return rules.refusals_of_step(of, reads.beside(known, of.year))


@refusals_among_records.register
def _(of: Charge, known: int) -> Sequence[RowError]:
    return rules.refusals_of_charge(of, reads.beside(known))


@refusals_among_records.register
def _(of: UnitCount, known: int) -> Sequence[RowError]:
    return rules.refusals_of_count(of, reads.beside(known, of.year))


@refusals_among_records.register
def _(of: Provision, known: int) -> Sequence[RowError]:
    return rules.unknown_area("area", of.area, reads.beside(known))


@refusals_among_records.register
def _(of: LineToPool, known: int) -> Sequence[RowError]:
    return rules.unknown_pool("pool", of.pool, reads.beside(known))


@refusals_among_records.register(AllocationRun)
@refusals_among_records.register(CostLoad)
def _(of: Record, known: int) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    remedy = "load the cost lines, then allocate them"
    return [RowError(type(of).KEY[0], f"{type(of).WHAT} are made, never entered", remedy)]

"""What is recorded to share costs by, and the run of a year that stands."""

from datetime import date

from django.db.models import Sum

from scrutable.audit.reads import as_known
from scrutable.kernel.periods import Month
from scrutable.money import models
from scrutable.money.facts import (
    AllocationRun,
    AllocationStep,
    BusinessArea,
    CostDriver,
    CostLine,
    CostLoad,
    CostPool,
    LedgerYear,
    LineToPool,
)
from scrutable.money.rules.costs import Beside, digest_of, taken_steps
from scrutable.records.facts import Record
from scrutable.records.reads import UnknownRecord, every, facts_of, stands

ON_COSTS = (
    models.AllocationRun,
    models.AllocationStep,
    models.BusinessArea,
    models.Charge,
    models.CostDriver,
    models.CostLine,
    models.CostLoad,
    models.CostPool,
    models.Provision,
    models.UnitCount,
)


class NoCosts(UnknownRecord):
    """Nothing of the kind is kept of the year."""

    def __init__(self, kind: type[Record], year: int) -> None:
        Exception.__init__(
            self,
            f"There is no {kind.WHAT} of the year that begins in April {year}. "
            "Load its cost lines, then allocate them.",
        )


def beside(known: int, year: int | None = None) -> Beside:
    """Return areas and pools, and the drivers and steps of a year; four queries."""
    drivers = every(CostDriver, known, year=year) if year is not None else ()
    return Beside(
        areas={one.code: one for one in every(BusinessArea, known)},
        pools={one.code: one for one in every(CostPool, known)},
        drivers={one.code: one for one in drivers},
        steps=every(AllocationStep, known, year=year) if year is not None else (),
    )


def load_of(year: int, known: int) -> CostLoad | None:
    """Return the cost lines of a year as they were last taken in."""
    return stands(CostLoad, known, year=year)


def put_of(load: CostLoad) -> dict[str, int]:
    """Return what the lines of a load put into each pool or area, in one query."""
    rows = models.CostLine.objects.filter(event=load.version, year=load.year)
    sums = rows.values_list("place").annotate(pence=Sum("pence")).order_by("place")
    return {place: int(pence) for place, pence in sums}


def lines_of(load: CostLoad | int, year: int, **only: str) -> list[CostLine]:
    """Return the lines of a load, or of some places alone, in the order of the file."""
    event = load if isinstance(load, int) else load.version
    rows = models.CostLine.objects.filter(event=event, year=year, **only)
    return list(facts_of(CostLine, rows.order_by("row")))


def last_run(year: int, known: int) -> AllocationRun | None:
    """Return the run of a year that stands; None where none was made."""
    rows = models.AllocationRun.objects.filter(year=year, event__lte=known)
    return next(facts_of(AllocationRun, rows.order_by("-number", "-event")[:1]), None)


def run_of(year: int, known: int) -> AllocationRun:
    """Return the run of a year that stands; raises NoCosts."""
    found = last_run(year, known)
    if found is None:
        raise NoCosts(AllocationRun, year)
    return found


def years_allocated(known: int) -> tuple[int, ...]:
    """Return the years that have a run, the last first."""
    rows = models.AllocationRun.objects.filter(event__lte=known).order_by("-year")
    return tuple(rows.values_list("year", flat=True).distinct())


def years_loaded(known: int) -> tuple[int, ...]:
    """Return the years that have cost lines, the last first."""
    rows = as_known(models.CostLoad.objects.all(), known).order_by("-year")
    return tuple(rows.values_list("year", flat=True))


def year_shown(years: tuple[int, ...], as_at: date) -> int:
    """Return the last of the years that had begun by the day, or the one that has if none had."""
    now = Month.of(as_at).year_start.year
    return next((one for one in years if one <= now), years[-1] if years else now)


def drivers_of(run: AllocationRun) -> dict[str, CostDriver]:
    """Return the drivers of a run by pool, each in the version that it took; one query."""
    versions = {one.version for one in run.steps}
    rows = models.CostDriver.objects.filter(event__in=versions, year=run.year).order_by(
        "code", "event"
    )
    found = {(one.code, one.version): one for one in facts_of(CostDriver, rows)}
    return {one.pool: found[one.driver, one.version] for one in run.steps}


def is_stale(run: AllocationRun, known: int, now: Beside | None = None) -> bool:
    """Test whether lines, steps or drivers have changed since the run was made."""
    load = load_of(run.year, known)
    now = now or beside(known, run.year)
    if load is None or load.version != run.load:
        return True
    return digest_of(load, now.pools, taken_steps(now.steps, now.drivers)) != run.inputs


def ledger_of(year: int, known: int) -> LedgerYear | None:
    """Return what the ledger says of a year."""
    return stands(LedgerYear, known, year=year)


def pools_of_lines(known: int) -> dict[str, LineToPool]:
    """Return to which pool each budget line belongs."""
    return {one.line: one for one in every(LineToPool, known)}

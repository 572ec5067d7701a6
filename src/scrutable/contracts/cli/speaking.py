"""What these commands share: references and spans read, and what may be refused."""

from datetime import date, datetime

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import split
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers
from scrutable.registers.reads import UnknownContract

REFUSALS = (
    UnknownContract,
    reads.UnknownKpi,
    reads.UnknownRecord,
    writes.NothingToVerify,
    writes.ReturnAlreadyLoaded,
    writes.UnfitCorrection,
    writes.UnfitMitigation,
)


def today(known_at: datetime | None = None) -> date:
    """Return the day in London on which the question is asked; a moment to come is now."""
    now = clock.now()
    return london_day(min(known_at or now, now))


def kpi_of(reference: str, parts: int) -> tuple[str, ...]:
    """Return contract, code and, of three, month; raises UsageError for anything else."""
    try:
        kind, *found = split(reference)
    except ValueError as fault:
        raise click.UsageError(str(fault)) from fault
    if kind != "kpi" or len(found) != parts:
        example = "kpi/CSS/CSC_KPI_04/2026-09" if parts == 3 else "kpi/CSS/CSC_KPI_04"
        raise click.UsageError(f"“{reference}” is not a reference such as {example}")
    return tuple(found)


def check_named_for(by: str, permission: Permission, contract: str) -> None:
    """Refuse whoever may not do it, or not for this contract; raises UnknownContract."""
    supplier = registers.contract(contract, number_at()).supplier
    check_named(by, permission, supplier=supplier.reference)


def span_of(first: Month, last: Month) -> Span:
    """Return the months from first to last; raises UsageError where they are the wrong way."""
    try:
        return Span(first, last)
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Give the earlier month first.") from fault

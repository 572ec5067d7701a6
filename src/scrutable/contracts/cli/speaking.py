"""What these commands share: months, moments and references read, and what may be refused."""

from datetime import UTC, date, datetime
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.govuk.cli import Command
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import split
from scrutable.kernel.wording import LONDON, london_day
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


YEARS = range(2000, 2100)  # of which commands speak; sums with months end beyond them


class MonthType(click.ParamType[Month]):
    """A month such as 2026-09."""

    name = "month"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Read the month, or say how one is written."""
        try:
            month = value if isinstance(value, Month) else Month.parse(value)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)
        if month.year not in YEARS:
            self.fail(f"{month} is of another age; give a month from 2000 to 2099", param, ctx)
        return month


class MomentType(click.ParamType[datetime]):
    """A moment such as 2026-10-12T09:00, in London where it names no zone."""

    name = "moment"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the moment, or say how one is written."""
        try:
            moment = datetime.fromisoformat(str(value))
            moment = moment if moment.tzinfo else moment.replace(tzinfo=LONDON)
            return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            self.fail(f"“{value}” is not a moment such as 2026-10-12T09:00", param, ctx)


class DayType(click.ParamType[date]):
    """A day such as 2026-10-01."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day, or say how one is written."""
        try:
            day = date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day such as 2026-10-01", param, ctx)
        if day.year not in YEARS:
            self.fail(f"{day} is of another age; give a day from 2000 to 2099", param, ctx)
        return day


MONTH, MOMENT, DAY = MonthType(), MomentType(), DayType()


def with_known_at(command: Command) -> Command:
    """Add the option that asks as of what was known at a moment."""
    option = click.option(
        "--known-at", type=MOMENT, help="Answer as was known then, such as 2026-10-12T09:00."
    )
    return option(command)


def today(known_at: datetime | None = None) -> date:
    """Return the day in London on which the question is asked."""
    return london_day(known_at or clock.now())


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

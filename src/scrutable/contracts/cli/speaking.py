"""What these commands share: months and moments read, tables written, refusals in words."""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import split
from scrutable.kernel.wording import LONDON
from scrutable.registers.reads import UnknownContract

Cell = str | int | bool | Decimal | date | Month | None
Rows = Sequence[Mapping[str, Cell]]
WIDE = 160  # columns of a table that goes into a file or a pipe

REFUSALS = (
    UnknownContract,
    reads.UnknownKpi,
    reads.UnknownRecord,
    writes.NothingToVerify,
    writes.ReturnAlreadyLoaded,
    writes.UnfitCorrection,
    writes.UnfitMitigation,
)


class MonthType(click.ParamType[Month]):
    """A month such as 2026-09."""

    name = "month"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Read the month, or say how one is written."""
        try:
            return value if isinstance(value, Month) else Month.parse(value)
        except ValueError as fault:
            self.fail(str(fault), param, ctx)


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
            return date.fromisoformat(str(value))
        except ValueError:
            self.fail(f"“{value}” is not a day such as 2026-10-01", param, ctx)


MONTH, MOMENT, DAY = MonthType(), MomentType(), DayType()

Command = Callable[..., None]


def with_format(command: Command) -> Command:
    """Add the option that chooses how data is written."""
    choices = click.Choice(["table", "json", "csv"])
    option = click.option(
        "--format", "form", type=choices, default="table", show_default=True, help="How to write."
    )
    return option(command)


def with_known_at(command: Command) -> Command:
    """Add the option that asks as of what was known at a moment."""
    option = click.option(
        "--known-at", type=MOMENT, help="Answer as was known then, such as 2026-10-12T09:00."
    )
    return option(command)


def known_number(known_at: datetime | None) -> int:
    """Return the number of the last event by the moment, or of all where none is given."""
    return number_at(known_at)


def today(known_at: datetime | None = None) -> date:
    """Return the day in London on which the question is asked."""
    return (known_at or clock.now()).astimezone(LONDON).date()


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


def span_of(first: Month, last: Month) -> Span:
    """Return the months from first to last; raises UsageError where they are the wrong way."""
    try:
        return Span(first, last)
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Give the earlier month first.") from fault


@contextmanager
def refusals_in_words() -> Iterator[None]:
    """Turn whatever cannot be done into one sentence on stderr and exit 1."""
    try:
        yield
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal


def write_rows(rows: Rows, columns: Sequence[str], form: str) -> None:
    """Write the rows on stdout; numbers exact, as text in JSON, nothing for what is missing."""
    if form == "json":
        click.echo(json.dumps([_plain(row) for row in rows], indent=2, ensure_ascii=False))
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows([_plain(row) for row in rows])
    else:
        write_table(rows, columns)


def write_json(record: Mapping[str, Cell | Rows]) -> None:
    """Write one record, which may hold rows, as JSON on stdout."""
    plain = {
        name: [_plain(row) for row in value] if isinstance(value, list) else value
        for name, value in record.items()
    }
    click.echo(json.dumps(plain, indent=2, ensure_ascii=False, default=_said))


def write_table(rows: Rows, columns: Sequence[str]) -> None:
    """Write the rows as a table for people; what is missing is a dash, never a blank."""
    table = Table()
    for name in columns:
        is_number = any(isinstance(row[name], int | Decimal) for row in rows)
        heading = name.replace("_", " ").capitalize()
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_shown(row[name]) for name in columns))
    Console(width=None if sys.stdout.isatty() else WIDE, markup=False).print(table)


def _plain(row: Mapping[str, Cell]) -> dict[str, str | int | bool | None]:
    return {
        name: value if value is None or isinstance(value, str | int | bool) else _said(value)
        for name, value in row.items()
    }


def _said(value: Decimal | date | Month) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _shown(value: Cell) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)

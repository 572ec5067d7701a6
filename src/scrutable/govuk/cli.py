"""How every command reads days and prints: a table for people, JSON or csv for programs."""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON

Cell = str | int | bool | Decimal | date | Month | None
Rows = Sequence[Mapping[str, Cell]]
Command = Callable[..., None]
WIDE = 160  # columns of a table that goes into a file or a pipe
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


class NumberType(click.ParamType[Decimal]):
    """A number, read exactly; `such` is one as it is written.

    `bare` takes away the signs that people write beside it.
    """

    name = "number"

    def __init__(self, such: str, bare: Callable[[str], str]) -> None:
        self.such = such
        self.bare = bare

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """Read the number, or say how one is written."""
        try:
            number = Decimal(self.bare(str(value)))
        except InvalidOperation:
            number = Decimal("NaN")
        if not number.is_finite():
            self.fail(f"“{value}” is not a number such as {self.such}", param, ctx)
        return number


def without_pounds(text: str) -> str:
    """Return a sum or number without its commas and the sign of pounds before it."""
    return text.replace(",", "").removeprefix("£")


MONTH, MOMENT, DAY = MonthType(), MomentType(), DayType()


def with_known_at(command: Command) -> Command:
    """Add the option that asks as of what was known at a moment."""
    option = click.option(
        "--known-at", type=MOMENT, help="Answer as was known then, such as 2026-10-12T09:00."
    )
    return option(command)


def with_format(command: Command) -> Command:
    """Add the option that chooses how data is written."""
    choices = click.Choice(["table", "json", "csv"])
    option = click.option(
        "--format", "form", type=choices, default="table", show_default=True, help="How to write."
    )
    return option(command)


def write_rows(rows: Rows, columns: Sequence[str], form: str) -> None:
    """Write the rows on stdout; numbers exact, as text in JSON, nothing for what is missing."""
    if form == "json":
        write_json(rows)
    elif form == "csv":
        writer = csv.DictWriter(sys.stdout, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    else:
        _write_table(rows, columns)


def write_json(value: object) -> None:
    """Write mappings, lists and facts' values as JSON on stdout."""
    click.echo(json.dumps(value, indent=2, ensure_ascii=False, default=_said))


@contextmanager
def refusals_in_words(*refusals: type[Exception]) -> Iterator[None]:
    """Turn whatever cannot be done into one sentence on stderr and exit 1."""
    try:
        yield
    except refusals as refusal:
        raise click.ClickException(str(refusal)) from refusal


def _write_table(rows: Rows, columns: Sequence[str]) -> None:
    """Write the rows as a table for people; what is missing is a dash, never a blank."""
    table = Table()
    for name in columns:
        is_number = any(isinstance(row[name], int | Decimal) for row in rows)
        heading = name.replace("_", " ").capitalize()
        table.add_column(heading, justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_shown(row[name]) for name in columns))
    Console(width=None if sys.stdout.isatty() else WIDE, markup=False).print(table)


def _plain(value: Cell) -> str | int | None:
    return value if value is None or isinstance(value, str | int) else _said(value)


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _shown(value: Cell) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:,f}" if isinstance(value, Decimal) else str(value)

"""How every command prints: a table for people, JSON or csv for programs, refusals in words."""

import csv
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from decimal import Decimal

import click
from rich.console import Console
from rich.table import Table

from scrutable.kernel.periods import Month

Cell = str | int | bool | Decimal | date | Month | None
Rows = Sequence[Mapping[str, Cell]]
Command = Callable[..., None]
WIDE = 160  # columns of a table that goes into a file or a pipe


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

"""`scrutable money load-ledger` and `reconcile`."""

from collections import defaultdict
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, with_format, with_known_at, write_rows
from scrutable.money import reads
from scrutable.money.cli.listing import YEAR
from scrutable.money.cli.recording import BY, MANAGE, POUNDS, faults, pence_of
from scrutable.money.facts import LedgerRead, Reckoned
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.presenters.ledger import loaded_words
from scrutable.money.presenters.words import pounds_of
from scrutable.money.rules import reckoned_words, year_words
from scrutable.money.writes.ledger import NothingNew, keep_extract
from scrutable.money.writes.ledger import load_ledger as keep_ledger

YEARS = ("year", "through", "ledger", "on_lines", "on_other_codes", "refused", "control", "why")
DIFFERENCES = ("line", "year", "file", "here", "difference")


@click.command(name="load-ledger")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--control", type=POUNDS, help="What finance says that the ledger holds, in pounds.")
@click.option("--by", required=True, help=BY)
@with_format
def load_ledger(path: Path, control: Decimal | None, by: str, form: str) -> None:
    """Load an extract of the ledger: csv, xlsx or Parquet, summed by line and month.

    It replaces what is kept of its years; the same file again changes nothing. Rows that cannot
    be read are refused, each with its line and reason, and the command exits 1.
    """
    check_named(by, MANAGE)
    read = read_ledger(path, path.name)
    if not isinstance(read, LedgerRead):
        raise faults(path, read)
    if control is not None and len(read.years) > 1:
        raise click.UsageError("The extract is of several years: leave --control out.")
    pence = None if control is None else pence_of(control)
    try:
        years = keep_ledger(read=read, control=pence, by=by, at=clock.now())
    except NothingNew as same:
        click.echo(str(same), err=True)
        return
    keep_extract(path, read, settings.DATA_DIR / "ledger")
    write_rows([_year(one) for one in reads.ledgers(number_at())], YEARS, form)
    for one in read.refused:
        click.echo(f"{path}: line {one.row}: {one.why}", err=True)
    click.echo(loaded_words(years, len(read.refused)), err=True)
    if read.refused:
        raise SystemExit(1)


@click.command()
@click.option("--year", type=YEAR, help="Such as 2026/27; else every year.")
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="An extract to hold what is kept against, line by line; nothing is changed.",
)
@with_known_at
@with_format
def reconcile(year: int | None, against: Path | None, known_at: datetime | None, form: str) -> None:
    """Hold the ledger against the budget lines to the penny. Exits 1 where anything differs."""
    known = number_at(known_at)
    if against is not None:
        _against(against, year, known, form)
        return
    found = [one for one in reads.ledgers(known) if year in (None, one.ledger.year)]
    write_rows([_year(one) for one in found], YEARS, form)
    if not all(one.agrees for one in found):
        raise SystemExit(1)


def _against(path: Path, year: int | None, known: int, form: str) -> None:
    read = read_ledger(path, path.name)
    if not isinstance(read, LedgerRead):
        raise faults(path, read)
    sums: dict[int, dict[str, int]] = defaultdict(dict)
    for one in read.spent:
        if year in (None, one.year):
            sums[one.year][one.line] = one.pence
    found = reads.against(sums, known)
    rows: list[dict[str, Cell]] = [
        {
            "line": line,
            "year": year_words(one.year),
            "file": pounds_of(ledger),
            "here": pounds_of(here),
            "difference": pounds_of(ledger - here),
        }
        for one in found
        for line, ledger, here in one.differences
    ]
    write_rows(rows, DIFFERENCES, form)
    if rows:
        raise SystemExit(1)
    click.echo("Every line agrees to the penny", err=True)


def _year(one: Reckoned) -> dict[str, Cell]:
    ledger = one.ledger
    return {
        "year": year_words(ledger.year),
        "through": ledger.through,
        "ledger": pounds_of(ledger.pence),
        "on_lines": pounds_of(one.here),
        "on_other_codes": pounds_of(one.stray_pence),
        "refused": ledger.refused,
        "control": None if ledger.control is None else pounds_of(ledger.control),
        "why": reckoned_words(one),
    }

"""`scrutable money costs load`, `allocate` and `template`."""

from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import NumberType, refusals_in_words, without_pounds
from scrutable.money.cli.costs.options import BY, YEAR
from scrutable.money.intake.costs import places_of, write_template
from scrutable.money.presenters.costs.setup import loaded_words
from scrutable.money.presenters.costs.words import exact, year_words
from scrutable.money.reads import costs as reads
from scrutable.money.writes import costs as writes
from scrutable.records.writes import UnfitRecord

POUNDS = NumberType("1200.50", without_pounds)


@click.command()
@click.argument("path", required=False, type=click.Path(dir_okay=False, path_type=Path))
@YEAR
@click.option("--from-ledger", is_flag=True, help="Take them from the ledger, not from a file.")
@click.option("--control", type=POUNDS, help="What they come to, in pounds; checked to the penny.")
@click.option("--dry-run", is_flag=True, help="Say what a file holds, and change nothing.")
@BY
def load(
    path: Path | None,
    year: int,
    from_ledger: bool,  # noqa: FBT001  (click's own)
    control: Decimal | None,
    dry_run: bool,  # noqa: FBT001  (click's own)
    by: str,
) -> None:
    """Load the cost lines of a year in place of those before: all of them or none.

    A line holds a code, a pool or an area, pounds or pence, and a text. Exits 1 with every fault.
    """
    check_named(by, Permission.MANAGE_MONEY)
    if from_ledger == (path is not None):
        raise click.UsageError("Name a file, or say --from-ledger, and not both.")
    given = None if control is None else int(control * 100)
    content = b"" if path is None else _content(path)
    if dry_run and path is not None:
        found = writes.read_of(content, path.name, year, number_at())
        _stop_at(path.name, found.errors)
        click.echo(f"{len(found.lines):,} lines, {exact(found.pence)}; nothing is kept", err=True)
        return
    at = clock.now()
    try:
        done, is_new = (
            writes.load_ledger(year=year, by=by, at=at)
            if path is None
            else writes.load_costs(
                content=content, name=path.name, year=year, control=given, by=by, at=at
            )
        )
    except UnfitRecord as unfit:
        _stop_at(path.name if path else "ledger", unfit.faults)
        raise
    said = loaded_words(done)
    click.echo(said if is_new else f"Nothing is new. {said}", err=True)


def _content(path: Path) -> bytes:
    content = read_path(path)
    if isinstance(content, list):
        _stop_at(path.name, content)
        raise SystemExit(1)
    return content


def _stop_at(name: str, faults: Iterable[RowError]) -> None:
    """Say every fault and stop; go on where there is none."""
    told = [f"{name}: {one}" for one in faults]
    for said in told:
        click.echo(said, err=True)
    if told:
        raise SystemExit(1)


@click.command()
@YEAR
@BY
def allocate(year: int, by: str) -> None:
    """Allocate the cost lines of a year; the same inputs give the run that stands."""
    check_named(by, Permission.MANAGE_MONEY)
    with refusals_in_words(writes.NothingToAllocate):
        run, is_new = writes.allocate(year=year, by=by, at=clock.now())
    said = f"{run.reference}: {exact(run.put_in)}, of which {exact(run.stays)} reaches no area"
    click.echo(said if is_new else f"Nothing has changed. {said}", err=True)


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@YEAR
def template(path: Path, year: int) -> None:
    """Write the workbook in which the cost lines of a year are sent to PATH."""
    now = reads.beside(number_at())
    content = write_template(
        places_of(
            {code: one.title for code, one in now.pools.items()},
            {code: one.title for code, one in now.areas.items()},
        ),
        year=year,
    )
    with refusals_in_words(OSError):
        path.write_bytes(content)
    click.echo(f"{path} is written for {year_words(year)}", err=True)

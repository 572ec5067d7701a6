"""`scrutable assurance template` and `load`: the workbook out, and all of it in or nothing."""

from collections.abc import Iterable
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.assurance import writes
from scrutable.assurance.cli.systems import BY
from scrutable.assurance.facts.beside import Line
from scrutable.assurance.intake.registers import SHEETS
from scrutable.assurance.presenters.registers import loaded_words
from scrutable.assurance.reads.registers import issued_register
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import Cell, with_format, write_rows
from scrutable.kernel.wording import count_words, london_day
from scrutable.records.writes import UnfitRecord
from scrutable.registers import reads as registers

COLUMNS = ("reference", "place", "effect")
NAMES = [one.name for one in SHEETS]


@click.command(name="register-template")
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--sheet", "only", multiple=True, type=click.Choice(NAMES, case_sensitive=False),
    help="Only this sheet; may be given again.",
)  # fmt: skip
def register_template(path: Path, only: tuple[str, ...]) -> None:
    """Write the workbook of systems, issues and claims, with all that is recorded."""
    today, known = london_day(clock.now()), number_at()
    council = registers.council_name(today, known, settings.COUNCIL_NAME)
    path.write_bytes(issued_register(known, today, council, only))
    click.echo(f"{path} is written", err=True)


@click.command(name="load-register")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@BY
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load_register(
    path: Path,
    by: str,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load the workbook, or one sheet of it as csv; all or nothing.

    What it says already changes nothing. Exits 1 with every fault.
    """
    check_named(by, Permission.MANAGE_ASSURANCE)
    content = read_path(path)
    if isinstance(content, list):
        raise _faults(path, content)
    at = clock.now()
    found = writes.checked_register(content, path.name, number_at(), london_day(at), by)
    if found.errors:
        raise _faults(path, found.errors)
    more = [line for line in found.lines if line.says_more]
    write_rows([_row(line) for line in more], COLUMNS, form)
    if dry_run:
        click.echo(f"{count_words(len(more), 'row')} would be taken; nothing is", err=True)
        return
    try:
        done = writes.load_register(content=content, name=path.name, by=by, at=at)
    except UnfitRecord as unfit:
        raise _faults(path, unfit.faults) from unfit
    click.echo(loaded_words(done.new, done.changed, done.known), err=True)


def _row(line: Line) -> dict[str, Cell]:
    effect = "new" if line.before is None else "changed"
    return {"reference": line.record.reference, "place": line.place, "effect": effect}


def _faults(path: Path, faults: Iterable[RowError]) -> SystemExit:
    for one in faults:
        click.echo(f"{path}: {one}", err=True)
    return SystemExit(1)


COMMANDS = (register_template, load_register)

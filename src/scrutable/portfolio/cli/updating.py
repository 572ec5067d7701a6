"""`scrutable portfolio template`, `load` and `updates`."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.kernel.wording import count_words, london_day
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.intake import Reading
from scrutable.portfolio.presenters.updates import said_words
from scrutable.registers import reads as registers
from scrutable.work.cli import progress_bar

COLUMNS = ("project", "item", "what", "says", "place", "effect", "before")
UPDATE_COLUMNS = (
    "update",
    "on",
    "file",
    "cell_map",
    "projects",
    "dates",
    "statuses",
    "records",
)
REFUSALS = (
    reads.UnknownMilestone,
    reads.UnknownProject,
    reads.UnknownRecord,
    registers.UnknownSupplier,
    writes.UnfitMove,
    writes.UnfitProject,
    writes.UnfitRecord,
    writes.UnfitStatus,
)


@click.command()
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True,
    help="The workbook to write.",
)  # fmt: skip
@click.option("--on", type=DAY, help="The report date; today, if none is given.")
def template(output: Path, on: date | None) -> None:
    """Write the workbook in which projects report: dates, status, money, benefits and more."""
    known, today = number_at(), london_day(clock.now())
    council = registers.council_name(today, known, settings.COUNCIL_NAME)
    output.write_bytes(reads.issued_workbook(known, on or today, council))
    click.echo(f"Wrote {output}", err=True)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who loads it, such as a.patel.")
@click.option("--map", "cell_map", default="", help="Code of the cell map of a register not ours.")
@click.option("--on", type=DAY, help="With a map: the day of the register; today, if none.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(
    path: Path,
    by: str,
    cell_map: str,
    on: date | None,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load a filled update, or a register by its map, all of it or nothing.

    The same file twice changes nothing. Faults go to stderr as file:cell: fault; remedy, and the
    command exits 1.
    """
    check_named(by, Permission.MANAGE_PROJECTS)
    content = read_path(path)
    if not isinstance(content, bytes):
        _tell(path, content, count_words(len(content), "fault"))
        raise click.ClickException("Nothing was loaded.")
    sent = writes.Sent(content=content, name=path.name, cell_map=cell_map, on=on)
    with refusals_in_words(*REFUSALS):
        if _is_loaded(sent):
            return
        incoming = _read(path, sent, form)
        if dry_run:
            click.echo("Nothing was stored.", err=True)
            return
        received = writes.load_update(incoming=incoming, by=by, at=clock.now())
    click.echo(f"Loaded as {received.reference}: {said_words(received)}.", err=True)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--map", "cell_map", default="", help="The cell map by which to read it.")
@click.option("--on", type=DAY, help="With --map: the day that the register speaks of.")
@with_format
def check(path: Path, cell_map: str, on: date | None, form: str) -> None:
    """Say what is wrong with a filled workbook, or what loading it would do; store nothing.

    Faults go to stderr as file:cell: fault; remedy, and the command exits 1.
    """
    content = read_path(path)
    if not isinstance(content, bytes):
        _tell(path, content, count_words(len(content), "fault"))
        raise SystemExit(1)
    sent = writes.Sent(content=content, name=path.name, cell_map=cell_map, on=on)
    with refusals_in_words(*REFUSALS):
        if not _is_loaded(sent):
            _read(path, sent, form)


def _is_loaded(sent: writes.Sent) -> bool:
    """Test whether this very file was taken in before, and say so."""
    by = writes.map_version(sent.cell_map, number_at())
    if earlier := reads.update_of(sent.content, by):
        click.echo(f"This very file is {earlier.reference} already. Nothing changes.", err=True)
        return True
    return False


def _read(path: Path, sent: writes.Sent, form: str) -> facts.IncomingUpdate:
    """Read the file, print what it would do, and return it; with a fault, say all and stop."""
    known = number_at()
    with progress_bar(f"Reading {path.name}") as progress:
        reading = writes.read_sent(sent, known, clock.now(), progress)
    _tell(path, reading.errors, count_words(len(reading.errors), "fault"))
    _tell(path, reading.warnings, count_words(len(reading.warnings), "warning"))
    _tell(path, reading.notices, f"{count_words(reading.noted, 'note')} that stop nothing")
    if reading.errors:
        raise click.ClickException("Nothing was loaded.")
    incoming = writes.incoming_update(sent, reading, known)
    write_rows(_rows(incoming, known), COLUMNS, form)
    _tell_unchanged(reading)
    return incoming


def _tell_unchanged(reading: Reading) -> None:
    if reading.unchanged:
        rows = count_words(reading.unchanged, "row")
        said = "says" if reading.unchanged == 1 else "say"
        click.echo(f"{rows} {said} just what is known.", err=True)


def _tell(path: Path, told: Sequence[RowError | Notice], heading: str) -> None:
    """Say one kind of thing under its heading and count, or nothing where there is none."""
    if told:
        click.echo(f"{heading}:", err=True)
    for said in told:
        click.echo(f"{path}:{said}" if said.place else f"{path}: {said}", err=True)


def _rows(incoming: facts.IncomingUpdate, known: int) -> list[dict[str, Cell]]:
    return [
        {
            "project": one.project,
            "item": one.item or None,
            "what": one.what,
            "says": one.after,
            "place": one.place,
            "effect": one.effect.value,
            "before": one.before,
        }
        for one in reads.update_plan(incoming, reads.known_to_updates(known))
    ]


@click.command()
@with_known_at
@with_format
def updates(known_at: datetime | None, form: str) -> None:
    """Print every update that was taken in, newest first."""
    rows: list[dict[str, Cell]] = [
        {
            "update": one.reference,
            "on": one.on,
            "file": one.file_name,
            "cell_map": one.cell_map or None,
            "projects": one.projects,
            "dates": one.dates,
            "statuses": one.statuses,
            "records": one.records,
        }
        for one in reads.updates(number_at(known_at))
    ]
    write_rows(rows, UPDATE_COLUMNS, form)

"""`scrutable portfolio template` and `load`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, write_rows
from scrutable.kernel.wording import count_words, london_day
from scrutable.portfolio import reads, writes
from scrutable.portfolio.facts import ENDED, IncomingUpdate
from scrutable.portfolio.intake import Reading, read_update, write_template
from scrutable.registers import reads as registers

COLUMNS = ("project", "milestone", "what", "says", "place")
REFUSALS = (
    reads.UnknownMilestone,
    reads.UnknownProject,
    writes.UnfitMove,
    writes.UnfitStatus,
)


@click.command()
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True,
    help="The workbook to write.",
)  # fmt: skip
@click.option("--on", type=DAY, help="The report date; today, if none is given.")
def template(output: Path, on: date | None) -> None:
    """Write the workbook in which projects report their dates and their status."""
    known, today = number_at(), london_day(clock.now())
    content = write_template(
        projects=[one for one in reads.projects(known) if one.stage not in ENDED],
        lines=reads.every_line(known, on or today),
        on=on or today,
        council=registers.council_name(today, known, settings.COUNCIL_NAME),
    )
    output.write_bytes(content)
    click.echo(f"Wrote {output}", err=True)


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who loads it, such as a.patel.")
@click.option("--dry-run", is_flag=True, help="Say what it reports, and change nothing.")
@with_format
def load(path: Path, by: str, dry_run: bool, form: str) -> None:  # noqa: FBT001  (click's own)
    """Load a filled update, all of it or nothing; the same file twice changes nothing.

    Faults go to stderr as file:cell: fault; remedy, and the command exits 1.
    """
    check_named(by, Permission.MANAGE_PROJECTS)
    content = read_path(path)
    if not isinstance(content, bytes):
        _tell(path, content)
        raise click.ClickException("Nothing was loaded.")
    reading = _read_unless_loaded(content, path)
    if reading is None:
        return
    _tell(path, reading.notices)
    _tell(path, reading.errors)
    if reading.errors or reading.on is None:
        raise click.ClickException("Nothing was loaded.")
    write_rows(_rows(reading), COLUMNS, form)
    if dry_run:
        click.echo("Nothing was stored.", err=True)
        return
    incoming = IncomingUpdate(
        on=reading.on,
        dates=reading.dates,
        statuses=reading.statuses,
        content=content,
        name=path.name,
    )
    with refusals_in_words(*REFUSALS):
        received = writes.load_update(incoming=incoming, by=by, at=clock.now())
    dates = count_words(received.dates, "date")
    statuses = count_words(received.statuses, "status", "statuses")
    click.echo(f"Loaded as {received.reference}: {dates}, {statuses}.", err=True)


def _read_unless_loaded(content: bytes, path: Path) -> Reading | None:
    """Read the file, unless this very file was taken in before, which is said."""
    if earlier := reads.update_of(content):
        click.echo(f"This very file is {earlier.reference} already. Nothing changes.", err=True)
        return None
    return read_update(content, path.name, reads.known_to_updates(number_at()))


def _tell(path: Path, told: Iterable[RowError | Notice]) -> None:
    for said in told:
        click.echo(f"{path}:{said}" if said.place else f"{path}: {said}", err=True)


def _rows(reading: Reading) -> list[dict[str, Cell]]:
    dates: list[dict[str, Cell]] = [
        {
            "project": one.project,
            "milestone": one.milestone,
            "what": one.kind.value,
            "says": one.to,
            "place": one.place,
        }
        for one in reading.dates
    ]
    statuses: list[dict[str, Cell]] = [
        {
            "project": one.project,
            "milestone": None,
            "what": "status",
            "says": one.overall.value,
            "place": one.place,
        }
        for one in reading.statuses
    ]
    return [*dates, *statuses]

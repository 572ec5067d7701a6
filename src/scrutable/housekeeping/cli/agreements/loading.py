"""`scrutable housekeeping agreements load`."""

from collections.abc import Iterable
from pathlib import Path

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import Cell, with_format, write_rows
from scrutable.housekeeping.intake.agreements import Line
from scrutable.housekeeping.presenters.agreements.register import loaded_words
from scrutable.housekeeping.writes.agreements import checked_register, load_agreements
from scrutable.kernel.wording import count_words, london_day
from scrutable.records.writes import UnfitRecord

COLUMNS = ("reference", "place", "effect")


@click.command()
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True, help="Who loads it, such as b.khan; goes into the log.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(
    path: Path,
    by: str,
    dry_run: bool,  # noqa: FBT001  (click's own)
    form: str,
) -> None:
    """Load a register of agreements that the council keeps: csv, xlsx or ods; all or nothing.

    A row without a number in the column “Renewal” is an agreement, one with a number is that
    renewal of it. What the register says already changes nothing. Exits 1 with every fault.
    """
    check_named(by, Permission.MANAGE_AGREEMENTS)
    content = read_path(path)
    if isinstance(content, list):
        raise _faults(path, content)
    known, at = number_at(), clock.now()
    found = checked_register(content, path.name, known, london_day(at))
    if found.errors:
        raise _faults(path, found.errors)
    write_rows([_row(line) for line in found.lines if line.says_more], COLUMNS, form)
    if dry_run:
        more = sum(line.says_more for line in found.lines)
        click.echo(f"{count_words(more, 'row')} would be taken; nothing is", err=True)
        return
    try:
        done = load_agreements(content=content, name=path.name, by=by, at=at)
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

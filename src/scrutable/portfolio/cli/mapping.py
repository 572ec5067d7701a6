"""`scrutable portfolio map`: the cell maps by which registers not our own are read."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.intake import map_lines, read_cell_map

COLUMNS = ("code", "title", "columns", "words", "approver", "approved_on")
LINE_COLUMNS = ("line", "ours", "theirs")


@click.group(name="map")
def maps() -> None:
    """Cell maps: how a register of the council's own is read."""


@maps.command(name="add")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--code", required=True, help="What commands call it, such as capital.")
@click.option("--title", required=True, help="What people call it.")
@click.option("--approved-by", "approver", required=True, help="Who approved it.")
@click.option("--approved-on", type=DAY, required=True, help="When.")
@click.option("--note", default="", help="What it is for.")
@click.option("--by", required=True, help="Who records it, such as a.patel.")
def add(path: Path, by: str, approved_on: date, **said: Any) -> None:
    """Record the cell map in the file at PATH (csv, xlsx or ods), or a later version of one.

    Its lines are read as line,ours,theirs. Faults go to stderr, and the command exits 1.
    """
    check_named(by, Permission.MANAGE_PROJECTS)
    content = read_path(path)
    read = read_cell_map(content, path.name) if isinstance(content, bytes) else None
    faults = read.errors if read else content
    if read and not faults:
        of = facts.CellMap(approved_on=approved_on, **said, **read.parts)
        try:
            found = writes.record(of=of, by=by, at=clock.now())
        except writes.UnfitRecord as refusal:
            faults = list(refusal.faults)
        else:
            click.echo(f"Recorded {found.reference}, version {found.version}.", err=True)
            return
    for fault in faults:
        click.echo(f"{path}:{fault}", err=True)
    raise click.ClickException("No map was recorded.")


@maps.command(name="list")
@with_known_at
@with_format
def list_maps(known_at: datetime | None, form: str) -> None:
    """Print every cell map as it stands."""
    rows: list[dict[str, Cell]] = [
        {
            "code": one.code,
            "title": one.title,
            "columns": len(one.columns),
            "words": len(one.words),
            "approver": one.approver,
            "approved_on": one.approved_on,
        }
        for one in reads.every(facts.CellMap, number_at(known_at))
    ]
    write_rows(rows, COLUMNS, form)


@maps.command(name="show")
@click.argument("code")
@with_known_at
@with_format
def show(code: str, known_at: datetime | None, form: str) -> None:
    """Print the map CODE as the lines of its file; as csv it can be recorded again."""
    with refusals_in_words(reads.UnknownRecord):
        one = reads.one(facts.CellMap, number_at(known_at), code=code)
    rows: list[dict[str, Cell]] = [
        dict(zip(LINE_COLUMNS, line, strict=True)) for line in map_lines(one)
    ]
    write_rows(rows, LINE_COLUMNS, form)

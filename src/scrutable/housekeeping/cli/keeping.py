"""`scrutable housekeeping mapping`, `mappings` and `retain`."""

import tomllib
from datetime import date
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, refusals_in_words, with_format, write_rows
from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import ExtractKind, SavedMapping
from scrutable.kernel.wording import count_words, date_words, london_day
from scrutable.records.reads import every
from scrutable.records.writes import UnfitRecord, record

MAPPING_COLUMNS = ("name", "extract", "column", "heading", "month_first")
RETAINED_COLUMNS = ("extract", "as_at", "name", "rows", "deleted_on")
TIMETABLE = "timetable"  # whom the log names where nobody is named
BY = click.option("--by", required=True, help="Who does it, such as b.khan; goes into the log.")


@click.command()
@click.argument("name")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--month-first", is_flag=True, help="Days are written 09/30/2026 there.")
@BY
def mapping(name: str, path: Path, month_first: bool, by: str) -> None:  # noqa: FBT001  (click's own)
    """Save under NAME which headings a system exports what under, as the file PATH says it.

    The file has a part for each extract: [staff], and in it left_on = "Date of exit". `take --map
    NAME` reads by it. The same name again corrects what it said.
    """
    check_named(by, Permission.MANAGE_ESTATE)
    for kind, columns in _parts(path).items():
        saved = SavedMapping(kind=kind, name=name, columns=columns, month_first=month_first)
        with refusals_in_words(UnfitRecord):
            done = record(of=saved, by=by, at=clock.now())
        click.echo(f"{done.reference} is saved: {count_words(len(columns), 'heading')}")


@click.command()
@with_format
def mappings(form: str) -> None:
    """Print every saved mapping, heading by heading."""
    rows = [
        {
            "name": one.name,
            "extract": one.kind.value,
            "column": column,
            "heading": heading,
            "month_first": "yes" if one.month_first else "no",
        }
        for one in every(SavedMapping, number_at())
        for column, heading in one.columns
    ]
    write_rows(rows, MAPPING_COLUMNS, form)


@click.command()
@click.option("--as-at", type=DAY, help="The day that counts; today, if none is given.")
@click.option("--by", default=TIMETABLE, show_default=True, help="Who does it, for the log.")
@with_format
def retain(as_at: date | None, by: str, form: str) -> None:
    """Delete the rows of extracts that are older than the council keeps them.

    Hash, headings and counts of each stay on record, and so do findings with their places; what was
    left behind by a process that was killed goes too.
    """
    if by != TIMETABLE:
        check_named(by, Permission.MANAGE_ESTATE)
    at = clock.now()
    day = as_at or london_day(at)
    done = writes.retain(folder=settings.DATA_DIR / "extracts", as_at=day, by=by, at=at)
    rows = [
        {
            "extract": one.kind.value,
            "as_at": one.as_at.isoformat(),
            "name": one.name,
            "rows": one.rows,
            "deleted_on": one.deleted_on.isoformat() if one.deleted_on else "",
        }
        for one in done
    ]
    write_rows(rows, RETAINED_COLUMNS, form)
    deleted = count_words(len(done), "extract")
    click.echo(f"The rows of {deleted} are deleted as at {date_words(day)}", err=True)


def _parts(path: Path) -> dict[ExtractKind, tuple[tuple[str, str], ...]]:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"{path}: {fault}. Write it as the help shows.") from fault
    kinds = {one.value for one in ExtractKind}
    if not read or any(
        name not in kinds or not isinstance(said, dict) for name, said in read.items()
    ):
        raise click.UsageError(f"{path}: its parts are called {', '.join(sorted(kinds))}.")
    return {
        ExtractKind(name): tuple((column, str(heading)) for column, heading in said.items())
        for name, said in read.items()
    }

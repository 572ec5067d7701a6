"""`scrutable housekeeping take`."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import click
from django.conf import settings

from scrutable.audit import clock
from scrutable.govuk.cli import DAY, Cell, with_format, write_rows
from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import ExtractKind, Taken
from scrutable.housekeeping.intake import Asked, kind_of
from scrutable.housekeeping.intake import take as take_in

COLUMNS = ("extract", "kind", "rows", "kept", "refused", "refused_rows", "snapshot")


@click.command()
@click.argument(
    "paths", nargs=-1, required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--as-at", type=DAY, required=True, help="The day on which they were drawn.")
@click.option(
    "--map", "saved", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of the council’s own headings: [staff] left_on = \"Date of exit\".",
)  # fmt: skip
@click.option("--month-first", is_flag=True, help="Days are written 09/30/2026.")
@click.option("--by", required=True, help="Who takes them, such as b.khan; goes into the log.")
@with_format
def take(
    paths: tuple[Path, ...],
    as_at: date,
    saved: Path | None,
    month_first: bool,  # noqa: FBT001  (click's own)
    by: str,
    form: str,
) -> None:
    """Take extracts of staff, accounts or devices: csv, xlsx or Parquet.

    What each is, its name or its headings tell. Rows that cannot be read lie beside their reasons
    in a csv of their own, and the command exits 1; so it does where a file cannot be read at all,
    and then the last good snapshot stays.
    """
    mappings = _mappings(saved)
    found, is_clean = [], True
    for path in paths:
        kind = kind_of(path, mappings)
        asked = Asked(
            kind=kind,
            as_at=as_at,
            name=path.name,
            mapping=mappings.get(kind.value, {}),
            month_first=month_first,
        )
        taken = take_in(
            path, asked, settings.DATA_DIR / "extracts", megabytes=settings.EXTRACTS_MEGABYTES
        )
        is_clean &= isinstance(taken, Taken) and not taken.refused
        if isinstance(taken, Taken):
            writes.keep_extract(taken=taken, by=by, at=clock.now())
            found.append(_row(taken))
            _say(path, taken.notices)
        else:
            _say(path, taken)
    write_rows(found, COLUMNS, form)
    if not is_clean:
        raise SystemExit(1)


def _mappings(saved: Path | None) -> Mapping[str, Mapping[str, str]]:
    if saved is None:
        return {}
    try:
        read = tomllib.loads(saved.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise click.UsageError(f"{saved}: {fault}. Write it as the help shows.") from fault
    kinds = {one.value for one in ExtractKind}
    if any(name not in kinds or not isinstance(said, dict) for name, said in read.items()):
        raise click.UsageError(f"{saved}: its parts are called {', '.join(sorted(kinds))}.")
    return {name: {key: str(value) for key, value in said.items()} for name, said in read.items()}


def _say(path: Path, told: Iterable[object]) -> None:
    for one in told:
        click.echo(f"{path}: {one}", err=True)


def _row(taken: Taken) -> dict[str, Cell]:
    return {
        "extract": taken.name,
        "kind": taken.kind.value,
        "rows": taken.rows,
        "kept": taken.kept,
        "refused": taken.refused,
        "refused_rows": taken.refused_rows if taken.refused else "",
        "snapshot": taken.snapshot,
    }

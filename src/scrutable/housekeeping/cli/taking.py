"""`scrutable housekeeping take`."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, write_rows
from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.facts import Taken
from scrutable.housekeeping.intake import Asked, kind_of
from scrutable.housekeeping.intake import take as take_in

COLUMNS = ("extract", "kind", "rows", "kept", "refused", "refused_rows", "snapshot")


@click.command()
@click.argument(
    "paths", nargs=-1, required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)  # fmt: skip
@click.option("--as-at", type=DAY, required=True, help="The day on which they were drawn.")
@click.option("--map", "saved", default="", help="A saved mapping by its name.")
@click.option("--month-first", is_flag=True, help="Days are written 09/30/2026.")
@click.option("--by", required=True, help="Who takes them, such as b.khan; goes into the log.")
@with_format
def take(
    paths: tuple[Path, ...],
    as_at: date,
    saved: str,
    month_first: bool,  # noqa: FBT001  (click's own)
    by: str,
    form: str,
) -> None:
    """Take extracts of the council’s own systems: csv, xlsx or Parquet.

    What each is, its name or its headings tell. Rows that cannot be read lie beside their reasons
    in a csv of their own, and the command exits 1; so it does where a file cannot be read at all,
    and then the last good snapshot stays. Under which headings a system exports what, a mapping
    says that was saved with `mapping`.
    """
    check_named(by, Permission.MANAGE_ESTATE)
    with refusals_in_words(reads.NoMapping):
        of_kinds = reads.saved_mappings(saved, number_at()) if saved else {}
    mappings = {kind.value: dict(one.columns) for kind, one in of_kinds.items()}
    found, is_clean = [], True
    for path in paths:
        kind = kind_of(path, mappings)
        asked = Asked(
            kind=kind,
            as_at=as_at,
            name=path.name,
            mapping=mappings.get(kind.value, {}),
            month_first=month_first or (kind in of_kinds and of_kinds[kind].month_first),
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

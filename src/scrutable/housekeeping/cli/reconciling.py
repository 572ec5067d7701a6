"""`scrutable housekeeping reconcile`."""

from datetime import date

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, write_rows
from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.engine import ENGINES, NoEngine
from scrutable.housekeeping.facts import Counted, Snapshot
from scrutable.housekeeping.reads.laying import engine_at_work
from scrutable.housekeeping.rules.orders import UnfitLimit
from scrutable.kernel.wording import count_words

COLUMNS = ("of", "line", "number")


@click.command()
@click.option("--as-at", type=DAY, required=True, help="The day of the extracts.")
@click.option("--by", required=True, help="Who reconciles them, such as b.khan; goes into the log.")
@click.option(
    "--engine", "name", type=click.Choice(ENGINES), default=ENGINES[0],
    help="What works it out: DuckDB on this machine, or Spark.",
)  # fmt: skip
@click.option("--master", default="local[*]", help="Where Spark works, such as spark://host:7077.")
@with_format
def reconcile(as_at: date, by: str, name: str, master: str, form: str) -> None:
    """Hold the extracts of a day against each other, and keep what is found.

    Prints the sums, line by line, and how many are wrong in which way. Everything counts on one
    line, so that the lines add up to all. Exits 1 where anything is wrong.
    """
    check_named(by, Permission.MANAGE_ESTATE)
    folder, most = settings.DATA_DIR / "extracts", settings.EXTRACTS_MEGABYTES
    with (
        refusals_in_words(reads.NoExtract, writes.EarlierSnapshot, NoEngine, UnfitLimit),
        engine_at_work(folder, name=name, master=master, megabytes=most) as engine,
    ):
        extracts = reads.laid(folder, as_at, number_at(), engine)
        kept = [
            writes.keep_snapshot(came_to=one, by=by, at=clock.now())
            for one in reads.came_to(extracts)
        ]
    write_rows([row for one in kept for row in _rows(one)], COLUMNS, form)
    wrong = sum(fault.number for one in kept for fault in one.faults)
    if wrong:
        new = sum(one.new + one.back for one in kept)
        click.echo(f"{count_words(wrong, 'finding')}, {new} of them new or back again", err=True)
        raise SystemExit(1)


def _rows(snapshot: Snapshot) -> list[dict[str, Cell]]:
    said = [
        *snapshot.lines,
        Counted("all", snapshot.number),
        *(Counted(f"wrong: {one.name}", one.number) for one in snapshot.faults),
    ]
    return [{"of": snapshot.part.value, "line": one.name, "number": one.number} for one in said]

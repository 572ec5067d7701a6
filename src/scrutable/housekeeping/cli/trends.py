"""`scrutable housekeeping trend`."""

from datetime import date, datetime
from decimal import Decimal

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, with_format, with_known_at, write_rows
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import PartOfEstate, Snapshot
from scrutable.housekeeping.presenters.trends import title
from scrutable.kernel.wording import london_day

COLUMNS = ("part", "as_at", "what", "name", "number", "pounds")


@click.command()
@click.option(
    "--part",
    type=click.Choice([one.value for one in PartOfEstate]),
    default=PartOfEstate.ACCOUNTS.value,
    show_default=True,
    help="Which part of the estate.",
)
@click.option("--as-at", type=DAY, help="Snapshots up to this day; today, if none is given.")
@with_known_at
@with_format
def trend(part: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print a part's lines, faults and changes by snapshot, the oldest first.

    Of each snapshot the lines come first, then their sum, then what is wrong, then what it changed
    of the findings.
    """
    day = as_at or london_day(known_at or clock.now())
    found = reads.snapshots(number_at(known_at), day, part=PartOfEstate(part))
    write_rows([row for one in found for row in _rows(one)], COLUMNS, form)
    click.echo(f"{title(PartOfEstate(part), found)}.", err=True)


def _rows(one: Snapshot) -> list[dict[str, Cell]]:
    said: list[tuple[str, str, int, int | None]] = [
        *(("line", line.name, line.number, line.pence) for line in one.lines),
        ("sum", "all", one.number, None),
        *((("sum", "people", one.people, None),) if one.people is not None else ()),
        *(("wrong", fault.name, fault.number, fault.pence) for fault in one.faults),
        ("changed", "new", one.new, None),
        ("changed", "back", one.back, None),
        ("changed", "fixed", one.fixed, None),
        ("changed", "gone", one.gone, None),
    ]
    return [
        {
            "part": one.part.value,
            "as_at": one.as_at,
            "what": what,
            "name": name,
            "number": number,
            "pounds": None if pence is None else Decimal(pence) / 100,
        }
        for what, name, number, pence in said
    ]

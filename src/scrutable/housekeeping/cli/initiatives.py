"""`scrutable housekeeping initiatives`."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import Counts, Initiative, InitiativeStanding, PartOfEstate
from scrutable.housekeeping.presenters.initiatives import finding, title
from scrutable.housekeeping.rules.initiatives import PENCE, wanted_on
from scrutable.kernel.wording import london_day
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

COLUMNS = (
    *("code", "title", "measure", "state", "baseline", "baseline_on", "target", "due"),
    *("measured", "measured_on", "line", "percent", "saved_a_year", "saving_expected", "owner"),
)
MEASURED = ("as_at", "measured", "line")
AS_AT = click.option("--as-at", type=DAY, help="As it stood on this day; today if none is given.")


@click.group()
def initiatives() -> None:
    """List, show or record what is to become less, or more, by when."""


@initiatives.command(name="list")
@AS_AT
@with_known_at
@with_format
def list_all(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every initiative and how far it has come."""
    found = reads.initiatives(number_at(known_at), _day(as_at, known_at))
    write_rows([_row(one) for one in found], COLUMNS, form)
    click.echo(f"{title(found)}.", err=True)


@initiatives.command()
@click.argument("code")
@AS_AT
@with_known_at
@with_format
def show(code: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every measurement of one initiative, with where the straight line was on its day."""
    with refusals_in_words(UnknownRecord):
        one = reads.initiative(code, number_at(known_at), _day(as_at, known_at))
    rows: list[dict[str, Cell]] = [
        {
            "as_at": each.on,
            "measured": _value(one.initiative, each.value),
            "line": _value(one.initiative, wanted_on(one.initiative, each.on)),
        }
        for each in one.measured
    ]
    write_rows(rows, MEASURED, form)
    click.echo(f"{finding(one)}.", err=True)


@initiatives.command()
@click.argument("code")
@click.option("--title", required=True, help="What it is called.")
@click.option("--part", type=click.Choice([p.value for p in PartOfEstate]), required=True)
@click.option(
    "--counts", type=click.Choice([c.value for c in Counts]), required=True,
    help="Everything of the part, one line, one fault, or the cost of either in pounds.",
)  # fmt: skip
@click.option("--name", default="", help="The line or the fault, such as leaver.")
@click.option("--owner", required=True, help="A post.")
@click.option("--baseline", type=Decimal, required=True)
@click.option("--baseline-on", type=DAY, required=True)
@click.option("--target", type=Decimal, required=True)
@click.option("--due", type=DAY, required=True)
@click.option("--saving", type=Decimal, help="Pounds a year expected of the whole.")
@click.option("--each", type=Decimal, help="Pounds a year that one less saves.")
@click.option("--priced-by", default="", help="Where that price is written.")
@click.option("--decision", default="", help="The decision it rests on.")
@click.option("--by", required=True, help="Who records it, such as b.khan; goes into the log.")
def add(by: str, **said: Any) -> None:
    """Record an initiative, or how a known one is told from now on."""
    check_named(by, Permission.MANAGE_ESTATE)
    counts = Counts(said["counts"])
    unit = PENCE if counts is Counts.COST else 1
    for name in ("baseline", "target"):
        if said[name] * unit != int(said[name] * unit):
            raise click.UsageError(f"--{name} is {said[name]}: give a whole number.")
    made = Initiative(
        code=said["code"],
        title=said["title"],
        part=PartOfEstate(said["part"]),
        counts=counts,
        name=said["name"],
        owner=said["owner"],
        baseline=int(said["baseline"] * unit),
        baseline_on=said["baseline_on"],
        target=int(said["target"] * unit),
        due=said["due"],
        saving_pounds=said["saving"],
        each_pounds=said["each"],
        priced_by=said["priced_by"],
        decision=said["decision"],
    )
    with refusals_in_words(UnfitRecord, WrittenMeanwhile):
        done = record(of=made, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded", err=True)


def _day(as_at: date | None, known_at: datetime | None) -> date:
    return as_at or london_day(known_at or clock.now())


def _value(one: Initiative, value: int) -> Decimal:
    return Decimal(value) / PENCE if one.counts is Counts.COST else Decimal(value)


def _row(one: InitiativeStanding) -> dict[str, Cell]:
    initiative, last = one.initiative, one.last
    measure = f"{initiative.part.value}/{initiative.counts.value}"
    return {
        "code": initiative.code,
        "title": initiative.title,
        "measure": f"{measure}/{initiative.name}" if initiative.name else measure,
        "state": one.state.value,
        "baseline": _value(initiative, initiative.baseline),
        "baseline_on": initiative.baseline_on,
        "target": _value(initiative, initiative.target),
        "due": initiative.due,
        "measured": _value(initiative, last.value) if last else None,
        "measured_on": last.on if last else None,
        "line": None if one.wanted is None else _value(initiative, one.wanted),
        "percent": one.percent,
        "saved_a_year": one.saved_pounds,
        "saving_expected": initiative.saving_pounds,
        "owner": initiative.owner,
    }

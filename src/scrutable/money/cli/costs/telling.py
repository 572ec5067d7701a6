"""`scrutable money costs area`, `pools`, `unit-costs`, `bodies`, `compare` and `driver`."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.kernel.wording import date_words, london_day
from scrutable.money.cli.costs.options import ANY_YEAR, AS_AT, YEAR
from scrutable.money.facts import STRAIGHT, CostsSeen, Moved
from scrutable.money.presenters.costs import compared as compared_words
from scrutable.money.presenters.costs import front
from scrutable.money.presenters.costs.words import exact, pounds, year_words
from scrutable.money.reads import costs as reads
from scrutable.records.reads import UnknownRecord


@click.command()
@click.argument("code", required=False)
@ANY_YEAR
@AS_AT
@with_known_at
@with_format
def area(
    code: str | None, year: int | None, as_at: date | None, known_at: datetime | None, form: str
) -> None:
    """Print what each area costs; of the area CODE every pool’s share, and who declared it."""
    seen, known = _seen(year, as_at, known_at)
    if code is None:
        rows: list[dict[str, Cell]] = [
            {
                "area": one.area.code,
                "title": one.area.title,
                "side": one.area.side.value,
                "pounds": pounds(one.pence),
                **{_column(tower): pounds(one.towers.get(tower, 0)) for tower in seen.towers},
            }
            for one in seen.areas
        ]
        columns = ("area", "title", "side", *map(_column, seen.towers), "pounds")
        write_rows(rows, columns, form)
        click.echo(front.summary(seen), err=True)
        return
    with refusals_in_words(UnknownRecord):
        one = reads.area_seen(code, known, seen)
    shares: list[dict[str, Cell]] = [
        {
            "pool": each.pool.code,
            "tower": each.pool.tower,
            "pounds": pounds(each.pence),
            "driver": each.driver.code if each.driver else None,
            "weight": each.weight,
            "of": each.driver.total if each.driver else None,
            "declared_by": each.driver.declared_by if each.driver else None,
            "declared_on": each.driver.declared_on if each.driver else None,
        }
        for each in one.given
    ]
    shares += [
        {
            "pool": None, "tower": None, "pounds": pounds(line.pence), "driver": None,
            "weight": None, "of": None, "declared_by": None, "declared_on": None,
        }
        for line in one.straight
    ]  # fmt: skip
    columns = ("pool", "tower", "pounds", "driver", "weight", "of", "declared_by", "declared_on")
    write_rows(shares, columns, form)
    click.echo(f"{one.cost.area.title}: {exact(one.cost.pence)}", err=True)


def _column(tower: str) -> str:
    return "straight" if tower == STRAIGHT else tower.casefold().replace(" ", "_")


@click.command()
@ANY_YEAR
@AS_AT
@with_known_at
@with_format
def pools(year: int | None, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print every pool in the order in which it is emptied, and where its cost went."""
    seen, _ = _seen(year, as_at, known_at)
    names = ("own", "came", "to_pools", "to_areas", "stays")
    rows: list[dict[str, Cell]] = [
        {
            "step": one.step or None,
            "pool": one.pool.code,
            "tower": one.pool.tower,
            **{name: pounds(getattr(one, name)) for name in names},
            "driver": one.driver or None,
        }
        for one in seen.pools
    ]
    write_rows(rows, ("step", "pool", "tower", *names, "driver"), form)


@click.command(name="unit-costs")
@ANY_YEAR
@AS_AT
@with_known_at
@with_format
def unit_costs(year: int | None, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what one of each unit costs, in all and in each area whose number is declared."""
    seen, _ = _seen(year, as_at, known_at)
    rows: list[dict[str, Cell]] = []
    for unit in seen.units:
        said = {"unit": unit.count.unit, "source": unit.count.source}
        rows.append(
            {**said, "area": None, "number": unit.count.number, "pounds": pounds(unit.pence),
             "each": unit.each}
        )  # fmt: skip
        rows += [
            {**said, "area": one.area.code, "number": one.number, "pounds": pounds(one.pence),
             "each": one.each}
            for one in unit.areas
        ]  # fmt: skip
    write_rows(rows, ("unit", "area", "number", "pounds", "each", "source"), form)


@click.command()
@ANY_YEAR
@AS_AT
@with_known_at
@with_format
def bodies(year: int | None, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what outside bodies cost and are charged. Exits 1 where one does not cover its cost."""
    seen, _ = _seen(year, as_at, known_at)
    rows: list[dict[str, Cell]] = [
        {
            "body": one.area.code, "title": one.area.title, "cost": pounds(one.cost),
            "charged": pounds(one.charged), "short": pounds(one.short),
        }
        for one in seen.covers
    ]  # fmt: skip
    write_rows(rows, ("body", "title", "cost", "charged", "short"), form)
    if any(one.short for one in seen.covers):
        raise SystemExit(1)


@click.command()
@click.argument("first", type=click.IntRange(2000, 2099))
@click.argument("second", type=click.IntRange(2000, 2099))
@with_known_at
@with_format
def compare(first: int, second: int, known_at: datetime | None, form: str) -> None:
    """Print what moved from the year FIRST to the year SECOND, by costs and by drivers."""
    with refusals_in_words(UnknownRecord):
        found = reads.years_compared(first, second, number_at(known_at))
    rows = [_moved(one) for one in found.everything]
    write_rows(rows, ("area", "title", "before", "by_costs", "by_drivers", "after", "moved"), form)
    click.echo(f"{compared_words.title(found)}. {compared_words.METHOD}", err=True)


def _moved(one: Moved) -> dict[str, Cell]:
    return {
        "area": one.code or None,
        "title": one.title,
        "before": pounds(one.before),
        "by_costs": pounds(one.by_costs),
        "by_drivers": pounds(one.by_drivers),
        "after": pounds(one.after),
        "moved": pounds(one.after - one.before),
    }


@click.command()
@click.argument("code")
@YEAR
@with_known_at
@with_format
def driver(code: str, year: int, known_at: datetime | None, form: str) -> None:
    """Print the weights of the driver CODE of a year, and who declared it."""
    with refusals_in_words(UnknownRecord):
        one, _ = reads.driver_seen(code, year, number_at(known_at))
    rows: list[dict[str, Cell]] = [
        {"target": each.target, "weight": each.weight} for each in one.weights
    ]
    write_rows(rows, ("target", "weight"), form)
    said = f"{one.title}: declared by {one.declared_by} on {date_words(one.declared_on)}"
    click.echo(f"{said}, from {one.source}", err=True)


def _seen(year: int | None, as_at: date | None, known_at: datetime | None) -> tuple[CostsSeen, int]:
    known, day = number_at(known_at), as_at or london_day(known_at or clock.now())
    found = reads.costs_seen(known, day, year)
    if found is None:
        said = f" of {year_words(year)}" if year else ""
        raise click.ClickException(f"No costs{said} are allocated yet. {front.HOW}")
    return found, known

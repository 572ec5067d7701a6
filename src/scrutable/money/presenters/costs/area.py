"""An area: what came to it and whence, what it gets, what it is charged; pure."""

from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Table
from scrutable.kernel.wording import date_words
from scrutable.money.facts import AreaSeen, Side
from scrutable.money.presenters.costs import words
from scrutable.money.presenters.costs.sharing import driver_cells
from scrutable.money.presenters.costs.words import (
    PROVIDED_WORDS,
    SIDE_WORDS,
    back_address,
    each_cell,
    exact,
    key_figure,
    number_words,
    pence_cell,
    pool_address,
    share_cell,
    year_words,
)


def area_title(one: AreaSeen, year: int) -> str:
    """Return what the area cost."""
    return f"{one.cost.area.title} cost {exact(one.cost.pence)} in {year_words(year)}"


def area_summary(one: AreaSeen) -> str:
    """Return which side it is on, and how it stands beside the year before."""
    said = SIDE_WORDS[one.cost.area.side]
    if one.before is None:
        return f"{said}. The year before is not allocated."
    moved = one.cost.pence - one.before
    if not moved:
        return f"{said}. As much as the year before."
    return f"{said}. {exact(abs(moved))} {'more' if moved > 0 else 'less'} than the year before."


def area_figures(one: AreaSeen, year: int) -> tuple[KeyFigure, ...]:
    """Return what it costs, what it is charged, and what one of each costs in it."""
    found = []
    if one.cost.area.side is Side.OUTSIDE:
        charged = sum(each.pence for each in one.charges)
        short = one.cost.pence - charged
        said = f"{exact(short)} less than it costs" if short > 0 else "covers its cost"
        found.append(key_figure("Charged", exact(charged), year, said, "#charges"))
    found += [
        key_figure(
            f"For each {unit}", each_cell(each.each).text, year,
            f"{exact(each.pence)} for {number_words(each.number)}",
        )
        for unit, each in one.units
    ]  # fmt: skip
    return tuple(found)


def given_table(one: AreaSeen, year: int) -> Table:
    """Return what each pool gave the area, by which weight, who declared it."""
    code, whole = one.cost.area.code, one.cost.pence
    rows = [
        (
            Cell(each.pool.title, href=pool_address(each.pool.code, year)),
            Cell(each.pool.tower),
            pence_cell(each.pence, back_address(code, each.pool.code, year)),
            share_cell(each.pence, whole),
            *driver_cells(each, year),
        )
        for each in one.given
    ]
    straight = sum(line.pence for line in one.straight)
    if one.straight:
        rows.append(
            (
                Cell(words.STRAIGHT_WORDS, href="#straight"),
                Cell("No tower"),
                pence_cell(straight),
                share_cell(straight, whole),
                Cell("No driver"),
                Cell("Its own cost lines"),
                Cell("Nobody needs to"),
            )
        )
    return Table(
        name="given",
        caption="Where its cost comes from",
        columns=(
            Column("pool", "Pool"),
            Column("tower", "Tower"),
            Column("cost", "Cost", numeric=True),
            Column("share", "Share", numeric=True),
            Column("driver", "Driver"),
            Column("weight", "Weight"),
            Column("declared", "Declared by"),
        ),
        rows=tuple(rows),
        totals=(
            Cell("All of it"), Cell("Every tower"), pence_cell(whole), share_cell(whole, whole),
            Cell("All drivers"), Cell("All weights"), Cell("Named above"),
        )
        if rows
        else (),
        empty="Nothing came to it.",
    )  # fmt: skip


def provision_table(one: AreaSeen) -> Table:
    """Return what the area gets for it."""
    return Table(
        name="provisions",
        caption="What it gets for it",
        columns=(
            Column("what", "What"),
            Column("kind", "Kind"),
            Column("number", "How many", numeric=True),
            Column("of", "Where it is recorded"),
            Column("source", "Source"),
        ),
        rows=tuple(
            (
                Cell(each.title),
                Cell(PROVIDED_WORDS[each.kind]),
                Cell(words.NOT_COUNTED)
                if each.count is None
                else Cell(f"{each.count:,}", number=Decimal(each.count)),
                Cell(each.of, href=f"/trace/{each.of}")
                if each.of
                else Cell("No record of its own"),
                Cell(each.source or "Not stated"),
            )
            for each in one.provisions
        ),
        empty="Nobody has recorded what it gets: services, KPIs, applications, devices, users.",
    )


def charge_table(one: AreaSeen) -> Table:
    """Return what the body is charged."""
    return Table(
        name="charges",
        caption="What it is charged",
        columns=(
            Column("what", "For what"),
            Column("on", "On"),
            Column("charge", "Charge", numeric=True),
            Column("source", "Agreement or invoice"),
        ),
        rows=tuple(
            (
                Cell(each.what),
                Cell(date_words(each.on), order=each.on.isoformat()),
                pence_cell(each.pence),
                Cell(each.source),
            )
            for each in one.charges
        ),
        totals=(
            Cell("All"), Cell("In the year"),
            pence_cell(sum(each.pence for each in one.charges)), Cell("All of them"),
        )
        if one.charges
        else (),
        empty="It is not charged for the year.",
    )  # fmt: skip

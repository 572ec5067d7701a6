"""Tables of the costs of a year: areas, pools, bodies, units, pools by areas; pure."""

from scrutable.govuk.facts import Cell, Column, Row, Rows, Table
from scrutable.kernel.wording import capital, list_words
from scrutable.money.facts import STRAIGHT, AreaCost, CostsSeen, Cover, PoolCost, Side
from scrutable.money.presenters.costs import words
from scrutable.money.presenters.costs.words import (
    COVERED,
    NOT_COVERED,
    OUTSIDE,
    area_address,
    driver_address,
    pence_cell,
    pool_address,
    share,
    share_cell,
    tower_words,
    year_words,
)

MOST = 50  # areas of one page


def area_table(seen: CostsSeen) -> Table:
    """Return every area with its towers; it adds up in both directions."""
    towers = seen.towers

    def area(one: AreaCost) -> Cell:
        tags = (OUTSIDE,) if one.area.side is Side.OUTSIDE else ()
        return Cell(one.area.title, href=area_address(one.area.code, seen.year), tags=tags)

    sums = [sum(one.towers.get(tower, 0) for one in seen.areas) for tower in towers]
    came = sum(one.pence for one in seen.areas)
    return Table(
        name="towers",
        caption=f"Cost by area and tower, {year_words(seen.year)}",
        columns=(
            Column("area", "Area"),
            *(
                Column(f"tower{at}", tower_words(tower), numeric=True)
                for at, tower in enumerate(towers)
            ),
            Column("all", "In all", numeric=True),
            Column("share", "Share", numeric=True),
        ),
        rows=Rows(
            seen.areas,
            (
                area,
                *((lambda one, t=tower: pence_cell(one.towers.get(t, 0))) for tower in towers),
                lambda one: pence_cell(one.pence),
                lambda one: share_cell(one.pence, came),
            ),
        ),
        totals=(
            Cell("All areas"),
            *(pence_cell(pence) for pence in sums),
            pence_cell(came),
            share_cell(came, came),
        )
        if seen.areas
        else (),
        most=MOST,
        empty="Nothing came to an area.",
    )


def list_table(seen: CostsSeen) -> Table:
    """Return every area with its cost, its share, and the tower that most of it is in."""
    came = sum(one.pence for one in seen.areas)

    def most(one: AreaCost) -> Cell:
        tower = max(one.towers, key=lambda name: (one.towers[name], name), default=STRAIGHT)
        return Cell(tower_words(tower), note=share(one.towers.get(tower, 0), one.pence))

    return Table(
        name="areas",
        caption=f"Areas, {year_words(seen.year)}",
        columns=(
            Column("area", "Area"),
            Column("side", "Where it stands"),
            Column("cost", "Cost", numeric=True),
            Column("share", "Share", numeric=True),
            Column("most", "Most of it"),
        ),
        rows=Rows(
            seen.areas,
            (
                lambda one: Cell(one.area.title, href=area_address(one.area.code, seen.year)),
                lambda one: Cell(words.SIDE_WORDS[one.area.side]),
                lambda one: pence_cell(one.pence),
                lambda one: share_cell(one.pence, came),
                most,
            ),
        ),
        totals=(
            Cell("All areas"), Cell("Inside and outside"), pence_cell(came),
            share_cell(came, came), Cell("Every tower"),
        )
        if seen.areas
        else (),
        most=MOST,
        empty="Nothing came to an area.",
    )  # fmt: skip


def pool_table(seen: CostsSeen) -> Table:
    """Return every pool in the order in which it is emptied: what was in it, where it went."""
    totals = [
        sum(getattr(one, name) for one in seen.pools)
        for name in ("own", "came", "held", "to_pools", "to_areas", "stays")
    ]
    return Table(
        name="pools",
        caption=f"Cost pools in the order in which they are emptied, {year_words(seen.year)}",
        columns=(
            Column("pool", "Pool"),
            Column("tower", "Tower"),
            Column("own", "Own cost lines", numeric=True),
            Column("came", "From other pools", numeric=True),
            Column("held", "In it", numeric=True),
            Column("to_pools", "To other pools", numeric=True),
            Column("to_areas", "To areas", numeric=True),
            Column("stays", "Stays", numeric=True),
            Column("driver", "Driver"),
        ),
        rows=tuple(_pool_row(one, seen.year) for one in seen.pools),
        totals=(
            Cell("All pools"),
            Cell("Every tower"),
            *map(pence_cell, totals),
            Cell("All drivers"),
        )
        if seen.pools
        else (),
        empty="No pool holds any cost.",
    )


def _pool_row(one: PoolCost, year: int) -> Row:
    return (
        Cell(one.pool.title, href=pool_address(one.pool.code, year)),
        Cell(one.pool.tower),
        *map(pence_cell, (one.own, one.came, one.held, one.to_pools, one.to_areas, one.stays)),
        Cell(one.driver, href=driver_address(one.driver, year))
        if one.driver
        else Cell("No step empties it"),
    )


def body_table(seen: CostsSeen) -> Table:
    """Return what each body outside the council costs and is charged."""
    return Table(
        name="bodies",
        caption=f"Bodies outside the council, {year_words(seen.year)}",
        columns=(
            Column("body", "Body"),
            Column("cost", "Cost", numeric=True),
            Column("charged", "Charged", numeric=True),
            Column("difference", "Charged less cost", numeric=True),
            Column("state", "Does it cover its cost"),
        ),
        rows=tuple(_body_row(one, seen.year) for one in seen.covers),
        empty="IT is for no body outside the council.",
    )


def _body_row(one: Cover, year: int) -> Row:
    return (
        Cell(one.area.title, href=area_address(one.area.code, year)),
        pence_cell(one.cost),
        pence_cell(one.charged) if one.charges else Cell("Not charged"),
        pence_cell(one.charged - one.cost),
        Cell("", tags=(NOT_COVERED if one.short else COVERED,)),
    )


def unit_table(seen: CostsSeen) -> Table:
    """Return what each unit costs."""
    titles = {one.pool.code: one.pool.title for one in seen.pools}
    return Table(
        name="units",
        caption=f"What one of each costs, {year_words(seen.year)}",
        columns=(
            Column("unit", "Unit"),
            Column("pools", "Pools counted"),
            Column("cost", "Cost", numeric=True),
            Column("number", "Number", numeric=True),
            Column("each", "For each", numeric=True),
            Column("source", "Where the number is from"),
        ),
        rows=tuple(
            (
                Cell(capital(one.count.unit)),
                Cell(list_words([titles.get(code, code) for code in one.count.pools]) or "All"),
                pence_cell(one.pence),
                Cell(words.number_words(one.count.number), number=one.count.number),
                words.each_cell(one.each),
                Cell(one.count.source, note=f"declared by {one.count.declared_by}"),
            )
            for one in seen.units
        ),
        empty="Nobody has said how many users, devices, applications or contacts there are.",
    )


def matrix_table(seen: CostsSeen) -> Table:
    """Return what each pool gave each area; it adds up in both directions."""
    giving = [one for one in seen.pools if one.to_areas]
    gave = {(one.target, one.pool): one.pence for one in seen.run.shares}
    straight = {one.area.code: one.towers.get(STRAIGHT, 0) for one in seen.areas}

    def cell(area: AreaCost, pool: str) -> Cell:
        at = (area.area.code, pool)
        return pence_cell(gave.get(at, 0), words.back_address(*at, seen.year) if at in gave else "")

    columns = (
        Column("area", "Area"),
        *(Column(f"pool{at}", one.pool.title, numeric=True) for at, one in enumerate(giving)),
        Column("straight", words.STRAIGHT_WORDS, numeric=True),
        Column("all", "In all", numeric=True),
    )
    rows = Rows(
        seen.areas,
        (
            lambda one: Cell(one.area.title, href=area_address(one.area.code, seen.year)),
            *((lambda one, p=each.pool.code: cell(one, p)) for each in giving),
            lambda one: pence_cell(straight[one.area.code]),
            lambda one: pence_cell(one.pence),
        ),
    )
    totals = (
        Cell("All areas"),
        *(pence_cell(one.to_areas) for one in giving),
        pence_cell(sum(straight.values())),
        pence_cell(sum(one.pence for one in seen.areas)),
    )
    return Table(
        name="matrix",
        caption=f"What each pool gave each area, {year_words(seen.year)}",
        columns=columns,
        rows=rows,
        totals=totals if seen.areas else (),
        most=15,
        empty="Nothing came to an area.",
    )

"""Two years of costs beside each other: what moved, and why; pure."""

from scrutable.govuk.facts import Cell, Column, KeyFigure, Table
from scrutable.money.facts import Compared, Moved
from scrutable.money.presenters.costs.words import (
    area_address,
    change_cell,
    exact,
    pence_cell,
    pool_address,
    year_words,
)

METHOD = (
    "This year’s costs are brought to areas by last year’s steps and drivers. From last year to "
    "there is what costs did; from there to this year is what drivers and the order of steps did. "
    "What both did together counts with the drivers. A pool that last year had no step goes by "
    "this year’s. Both parts add up to what moved, to the penny."
)


def title(found: Compared) -> str:
    """Return how the cost of IT moved."""
    moved = found.after.put_in - found.before.put_in
    years = f"from {year_words(found.before.year)} to {year_words(found.after.year)}"
    if not moved:
        return f"The cost of IT did not move {years}"
    return f"The cost of IT {'rose' if moved > 0 else 'fell'} by {exact(abs(moved))} {years}"


def summary(found: Compared) -> str:
    """Return which area moved most, and why."""
    if not found.areas:
        return "Nothing came to an area in either year."
    one = found.areas[0]
    moved = one.after - one.before
    if not moved:
        return "No area moved."
    return (
        f"{one.title} moved most, by {change_cell(moved).text}: "
        f"{change_cell(one.by_costs).text} because of costs, "
        f"{change_cell(one.by_drivers).text} because of drivers."
    )


def figures(found: Compared) -> tuple[KeyFigure, ...]:
    """Return what drivers moved from one area to another, beside what costs did."""
    shifted = sum(abs(one.by_drivers) for one in found.everything) // 2
    return (
        KeyFigure(
            label="Moved by costs",
            value=change_cell(sum(one.by_costs for one in found.everything)).text,
            period=f"{year_words(found.before.year)} to {year_words(found.after.year)}",
            comparison="over all areas",
        ),
        KeyFigure(
            label="Shifted between areas by drivers",
            value=exact(shifted),
            period=f"{year_words(found.before.year)} to {year_words(found.after.year)}",
            comparison="what one area gained another lost",
        ),
    )


def area_table(found: Compared) -> Table:
    """Return every area in both years; each row and each column adds up."""
    every = found.everything
    sums = Moved(
        code="",
        title="All of it",
        before=sum(one.before for one in every),
        after=sum(one.after for one in every),
        by_costs=sum(one.by_costs for one in every),
        by_drivers=sum(one.by_drivers for one in every),
    )
    return Table(
        name="moved",
        caption="What moved, area by area",
        columns=(
            Column("area", "Area"),
            Column("before", year_words(found.before.year), numeric=True),
            Column("costs", "Because of costs", numeric=True),
            Column("drivers", "Because of drivers", numeric=True),
            Column("after", year_words(found.after.year), numeric=True),
            Column("moved", "Moved", numeric=True),
        ),
        rows=tuple(_row(one, found.after.year) for one in every),
        totals=_row(sums, found.after.year),
        most=50,
        empty="Nothing came to an area in either year.",
    )


def _row(one: Moved, year: int) -> tuple[Cell, ...]:
    return (
        Cell(one.title, href=area_address(one.code, year) if one.code and one.after else ""),
        pence_cell(one.before),
        change_cell(one.by_costs),
        change_cell(one.by_drivers),
        pence_cell(one.after),
        change_cell(one.after - one.before),
    )


def pool_table(found: Compared) -> Table:
    """Return the cost lines of each pool in both years."""
    year = found.after.year
    return Table(
        name="pool-lines",
        caption="Cost lines of each pool",
        columns=(
            Column("pool", "Pool"),
            Column("tower", "Tower"),
            Column("before", year_words(found.before.year), numeric=True),
            Column("after", year_words(year), numeric=True),
            Column("moved", "Moved", numeric=True),
        ),
        rows=tuple(
            (
                Cell(pool.title, href=pool_address(pool.code, year) if after else ""),
                Cell(pool.tower),
                pence_cell(before),
                pence_cell(after),
                change_cell(after - before),
            )
            for pool, before, after in found.pools
        ),
        totals=(
            Cell("All pools"),
            Cell("Every tower"),
            pence_cell(sum(before for _, before, _ in found.pools)),
            pence_cell(sum(after for _, _, after in found.pools)),
            change_cell(sum(after - before for _, before, after in found.pools)),
        )
        if found.pools
        else (),
        most=50,
        empty="No pool has cost lines of its own.",
    )

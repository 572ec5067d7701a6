"""A pool, a driver, and how a share came about; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.kernel.wording import date_words, ended, list_words
from scrutable.money.facts import CostDriver, Given, PoolCost, PoolSeen
from scrutable.money.presenters.costs.sharing import Titles, driver_cells
from scrutable.money.presenters.costs.words import (
    area_address,
    exact,
    number_words,
    pence_cell,
    pool_address,
    share_cell,
    weight_words,
    year_words,
)


def pool_title(one: PoolSeen, year: int) -> str:
    """Return what was in the pool."""
    return f"{one.cost.pool.title} came to {exact(one.cost.held)} in {year_words(year)}"


def pool_summary(one: PoolSeen) -> str:
    """Return how the pool is emptied, or why it is not."""
    if one.why_stays:
        return ended(f"{exact(one.cost.stays)} stays in it: {one.why_stays}")
    if one.driver is None:
        return "Nothing was in it."
    return ended(
        f"{exact(one.cost.own)} of its own and {exact(one.cost.came)} from other pools, shared by "
        f"{number_words(one.driver.total)} {one.driver.unit}"
    )


def gave_table(one: PoolSeen, titles: Titles, pools: Titles, year: int) -> Table:
    """Return what the pool gave to areas and other pools."""
    rows = [
        (
            Cell(
                titles.get(each.target, pools.get(each.target, each.target)),
                href=(pool_address if each.target in pools else area_address)(each.target, year),
            ),
            pence_cell(each.pence),
            share_cell(each.pence, one.cost.held),
            Cell(weight_words(each), number=each.weight),
        )
        for each in sorted(one.gave, key=lambda each: (-each.pence, each.target))
    ]
    if one.cost.stays:
        rows.append(
            (
                Cell("Stays in the pool"),
                pence_cell(one.cost.stays),
                share_cell(one.cost.stays, one.cost.held),
                Cell(one.why_stays or "Not known"),
            )
        )
    held = one.cost.held
    return Table(
        name="gave",
        caption="Where it went",
        columns=(
            Column("to", "To"),
            Column("cost", "Cost", numeric=True),
            Column("share", "Share", numeric=True),
            Column("weight", "Weight"),
        ),
        rows=tuple(rows),
        totals=(Cell("All of it"), pence_cell(held), share_cell(held, held), Cell("All weights"))
        if rows
        else (),
        most=50,
        empty="Nothing was in it.",
    )


def came_table(one: PoolSeen, year: int) -> Table:
    """Return what other pools gave the pool."""
    return Table(
        name="came",
        caption="What came from other pools",
        columns=(
            Column("pool", "Pool"),
            Column("cost", "Cost", numeric=True),
            Column("driver", "Driver"),
            Column("weight", "Weight"),
            Column("declared", "Declared by"),
        ),
        rows=tuple(
            (
                Cell(each.pool.title, href=pool_address(each.pool.code, year)),
                pence_cell(each.pence),
                *driver_cells(each, year),
            )
            for each in one.came
        ),
        totals=(
            Cell("All"), pence_cell(one.cost.came), Cell("All drivers"), Cell("All weights"),
            Cell("Named above"),
        )
        if one.came
        else (),
        most=50,
        empty="No other pool gave it anything.",
    )  # fmt: skip


def driver_terms(one: CostDriver) -> tuple[Term, ...]:
    """Return who declared a driver, when, and where its numbers are from."""
    return (
        Term(label="What is counted", value=one.unit),
        Term(label="Declared by", value=one.declared_by),
        Term(label="Declared on", value=date_words(one.declared_on)),
        Term(label="Where the numbers are from", value=one.source),
        Term(label="All of it", value=f"{number_words(one.total)} {one.unit}"),
    )


def weight_table(one: CostDriver, titles: Titles, pools: Titles, year: int) -> Table:
    """Return every weight of a driver."""
    whole = one.total
    rows = tuple(
        (
            Cell(
                titles.get(each.target, pools.get(each.target, each.target)),
                href=(pool_address if each.target in pools else area_address)(each.target, year),
            ),
            Cell("Pool" if each.target in pools else "Area"),
            Cell(number_words(each.weight), number=each.weight),
            share_cell(int(each.weight * 10**6), int(whole * 10**6)),
        )
        for each in sorted(one.weights, key=lambda each: (-each.weight, each.target))
    )
    return Table(
        name="weights",
        caption="Weights",
        columns=(
            Column("target", "Area or pool"),
            Column("kind", "Kind"),
            Column("weight", "Weight", numeric=True),
            Column("share", "Share", numeric=True),
        ),
        rows=rows,
        totals=(
            Cell("All"), Cell("All kinds"), Cell(number_words(whole), number=whole), Cell("100%"),
        ),
        most=50,
        empty="No weight is declared.",
    )  # fmt: skip


def led_table(
    led: Sequence[tuple[Given, PoolCost]], titles: Titles, pools: Titles, year: int
) -> Table:
    """Return the steps that lead from a share of an area back to the cost lines."""
    rows = tuple(
        (
            Cell(each.pool.title, href=pool_address(each.pool.code, year)),
            Cell(titles.get(each.target, pools.get(each.target, each.target))),
            pence_cell(each.pence),
            pence_cell(cost.held),
            *driver_cells(each, year),
        )
        for each, cost in led
    )
    return Table(
        name="led",
        caption="Step by step, back to the cost lines",
        columns=(
            Column("pool", "Pool"),
            Column("to", "Gave to"),
            Column("cost", "Gave", numeric=True),
            Column("held", "Of all in it", numeric=True),
            Column("driver", "Driver"),
            Column("weight", "Weight"),
            Column("declared", "Declared by"),
        ),
        rows=rows,
        most=50,
        empty="It gave nothing.",
    )


def led_title(one: Given, area: str, year: int) -> str:
    """Return what the pool gave the area."""
    return f"{one.pool.title} gave {area} {exact(one.pence)} in {year_words(year)}"


def led_summary(one: Given, cost: PoolCost) -> str:
    """Return by which weight, and who declared it."""
    if one.driver is None:
        return "No driver is kept of it."
    return (
        f"{weight_words(one)}, of {exact(cost.held)} in the pool; declared by "
        f"{one.driver.declared_by} on {date_words(one.driver.declared_on)}."
    )


def driver_title(one: CostDriver) -> str:
    """Return who declared the driver, and when."""
    return f"{one.title}: declared by {one.declared_by} on {date_words(one.declared_on)}"


def driver_summary(shares: Sequence[str], pools: Titles) -> str:
    """Return which pools the driver shares."""
    if not shares:
        return "No step of the year uses it."
    return f"It shares {list_words([pools.get(code, code) for code in shares])}."


def behind_caption(shown: int, led: Sequence[tuple[Given, PoolCost]]) -> str:
    """Return what the cost lines are, and where the rest of many can be read."""
    pools = {cost.pool.code: cost.own for _, cost in led}
    own = exact(sum(pools.values()))
    return f"The cost lines that it leads back to: {shown:,}, of {own} in all"

"""How costs are shared: areas, pools, drivers, steps, counts, charges, budget lines; pure."""

from collections.abc import Mapping, Sequence

from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.kernel.wording import capital, count_words, date_words, list_words
from scrutable.money.facts import (
    AllocationStep,
    BusinessArea,
    Charge,
    CostDriver,
    CostLoad,
    CostPool,
    LineToPool,
    UnitCount,
)
from scrutable.money.presenters.costs.words import (
    SET_UP,
    SIDE_WORDS,
    SOURCE_WORDS,
    driver_address,
    exact,
    number_words,
    pence_cell,
    year_words,
)
from scrutable.money.rules.costs import Beside

DROPPED = Tag("Taken no longer", "grey", "○")
NOBODY = "Nobody named"


def title(now: Beside, year: int) -> str:
    """Return how many pools are shared over how many areas, by how many steps."""
    steps = [one for one in now.steps if not one.dropped]
    return (
        f"{count_words(len(now.pools), 'pool')} shared over "
        f"{count_words(len(now.areas), 'area')} in {count_words(len(steps), 'step')}, "
        f"{year_words(year)}"
    )


def loaded_words(load: CostLoad) -> str:
    """Return what was taken in, and how it stands beside the ledger."""
    said = (
        f"{count_words(load.rows, 'cost line')} of {year_words(load.year)} from "
        f"{SOURCE_WORDS[load.source]}: {exact(load.pence)}"
    )
    if load.off is None:
        return f"{said}; there is no ledger of the year to hold it against"
    if load.left_out:
        said += f", and {exact(load.left_out)} that is no cost of IT"
    if not load.off:
        return f"{said}; agrees with the ledger to the penny"
    return f"{said}; {exact(abs(load.off))} {'more' if load.off > 0 else 'less'} than the ledger"


def change(kind: str, *key: object) -> str:
    """Return where something is changed."""
    return f"{SET_UP}{kind}/{'/'.join(map(str, key))}/"


def area_table(areas: Mapping[str, BusinessArea]) -> Table:
    """Return every area."""
    return Table(
        name="areas",
        caption="Areas",
        columns=(
            Column("area", "Area"),
            Column("code", "Code"),
            Column("side", "Where it stands"),
            Column("owner", "Owner"),
        ),
        rows=tuple(
            (
                Cell(one.title, href=change("areas", code)),
                Cell(code),
                Cell(SIDE_WORDS[one.side]),
                Cell(one.owner or NOBODY),
            )
            for code, one in areas.items()
        ),
        most=25,
        empty="No area is recorded. Record who IT is for, bodies outside the council too.",
    )


def pool_table(pools: Mapping[str, CostPool]) -> Table:
    """Return every pool."""
    return Table(
        name="pools",
        caption="Cost pools",
        columns=(
            Column("pool", "Pool"),
            Column("code", "Code"),
            Column("tower", "Tower"),
            Column("owner", "Owner"),
        ),
        rows=tuple(
            (
                Cell(one.title, href=change("pools", code)),
                Cell(code),
                Cell(one.tower),
                Cell(one.owner or NOBODY),
            )
            for code, one in pools.items()
        ),
        most=25,
        empty="No pool is recorded. Record what is paid for together, under the council’s names.",
    )


def driver_table(drivers: Mapping[str, CostDriver], year: int) -> Table:
    """Return every driver of a year, with who declared it."""
    return Table(
        name="drivers",
        caption=f"Drivers of {year_words(year)}",
        columns=(
            Column("driver", "Driver"),
            Column("unit", "What is counted"),
            Column("total", "In all", numeric=True),
            Column("declared", "Declared by"),
            Column("on", "Declared on"),
            Column("source", "Where the numbers are from"),
        ),
        rows=tuple(
            (
                Cell(one.title, href=driver_address(code, year)),
                Cell(capital(one.unit)),
                Cell(number_words(one.total), number=one.total),
                Cell(one.declared_by),
                Cell(date_words(one.declared_on), order=one.declared_on.isoformat()),
                Cell(one.source),
            )
            for code, one in drivers.items()
        ),
        most=25,
        empty="No driver is declared for the year. Declare what pools are shared by.",
    )


def step_table(now: Beside, year: int) -> Table:
    """Return the steps of a year, in their order."""
    return Table(
        name="steps",
        caption=f"The order in which pools are emptied, {year_words(year)}",
        columns=(
            Column("number", "Place"),
            Column("pool", "Pool"),
            Column("driver", "Driver"),
            Column("state", "Is it taken"),
        ),
        rows=tuple(_step(one, now, year) for one in now.steps),
        most=25,
        empty="No step is recorded for the year. Record which pool is emptied first.",
    )


def _step(one: AllocationStep, now: Beside, year: int) -> Row:
    pool, driver = now.pools.get(one.pool), now.drivers.get(one.driver)
    return (
        Cell(str(one.number), order=f"{one.number:08}", href=change("steps", year, one.number)),
        Cell(pool.title if pool else one.pool),
        Cell(driver.title if driver else one.driver, href=driver_address(one.driver, year)),
        Cell("", tags=(DROPPED,)) if one.dropped else Cell("Taken"),
    )


def count_table(counts: Sequence[UnitCount], pools: Mapping[str, CostPool], year: int) -> Table:
    """Return how many of each unit there were."""
    return Table(
        name="counts",
        caption=f"Counts of units, {year_words(year)}",
        columns=(
            Column("unit", "Unit"),
            Column("number", "Number", numeric=True),
            Column("pools", "Held against"),
            Column("source", "Where the number is from"),
        ),
        rows=tuple(
            (
                Cell(capital(one.unit), href=change("counts", one.unit, year)),
                Cell(number_words(one.number), number=one.number),
                Cell(
                    list_words([pools[code].title if code in pools else code for code in one.pools])
                    or "All pools"
                ),
                Cell(one.source, note=f"declared by {one.declared_by}"),
            )
            for one in counts
        ),
        most=25,
        empty="Nothing is counted: record users, devices, applications, contacts.",
    )


def charge_table(charges: Sequence[Charge], areas: Mapping[str, BusinessArea], year: int) -> Table:
    """Return what bodies outside the council are charged."""
    return Table(
        name="charges",
        caption=f"Charges, {year_words(year)}",
        columns=(
            Column("body", "Body"),
            Column("what", "For what"),
            Column("charge", "Charge", numeric=True),
            Column("source", "Agreement or invoice"),
        ),
        rows=tuple(
            (
                Cell(
                    areas[one.body].title if one.body in areas else one.body,
                    href=change("charges", one.body, year, one.number),
                ),
                Cell(one.what),
                pence_cell(one.pence),
                Cell(one.source),
            )
            for one in charges
        ),
        most=25,
        empty="No body outside the council is charged for the year.",
    )


def line_table(lines: Sequence[LineToPool], pools: Mapping[str, CostPool]) -> Table:
    """Return to which pool each budget line belongs."""
    return Table(
        name="lines",
        caption="Budget lines and their pools",
        columns=(Column("line", "Budget line"), Column("pool", "Pool")),
        rows=tuple(
            (
                Cell(one.line, href=change("lines", one.line)),
                Cell(pools[one.pool].title if one.pool in pools else f"No cost of IT: {one.why}"),
            )
            for one in lines
        ),
        most=25,
        empty="No budget line has a pool, so costs cannot be taken from the ledger yet.",
    )

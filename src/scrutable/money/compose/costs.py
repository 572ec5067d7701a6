"""The cost of IT by area in a report: who costs what, who pays, what one of each costs; pure."""

from decimal import Decimal

from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, tag_cell
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital
from scrutable.money.facts import CostsSeen, Cover, UnitCost
from scrutable.money.presenters.costs import front
from scrutable.money.presenters.costs.words import (
    COVERED,
    NOT_COUNTED,
    NOT_COVERED,
    exact,
    number_words,
    period,
    pounds,
    share,
    tower_words,
    year_words,
)

ANCHOR = "cost-of-it"
METHOD = (
    (
        "Every cost line belongs to a pool or straight to an area. Pools are emptied one after "
        "another, each to areas and later pools by the weights of its declared driver, to the "
        "penny; what no driver moves is shown as reaching no area."
    ),
    (
        "What one of each costs is what its pools hold, each penny once, by how many there are. "
        "A body outside the council covers its cost where it is charged as much or more."
    ),
)


def finding(seen: CostsSeen | None) -> tuple[Run, ...]:
    """Return who does not pay its cost, else what IT costs; nothing before an allocation."""
    if seen is None:
        return ()
    return (Figure(front.title(seen), cite(seen.run), period(seen.year)), ".")


def key_figures(seen: CostsSeen | None) -> tuple[KeyFigure, ...]:
    """Return the figures of the year; none before an allocation."""
    if seen is None:
        return ()
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, cite(seen.run))
        for one in front.figures(seen)
    )


def costs_section(seen: CostsSeen | None) -> tuple[Block, ...]:
    """Return the cost of IT by area, outside bodies, and what one of each costs."""
    heading = Heading(1, "Cost of IT by area", ANCHOR)
    if seen is None:
        return (heading, plain("No costs are allocated."))
    cited, of = cite(seen.run), period(seen.year)
    table = _areas(seen, cited, of)
    picture = front.picture(seen)
    return (
        heading,
        numbered(*finding(seen)),
        numbered(Figure(front.summary(seen), cited, of)),
        Chart(picture.title, picture.description, picture, table) if picture else table,
        *_bodies(seen, of),
        *_units(seen, of),
    )


def _areas(seen: CostsSeen, cited: Citation, of: str) -> Table:
    towers = seen.towers
    columns = (
        Column("Area"),
        *(Column(tower_words(tower), numeric=True) for tower in towers),
        Column("In all", numeric=True),
        Column("Share", numeric=True),
    )
    came = sum(one.pence for one in seen.areas)
    rows = [
        (
            Cell(one.area.title),
            *(_sum(one.towers.get(tower, 0), cited) for tower in towers),
            _sum(one.pence, cited),
            Cell(share(one.pence, came), cited),
        )
        for one in seen.areas
    ]
    sums = (sum(one.towers.get(tower, 0) for one in seen.areas) for tower in towers)
    rows.append(
        (
            Cell("All areas"),
            *(_sum(pence, cited) for pence in sums),
            _sum(came, cited),
            Cell(share(came, came), cited),
        )
    )
    caption = f"Cost by area and tower, {year_words(seen.year)}"
    return Table(caption, columns, tuple(rows), totals=True, period=of)


def _sum(pence: int, cited: Citation) -> Cell:
    return Cell(exact(pence), cited, number=pounds(pence))


def _bodies(seen: CostsSeen, of: str) -> tuple[Block, ...]:
    if not seen.covers:
        return (plain("IT is for no body outside the council."),)
    columns = (
        Column("Body"),
        Column("Cost", numeric=True),
        Column("Charged", numeric=True),
        Column("Does it cover its cost"),
    )
    rows = tuple(_body(one, seen) for one in seen.covers)
    return (Table("Bodies outside the council", columns, rows, period=of),)


def _body(one: Cover, seen: CostsSeen) -> tuple[Cell, ...]:
    cited = cite_many(seen.run.reference, (seen.run, one.area))
    return (
        Cell(one.area.title),
        _sum(one.cost, cited),
        _sum(one.charged, cited) if one.charges else Cell("Not charged"),
        tag_cell(NOT_COVERED if one.short else COVERED, cited),
    )


def _units(seen: CostsSeen, of: str) -> tuple[Block, ...]:
    if not seen.units:
        return (plain("Nobody has said how many users, devices or contacts there are."),)
    columns = (
        Column("Unit"),
        Column("Cost", numeric=True),
        Column("Number", numeric=True),
        Column("For each", numeric=True),
        Column("Where the number is from"),
    )
    return (Table("What one of each costs", columns, tuple(map(_unit, seen.units)), period=of),)


def _unit(one: UnitCost) -> tuple[Cell, ...]:
    cited, number = cite(one.count), Decimal(one.count.number)
    return (
        Cell(capital(one.count.unit)),
        _sum(one.pence, cited),
        Cell(number_words(number), cited, number=number),
        Cell(NOT_COUNTED)
        if one.each is None
        else Cell(money_exact(one.each), cited, number=one.each),
        Cell(one.count.source),
    )

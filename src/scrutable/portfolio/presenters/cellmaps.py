"""Cell maps as pages show them; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.updates import VALUE_WORDS, map_address

CODED_WORDS = {
    facts.Coded.RATING: "Rating",
    facts.Coded.STAGE: "Stage",
    facts.Coded.THEME: "Theme",
    facts.Coded.SCALE: "Scale",
    facts.Coded.NOTHING: "Says nothing",
}


def maps_table(found: Sequence[facts.CellMap]) -> Table:
    """Return the cell maps as they stand."""
    return Table(
        name="maps",
        caption="Cell maps",
        columns=(
            Column("map", "Map"),
            Column("columns", "Columns", numeric=True),
            Column("words", "Words", numeric=True),
            Column("approver", "Approved by"),
            Column("approved_on", "Approved on"),
        ),
        rows=tuple(
            (
                Cell(one.title, href=map_address(one.code), note=one.code),
                count_cell(len(one.columns)),
                count_cell(len(one.words)),
                Cell(one.approver),
                day_cell(one.approved_on, "Not known"),
            )
            for one in found
        ),
        empty=(
            "No cell map is recorded. A map says which column of your own register holds what, "
            "and what its words mean here."
        ),
    )


def word_table(of: facts.CellMap) -> Table:
    """Return what the council's words mean."""
    return Table(
        name="words",
        caption="What its words mean here",
        columns=(Column("said", "Word of the register"), Column("means", "Means here")),
        rows=tuple((Cell(one.said), Cell(_means(one))) for one in of.words),
        empty="The map translates no words: the register uses ours.",
    )


def _means(one: facts.MappedWord) -> str:
    kind = CODED_WORDS[one.coded]
    return f"{kind}: {VALUE_WORDS.get(one.means, capital(one.means))}" if one.means else kind


def column_table(of: facts.CellMap) -> Table:
    """Return what each column of the register holds, and what holds for every project."""
    columns = [
        (Cell(holds_words(one.holds)), Cell(one.heading), Cell("A column")) for one in of.columns
    ]
    constants = [
        (Cell(holds_words(one.holds)), Cell(one.value), Cell("Holds for every project"))
        for one in of.constants
    ]
    return Table(
        name="columns",
        caption="Where what is found",
        columns=(
            Column("holds", "What"),
            Column("heading", "Heading or value"),
            Column("kind", "Where from"),
        ),
        rows=(*columns, *constants),
        empty="The map names no column.",
    )


def holds_words(holds: facts.Holds) -> str:
    """Return what a column holds, in words.

    >>> holds_words(facts.Holds.FIRST_DATE)
    'First date'
    """
    return capital(holds.value.replace("_", " "))


def version_table(found: Sequence[facts.CellMap]) -> Table:
    """Return who approved each version of a map, newest first."""
    return Table(
        name="versions",
        caption="Versions",
        columns=(
            Column("approved_on", "Approved on"),
            Column("approver", "Approved by"),
            Column("columns", "Columns", numeric=True),
            Column("words", "Words", numeric=True),
        ),
        rows=tuple(
            (
                day_cell(one.approved_on, "Not known"),
                Cell(one.approver),
                count_cell(len(one.columns)),
                count_cell(len(one.words)),
            )
            for one in reversed(found)
        ),
        empty="No version is recorded.",
    )

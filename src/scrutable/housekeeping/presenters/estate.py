"""The estate at a glance: what each part comes to, as a sum and a picture; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import count_cell
from scrutable.housekeeping.facts import Snapshot
from scrutable.housekeeping.presenters.words import PART_WORDS, line_words
from scrutable.kernel.wording import date_words


def title(found: Sequence[Snapshot]) -> str:
    """Return the finding of the page."""
    return "The estate at a glance" if found else "Nothing of the estate is reconciled yet"


def sum_table(one: Snapshot) -> Table:
    """Return the sum of a part, line by line, down to all."""
    return Table(
        name=one.part.value,
        caption=f"{PART_WORDS[one.part]} as at {date_words(one.as_at)}",
        columns=(Column("line", "Line"), Column("number", "Number", numeric=True)),
        rows=tuple(
            (Cell(line_words(one.part, line.name)), count_cell(line.number)) for line in one.lines
        ),
        totals=(Cell("All"), count_cell(one.number)),
        empty="Nothing is counted.",
    )

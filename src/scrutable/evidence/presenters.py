"""What is wrong with a file, as pages show it; pure."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.kernel.wording import capital


def fault_table(faults: Sequence[RowError]) -> Table:
    """Return everything that is wrong with a file: where, what, and what to do about it."""
    return Table(
        name="faults",
        caption="What is wrong with the file",
        columns=(
            Column("place", "Where"),
            Column("fault", "What is wrong"),
            Column("remedy", "What to do"),
        ),
        rows=tuple(
            (Cell(fault.place or "The whole file"), Cell(fault.fault), Cell(capital(fault.remedy)))
            for fault in faults
        ),
        empty="Nothing is wrong with the file.",
    )

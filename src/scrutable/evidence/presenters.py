"""Files, their cells and what is wrong with them, as pages show it; pure."""

from collections.abc import Sequence
from urllib.parse import quote

from scrutable.evidence.facts import RowError, file_reference
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


def open_address(sha256: str) -> str:
    """Return the address at which a file that figures were read from is given as it came."""
    return f"/files/{file_reference(sha256).partition('/')[2]}/"


def cell_address(sha256: str, place: str) -> str:
    """Return the page that shows a cell of a file among its neighbours.

    >>> cell_address("0a1b2c3d4e5f" + "0" * 52, "Status!C5")
    '/trace/file/0a1b2c3d4e5f?cell=Status%21C5'
    """
    return f"/trace/{file_reference(sha256)}?cell={quote(place, safe='')}"


def plain_name(name: str) -> str:
    """Return a file's name in letters that every browser takes in a header.

    >>> plain_name('Projects "2026-07" – first.xlsx')
    'Projects--2026-07----first.xlsx'
    """
    plain = (sign if sign.isascii() and (sign.isalnum() or sign in "._-") else "-" for sign in name)
    return "".join(plain)

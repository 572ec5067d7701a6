"""Everything that a register of systems, issues and claims holds, and the workbook of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.assurance.intake.registers import SHEETS, write_register
from scrutable.records.facts import Record
from scrutable.records.reads import every


def recorded(known: int) -> dict[type[Record], list[Record]]:
    """Return all that is recorded of each kind that a register holds."""
    return {one.kind: list(every(one.kind, known)) for one in SHEETS}


def issued_register(known: int, on: date, council: str, only: Sequence[str] = ()) -> bytes:
    """Return the workbook with all that is recorded, or with the sheets named alone."""
    kept: Mapping[type[Record], Sequence[Record]] = recorded(known)
    return write_register(kept, on=on, council=council, only=only)

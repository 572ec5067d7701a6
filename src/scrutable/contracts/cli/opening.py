"""Opening what these commands are given: a filled workbook, a map of cells."""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from scrutable.audit.reads import number_at
from scrutable.contracts import reads
from scrutable.contracts.intake import Reading, identify, read_mapped, read_opened
from scrutable.contracts.intake.cellmap import MappedCell, read_map
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import Workbook, open_workbook, read_path
from scrutable.kernel.periods import Month
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command says of a file beyond the file itself."""

    contract: str | None = None
    month: Month | None = None
    cells: Sequence[MappedCell] | None = None  # a map, for a workbook of a supplier's own


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A file, what it is for, and what was read from it."""

    content: bytes = b""
    contract: Contract | None = None
    month: Month | None = None
    reading: Reading


def read_at(path: Path, asked: Asked) -> Opened:
    """Read the return against its contract's KPIs as known now; raises UnknownContract."""
    content = read_path(path)
    if not isinstance(content, bytes):
        return Opened(reading=Reading(errors=tuple(content)))
    opened = open_workbook(content, path.name)
    if not isinstance(opened, Workbook):
        return Opened(reading=Reading(errors=tuple(opened)))
    stated = identify(opened)
    month, code = asked.month or stated.month, asked.contract or stated.contract
    if not code or month is None:
        missing = "month" if code else "contract"
        fault = RowError("", f"The file does not say its {missing}", f"add it, or give --{missing}")
        return Opened(reading=Reading(errors=(fault,)))
    terms = _contract_named(code)
    kpis = reads.definitions(terms.code, number_at())
    if asked.cells is None:
        reading = read_opened(opened, contract=terms, month=month, kpis=kpis)
    else:
        reading = read_mapped(opened, asked.cells, contract=terms, month=month, kpis=kpis)
    return Opened(content=content, contract=terms, month=month, reading=reading)


def _contract_named(text: str) -> Contract:
    """Return the contract of that code or title, however its letters are written."""
    known = number_at()
    for terms in registers.contracts(known):
        if text.casefold() in (terms.code.casefold(), terms.title.casefold()):
            return terms
    return registers.contract(text, known)


def map_at(path: Path) -> list[MappedCell]:
    """Read the map, or say what is wrong with it and exit 1."""
    content = read_path(path)
    cells, errors = read_map(content, path.name) if isinstance(content, bytes) else ([], content)
    if errors:
        tell(str(path), errors)
        sys.exit(1)
    return cells


def tell(path: str, errors: Iterable[RowError], notices: Iterable[Notice] = ()) -> None:
    """Say on stderr what is wrong, as file:cell: fault; remedy."""
    told: list[RowError | Notice] = [*notices, *errors]
    for said in told:
        click.echo(f"{path}:{said}" if said.place else f"{path}: {said}", err=True)

"""`scrutable contracts template`, `check` and `load`."""

import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
from django.conf import settings

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.contracts.cli.speaking import (
    MONTH,
    Cell,
    refusals_in_words,
    today,
    with_format,
    write_rows,
)
from scrutable.contracts.facts import (
    IncomingReturn,
    LoadPlan,
    PlannedRow,
    Result,
    ReturnReceived,
    ReturnRow,
    Standing,
)
from scrutable.contracts.intake import Reading, identify, read_opened, write_template
from scrutable.contracts.intake.cellmap import CellsRead, MappedCell, read_map
from scrutable.contracts.intake.folders import check_folder, workbooks_in
from scrutable.contracts.presenters.words import NO_VALUE_WORDS, WORDS
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import Workbook, open_workbook, read_path
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract
from scrutable.work.cli import progress_bar

PATH = click.Path(exists=True, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
STATES = [Standing.PROVISIONAL, Standing.VERIFIED, Standing.RESTATED]
PLAN_COLUMNS = ("kpi", "action", "before", "after", "status_before", "status_after", "place")


@click.command()
@click.argument("contract")
@click.option("--month", type=MONTH, required=True, help="The month, such as 2026-09.")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True,
    help="The workbook to write.",
)  # fmt: skip
def template(contract: str, month: Month, output: Path) -> None:
    """Write the workbook that a supplier fills in for a CONTRACT and month."""
    with refusals_in_words():
        known = number_at()
        terms = registers.contract(contract, known)
        kpis = reads.definitions(contract, known)
    content = write_template(contract=terms, month=month, kpis=kpis, council=settings.COUNCIL_NAME)
    output.write_bytes(content)
    click.echo(f"Wrote {output}", err=True)


@click.command()
@click.argument("path", type=PATH)
@click.option("--map", "cell_map", type=FILE, help="A map of cells (csv), for workbooks of others.")
@click.option("--contract", help="The contract, where the file does not say.")
@click.option("--month", type=MONTH, help="The month, where the file does not say.")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True, path_type=Path),
    help="With --map: write the values of all workbooks into this csv file.",
)  # fmt: skip
def check(
    path: Path,
    cell_map: Path | None,
    contract: str | None,
    month: Month | None,
    output: Path | None,
) -> None:
    """Say what is wrong with a filled workbook, or with every workbook of a folder.

    Nothing is stored. Faults go to stderr as file:cell: fault; remedy, and the command exits 1.
    """
    if cell_map:
        _check_by_map(path, cell_map, output)
        return
    if output:
        raise click.UsageError("--output needs --map")
    paths = workbooks_in(path) if path.is_dir() else [path]
    rows = faults = 0
    for one in paths:
        with refusals_in_words():
            reading = _read(one, contract, month).reading
        _tell(str(one), reading.errors, reading.notices)
        rows, faults = rows + len(reading.rows), faults + len(reading.errors)
    _sum_up(len(paths), count_words(rows, "good row"), faults)


def _check_by_map(path: Path, cell_map: Path, output: Path | None) -> None:
    cells = _map_at(cell_map)
    paths = workbooks_in(path) if path.is_dir() else [path]
    with progress_bar("Checking workbooks") as progress:
        found = check_folder(paths, cells, progress)
    for one, read in zip(paths, found, strict=True):
        _tell(str(one), read.errors, read.notices)
    if output:
        _gather(found, cells, output)
    values = sum(len(read.values) for read in found)
    faults = sum(len(read.errors) for read in found)
    _sum_up(len(paths), count_words(values, "good cell"), faults)


def _map_at(path: Path) -> list[MappedCell]:
    content = read_path(path)
    cells, errors = read_map(content, path.name) if isinstance(content, bytes) else ([], content)
    if errors:
        _tell(str(path), errors)
        sys.exit(1)
    return cells


def _gather(found: Sequence[CellsRead], cells: Sequence[MappedCell], output: Path) -> None:
    """Write one line for each mapped cell and one column for each workbook."""
    with output.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("cell_key", *(read.name for read in found)))
        for cell in cells:
            writer.writerow((cell.key, *(read.values.get(cell.key, "") for read in found)))
    click.echo(f"Wrote {output}", err=True)


def _tell(path: str, errors: Iterable[RowError], notices: Iterable[Notice] = ()) -> None:
    told: list[RowError | Notice] = [*notices, *errors]
    for said in told:
        click.echo(f"{path}:{said}" if said.place else f"{path}: {said}", err=True)


def _sum_up(files: int, good: str, faults: int) -> None:
    click.echo(f"{count_words(files, 'workbook')}, {good}, {count_words(faults, 'fault')}")
    if faults:
        sys.exit(1)


@click.command()
@click.argument("path", type=FILE)
@click.option("--by", required=True, help="Who loads it, such as j.smith.")
@click.option(
    "--state",
    type=click.Choice([state.value for state in STATES]),
    show_default=True,
    default=Standing.PROVISIONAL.value,
    help="How firm the figures are.",
)
@click.option("--contract", help="The contract, where the file does not say.")
@click.option("--month", type=MONTH, help="The month, where the file does not say.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@with_format
def load(path: Path, by: str, state: str, dry_run: bool, form: str, **meant: Any) -> None:  # noqa: FBT001  (click's own)
    """Load a filled workbook, all of it or nothing.

    The same file twice changes nothing. A second, different file for a month is taken as an
    addendum where it is verified or restated, and refused while it is provisional.
    """
    with refusals_in_words():
        read = _read(path, meant["contract"], meant["month"])
        _tell(str(path), read.reading.errors, read.reading.notices)
        if read.reading.errors or read.contract is None or read.month is None:
            raise click.ClickException("Nothing was loaded.")
        incoming = IncomingReturn(
            contract=read.contract.code,
            month=read.month,
            rows=read.reading.rows,
            content=read.content,
            name=path.name,
            standing=Standing(state),
        )
        plan = reads.load_plan(incoming, as_at=today(), known=number_at())
        received = None
        if not dry_run:
            received = writes.load_return(incoming=incoming, by=by, at=clock.now())
    write_rows([_plan_row(row) for row in plan.rows], PLAN_COLUMNS, form)
    click.echo(_outcome(plan, received), err=True)


def _outcome(plan: LoadPlan, received: ReturnReceived | None) -> str:
    if plan.already_loaded:
        return f"This very file is {plan.already_loaded} already. Nothing changes."
    changes = count_words(plan.changes, "result")
    if received is None:
        return f"{changes} would be new or changed. Nothing was stored."
    return f"Loaded as {received.reference}: {changes} new or changed."


def _plan_row(row: PlannedRow) -> dict[str, Cell]:
    return {
        "kpi": row.code,
        "action": row.action,
        "before": _value(row.before),
        "after": _value(row.after),
        "status_before": WORDS[row.status_before] if row.status_before else None,
        "status_after": WORDS[row.status_after],
        "place": row.after.place,
    }


def _value(said: Result | ReturnRow | None) -> Cell:
    if said is None:
        return None
    return said.value if said.no_value is None else NO_VALUE_WORDS[said.no_value]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A file, what it is for, and what was read from it."""

    content: bytes = b""
    contract: Contract | None = None
    month: Month | None = None
    reading: Reading


def _read(path: Path, code: str | None, month: Month | None) -> _Read:
    """Read the return against its contract's KPIs as known now; raises UnknownContract."""
    content = read_path(path)
    if not isinstance(content, bytes):
        return _Read(reading=Reading(errors=tuple(content)))
    opened = open_workbook(content, path.name)
    if not isinstance(opened, Workbook):
        return _Read(reading=Reading(errors=tuple(opened)))
    stated = identify(opened)
    month = month or stated.month
    code = code or stated.contract
    if not code or month is None:
        missing = "month" if code else "contract"
        fault = RowError("", f"The file does not say its {missing}", f"add it, or give --{missing}")
        return _Read(reading=Reading(errors=(fault,)))
    terms = _contract_named(code)
    kpis = reads.definitions(terms.code, number_at())
    reading = read_opened(opened, contract=terms, month=month, kpis=kpis)
    return _Read(content=content, contract=terms, month=month, reading=reading)


def _contract_named(text: str) -> Contract:
    """Return the contract of that code or title, however its letters are written."""
    known = number_at()
    for terms in registers.contracts(known):
        if text.casefold() in (terms.code.casefold(), terms.title.casefold()):
            return terms
    return registers.contract(text, known)

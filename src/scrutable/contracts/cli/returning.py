"""`scrutable contracts template` and `check`."""

import csv
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from django.conf import settings

from scrutable.audit.reads import number_at
from scrutable.contracts import reads
from scrutable.contracts.cli.opening import FILE, Asked, map_at, read_at, tell
from scrutable.contracts.cli.speaking import REFUSALS, today
from scrutable.contracts.intake import write_template
from scrutable.contracts.intake.cellmap import MappedCell
from scrutable.contracts.intake.cells import CellsRead
from scrutable.contracts.intake.folders import check_folder, workbooks_in
from scrutable.govuk.cli import MONTH, refusals_in_words
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words
from scrutable.registers import reads as registers
from scrutable.work.cli import progress_bar

PATH = click.Path(exists=True, path_type=Path)


@click.command()
@click.argument("contract")
@click.option("--month", type=MONTH, required=True, help="The month, such as 2026-09.")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, writable=True, path_type=Path), required=True,
    help="The workbook to write.",
)  # fmt: skip
def template(contract: str, month: Month, output: Path) -> None:
    """Write the workbook that a supplier fills in for a CONTRACT and month."""
    with refusals_in_words(*REFUSALS):
        known = number_at()
        terms = registers.contract(contract, known)
        kpis = reads.definitions(contract, known)
        council = registers.council_name(today(), known, settings.COUNCIL_NAME)
    content = write_template(contract=terms, month=month, kpis=kpis, council=council)
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
    asked = Asked(contract=contract, month=month)
    readings = []
    with refusals_in_words(*REFUSALS), progress_bar("Checking returns") as progress:
        for one in paths:
            readings.append(read_at(one, asked).reading)
            progress(len(readings), len(paths))
    for one, reading in zip(paths, readings, strict=True):
        tell(str(one), reading.errors, reading.notices)
    rows = sum(len(reading.rows) for reading in readings)
    faults = sum(len(reading.errors) for reading in readings)
    _sum_up(len(paths), count_words(rows, "good row"), faults)


def _check_by_map(path: Path, cell_map: Path, output: Path | None) -> None:
    cells = map_at(cell_map)
    paths = workbooks_in(path) if path.is_dir() else [path]
    with progress_bar("Checking workbooks") as progress:
        found = check_folder(paths, cells, progress)
    for one, read in zip(paths, found, strict=True):
        tell(str(one), read.errors, read.notices)
    if output:
        _gather(found, cells, output)
    values = sum(len(read.values) for read in found)
    faults = sum(len(read.errors) for read in found)
    _sum_up(len(paths), count_words(values, "good cell"), faults)


def _gather(found: Sequence[CellsRead], cells: Sequence[MappedCell], output: Path) -> None:
    """Write one line for each mapped cell and one column for each workbook."""
    with output.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("cell_key", *(read.name for read in found)))
        for cell in cells:
            writer.writerow((cell.key, *(read.values.get(cell.key, "") for read in found)))
    click.echo(f"Wrote {output}", err=True)


def _sum_up(files: int, good: str, faults: int) -> None:
    click.echo(f"{count_words(files, 'workbook')}, {good}, {count_words(faults, 'fault')}")
    if faults:
        sys.exit(1)

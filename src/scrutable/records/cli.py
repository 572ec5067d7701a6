"""What commands that load a register have in common."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import read_path
from scrutable.govuk.cli import Cell, write_rows
from scrutable.kernel.wording import count_words
from scrutable.records.facts import Loaded, Register, RegisterLine
from scrutable.records.writes import UnfitRecord

COLUMNS = ("reference", "place", "effect")


def show_and_load(
    path: Path,
    *,
    read: Callable[[bytes], Register],
    load: Callable[[bytes], Loaded],
    form: str,
    dry_run: bool,
    noun: str = "row",
) -> Loaded | None:
    """Print what the register would change, then load it; None of a dry run.

    Ends the command with 1 and every fault where anything is wrong with it.
    """
    content = read_path(path)
    if isinstance(content, list):
        raise _faults(path, content)
    found = read(content)
    if found.errors:
        raise _faults(path, found.errors)
    more = [line for line in found.lines if line.says_more]
    write_rows([_row(line) for line in more], COLUMNS, form)
    if dry_run:
        click.echo(f"{count_words(len(more), noun)} would be taken; nothing is", err=True)
        return None
    try:
        return load(content)
    except UnfitRecord as unfit:
        raise _faults(path, unfit.faults) from unfit


def _row(line: RegisterLine) -> dict[str, Cell]:
    effect = "new" if line.before is None else "changed"
    return {"reference": line.record.reference, "place": line.place, "effect": effect}


def _faults(path: Path, faults: Iterable[RowError]) -> SystemExit:
    for one in faults:
        click.echo(f"{path}: {one}", err=True)
    return SystemExit(1)

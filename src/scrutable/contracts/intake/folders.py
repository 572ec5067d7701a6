"""Checking a folder of workbooks against a map of cells, on every processor there is."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from scrutable.contracts.intake.cellmap import MappedCell
from scrutable.contracts.intake.cells import CellsRead, read_cells
from scrutable.evidence.intake import read_path

SUFFIXES = (".xlsx", ".xlsm", ".ods")
FEW = 24  # workbooks for which starting another process does not pay
AT_ONCE = 8  # workbooks handed to a process at a time

Progress = Callable[[int, int], None]


def workbooks_in(folder: Path) -> list[Path]:
    """Return the folder's workbooks in the order of their names; lock files are left out."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in SUFFIXES and not path.name.startswith(("~$", ".~lock", "."))
    )


def check_file(path: Path, cells: Sequence[MappedCell]) -> CellsRead:
    """Read the mapped cells of the workbook at the path."""
    content = read_path(path)
    if not isinstance(content, bytes):
        return CellsRead(name=path.name, errors=tuple(content))
    return read_cells(content, path.name, cells)


def check_folder(
    paths: Sequence[Path], cells: Sequence[MappedCell], progress: Progress | None = None
) -> list[CellsRead]:
    """Read the mapped cells of every workbook, in the order of the paths.

    `progress` is told how many of how many are done.
    """
    found: list[CellsRead] = []
    with _mapping(len(paths)) as mapped:
        for read in mapped(partial(check_file, cells=cells), paths):
            found.append(read)
            if progress:
                progress(len(found), len(paths))
    return found


Mapped = Callable[[Callable[[Path], CellsRead], Sequence[Path]], Iterator[CellsRead]]


@contextmanager
def _mapping(count: int) -> Iterator[Mapped]:
    """Hand out a map over as many processes as pay; it keeps the order."""
    processes = min(len(os.sched_getaffinity(0)), -(-count // AT_ONCE))
    if processes < 2 or count < FEW:
        yield map
        return
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, mp_context=fork) as pool:
        yield partial(pool.map, chunksize=AT_ONCE)

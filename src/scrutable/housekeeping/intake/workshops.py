"""A folder of one's own to work in, which nobody else reads and which does not stay behind."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

PREFIX = ".at-work-"
SENT = ".sent-"  # what a page laid aside for a job
STILL_AT_IT = timedelta(days=1)  # what is younger may be waiting for its job or its record


@contextmanager
def workshop(folder: Path) -> Iterator[Path]:
    """Give a new folder within `folder` and take it away afterwards.

    What a process that was killed left behind, the next one takes away: a folder at which somebody
    is at work is locked.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # what lies here names people
    with _locked(folder, fcntl.LOCK_EX):
        _clear(folder)
        place = Path(tempfile.mkdtemp(prefix=PREFIX, dir=folder))
        ours = os.open(place, os.O_RDONLY)
        fcntl.flock(ours, fcntl.LOCK_EX)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(ours)


def sweep(folder: Path, kept: Collection[str], at: datetime) -> None:
    """Delete the rows that no record names: what a killed process, or a failed job, left behind."""
    with workshop(folder):  # which clears what nobody is at work on
        pass
    for place in (*folder.glob("*/as_at=*/*"), *folder.glob(f"{SENT}*")):
        aged = at.timestamp() - place.stat().st_mtime > STILL_AT_IT.total_seconds()
        if aged and str(place.relative_to(folder)) not in kept:
            shutil.rmtree(place, ignore_errors=True)


def _clear(folder: Path) -> None:
    for left in folder.glob(f"{PREFIX}*"):
        with suppress(OSError), _locked(left, fcntl.LOCK_EX | fcntl.LOCK_NB):
            shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _locked(folder: Path, how: int) -> Iterator[None]:
    opened = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(opened, how)
        yield
    finally:
        os.close(opened)

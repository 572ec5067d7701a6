"""What was sent to a page: an extract taken and recorded, and the extracts of a day reconciled."""

import shutil
import tempfile
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from scrutable.audit.reads import number_at
from scrutable.audit.writes import change
from scrutable.evidence.facts import RowError
from scrutable.housekeeping import intake, reads
from scrutable.housekeeping.facts import Extract, Snapshot, Taken
from scrutable.housekeeping.intake import Asked
from scrutable.housekeeping.reads.laying import engine_at_work
from scrutable.housekeeping.writes.extracts import keep_extract
from scrutable.housekeeping.writes.snapshots import keep_snapshot


def lay_aside(chunks: Iterable[bytes], name: str, folder: Path) -> Path:
    """Write what was sent to disk, bit by bit, where nobody else reads it; return its path."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = Path(tempfile.mkdtemp(prefix=".sent-", dir=folder)) / Path(name).name
    try:
        with path.open("wb") as file:
            for chunk in chunks:
                file.write(chunk)
    except OSError:
        drop(path)
        raise
    return path


def drop(path: Path) -> None:
    """Remove what was laid aside, and the folder that was made for it."""
    shutil.rmtree(path.parent, ignore_errors=True)


def take_sent(
    *, path: Path, asked: Asked, folder: Path, megabytes: int, by: str, at: datetime
) -> Extract | list[RowError]:
    """Take what was laid aside and record it, or say why not; what was laid aside is gone then.

    `megabytes` is what reading it may take, nought as much as is thought fit.
    """
    try:
        taken = intake.take(path, asked, folder, megabytes=megabytes)
    finally:
        drop(path)
    return keep_extract(taken=taken, by=by, at=at) if isinstance(taken, Taken) else taken


def reconcile(
    *, folder: Path, as_at: date, megabytes: int, by: str, at: datetime
) -> list[Snapshot]:
    """Hold the extracts of a day against each other and keep what comes of it, part by part.

    Raises NoExtract and EarlierSnapshot.
    """
    with engine_at_work(folder, megabytes=megabytes) as engine:
        extracts = reads.laid(folder, as_at, number_at(), engine)
        return [keep_snapshot(came_to=one, by=by, at=at) for one in reads.came_to(extracts)]


def record_look(*, extract: Extract, by: str, at: datetime) -> None:
    """Record that somebody looked at the refused rows of an extract, which may name people."""
    with change(verb="refused_rows_seen", subject=extract.reference, by=by, at=at) as under_way:
        under_way.after = {"refused": extract.refused}

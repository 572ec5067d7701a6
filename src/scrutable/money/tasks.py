"""Long work on money, for the worker: a large extract of the ledger."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.urls import reverse
from django_tasks import task

from scrutable.audit import clock
from scrutable.money.facts import LedgerRead
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.presenters.ledger import loaded_words
from scrutable.money.writes.ledger import NothingNew, keep_extract, load_ledger
from scrutable.work.writes import ask, carrying_out

FAULTS_TOLD = 5  # of a file that cannot be taken


def ledger_folder() -> Path:
    """Return where extracts of the ledger lie as they came."""
    return Path(settings.DATA_DIR) / "ledger"


def lay_aside(path: Path) -> Path:
    """Copy what was sent to where the worker finds it; return its path."""
    folder = ledger_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept = Path(tempfile.mkdtemp(prefix=".sent-", dir=folder)) / "extract"
    shutil.copyfile(path, kept)
    return kept


def ask_to_load(*, path: Path, name: str, control: int | None, by: str, at: datetime) -> int:
    """Queue the loading of an extract and return its job's number."""
    arguments = {"path": str(path), "name": name, "control": control, "by": by}
    return ask(title=f"Load {name}"[:200], task=load, arguments=arguments, by=by, at=at)


@task()
def load(job: int, path: str, name: str, control: int | None, by: str) -> None:
    """Take an extract of the ledger; what is wrong with it is the job's outcome."""
    with carrying_out(job) as work:
        work(0, 0, f"Reading {name}")
        try:
            read = read_ledger(Path(path), name)
            if isinstance(read, LedgerRead):
                work.outcome = _kept(Path(path), read, control, by)
                work.link = reverse("money:ledgers")
            else:
                told = "; ".join(str(fault) for fault in read[:FAULTS_TOLD])
                work.outcome = f"{name} was not loaded: {told}."
        finally:
            shutil.rmtree(Path(path).parent, ignore_errors=True)


def _kept(path: Path, read: LedgerRead, control: int | None, by: str) -> str:
    try:
        years = load_ledger(read=read, control=control, by=by, at=clock.now())
    except NothingNew as same:
        return str(same)
    keep_extract(path, read, ledger_folder())
    return f"Loaded: {loaded_words(years, len(read.refused))}."

"""An extract recorded once its rows lie where they are read, and its rows deleted in time."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from scrutable.audit.reads import number_at
from scrutable.evidence.facts import RowError
from scrutable.housekeeping import facts
from scrutable.housekeeping.intake import columns_of, sweep
from scrutable.housekeeping.reads.naming import names_somebody
from scrutable.records.reads import every, stands
from scrutable.records.writes import record, refusals_among_records, said_in_log
from scrutable.registers import reads as registers


def keep_extract(*, taken: facts.Taken, by: str, at: datetime) -> facts.Extract:
    """Record that the extract was taken; one of the same kind and day stands in its place.

    The rows of the one before are deleted once that is recorded, never sooner.
    """
    before = stands(facts.Extract, number_at(), kind=taken.kind, as_at=taken.as_at)
    kept = record(
        of=facts.Extract(
            kind=taken.kind,
            as_at=taken.as_at,
            name=taken.name,
            sha256=taken.sha256,
            rows=taken.rows,
            refused=taken.refused,
            columns=taken.columns,
            notices=taken.notices,
        ),
        by=by,
        at=at,
    )
    if before and before.place != kept.place:
        shutil.rmtree(Path(taken.folder) / before.place, ignore_errors=True)
    return kept


def retain(*, folder: Path, as_at: date, by: str, at: datetime) -> list[facts.Extract]:
    """Delete the rows of extracts past the council's days, and record of each that they are.

    Rows go first: whatever is interrupted, none outlives a record that says they are deleted.
    """
    known = number_at()
    days = int(str(registers.policy("housekeeping", as_at, known)["extract_days"]))
    found = []
    for one in every(facts.Extract, known, deleted_on=None):
        if one.as_at + timedelta(days=days) < as_at:
            shutil.rmtree(folder / one.place, ignore_errors=True)
            gone = replace(one, deleted_on=as_at)
            found.append(record(of=gone, by=by, at=at, based_on=one.version))
    sweep(folder, {one.place for one in every(facts.Extract, number_at(), deleted_on=None)}, at)
    return found


@refusals_among_records.register
def _(of: facts.SavedMapping, known: int) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    there = [column.name for column in columns_of(of.kind)]
    found = [
        RowError(
            "columns",
            f"{of.kind.value.capitalize()} have no column called “{name}”",
            f"use one of {', '.join(there)}",
        )
        for name, _ in of.columns
        if name not in there
    ]
    if not of.columns:
        found.append(RowError("columns", "The mapping names no heading", "name one"))
    said = " ".join((of.name, *(heading for _, heading in of.columns)))
    if names_somebody(said):
        fault = "It names an account, a device or a person"
        found.append(RowError("name", fault, "name the mapping after its system"))
    return found


@said_in_log.register
def _(of: facts.Extract) -> dict[str, object]:
    """Say everything but what the file is called, which may be somebody's name."""
    said: dict[str, object] = said_in_log.dispatch(object)(of)
    return {name: value for name, value in said.items() if name != "name"}

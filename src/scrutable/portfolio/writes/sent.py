"""What was sent, read against what is recorded, and everything in it that cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import london_day
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.intake import Reading, read_register, read_update
from scrutable.records.writes import refusals_among_records, refusals_of_columns
from scrutable.work.facts import Progress, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A file that somebody sent: our workbook, or a register read by a map as of a day."""

    content: bytes
    name: str
    cell_map: str = ""  # its code
    on: date | None = None


def read_sent(sent: Sent, known: int, at: datetime, progress: Progress = silent) -> Reading:
    """Read what was sent against what is recorded, and say every fault; raises UnknownRecord."""
    stands = reads.known_to_updates(known)
    if sent.cell_map:
        by = reads.one(facts.CellMap, known, code=sent.cell_map)
        on = sent.on or london_day(at)
        found = read_register(sent.content, sent.name, by, stands, on, progress)
    else:
        found = read_update(sent.content, sent.name, stands, progress)
    if found.errors:
        return found
    today = london_day(at)
    if found.on and found.on > today:
        fault = RowError("", "The report date has not come yet", "enter the day of the report")
        return replace(found, errors=(fault,))
    fresh = frozenset(one.project.number for one in found.projects)
    lacking = refusals_of_records(found.records, known, at, fresh)
    return replace(found, errors=tuple(dict.fromkeys(lacking)))


def incoming_update(sent: Sent, reading: Reading, known: int) -> facts.IncomingUpdate:
    """Return the update as it would be taken in; raises ValueError for one with faults.

    `known` is the number that the reading was held against.
    """
    if reading.errors or reading.on is None:
        raise ValueError(f"{sent.name} has faults")
    return facts.IncomingUpdate(
        on=reading.on,
        projects=reading.projects,
        dates=reading.dates,
        statuses=reading.statuses,
        records=reading.records,
        content=sent.content,
        name=sent.name,
        cell_map=map_version(sent.cell_map, known),
        known=known,
    )


def map_version(code: str, known: int) -> str:
    """Return the map's reference with the version by which it reads now; "" without a map."""
    if not code:
        return ""
    found = reads.one(facts.CellMap, known, code=code)
    return f"{found.reference}@{found.version}"


def refusals_of_records(
    told: Iterable[facts.RecordUpdate],
    known: int,
    at: datetime,
    fresh: frozenset[str] = frozenset(),
) -> list[RowError]:
    """Return every fault of money, dependencies and measurements, each with its cell.

    Whether other records agree is asked only of what is new or hangs on something else. `fresh`
    are the numbers of projects that the same update brings in.
    """
    today = london_day(at)
    found: list[RowError] = []
    for one in told:
        lacking = refusals_of_columns(one.record) or [
            *rules.refusals_of(one.record),
            *rules.refusals_on(one.record, today),
            *(refusals_among_records(one.record, known) if one.hangs_anew else ()),
        ]
        found += [
            replace(fault, place=one.cells.get(fault.place, one.place))
            for fault in lacking
            if not _is_brought_in(fault, one.record, fresh)
        ]
    return found


def _is_brought_in(fault: RowError, of: facts.Record, fresh: frozenset[str]) -> bool:
    """Test whether the fault is only that a project is not recorded which the update records."""
    said = str(getattr(of, fault.place, ""))
    number = said.removeprefix("project/")
    return number in fresh and fault.fault == f"There is no project {number}"

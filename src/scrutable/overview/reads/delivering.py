"""What is kept of strategies, projects, benefits, outcomes, and what they are parts of."""

from collections.abc import Iterable
from datetime import date

from scrutable.audit import reads as audit
from scrutable.audit.facts import EventFact
from scrutable.evidence import reads as files
from scrutable.overview.facts import Counted, Evidence, Recorded
from scrutable.overview.reads import counting
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.reads.updates import update
from scrutable.reports import reads as reports

MOST_VERSIONS = 16  # as many as a picture has room for
OF_PORTFOLIO = (
    *("project", "strategy", "objective", "transition", "outcome", "lesson", "post"),
    *("procurement", "process-review", "feature", "cell-map"),
)
COUNTED = ("portfolio", "capacity", "processes", "lessons")  # counts over many records
BENEFITS = "benefits"  # project/201/benefits: what its benefits come to together


class NothingRecorded(Exception):
    """Nothing of the portfolio is kept under the reference."""


def of_portfolio(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    """Return every version of the record with the cell it came from, and what it is a part of."""
    if parts[-1] == BENEFITS:
        return counted(reference, parts, known, as_at)
    found = _recorded(reference, known)
    if not found:
        raise NothingRecorded(reference)
    over = [_recorded(one, known)[-1:] for one in portfolio.above(reference)]
    return Evidence(
        reference=reference,
        recorded=tuple(found[-MOST_VERSIONS:]),
        above=tuple(one for held in over for one in held),
        files=files.stored_files(sorted({one.file for one in found if one.file})),
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
        events=tuple(audit.events(subject=reference, most=40)),
    )


def counted(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    """Return what a figure over many records counts, itself kept nowhere, and who printed it."""
    return Evidence(
        reference=reference,
        counts=_counts(reference, parts, known, as_at),
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
    )


def _counts(reference: str, parts: list[str], known: int, as_at: date) -> tuple[Counted, ...]:
    if parts[-1] != BENEFITS or len(parts) == 1:
        return counting.parts_of(reference, known, as_at)
    try:
        return tuple(counting.benefits_of(known, as_at, parts[0]))
    except portfolio.UnknownProject as unknown:
        raise NothingRecorded(reference) from unknown


def of_update(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    """Return the workbook that an update was taken in from."""
    found = update(int(parts[0]), known)
    event = audit.event(found.version)
    taken = Recorded(of=found, reference=reference, version=found.version, event=event)
    return Evidence(
        reference=reference,
        recorded=(taken,),
        files=files.stored_files([found.file]),
        events=tuple(audit.events(subject=reference)),
    )


def _recorded(reference: str, known: int) -> list[Recorded]:
    """Return each version with the file and the cell that said it, where one did."""
    found = portfolio.recorded(reference, known)
    cells = {line.event: (line.file, line.place) for line in portfolio.told_in(reference, known)}
    events = {one.number: one for one in events_of(of.version for of in found)}
    return [
        Recorded(
            of=of,
            reference=reference,
            version=of.version,
            file=own[0],
            place=own[1],
            event=events.get(of.version),
        )
        for of in found
        for own in [cells.get(of.version) or own_cell(of)]
    ]


def own_cell(of: object) -> tuple[str, str]:
    """Return the file and the cell that the record names itself; a project’s place is another."""
    file = getattr(of, "file", "")
    return (file, getattr(of, "place", "")) if file else ("", "")


def events_of(versions: Iterable[int]) -> list[EventFact]:
    """Return the newest events that recorded the versions."""
    wanted = sorted(set(versions))[-MOST_VERSIONS:]
    return [event for event in map(audit.event, wanted) if event is not None]


def relied_on(reference: str) -> tuple[tuple[str, str], ...]:
    """Return the decisions that were taken on reports which printed the record."""
    relied = reports.decisions_by_edition()
    names = [reports.name_of(use.edition) for use in reports.used_by(reference)] if relied else []
    return tuple(
        (f"edition/{name}", record.reference) for name in names for record in relied.get(name, ())
    )

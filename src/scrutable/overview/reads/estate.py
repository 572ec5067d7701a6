"""From a figure of the estate to its snapshot, the extracts that were read, and the findings.

Nobody is named here. A finding leads to its own page, which shows names to whoever may see them
and writes each look into the log.
"""

from collections.abc import Iterable
from datetime import date

from scrutable.audit import reads as audit
from scrutable.evidence import reads as files
from scrutable.housekeeping import facts
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.facts import PartOfEstate, Snapshot
from scrutable.housekeeping.reads.referring import above, recorded
from scrutable.housekeeping.reads.worklist.telling import row_kind, sources, with_row
from scrutable.housekeeping.rules.sums import number_in
from scrutable.overview.facts import Counted, Evidence, Figure, Recorded, Taken
from scrutable.overview.reads.delivering import MOST_VERSIONS, events_of, own_cell, relied_on
from scrutable.overview.reads.estate_counting import COUNTED, findings_of, parts_of, ran_on
from scrutable.records.facts import Record
from scrutable.records.reads import UnknownRecord
from scrutable.reports import reads as reports

OF_FINDINGS = ("finding",)
OF_ESTATE = (
    *("extract", "mapping", "estate", "finding", "agreement", "agreements"),
    *("licence", "licences", "entitlement", "licence-statement", "product"),
    *("initiative", "initiatives"),
)


class NothingOfTheEstate(Exception):
    """Nothing of the estate is kept under the reference."""


def of_estate(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    """Return what is kept under the reference, and the extracts that it was read from."""
    kind = reference.partition("/")[0]
    if kind in COUNTED:
        (day,) = parts
        return _counted(reference, COUNTED[kind](known, date.fromisoformat(day)))
    found = recorded(reference, known)
    if not found and kind == "estate":
        return _figure(reference, parts, known)
    if not found:
        return _counted(reference, ran_on(reference, known, as_at))
    over = _above(found[-1], known)
    own = tuple(_recorded(reference, found))
    return Evidence(
        reference=reference,
        recorded=own[-MOST_VERSIONS:],
        above=tuple(_last(each) for each in over),
        files=files.stored_files(sorted({one.file for one in own if one.file})),
        taken=_taken_for(found[-1], over, known),
        counts=tuple(parts_of(found[-1], known, as_at)),
        names_people=kind in OF_FINDINGS,
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
        events=tuple(audit.events(subject=reference, most=40)),
    )


def _recorded(reference: str, found: list[Record]) -> Iterable[Recorded]:
    events = {one.number: one for one in events_of(of.version for of in found)}
    for of in found:
        file, place = own_cell(of)
        yield Recorded(
            of=of,
            reference=reference,
            version=of.version,
            file=file,
            place=place,
            event=events.get(of.version),
        )


def _last(found: list[Record]) -> Recorded:
    return next(iter(_recorded(found[-1].reference, found[-1:])))


def _above(one: Record, known: int) -> list[list[Record]]:
    """Return the versions of what the record is a part of, and of what that is one of."""
    over: list[list[Record]] = []
    reference = above(one)
    while reference:
        found = recorded(reference, known)
        if not found:
            break
        over.append(found)
        reference = above(found[-1])
    return over


def _figure(reference: str, parts: list[str], known: int) -> Evidence:
    """Return a figure of a snapshot: the number, the extracts, the findings that count in it."""
    part, day, name = PartOfEstate(parts[0]), date.fromisoformat(parts[1]), parts[2]
    found = recorded("/".join(("estate", *parts[:2])), known)
    if not found or len(parts) > 3:
        raise NothingOfTheEstate(reference)
    last = found[-1]
    number = number_in(last, name) if isinstance(last, Snapshot) else None
    if number is None:
        raise NothingOfTheEstate(reference)
    many, shown = findings_of(part, day, known, name)
    return Evidence(
        reference=reference,
        figure=Figure(name=name, number=number, findings=many),
        recorded=tuple(_recorded(reference, found))[-MOST_VERSIONS:],
        above=(_last(found),),
        taken=_taken(part, day, known),
        counts=shown,
        left_out=many - len(shown),
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
        events=tuple(audit.events(subject=last.reference, most=40)),
    )


def _taken_for(one: Record, over: list[list[Record]], known: int) -> tuple[Taken, ...]:
    """Return the extracts that the record, or what it is a part of, was read from."""
    snapshots = [held[-1] for held in ([one], *over) if isinstance(held[-1], Snapshot)]
    if isinstance(one, facts.Finding):
        kind = row_kind(one.part, one.fault)
        return _taken(one.part, one.as_at, known, kind, one.place if one.stands else 0)
    if isinstance(one, facts.Extract):
        return _own(one, known)
    return _taken(snapshots[0].part, snapshots[0].as_at, known) if snapshots else ()


def _taken(
    part: PartOfEstate, day: date, known: int, kind: facts.ExtractKind | None = None, row: int = 0
) -> tuple[Taken, ...]:
    found = sources(part, [day], known).get(day, [])
    by = housekeeping.taken_by(source.version for source in found)
    return tuple(
        Taken(source=source, at=by[source.version][0], by=by[source.version][1])
        for source in with_row(kind, found, row)
        if source.version in by
    )


def _own(one: facts.Extract, known: int) -> tuple[Taken, ...]:
    """Return an extract as what it is itself: the file, and until when its rows lay there."""
    used = housekeeping.extract(one.kind, one.as_at, known)
    source = facts.Source(
        kind=one.kind,
        as_at=one.as_at,
        name=one.name,
        sha256=one.sha256,
        version=used.event,
        row=0,
        deleted_on=one.deleted_on,
    )
    return (Taken(source=source, at=used.at, by=used.by),)


def _counted(reference: str, parts: Iterable[Counted]) -> Evidence:
    found = tuple(parts)
    if not found:
        raise NothingOfTheEstate(reference)
    return Evidence(
        reference=reference,
        counts=found,
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
    )


MISSING = (NothingOfTheEstate, UnknownRecord)

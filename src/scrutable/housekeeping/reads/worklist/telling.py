"""One finding with its trace, and things or a person with all that was ever wrong with them."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date

from django.db.models import Q

from scrutable.audit.models import Event
from scrutable.housekeeping import facts, models, rules
from scrutable.housekeeping.facts import (
    ExtractKind,
    Finding,
    FindingTold,
    Handling,
    OrderFault,
    PartOfEstate,
    Reach,
    Recorded,
    Source,
    Thing,
    ThingsTold,
    WorkAsked,
)
from scrutable.housekeeping.reads.worklist.listing import listed
from scrutable.housekeeping.reads.worklist.rows import thing_of, things
from scrutable.housekeeping.rules import handling
from scrutable.records.reads import UnknownRecord, facts_of, versions

Key = tuple[str, date]  # kind of extract, and its day
OF_PART = {  # in which extract a finding of the part has its row
    PartOfEstate.ACCOUNTS: ExtractKind.ACCOUNTS,
    PartOfEstate.DEVICES: ExtractKind.DEVICES,
}
OF_ORDERS = frozenset({OrderFault.SPLIT, OrderFault.OVER_LIMIT, OrderFault.NO_LIMIT})
OF_CONTRACTS = frozenset({OrderFault.OVER_CONTRACT, OrderFault.ORDERED_OVER})


def finding_told(number: int, to: Reach) -> FindingTold:
    """Return the finding with its whole history by the day; raises UnknownRecord.

    The number of queries does not depend on how long its history is.
    """
    found = listed(WorkAsked(numbers=(number,)), to)
    if not found:
        raise UnknownRecord(Finding, {"number": number})
    one = found[0]
    known = to.known[one.part]
    shown = versions(Finding, known, number=number)
    said = versions(Handling, known, finding=number)
    by_event = _recorded(part.version for part in (*shown, *said))
    found_in = sources(one.part, {part.as_at for part in shown}, known)
    return FindingTold(
        standing=one,
        state=handling.work_state(one, to.as_at, to.last[one.part]),
        thing=things([one.thing])[one.thing],
        shown=tuple(
            facts.Shown(
                finding=part,
                recorded=by_event[part.version],
                sources=tuple(_placed(part, found_in.get(part.as_at, ()))),
            )
            for part in shown
        ),
        said=tuple(facts.Said(handling=part, recorded=by_event[part.version]) for part in said),
    )


def things_told(numbers: Collection[int], to: Reach) -> ThingsTold:
    """Return these things with every finding of them by the day, and each snapshot since."""
    named = things(numbers)
    found = listed(WorkAsked(things=tuple(named)), to)
    rows = models.Finding.objects.filter(thing__in=list(named)).order_by("number", "event")
    parts = {one.part: to.known[one.part] for one in named.values() if one.part in to.known}
    kept = [one for one in facts_of(Finding, rows) if one.version <= parts.get(one.part, 0)]
    days = _days(parts, to.as_at)
    return ThingsTold(
        things=tuple(named[number] for number in sorted(named)),
        findings=tuple(
            (one, handling.work_state(one, to.as_at, to.last[one.part])) for one in found
        ),
        snapshots=tuple(rules.by_snapshot(kept, days)),
    )


def things_of_person(thing: Thing) -> list[int]:
    """Return the numbers of everything of the person whose the thing is; the thing's of nobody."""
    if not thing.person:
        return [thing.number]
    rows = models.Thing.objects.filter(person=thing.person)
    return list(rows.order_by("number").values_list("number", flat=True))


def thing(number: int) -> Thing | None:
    """Return the thing with the number, None where there is none."""
    row = models.Thing.objects.filter(number=number).first()
    return thing_of(row) if row else None


def _recorded(numbers: Iterable[int]) -> Mapping[int, Recorded]:
    rows = Event.objects.filter(number__in=set(numbers)).values_list("number", "at", "by")
    return {number: Recorded(version=number, at=at, by=by) for number, at, by in rows}


def _days(parts: Mapping[PartOfEstate, int], as_at: date) -> Mapping[PartOfEstate, list[date]]:
    """Return the days of each part's snapshots by the day, oldest first."""
    rows = models.Snapshot.objects.filter(part__in=list(parts), as_at__lte=as_at)
    found: dict[PartOfEstate, set[date]] = {part: set() for part in parts}
    for name, day, event in rows.values_list("part", "as_at", "event"):
        if event <= parts[PartOfEstate(name)]:
            found[PartOfEstate(name)].add(day)
    return {part: sorted(days) for part, days in found.items()}


def sources(part: PartOfEstate, days: Collection[date], known: int) -> Mapping[date, list[Source]]:
    """Return by day which extracts the snapshot of the day rests on, as they then were."""
    rows = models.Snapshot.objects.filter(part=part, as_at__in=days, event__lte=known)
    read = {row.as_at: _versions_read(row.extracts) for row in rows.order_by("event")}
    keys = {key for found in read.values() for key, _ in found}
    wanted = Q(pk__in=[])
    for kind, day in keys:
        wanted |= Q(kind=kind, as_at=day)
    taken = models.Extract.objects.filter(wanted, event__lte=known).order_by("event")
    every = {(row.kind, row.as_at, row.event): row for row in taken}
    deleted = {(row.kind, row.as_at, row.sha256): row.deleted_on for row in every.values()}
    return {
        day: [
            _source(row, deleted[row.kind, row.as_at, row.sha256])
            for key, version in found
            if (row := every.get((*key, version))) is not None
        ]
        for day, found in read.items()
    }


def _versions_read(references: Iterable[str]) -> list[tuple[Key, int]]:
    """Return kind, day and version of each `extract/staff/2026-09-30@7`."""
    found = []
    for reference in references:
        name, _, version = reference.partition("@")
        _, kind, day = name.split("/")
        found.append(((kind, date.fromisoformat(day)), int(version)))
    return found


def _source(row: models.Extract, deleted_on: date | None) -> Source:
    return Source(
        kind=ExtractKind(row.kind),
        as_at=row.as_at,
        name=row.name,
        sha256=row.sha256,
        version=row.event,
        row=0,
        deleted_on=deleted_on,
    )


def _placed(one: Finding, found: Iterable[Source]) -> Iterable[Source]:
    """Yield the extracts, that of the finding's own row first and with it."""
    return with_row(row_kind(one.part, one.fault), found, one.place if one.stands else 0)


def row_kind(part: PartOfEstate, fault: str) -> ExtractKind | None:
    """Return in which extract a finding of the fault has its row; None where in none."""
    if part is not PartOfEstate.ORDERS:
        return OF_PART.get(part)
    if fault in OF_CONTRACTS:
        return None
    return ExtractKind.ORDERS if fault in OF_ORDERS else ExtractKind.INVOICES


def with_row(kind: ExtractKind | None, found: Iterable[Source], row: int) -> Iterable[Source]:
    """Yield the extracts, that of the kind first and with the row."""
    for source in sorted(found, key=lambda each: each.kind is not kind):
        yield replace(source, row=row) if source.kind is kind else source

"""A snapshot kept: the sums of a day, and what the extract changed of the findings that stood."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import count

from django.db.models import Max

from scrutable.audit.writes import Change, change
from scrutable.housekeeping import facts, models, rules
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.writes.findings import lay_standings
from scrutable.housekeeping.writes.suppliers import keep_names
from scrutable.kernel.wording import date_words
from scrutable.records.reads import every, next_number
from scrutable.records.writes import keep_all

BATCH = 500  # rows of one insert


class EarlierSnapshot(Exception):
    """A later day was reconciled already: findings are followed forwards only."""

    def __init__(self, part: facts.PartOfEstate, last: date) -> None:
        super().__init__(
            f"{part.value.capitalize()} were reconciled as at {date_words(last)} already. "
            "Give that day or a later one."
        )


class OlderExtracts(EarlierSnapshot):
    """Somebody took an extract anew and reconciled it while this was under way."""

    def __init__(self, part: facts.PartOfEstate) -> None:
        Exception.__init__(
            self,
            f"{part.value.capitalize()} were reconciled from a newer extract meanwhile. "
            "Reconcile the day again if anything is wanting.",
        )


def keep_snapshot(*, came_to: facts.CameTo, by: str, at: datetime) -> facts.Snapshot:
    """Keep what the extracts came to, and every finding that they changed, under one event.

    The same day again corrects what was kept of it, unless it was read from older extracts than
    that. Raises EarlierSnapshot.
    """
    subject = f"estate/{came_to.part.value}/{came_to.as_at.isoformat()}"
    with change(verb="estate_reconciled", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        _refuse_earlier(came_to, known)
        found = {(one.fault, one.key): one for one in came_to.found}
        changed = _changed(came_to, found, known)
        states = changed.states
        snapshot = facts.Snapshot(
            part=came_to.part,
            as_at=came_to.as_at,
            lines=came_to.lines,
            faults=_by_fault(found.values()),
            extracts=came_to.extracts,
            engine=came_to.engine,
            people=came_to.people,
            new=states[facts.FindingState.FOUND],
            back=states[facts.FindingState.BACK],
            fixed=states[facts.FindingState.FIXED],
            gone=states[facts.FindingState.GONE],
        )
        kept, *_ = keep_all([snapshot, *came_to.kept], under_way)
        keep_names(came_to.suppliers, came_to.as_at)
        _keep_findings(changed.written, under_way)
        under_way.after = {
            "number": snapshot.number,
            "wrong": len(found),
            **{state.value: states[state] for state in facts.FindingState},
        }
    return replace(snapshot, version=kept.version)


def _refuse_earlier(came_to: facts.CameTo, known: int) -> None:
    kept = every(facts.Snapshot, known, part=came_to.part)
    if kept and max(one.as_at for one in kept) > came_to.as_at:
        raise EarlierSnapshot(came_to.part, max(one.as_at for one in kept))
    read = _versions(came_to.extracts)
    for one in kept:
        stood = _versions(one.extracts) if one.as_at == came_to.as_at else {}
        if any(version < stood.get(name, 0) for name, version in read.items()):
            raise OlderExtracts(came_to.part)


def _versions(extracts: Iterable[str]) -> Mapping[str, int]:
    said = (one.rpartition("@") for one in extracts)
    return {name: int(version) for name, _, version in said}


def _changed(
    came_to: facts.CameTo, found: Mapping[tuple[str, str], facts.Found], known: int
) -> rules.Changes:
    numbers, part = _numbers(came_to), came_to.part
    stood = worklist.findings(known, part=part)
    is_again = any(one.as_at == came_to.as_at for one in stood)
    return rules.changes(
        stood,
        {(fault, numbers[key]): one for (fault, key), one in found.items()},
        part=part,
        as_at=came_to.as_at,
        said=worklist.said_fixed(known),
        before=worklist.findings_before(part, came_to.as_at, known) if is_again else {},
    )


def _numbers(came_to: facts.CameTo) -> Mapping[str, int]:
    """Return the number of everything that was found wrong; what is new is given one.

    Whose a thing is, the last extract says that shows it wrong.
    """
    people = {one.key: one.person for one in came_to.found}
    rows = models.Thing.objects.filter(part=came_to.part).exclude(key="")
    held = {row.key: row for row in rows}
    moved = [row for key, row in held.items() if people.get(key, row.person) != row.person]
    for row in moved:
        row.person = people[row.key]
    models.Thing.objects.bulk_update(moved, ["person"], BATCH)
    new = sorted(people.keys() - held.keys())
    last = models.Thing.objects.aggregate(last=Max("number"))["last"] or 0
    numbered = dict(zip(new, count(last + 1), strict=False))
    models.Thing.objects.bulk_create(
        [
            models.Thing(number=number, part=came_to.part, key=key, person=people[key])
            for key, number in numbered.items()
        ],
        BATCH,
    )
    return numbered | {key: row.number for key, row in held.items()}


def _by_fault(found: Iterable[facts.Found]) -> tuple[facts.Counted, ...]:
    numbers: Counter[str] = Counter()
    pence: dict[str, int] = {}
    for one in found:
        numbers[one.fault] += 1
        if one.pence is not None:
            pence[one.fault] = pence.get(one.fault, 0) + one.pence
    return tuple(facts.Counted(name, numbers[name], pence.get(name)) for name in sorted(numbers))


def _keep_findings(changed: Sequence[facts.Finding], under_way: Change) -> None:
    first = next_number(facts.Finding)
    numbered = []
    for one in changed:
        numbered.append(one if one.number else replace(one, number=first))
        first += not one.number
    kept = [one for one in keep_all(numbered, under_way) if isinstance(one, facts.Finding)]
    lay_standings(worklist.current(under_way.number, kept), under_way.number)

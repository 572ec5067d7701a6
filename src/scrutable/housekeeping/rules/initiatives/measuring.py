"""How far an initiative has come, by the snapshots alone; pure.

The straight line leads from the baseline on its day to the target on the day it is due, and stays
there. On track is who is at the line or ahead of it on the day of the last measurement.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from scrutable.housekeeping.facts import (
    Counts,
    Initiative,
    InitiativeStanding,
    InitiativeState,
    Measured,
    Snapshot,
)
from scrutable.housekeeping.rules.initiatives.naming import FAULTS, LINES

PENCE = 100


def value_of(one: Initiative, snapshot: Snapshot) -> int | None:
    """Return what the snapshot says of the initiative; None where it says nothing.

    A fault that a snapshot does not name was not found, which is nought; a line that it does not
    name was not counted. What has no price has no cost.
    """
    lines = {line.name: line for line in snapshot.lines}
    faults = {fault.name: fault for fault in snapshot.faults}
    if one.counts is Counts.ALL:
        return snapshot.number
    if one.counts is Counts.LINE:
        return lines[one.name].number if one.name in lines else None
    if one.counts is Counts.FAULT:
        return faults[one.name].number if one.name in faults else 0
    found = lines.get(one.name) or faults.get(one.name)
    if found is None:
        return 0 if one.name in FAULTS[one.part] else None
    return found.pence if found.number else 0


def standing(one: Initiative, snapshots: Iterable[Snapshot], as_at: date) -> InitiativeStanding:
    """Return how the initiative stands by the day; only its own part's snapshots are looked at."""
    measured = tuple(
        Measured(
            on=snapshot.as_at,
            value=value,
            reference=snapshot.reference,
            version=snapshot.version,
        )
        for snapshot in sorted(snapshots, key=lambda each: each.as_at)
        if snapshot.part is one.part and one.baseline_on <= snapshot.as_at <= as_at
        if (value := value_of(one, snapshot)) is not None
    )
    last = measured[-1] if measured else None
    return InitiativeStanding(
        initiative=one,
        as_at=as_at,
        measured=measured,
        state=_state(one, last, as_at),
        wanted=wanted_on(one, last.on) if last else None,
        percent=_percent(one, last.value) if last else None,
        saved_pounds=_saved(one, last.value) if last else None,
    )


def wanted_on(one: Initiative, day: date) -> int:
    """Return where the straight line is on the day, to the whole number that is on track.

    >>> from scrutable.housekeeping.facts import PartOfEstate
    >>> line = Initiative(code="A", title="Fewer", part=PartOfEstate.DEVICES,
    ...     counts=Counts.ALL, name="", owner="IT", baseline=100,
    ...     baseline_on=date(2026, 4, 1), target=90, due=date(2026, 4, 11))
    >>> [wanted_on(line, date(2026, 4, day)) for day in (1, 2, 6, 11, 30)]
    [100, 99, 95, 90, 90]
    """
    whole = (one.due - one.baseline_on).days
    gone = min(max((day - one.baseline_on).days, 0), whole)
    way = abs(one.target - one.baseline)
    steps = -(-way * gone // whole)  # upwards: anything less lags behind the line
    return one.baseline - steps if one.is_less else one.baseline + steps


def _gone(one: Initiative, value: int) -> int:
    return one.baseline - value if one.is_less else value - one.baseline


def _state(one: Initiative, last: Measured | None, as_at: date) -> InitiativeState:
    if one.stopped_on is not None and one.stopped_on <= as_at:
        return InitiativeState.STOPPED
    if last is not None and _gone(one, last.value) >= abs(one.target - one.baseline):
        return InitiativeState.REACHED
    if as_at > one.due:
        return InitiativeState.PAST_DUE
    if last is None:
        return InitiativeState.NOT_MEASURED
    is_ahead = _gone(one, last.value) >= _gone(one, wanted_on(one, last.on))
    return InitiativeState.ON_TRACK if is_ahead else InitiativeState.BEHIND


def _percent(one: Initiative, value: int) -> int:
    return _gone(one, value) * 100 // abs(one.target - one.baseline)


def _saved(one: Initiative, value: int) -> Decimal | None:
    """Return what is saved a year by now; less than nothing where it has become worse."""
    if one.counts is Counts.COST:
        return Decimal(one.baseline - value) / PENCE
    return None if one.each_pounds is None else one.each_pounds * _gone(one, value)


def counted_once(found: Iterable[InitiativeStanding]) -> list[InitiativeStanding]:
    """Return those whose savings can be added up: of what may count the same things, the largest.

    Only different lines of a part are sure to count different things. What saves nothing, or has no
    price, is left out.
    """
    taken: list[InitiativeStanding] = []
    saving = [one for one in found if one.saved_pounds]
    for one in sorted(saving, key=lambda each: (-(each.saved_pounds or 0), each.initiative.code)):
        if all(_are_apart(one.initiative, other.initiative) for other in taken):
            taken.append(one)
    return taken


def _are_apart(one: Initiative, other: Initiative) -> bool:
    if one.part is not other.part:
        return True
    by_line = all(
        each.counts in (Counts.LINE, Counts.COST) and each.name in LINES[each.part]
        for each in (one, other)
    )
    return by_line and one.name != other.name

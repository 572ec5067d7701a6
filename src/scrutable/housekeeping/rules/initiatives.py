"""How far an initiative has come, by the snapshots alone; pure.

The straight line leads from the baseline on its day to the target on the day it is due, and stays
there. On track is who is at the line or ahead of it on the day of the last measurement.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import (
    AccountFault,
    AccountLine,
    Counts,
    DeviceFault,
    DeviceLine,
    Initiative,
    InitiativeStanding,
    InitiativeState,
    Measured,
    OrderFault,
    OrderLine,
    Part,
    Snapshot,
)
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import date_words
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

PENCE = 100
LINES: Mapping[Part, frozenset[str]] = {
    Part.ACCOUNTS: frozenset(one.value for one in AccountLine),
    Part.DEVICES: frozenset(one.value for one in DeviceLine),
    Part.LICENCES: frozenset({"short", "covered", "over"}),
    Part.ORDERS: frozenset(one.value for one in OrderLine),
}
FAULTS: Mapping[Part, frozenset[str]] = {
    Part.ACCOUNTS: frozenset(one.value for one in AccountFault),
    Part.DEVICES: frozenset(one.value for one in DeviceFault),
    Part.LICENCES: frozenset({"short", "over"}),
    Part.ORDERS: frozenset(one.value for one in OrderFault),
}


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

    >>> line = Initiative(code="A", title="Fewer", part=Part.DEVICES, counts=Counts.ALL, name="",
    ...     owner="IT", baseline=100, baseline_on=date(2026, 4, 1), target=90,
    ...     due=date(2026, 4, 11))
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


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeGravity:
    """How grave the council holds an initiative that is behind, past due or not measured."""

    behind: Gravity
    past_due: Gravity
    not_measured: Gravity


def initiatives_attention(
    found: Sequence[InitiativeStanding], gravity: InitiativeGravity
) -> Iterator[Attention]:
    """Yield every initiative that lags behind its line, is past due or was never measured."""
    graves = {
        InitiativeState.BEHIND: gravity.behind,
        InitiativeState.PAST_DUE: gravity.past_due,
        InitiativeState.NOT_MEASURED: gravity.not_measured,
    }
    for one in found:
        if one.state in graves:
            initiative = one.initiative
            yield Attention(
                reference=initiative.reference,
                what=f"Initiative {initiative.code}: {initiative.title}",
                why=_why(one),
                since=_since(one),
                due=initiative.due,
                gravity=graves[one.state],
                owner=initiative.owner,
                version=initiative.version,
            )


def _since(one: InitiativeStanding) -> date:
    if one.state is InitiativeState.PAST_DUE:
        return one.initiative.due
    return one.last.on if one.last else one.initiative.baseline_on


def _why(one: InitiativeStanding) -> str:
    if one.last is None:
        return f"No snapshot since {date_words(one.initiative.baseline_on)} measures it"
    said = f"{one.percent}% of the way by {date_words(one.last.on)}"
    if one.state is InitiativeState.PAST_DUE:
        return f"Due on {date_words(one.initiative.due)} and not reached: {said}"
    return f"Behind the straight line to its target: {said}"


@refusals_of.register
def _(of: Initiative) -> Sequence[RowError]:
    found = missing(of, title="the title", owner="the owner")
    return [*found, *_measure(of), *_way(of), *_price(of)]


def _measure(of: Initiative) -> Iterator[RowError]:
    lines, faults = LINES[of.part], FAULTS[of.part]
    named = {
        Counts.ALL: frozenset({""}),
        Counts.LINE: lines,
        Counts.FAULT: faults,
        Counts.COST: lines | faults,
    }[of.counts]
    if of.name not in named:
        said = of.name or "Nothing"
        remedy = "choose another measure, or another part"
        yield RowError("name", f"“{said}” is not counted so of {of.part.value}", remedy)


def _way(of: Initiative) -> Iterator[RowError]:
    if of.due <= of.baseline_on:
        yield RowError("due", "It is due before it begins", "give a day after that of the baseline")
    if of.target == of.baseline:
        yield RowError("target", "The target is where it begins", "enter what is to be reached")
    for name in ("baseline", "target"):
        if getattr(of, name) < 0:
            yield RowError(name, "It is less than nothing", "enter nought or more")


def _price(of: Initiative) -> Iterator[RowError]:
    if of.each_pounds is not None and of.each_pounds <= 0:
        yield RowError("each_pounds", "A price is more than nothing", "leave it empty if unknown")
    if of.each_pounds is not None and not of.priced_by.strip():
        remedy = "name the contract or the invoice"
        yield RowError("priced_by", "Where the price is written is missing", remedy)
    if of.each_pounds is not None and of.counts is Counts.COST:
        remedy = "leave the price empty"
        yield RowError("each_pounds", "A cost is measured in pounds already", remedy)
    if of.each_pounds is not None and not of.is_less:
        remedy = "leave the price empty"
        yield RowError("each_pounds", "What becomes more saves nothing by its number", remedy)


@refusals_on.register
def _(of: Initiative, today: date) -> Sequence[RowError]:
    found = to_come("baseline_on", of.baseline_on, today)
    found += to_come("stopped_on", of.stopped_on, today)
    if of.stopped_on is not None and not of.stopped_why.strip():
        found.append(RowError("stopped_why", "Why it was stopped is missing", "enter it"))
    return found

"""What cannot be said of pools, areas, drivers, steps, charges and counts; pure.

What needs only the record is registered here; what needs the others is asked with them.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.money.facts import (
    AllocationStep,
    BusinessArea,
    Charge,
    CostDriver,
    CostPool,
    LineToPool,
    Provision,
    Side,
    Step,
    UnitCount,
)
from scrutable.money.rules.allocating import UnorderedSteps, check_order
from scrutable.records.facts import Record
from scrutable.records.rules import CODE, missing, refusals_of, refusals_on, to_come

YEARS = range(2000, 2100)
NEEDED: Mapping[type[Record], Mapping[str, str]] = {
    BusinessArea: {"title": "the name"},
    CostPool: {"title": "the name", "tower": "the tower"},
    CostDriver: {
        "title": "the name",
        "unit": "what is counted",
        "source": "the source of the numbers",
        "declared_by": "who declares it",
    },
    AllocationStep: {"pool": "the pool", "driver": "the driver"},
    Charge: {"what": "what is charged for", "source": "the agreement or invoice"},
    UnitCount: {"source": "the source of the number", "declared_by": "who declares it"},
    Provision: {"title": "what it gets"},
}
ONE_OF = "use one that is recorded, or record it first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is recorded already: areas by code, pools, and a year's drivers, steps."""

    areas: Mapping[str, BusinessArea] = field(default_factory=dict)
    pools: Mapping[str, CostPool] = field(default_factory=dict)
    drivers: Mapping[str, CostDriver] = field(default_factory=dict)
    steps: Sequence[AllocationStep] = ()


def _wanting(of: Record) -> list[RowError]:
    return missing(of, **NEEDED[type(of)])


@refusals_of.register
def _(of: BusinessArea) -> Sequence[RowError]:
    return _wanting(of)


@refusals_of.register
def _(of: CostPool) -> Sequence[RowError]:
    return _wanting(of)


@refusals_of.register
def _(of: AllocationStep) -> Sequence[RowError]:
    return [*_wanting(of), *_odd_year(of.year)]


@refusals_of.register
def _(of: LineToPool) -> Sequence[RowError]:
    if of.pool or of.why.strip():
        return []
    return [RowError("why", "It names no pool and says not why", "name the pool, or say why none")]


@refusals_of.register
def _(of: Charge) -> Sequence[RowError]:
    return [*_wanting(of), *_odd_year(of.year)]


@refusals_of.register
def _(of: Provision) -> Sequence[RowError]:
    found = [*_wanting(of), *_odd_year(of.year)]
    if of.count is not None and of.count < 0:
        found.append(RowError("count", "A count is never below nought", "enter 0 or more"))
    return found


@refusals_of.register
def _(of: UnitCount) -> Sequence[RowError]:
    found = [*_wanting(of), *_odd_year(of.year)]
    if of.number < 0:
        found.append(RowError("number", "A count is never below nought", "enter 0 or more"))
    return found


@refusals_of.register
def _(of: CostDriver) -> Sequence[RowError]:
    return [*_wanting(of), *_odd_year(of.year), *_odd_weights(of)]


def _odd_weights(of: CostDriver) -> Iterator[RowError]:
    if not of.weights:
        yield RowError("weights", "No weight is declared", "enter one for each area or pool")
    for target, times in Counter(one.target for one in of.weights).items():
        if not CODE.fullmatch(target):
            yield RowError("weights", f"“{target[:40]}” is no code", "enter an area’s or a pool’s")
        if times > 1:
            yield RowError("weights", f"{target} stands {times} times", "give it one weight")
    for one in of.weights:
        if one.weight < 0:
            yield RowError("weights", f"The weight of {one.target} is below nought", "enter 0")


def _odd_year(year: int) -> list[RowError]:
    if year in YEARS:
        return []
    remedy = f"give the year in which it begins, from {YEARS[0]} to {YEARS[-1]}"
    return [RowError("year", f"{year} is no financial year", remedy)]


@refusals_on.register
def _(of: CostDriver, today: date) -> Sequence[RowError]:
    return to_come("declared_on", of.declared_on, today)


@refusals_on.register
def _(of: UnitCount, today: date) -> Sequence[RowError]:
    return to_come("declared_on", of.declared_on, today)


@refusals_on.register
def _(of: Charge, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


def clashing(code: str, taken: Collection[str], what: str) -> list[RowError]:
    """Return that the code is another thing's; areas and pools share their codes."""
    if code not in taken:
        return []
    return [RowError("code", f"{code} is {what} already", "give it another code")]


def refusals_of_driver(of: CostDriver, beside: Beside) -> list[RowError]:
    """Return what of a driver does not fit the areas and pools, or the steps that use it."""
    known = {*beside.areas, *beside.pools}
    found = [
        RowError("weights", f"There is no area or pool {one.target}", ONE_OF)
        for one in of.weights
        if one.target not in known
    ]
    drivers = {**beside.drivers, of.code: of}
    return found or _disorder("weights", beside.steps, drivers)


def refusals_of_step(of: AllocationStep, beside: Beside) -> list[RowError]:
    """Return what of a step does not fit the pools, the drivers, or the other steps."""
    if of.dropped:
        return []
    found = []
    if of.pool not in beside.pools:
        found.append(RowError("pool", f"There is no pool {of.pool}", ONE_OF))
    if of.driver not in beside.drivers:
        found.append(RowError("driver", f"There is no driver {of.driver} of {of.year}", ONE_OF))
    if found:
        return found
    others = [one for one in beside.steps if one.number != of.number]
    return _disorder("pool", [*others, of], beside.drivers)


def refusals_of_charge(of: Charge, beside: Beside) -> list[RowError]:
    """Return why a body cannot be charged: it is none, or part of the council."""
    body = beside.areas.get(of.body)
    if body is None:
        return [RowError("body", f"There is no body {of.body}", ONE_OF)]
    if body.side is Side.INSIDE:
        return [RowError("body", f"{body.title} is part of the council", "charge outside bodies")]
    return []


def refusals_of_count(of: UnitCount, beside: Beside) -> list[RowError]:
    """Return which pools of a unit, or whose driver, are not recorded."""
    found = [
        RowError("pools", f"There is no pool {pool}", ONE_OF)
        for pool in of.pools
        if pool not in beside.pools
    ]
    if of.driver and of.driver not in beside.drivers:
        found.append(RowError("driver", f"There is no driver {of.driver} of {of.year}", ONE_OF))
    return found


def unknown_area(name: str, code: str, beside: Beside) -> list[RowError]:
    """Return that there is no such area."""
    return [] if code in beside.areas else [RowError(name, f"There is no area {code}", ONE_OF)]


def unknown_pool(name: str, code: str, beside: Beside) -> list[RowError]:
    """Return that there is no such pool; none may be named."""
    if not code or code in beside.pools:
        return []
    return [RowError(name, f"There is no pool {code}", ONE_OF)]


def _disorder(
    name: str, steps: Iterable[AllocationStep], drivers: Mapping[str, CostDriver]
) -> list[RowError]:
    try:
        check_order(ordered(steps, drivers))
    except UnorderedSteps as fault:
        said, _, remedy = str(fault).rstrip(".").rpartition(". ")
        return [RowError(name, said, remedy[:1].lower() + remedy[1:])]
    return []


def ordered(steps: Iterable[AllocationStep], drivers: Mapping[str, CostDriver]) -> list[Step]:
    """Return the steps that are taken, in order, each with the weights of its driver."""
    return [
        Step(
            pool=one.pool,
            driver=one.driver,
            weights={each.target: each.weight for each in drivers[one.driver].weights},
        )
        for one in sorted(steps, key=lambda step: step.number)
        if not one.dropped and one.driver in drivers
    ]

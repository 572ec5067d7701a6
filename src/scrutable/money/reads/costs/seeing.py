"""The cost of IT by area, pool, body and unit, as the last run of a year says."""

from datetime import date

from scrutable.audit.reads import recorded_at
from scrutable.kernel.attention import Attention
from scrutable.kernel.wording import london_day
from scrutable.money import models
from scrutable.money.facts import (
    AllocationRun,
    AreaSeen,
    BusinessArea,
    Charge,
    Compared,
    CostDriver,
    CostLine,
    CostLoad,
    CostPool,
    CostsSeen,
    Given,
    PoolCost,
    PoolSeen,
    Provision,
    Step,
    UnitCount,
)
from scrutable.money.reads.costs.standing import (
    NoCosts,
    beside,
    drivers_of,
    is_stale,
    last_run,
    lines_of,
    run_of,
    year_shown,
    years_allocated,
)
from scrutable.money.rules import costs as rules
from scrutable.records.reads import UnknownRecord, every, facts_of
from scrutable.registers import reads as registers

MOST_LINES = 300  # behind one share; the pages of its pools have all


def costs_seen(known: int, as_at: date, year: int | None = None) -> CostsSeen | None:
    """Return the costs of a year by area, else of the last begun; None where it has no run."""
    years = years_allocated(known)
    chosen = year if year is not None else year_shown(years, as_at)
    run = last_run(chosen, known) if chosen in years else None
    if run is None:
        return None
    now = beside(known, chosen)
    areas = rules.area_costs(run, now.areas, now.pools)
    return CostsSeen(
        year=chosen,
        as_at=as_at,
        run=run,
        load=_load(run),
        pools=rules.pool_costs(run, now.pools.values()),
        areas=areas,
        covers=rules.covers(
            areas, now.areas.values(), every(Charge, known, year=chosen, on__lte=as_at)
        ),
        units=rules.unit_costs(run, every(UnitCount, known, year=chosen), areas, now.drivers),
        years=years,
        stale=is_stale(run, known, now),
    )


def _load(run: AllocationRun) -> CostLoad:
    rows = models.CostLoad.objects.filter(event=run.load, year=run.year)
    return next(facts_of(CostLoad, rows))


def area_seen(code: str, known: int, seen: CostsSeen) -> AreaSeen:
    """Return an area of a year; raises UnknownRecord where nothing came to it."""
    year = seen.year
    cost = next((one for one in seen.areas if one.area.code == code), None)
    if cost is None:
        raise UnknownRecord(BusinessArea, {"code": code})
    before = last_run(year - 1, known)
    return AreaSeen(
        cost=cost,
        given=given_to(seen.run, code, known),
        straight=tuple(lines_of(seen.run.load, year, place=code)),
        provisions=tuple(every(Provision, known, area=code, year=year)),
        charges=tuple(every(Charge, known, body=code, year=year, on__lte=seen.as_at)),
        units=tuple(
            (unit.count.unit, one)
            for unit in seen.units
            for one in unit.areas
            if one.area.code == code
        ),
        before=next((one.pence for one in before.areas if one.area == code), 0) if before else None,
    )


def given_to(run: AllocationRun, target: str, known: int) -> tuple[Given, ...]:
    """Return what each pool gave an area or a pool, the most first, with its driver."""
    drivers, pools = drivers_of(run), {one.code: one for one in every(CostPool, known)}
    found = [
        rules.given(pools[one.pool], target, one.pence, drivers.get(one.pool))
        for one in run.shares
        if one.target == target
    ]
    return tuple(sorted(found, key=lambda one: (-one.pence, one.pool.code)))


def pool_seen(code: str, known: int, seen: CostsSeen) -> PoolSeen:
    """Return a pool of a year; raises UnknownRecord where it had no part in the run."""
    cost = next((one for one in seen.pools if one.pool.code == code), None)
    if cost is None:
        raise UnknownRecord(CostPool, {"code": code})
    driver = drivers_of(seen.run).get(code)
    return PoolSeen(
        cost=cost,
        driver=driver,
        lines=tuple(lines_of(seen.run.load, seen.year, place=code)),
        came=given_to(seen.run, code, known),
        gave=rules.gave(seen.run, cost.pool, driver),
        why_stays=next((one.why for one in seen.run.residues if one.pool == code), ""),
    )


def led_back(area: str, pool: str, seen: CostsSeen) -> tuple[tuple[Given, PoolCost], ...]:
    """Return how a pool's share of an area came about: the share, then what the pool was given.

    Each step comes with all that was in its pool. Raises UnknownRecord where it gave nothing.
    """
    gave = {(one.pool, one.target): one.pence for one in seen.run.shares}
    if (pool, area) not in gave:
        raise UnknownRecord(CostPool, {"code": pool})
    costs = {one.pool.code: one for one in seen.pools}
    drivers = drivers_of(seen.run)
    into: dict[str, list[tuple[str, str]]] = {}
    for at in gave:
        into.setdefault(at[1], []).append(at)
    wanted, led = [(pool, area)], dict.fromkeys([(pool, area)])
    while wanted:
        giver, _ = wanted.pop(0)
        more = [at for at in into.get(giver, ()) if at not in led]
        wanted += more
        led.update(dict.fromkeys(more))
    return tuple(
        (
            rules.given(costs[giver].pool, target, gave[giver, target], drivers.get(giver)),
            costs[giver],
        )
        for giver, target in led
    )


def lines_behind(
    led: tuple[tuple[Given, PoolCost], ...], run: AllocationRun
) -> tuple[CostLine, ...]:
    """Return the first cost lines of every pool that a share leads back to, by pool and row."""
    places = list(dict.fromkeys(given.pool.code for given, _ in led))
    rows = models.CostLine.objects.filter(event=run.load, year=run.year, place__in=places)
    return tuple(facts_of(CostLine, rows.order_by("place", "row")[:MOST_LINES]))


def driver_seen(code: str, year: int, known: int) -> tuple[CostDriver, tuple[str, ...]]:
    """Return a driver of a year and the pools that it shares; raises UnknownRecord."""
    now = beside(known, year)
    if code not in now.drivers:
        raise UnknownRecord(CostDriver, {"code": code, "year": year})
    pools = [one.pool for one in now.steps if one.driver == code and not one.dropped]
    return now.drivers[code], tuple(pools)


def years_compared(first: int, second: int, known: int) -> Compared:
    """Return what moved from one year to another; raises NoCosts where either has no run."""
    before, after = run_of(first, known), run_of(second, known)
    now = beside(known)
    middle = rules.between(after, _steps(before), _steps(after), now.pools.keys())
    titles = {code: one.title for code, one in now.areas.items()}
    return rules.compared(before, middle, after, titles, list(now.pools.values()))


def _steps(run: AllocationRun) -> list[Step]:
    """Return the steps of a run with the weights that it took."""
    drivers = drivers_of(run)
    return [
        Step(
            pool=one.pool,
            driver=one.driver,
            weights={each.target: each.weight for each in drivers[one.pool].weights},
        )
        for one in run.steps
    ]


def costs_attention(as_at: date, known: int) -> list[Attention]:
    """Return what of the cost of IT by area needs a person, of the last year that has a run."""
    seen = costs_seen(known, as_at)
    if seen is None:
        return []
    rows = models.AllocationRun.objects.filter(event=seen.run.version).annotate(at=recorded_at())
    made = rows.values_list("at", flat=True).get()
    policy = registers.policy("costs", as_at, known)
    drivers = {one.reference: one for one in drivers_of(seen.run).values()}
    return list(rules.costs_attention(seen, drivers.values(), policy, as_at, london_day(made)))


__all__ = [
    "NoCosts",
    "area_seen",
    "costs_attention",
    "costs_seen",
    "driver_seen",
    "given_to",
    "led_back",
    "lines_behind",
    "pool_seen",
    "years_compared",
]

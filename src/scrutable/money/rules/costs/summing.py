"""What a run comes to by pool, tower, area, body and unit; pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from scrutable.money.facts import (
    STRAIGHT,
    AllocationRun,
    AreaCost,
    BusinessArea,
    Charge,
    CostDriver,
    CostPool,
    Cover,
    Given,
    PoolCost,
    Side,
    UnitCost,
    UnitCount,
    UnitOfArea,
)
from scrutable.money.rules.allocating import unit_cost

NONE = Decimal(0)


def pool_costs(run: AllocationRun, pools: Iterable[CostPool]) -> tuple[PoolCost, ...]:
    """Return every pool of the run, in the order in which they are emptied, the rest after."""
    known = {one.code for one in pools}
    came: dict[str, int] = defaultdict(int)
    to_pools: dict[str, int] = defaultdict(int)
    to_areas: dict[str, int] = defaultdict(int)
    for share in run.shares:
        came[share.target] += share.pence
        (to_pools if share.target in known else to_areas)[share.pool] += share.pence
    own = {one.area: one.pence for one in run.put}
    stays = {one.pool: one.pence for one in run.residues}
    steps = {one.pool: one for one in run.steps}
    found = [
        PoolCost(
            pool=one,
            own=own.get(one.code, 0),
            came=came[one.code],
            to_areas=to_areas[one.code],
            to_pools=to_pools[one.code],
            stays=stays.get(one.code, 0),
            driver=steps[one.code].driver if one.code in steps else "",
            step=steps[one.code].number if one.code in steps else 0,
        )
        for one in pools
    ]
    shown = (one for one in found if one.held or one.step)
    return tuple(sorted(shown, key=lambda one: (not one.step, one.step, one.pool.code)))


def area_costs(
    run: AllocationRun, areas: Mapping[str, BusinessArea], pools: Mapping[str, CostPool]
) -> tuple[AreaCost, ...]:
    """Return every area that anything came to, the dearest first.

    A penny counts in the tower of the pool that gave it to the area, wherever it was put in.
    """
    towers: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in run.put:
        if one.area not in pools:
            towers[one.area][STRAIGHT] += one.pence
    for share in run.shares:
        if share.target not in pools:
            tower = pools[share.pool].tower if share.pool in pools else share.pool
            towers[share.target][tower] += share.pence
    found = [
        AreaCost(
            area=areas.get(one.area) or nameless(one.area),
            pence=one.pence,
            towers=dict(towers[one.area]),
        )
        for one in run.areas
    ]
    return tuple(sorted(found, key=lambda one: (-one.pence, one.area.code)))


def nameless(code: str) -> BusinessArea:
    """Return an area of which only the code is recorded."""
    return BusinessArea(code=code, title=code, side=Side.INSIDE)


def covers(
    areas: Iterable[AreaCost], outside: Iterable[BusinessArea], charges: Iterable[Charge]
) -> tuple[Cover, ...]:
    """Return each body outside the council, its cost beside what it is charged, by name."""
    cost = {one.area.code: one.pence for one in areas}
    charged: dict[str, list[int]] = defaultdict(list)
    for one in charges:
        charged[one.body].append(one.pence)
    found = [
        Cover(
            area=one,
            cost=cost.get(one.code, 0),
            charged=sum(charged[one.code]),
            charges=len(charged[one.code]),
        )
        for one in outside
        if one.side is Side.OUTSIDE and (one.code in cost or one.code in charged)
    ]
    return tuple(sorted(found, key=lambda one: one.area.title))


def cost_of_pools(run: AllocationRun, pools: Sequence[str]) -> int:
    """Return what some pools cost with what others gave them, each penny once; none is all."""
    if not pools:
        return run.put_in
    own = sum(one.pence for one in run.put if one.area in pools)
    came = sum(one.pence for one in run.shares if one.target in pools and one.pool not in pools)
    return own + came


def unit_costs(
    run: AllocationRun,
    counts: Iterable[UnitCount],
    areas: Sequence[AreaCost],
    drivers: Mapping[str, CostDriver],
) -> tuple[UnitCost, ...]:
    """Return what each unit costs, in all and in each area whose number a driver says."""
    found = []
    for count in counts:
        pence = cost_of_pools(run, count.pools)
        driver = drivers.get(count.driver)
        own = _by_area(run, count) if driver else {}
        numbers = {one.target: one.weight for one in driver.weights} if driver else {}
        found.append(
            UnitCost(
                count=count,
                pence=pence,
                each=unit_cost(pence, count.number),
                areas=tuple(
                    _of_area(one.area, numbers.get(one.area.code, NONE), own, one.pence, count)
                    for one in areas
                )
                if driver
                else (),
            )
        )
    return tuple(found)


def _by_area(run: AllocationRun, count: UnitCount) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for share in run.shares:
        if share.pool in count.pools:
            found[share.target] += share.pence
    return found


def _of_area(
    area: BusinessArea, number: Decimal, own: Mapping[str, int], whole: int, count: UnitCount
) -> UnitOfArea:
    pence = own.get(area.code, 0) if count.pools else whole
    return UnitOfArea(area=area, number=number, pence=pence, each=unit_cost(pence, number))


def given(pool: CostPool, target: str, pence: int, driver: CostDriver | None) -> Given:
    """Return what a pool gave a target, by which weight."""
    return Given(
        pool=pool,
        target=target,
        pence=pence,
        driver=driver,
        weight=driver.weight_of(target) if driver else Decimal(0),
        whole=driver.total if driver else Decimal(0),
    )


def gave(run: AllocationRun, pool: CostPool, driver: CostDriver | None) -> tuple[Given, ...]:
    """Return all that a pool gave, target by target."""
    weights = {one.target: one.weight for one in driver.weights} if driver else {}
    whole = sum(weights.values(), Decimal(0))
    return tuple(
        Given(
            pool=pool,
            target=one.target,
            pence=one.pence,
            driver=driver,
            weight=weights.get(one.target, Decimal(0)),
            whole=whole,
        )
        for one in run.shares
        if one.pool == pool.code
    )

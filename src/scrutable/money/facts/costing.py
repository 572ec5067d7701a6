"""How an allocation reads: pools, areas, bodies, units, and what moved between two years."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.money.facts.costed import AllocationRun, CostLine, CostLoad
from scrutable.money.facts.costs import (
    BusinessArea,
    Charge,
    CostDriver,
    CostPool,
    Provision,
    UnitCount,
)

STRAIGHT = ""  # the tower of what is put straight to an area


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolCost:
    """A pool of a run: its own lines, what came from others, what it gave, in pence."""

    pool: CostPool
    own: int
    came: int
    to_areas: int
    to_pools: int
    stays: int
    driver: str = ""
    step: int = 0  # 0 where no step empties it

    @property
    def held(self) -> int:
        """Return all that was in it."""
        return self.own + self.came


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaCost:
    """An area of a run, in pence; towers by name, STRAIGHT for what no pool gave."""

    area: BusinessArea
    pence: int
    towers: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What a body outside the council costs and what it is charged, in pence."""

    area: BusinessArea
    cost: int
    charged: int
    charges: int  # how many

    @property
    def short(self) -> int:
        """Return how far the charge falls short of the cost; 0 where it does not."""
        return max(self.cost - self.charged, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitOfArea:
    """What a unit costs in one area; `each` in pounds, None where it has none of them."""

    area: BusinessArea
    number: Decimal
    pence: int
    each: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitCost:
    """What a unit costs in all, in pounds and pence; by area where a driver counts it."""

    count: UnitCount
    pence: int
    each: Decimal | None
    areas: tuple[UnitOfArea, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsSeen:
    """The costs of a year by area, as the last run of it says."""

    year: int
    as_at: date
    run: AllocationRun
    load: CostLoad
    pools: tuple[PoolCost, ...]
    areas: tuple[AreaCost, ...]
    covers: tuple[Cover, ...]
    units: tuple[UnitCost, ...]
    years: tuple[int, ...]  # that have a run
    stale: bool  # something that it was made from has changed since

    @property
    def towers(self) -> tuple[str, ...]:
        """Return the towers that reach an area, the dearest first; STRAIGHT comes last."""
        sums: dict[str, int] = {}
        for one in self.areas:
            for tower, pence in one.towers.items():
                sums[tower] = sums.get(tower, 0) + pence
        return tuple(sorted(sums, key=lambda name: (name == STRAIGHT, -sums[name], name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a pool gave an area or a pool, by which weight of which driver."""

    pool: CostPool
    target: str
    pence: int
    driver: CostDriver | None
    weight: Decimal
    whole: Decimal  # all weights of the driver


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaSeen:
    """An area of a year: what came to it and whence, what it gets, what it is charged."""

    cost: AreaCost
    given: tuple[Given, ...]
    straight: tuple[CostLine, ...]
    provisions: tuple[Provision, ...]
    charges: tuple[Charge, ...]
    units: tuple[tuple[str, UnitOfArea], ...]
    before: int | None  # the year before, where it has a run


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolSeen:
    """A pool of a year: its lines, what came to it and what it gave."""

    cost: PoolCost
    driver: CostDriver | None
    lines: tuple[CostLine, ...]
    came: tuple[Given, ...]
    gave: tuple[Given, ...]
    why_stays: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An area or a pool in two years, in pence: what costs did to it, and what drivers did."""

    code: str
    title: str
    before: int
    after: int
    by_costs: int
    by_drivers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two years held against each other; residues stand as a line of their own."""

    before: AllocationRun
    after: AllocationRun
    areas: tuple[Moved, ...]
    stays: Moved
    pools: tuple[tuple[CostPool, int, int], ...]  # own lines of either year

    @property
    def everything(self) -> tuple[Moved, ...]:
        """Return areas and what reached none; it adds up to what was put in."""
        return (*self.areas, self.stays)

"""How much hangs on each supplier: of contract value, of projects, of critical work."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from scrutable.registers.facts import Contract, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectHeld:
    """A project that runs, as far as dependence goes: whose it is, and whether it has a place."""

    number: str
    suppliers: frozenset[str]  # references; those of its contracts too
    has_place: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierShare:
    """What one supplier carries on a day.

    `yearly` is the yearly value of its contracts, None where none of them states one; `share` is
    that of all stated, in per cent to one decimal. `unvalued` are its contracts without a value,
    which count for nothing and are never nought. A project with two suppliers counts for each.
    """

    supplier: str  # reference
    name: str
    roles: frozenset[Role]
    contracts: tuple[str, ...]  # codes
    unvalued: int
    yearly: Decimal | None
    share: Decimal | None
    projects: int
    priority: int
    critical: int  # critical services
    version: int

    @property
    def reference(self) -> str:
        """Return the supplier's reference."""
        return self.supplier

    @property
    def is_prime(self) -> bool:
        """Test whether it holds a contract in force as a prime supplier."""
        return Role.PRIME in self.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceOn:
    """What hangs on whom on one day, the largest share first.

    `projects` and `priority` are None for a day before the first project was recorded.
    `yearly` and `prime` are sums of what is stated, to the pound.
    """

    on: date
    contracts: int
    unvalued: int
    yearly: Decimal
    prime: Decimal
    projects: int | None
    priority: int | None
    supplied: int  # projects on the priority list that have any supplier
    critical: int
    shares: tuple[SupplierShare, ...]
    version: int

    @property
    def reference(self) -> str:
        """Return the reference of what is counted over all suppliers."""
        return "portfolio/IT"

    def of(self, supplier: str) -> SupplierShare | None:
        """Return what the supplier carries, None where it carries nothing."""
        return next((one for one in self.shares if one.supplier == supplier), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """What hangs on whom now, a year before, and at the end of each period until now.

    `contracts` are all that are known, whatever day they are in force.
    """

    as_at: date
    now: DependenceOn
    before: DependenceOn
    over_time: tuple[DependenceOn, ...]  # oldest first; the last is now
    contracts: tuple[Contract, ...]


class Work(StrEnum):
    """Of what a supplier can carry too much."""

    VALUE = "value"
    PRIORITY = "priority"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True, kw_only=True)
class DependenceLimits:
    """From which share, in per cent, a supplier is named, and from which rise within a year."""

    value_percent: Decimal
    priority_percent: Decimal
    critical_percent: Decimal
    rise_points: Decimal
    fewest_projects: int
    gravity: str
    owner: str

    def percent(self, work: Work) -> Decimal:
        """Return the limit of the kind of work."""
        return {
            Work.VALUE: self.value_percent,
            Work.PRIORITY: self.priority_percent,
            Work.CRITICAL: self.critical_percent,
        }[work]

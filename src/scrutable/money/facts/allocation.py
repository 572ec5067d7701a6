"""How the cost of IT comes to business areas: pools emptied in order, by declared drivers."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A pool emptied into others and into areas, each by its weight of the driver.

    A driver is what the council counts: users, devices, contacts. Targets may be pools that a
    later step empties; never one that an earlier step has emptied.
    """

    pool: str
    driver: str
    weights: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Share:
    """What one pool gave to one target."""

    pool: str
    target: str
    pence: int


@dataclass(frozen=True, slots=True)
class Allocated:
    """What came to an area in all."""

    area: str
    pence: int


@dataclass(frozen=True, slots=True)
class Residue:
    """What stays in a pool, and why."""

    pool: str
    pence: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """Where every penny went: areas and residues add up to all that was put in."""

    put_in: int
    shares: tuple[Share, ...]
    areas: tuple[Allocated, ...]
    residues: tuple[Residue, ...]

    @property
    def is_closed(self) -> bool:
        """Tell whether areas and residues come to what was put in."""
        held = sum(one.pence for one in self.areas) + sum(one.pence for one in self.residues)
        return held == self.put_in

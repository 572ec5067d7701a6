"""What a project was said to be, day by day, and since when it is red or late."""

from dataclasses import dataclass
from datetime import date

from scrutable.portfolio.facts.projects import Rating


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """How a status rated a project: the worst that it said, or what was said over it."""

    on: date
    worst: Rating
    is_overridden: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """What was said of a go-live: the day expected or reached, and that which it is held against.

    `measure` is the earlier of the day first set and the latest plan.
    """

    on: date
    said: date
    measure: date
    is_reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Since when a project is red, and late, without a break; None where it is not."""

    red: date | None = None
    late: date | None = None

"""The sums of the estate: from the people at work to every account, line by line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from scrutable.housekeeping.facts.snapshots import Counted, Extract, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class SumLine:
    """A line of a sum: what it adds, or with `is_total` where the sum has got to.

    `name` is the snapshot's own line, or "people", "without" (people who have none) or "all".
    `wrong` are the faults that count on this line alone.
    """

    name: str
    number: int
    pence: int | None = None
    wrong: tuple[Counted, ...] = ()
    is_total: bool = False


class Used(NamedTuple):
    """An extract with the event at which it was taken, when that was, and by whom.

    Its rows may have been deleted since, which gives it a later version.
    """

    extract: Extract
    at: datetime
    by: str
    event: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EstatePart:
    """What a part of the estate came to by a day, and the extracts that it was read from.

    `before` is the snapshot before it, None where it is the first.
    """

    snapshot: Snapshot
    before: Snapshot | None
    lines: tuple[SumLine, ...]
    used: Sequence[Used]
    days_old: int
    is_stale: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """Every part of the estate by a day."""

    as_at: date
    stale_days: int
    parts: tuple[EstatePart, ...]

"""What charts of dates show: what was said of a date and when, and plans side by side; pure."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Literal

from scrutable.documents.texts import settle

Saying = Literal["baseline", "rebaseline", "forecast", "actual"]

MOST_LINES = 6
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class DateSaid:
    """On which day which date was given, and as what."""

    on: date
    to: date
    kind: Saying


@dataclass(frozen=True, slots=True)
class DateTrendLine:
    """What was said of one milestone, oldest first; `original` is the date first set."""

    name: str
    original: date
    said: tuple[DateSaid, ...]

    def __post_init__(self) -> None:
        settle(self)
        if not self.said:
            raise ValueError(f"DateTrendLine: {self.name}: give at least one date")
        if any(after.on < before.on for before, after in pairwise(self.said)):
            raise ValueError(f"DateTrendLine: {self.name}: give the dates as they were said")


@dataclass(frozen=True, slots=True)
class DateTrend:
    """Milestones' dates by the day on which they were given, up to the day `until`."""

    title: str
    description: str
    lines: tuple[DateTrendLine, ...]
    until: date

    def __post_init__(self) -> None:
        settle(self)
        if not 1 <= len(self.lines) <= MOST_LINES:
            raise ValueError(f"DateTrend: give 1 to {MOST_LINES} milestones")


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One plan of a timeline.

    `start` is the day on which the first date was set; `expected` is None where nobody expects it
    any more, `note` then says why. A plan without `original` has no bars, only its note.
    """

    name: str
    start: date | None
    original: date | None
    current: date | None
    expected: date | None
    reached: bool = False
    notches: tuple[date, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        settle(self, "note")
        dated = [day is not None for day in (self.start, self.original, self.current)]
        if any(dated) != all(dated):
            raise ValueError(f"PlanRow: {self.name}: give start, original and current, or none")
        if self.expected is None and not self.note.strip():
            raise ValueError(f"PlanRow: {self.name}: say why no date is expected")
        if self.expected is not None and not all(dated):
            raise ValueError(f"PlanRow: {self.name}: an expected date needs a plan")


@dataclass(frozen=True, slots=True)
class Timeline:
    """Plans side by side, one a row, against the day that is today."""

    title: str
    description: str
    today: date
    rows: tuple[PlanRow, ...]

    def __post_init__(self) -> None:
        settle(self)
        if not 1 <= len(self.rows) <= MOST_ROWS:
            raise ValueError(f"Timeline: give 1 to {MOST_ROWS} plans")

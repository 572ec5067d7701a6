"""Paper printed for meetings: what was counted, and what was aimed at by when."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTarget(Record):
    """Pages a year that a body is not to exceed by a day, and those of the year it began from."""

    WHAT: ClassVar[str] = "paper target"
    KEY: ClassVar[tuple[str, ...]] = ("body", "by")

    body: str  # "all" of the whole council
    by: date
    pages: int
    baseline: int
    baseline_to: date  # the last day of the year that was counted
    decision: str = ""

    @property
    def reference(self) -> str:
        """Return the target's reference."""
        return f"paper/{self.body}/{self.by.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PagesCounted(Record):
    """Pages printed for a body in a month, as the printers counted them."""

    WHAT: ClassVar[str] = "count of pages"
    KEY: ClassVar[tuple[str, ...]] = ("body", "month")

    body: str
    month: str  # 2026-09
    pages: int
    source: str = ""

    @property
    def reference(self) -> str:
        """Return the count's reference."""
        return f"paper/{self.body}/{self.month}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperStanding:
    """The last twelve months beside the target; `pages` is None where a month was not counted."""

    target: PaperTarget
    pages: int | None
    counted_months: int
    allowed: int  # on the straight line from the baseline to the target, by the day
    is_met: bool | None

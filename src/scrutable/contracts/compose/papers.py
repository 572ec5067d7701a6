"""Everything that a report on a contract is made of, read beforehand; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from scrutable.contracts.facts import (
    Changes,
    CreditSum,
    Forecast,
    KpiDefinition,
    KpiMonth,
    Matter,
    Mitigation,
    Performance,
    Run,
    Statement,
    TrendReason,
)
from scrutable.kernel.attention import Attention
from scrutable.kernel.periods import Month, Span
from scrutable.meetings.compose.asked import Asked
from scrutable.meetings.compose.reporting import Cover
from scrutable.meetings.facts import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """The last report that was frozen before this one, which the changes are counted from."""

    reference: str
    title: str
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """A contract's months as judged, and all that was agreed, said and paid beside them.

    `performance` reaches further back than `span`, the months reported, so that trends, runs and
    the months before can be shown. `credits` hold a month each, those of the span before too.
    `files` gives each stored file's name by its SHA-256; `narrative` an officer's text for each
    section's anchor. `asked` is what the body it is for has asked for, None where it is for none;
    `wanted` what that body wants to be told in every such report.
    """

    cover: Cover
    span: Span
    performance: Performance
    mitigations: tuple[Mitigation, ...] = ()
    credits: tuple[CreditSum, ...] = ()
    statements: tuple[Statement, ...] = ()
    trend_reasons: Mapping[tuple[str, Month], TrendReason] = field(default_factory=dict)
    changes: Changes | None = None
    since: Since | None = None
    attention: tuple[Attention, ...] = ()
    forecasts: Mapping[str, Forecast] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    matters: tuple[Matter, ...] = ()
    narrative: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    asked: Asked | None = None
    wanted: tuple[Wanted, ...] = ()
    entries: Mapping[tuple[str, Month], KpiMonth] = field(init=False, compare=False, repr=False)
    kpis: Mapping[str, KpiDefinition] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        entries = {(entry.code, entry.month): entry for entry in self.performance.months}
        kpis = {definition.code: definition for definition in self.performance.definitions}
        object.__setattr__(self, "entries", entries)
        object.__setattr__(self, "kpis", kpis)

    @property
    def contract(self) -> str:
        """Return the contract's code."""
        return self.performance.contract.code

    @property
    def month(self) -> Month:
        """Return the last month reported."""
        return self.span.last

    @property
    def month_before(self) -> Month:
        """Return the month that the last one is compared with."""
        return self.span.last.plus(-1)

    def entry(self, code: str, month: Month) -> KpiMonth | None:
        """Return the KPI's month, or None outside the months that were read."""
        return self.entries.get((code, month))

    def reported(self, code: str) -> tuple[KpiMonth, ...]:
        """Return the KPI's months in the span reported, oldest first."""
        found = (self.entries.get((code, month)) for month in self.span)
        return tuple(entry for entry in found if entry is not None)

    def during(self, month: Month) -> tuple[KpiMonth, ...]:
        """Return every KPI in the month, in the order of the definitions."""
        found = (self.entries.get((code, month)) for code in self.kpis)
        return tuple(entry for entry in found if entry is not None)

    def credit(self, month: Month) -> CreditSum | None:
        """Return the month's credit sum, or None where none was read."""
        return next((total for total in self.credits if total.month == month), None)

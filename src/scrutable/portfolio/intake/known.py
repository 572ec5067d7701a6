"""What an update is held against, and what comes of reading it; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from scrutable.evidence.facts import Notice, RowError
from scrutable.portfolio import facts

Benefit = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an update is held against: everything that it may speak of, as it stands.

    `suppliers` gives references by name and by reference, in small letters; `measurements` the
    last of each benefit, `taken` the last that says pounds. Without `limits` none is warned of.
    """

    projects: Mapping[str, facts.Project] = field(default_factory=dict)
    lines: Mapping[tuple[str, str], facts.DateLine] = field(default_factory=dict)
    statuses: Mapping[str, facts.Status] = field(default_factory=dict)
    suppliers: Mapping[str, str] = field(default_factory=dict)
    fundings: Mapping[tuple[str, facts.FundingSource, int], facts.Funding] = field(
        default_factory=dict
    )
    dependencies: Mapping[tuple[str, int], facts.Dependency] = field(default_factory=dict)
    benefits: Mapping[Benefit, facts.Benefit] = field(default_factory=dict)
    measurements: Mapping[Benefit, facts.Measurement] = field(default_factory=dict)
    taken: Mapping[Benefit, facts.Measurement] = field(default_factory=dict)
    limits: facts.BenefitLimits | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An update as read; with an error, nothing of it may be taken in.

    `unchanged` counts what it says that stands just so already. `warnings` say what is likely a
    slip of the hand, or has an effect nobody may expect; of the notes, `noted` counts all.
    """

    on: date | None = None
    unchanged: int = 0
    projects: tuple[facts.ProjectUpdate, ...] = ()
    dates: tuple[facts.DateUpdate, ...] = ()
    statuses: tuple[facts.Status, ...] = ()
    records: tuple[facts.RecordUpdate, ...] = ()
    errors: tuple[RowError, ...] = ()
    notices: tuple[Notice, ...] = ()
    warnings: tuple[Notice, ...] = ()
    noted: int = 0

    @property
    def is_empty(self) -> bool:
        """Test whether nothing at all is said."""
        return not (self.projects or self.dates or self.statuses or self.records)

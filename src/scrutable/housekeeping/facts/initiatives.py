"""Initiatives: what is to become less, or more, by when, and how far the snapshots say it has."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from scrutable.housekeeping.facts.snapshots import PartOfEstate
from scrutable.records.facts import Record


class Counts(StrEnum):
    """What of a part's snapshots an initiative is measured by."""

    ALL = "all"  # everything of the part
    LINE = "line"  # one line of its sum
    FAULT = "fault"  # one thing that is wrong
    COST = "cost"  # what a line or a fault comes to, in pence


@dataclass(frozen=True, slots=True, kw_only=True)
class Initiative(Record):
    """Something that is to become less, or more, from a baseline to a target by a day.

    `name` is the line or the fault that counts, "" where everything does. Costs are in pence.
    `each_pounds` is what one less saves a year, None where no price is known, and `priced_by` says
    where that is written; `saving_pounds` is what somebody expects of the whole.
    """

    WHAT: ClassVar[str] = "initiative"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    part: PartOfEstate
    counts: Counts
    name: str
    owner: str
    baseline: int
    baseline_on: date
    target: int
    due: date
    saving_pounds: Decimal | None = None
    each_pounds: Decimal | None = None
    priced_by: str = ""
    decision: str = ""  # a reference, or where it can be read
    stopped_on: date | None = None
    stopped_why: str = ""

    @property
    def reference(self) -> str:
        """Return the initiative's reference."""
        return f"initiative/{self.code}"

    @property
    def is_less(self) -> bool:
        """Tell whether less is better."""
        return self.target < self.baseline


class InitiativeState(StrEnum):
    """How an initiative stands by its last measurement."""

    NOT_MEASURED = "not_measured"
    ON_TRACK = "on_track"  # at or ahead of the straight line from baseline to target
    BEHIND = "behind"
    REACHED = "reached"
    PAST_DUE = "past_due"  # its day has passed, and the target is not reached
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a snapshot says of an initiative; `reference` and `version` are the snapshot's."""

    on: date
    value: int
    reference: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InitiativeStanding:
    """An initiative by a day: all its measurements, oldest first, and what they come to.

    `wanted` is where the line was on the day of the last measurement, `percent` how much of the
    way is gone, rounded down; both are None while nothing is measured. `saved_pounds` a year is
    None where no price is known.
    """

    initiative: Initiative
    as_at: date
    measured: tuple[Measured, ...]
    state: InitiativeState
    wanted: int | None = None
    percent: int | None = None
    saved_pounds: Decimal | None = None

    @property
    def last(self) -> Measured | None:
        """Return the last measurement, None of none."""
        return self.measured[-1] if self.measured else None

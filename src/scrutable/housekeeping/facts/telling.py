"""A finding with its whole history, and a thing with all that was ever wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from scrutable.housekeeping.facts.extracts import ExtractKind
from scrutable.housekeeping.facts.findings import (
    Finding,
    FindingStanding,
    Handling,
    Reach,
    Thing,
    WorkCounted,
    WorkState,
)
from scrutable.housekeeping.facts.snapshots import PartOfEstate, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """Who recorded something, when, and under which event."""

    version: int
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An extract that was read; `row` is the finding's place in it, 0 where it has none.

    `deleted_on` is the day on which its rows were deleted, None while they lie there.
    """

    kind: ExtractKind
    as_at: date
    name: str
    sha256: str
    version: int
    row: int
    deleted_on: date | None

    @property
    def reference(self) -> str:
        """Return the extract's reference."""
        return f"extract/{self.kind.value}/{self.as_at.isoformat()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What an extract changed of a finding, and the extracts that were read."""

    finding: Finding
    recorded: Recorded
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What somebody said of a finding."""

    handling: Handling
    recorded: Recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingTold:
    """A finding as at a day, what of, and all that was shown and said of it, oldest first."""

    standing: FindingStanding
    state: WorkState
    thing: Thing
    shown: tuple[Shown, ...]
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AtSnapshot:
    """What was wrong with a thing by the snapshot of a day; nothing where it was all right."""

    as_at: date
    thing: int
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingsTold:
    """Some things, every finding of them with its state, and each snapshot since the first."""

    things: tuple[Thing, ...]
    findings: tuple[tuple[FindingStanding, WorkState], ...]
    snapshots: tuple[AtSnapshot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsSeen:
    """All findings as at a day, counted, for a report.

    `snapshots` are the last of each part by the day. `versions` is, of each part, the last event
    that changed how many of its findings stand and how.
    """

    to: Reach
    counted: tuple[WorkCounted, ...]
    snapshots: tuple[Snapshot, ...]
    versions: Mapping[PartOfEstate, int]

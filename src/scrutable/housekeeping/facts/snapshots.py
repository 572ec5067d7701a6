"""What is kept of extracts and of what they come to on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.housekeeping.facts.extracts import ExtractKind, place_of
from scrutable.records.facts import Record


class PartOfEstate(StrEnum):
    """A part of the estate that is reconciled on its own."""

    ACCOUNTS = "accounts"
    DEVICES = "devices"
    LICENCES = "licences"
    ORDERS = "orders"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract(Record):
    """An extract as it was taken; its rows lie outside the database and are deleted in time.

    `columns` pairs each column that was read with the file's own heading. `deleted_on` is the day
    on which its rows were deleted, None while they lie there.
    """

    WHAT: ClassVar[str] = "extract"
    KEY: ClassVar[tuple[str, ...]] = ("kind", "as_at")

    kind: ExtractKind
    as_at: date
    name: str
    sha256: str
    rows: int
    refused: int
    columns: tuple[tuple[str, str], ...] = ()
    notices: tuple[str, ...] = ()
    deleted_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the extract's reference."""
        return f"extract/{self.kind.value}/{self.as_at.isoformat()}"

    @property
    def place(self) -> str:
        """Return the folder of its rows, below that of all extracts."""
        return place_of(self.kind, self.as_at, self.sha256, self.columns)

    @property
    def fit(self) -> int:
        """Return how many rows were not refused."""
        return self.rows - self.refused


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedMapping(Record):
    """Under which headings one system exports what; each pair is a column and its heading."""

    WHAT: ClassVar[str] = "mapping"
    KEY: ClassVar[tuple[str, ...]] = ("kind", "name")

    kind: ExtractKind
    name: str
    columns: tuple[tuple[str, str], ...]
    month_first: bool = False

    @property
    def reference(self) -> str:
        """Return the mapping's reference."""
        return f"mapping/{self.kind.value}/{self.name}"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many count under a name; `pence` where they have a value."""

    name: str
    number: int
    pence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Record):
    """What a part of the estate came to on a day: lines that add up, and what is wrong.

    `extracts` are references with the version that was read (`extract/staff/2026-09-30@7`). What
    is wrong by fault counts in `faults`; `new`, `back`, `fixed` and `gone` count the findings that
    changed since the snapshot before it. `people` is how many were at work on the day, None where
    no extract of staff was read.
    """

    WHAT: ClassVar[str] = "snapshot"
    KEY: ClassVar[tuple[str, ...]] = ("part", "as_at")

    part: PartOfEstate
    as_at: date
    lines: tuple[Counted, ...]
    faults: tuple[Counted, ...]
    extracts: tuple[str, ...]
    engine: str
    people: int | None = None
    new: int = 0
    back: int = 0
    fixed: int = 0
    gone: int = 0

    @property
    def reference(self) -> str:
        """Return the snapshot's reference."""
        return f"estate/{self.part.value}/{self.as_at.isoformat()}"

    @property
    def number(self) -> int:
        """Return how many there are in all."""
        return sum(line.number for line in self.lines)

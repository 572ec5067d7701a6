"""Results and the papers they come on, before and after they are taken in."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256

from scrutable.contracts.facts.kinds import NoValue, Source, Standing, Status
from scrutable.kernel.periods import Month
from scrutable.kernel.references import result_reference
from scrutable.registers.facts import Contract


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One version of a KPI's result for a month: a value, or the reason for none, never both.

    `version` is the number of the event that recorded it; `file` is the SHA-256 of the file it
    came from ("" for a correction by hand) and `place` the cell in it.
    """

    contract: str
    code: str
    month: Month
    value: Decimal | None
    no_value: NoValue | None
    standing: Standing
    source: Source
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    commentary: str = ""
    file: str = ""
    place: str = ""
    why: str = ""
    by: str = ""
    at: datetime | None = None
    version: int = 0

    def __post_init__(self) -> None:
        if (self.value is None) == (self.no_value is None):
            raise ValueError("a result is a value or a reason for none, and not both")

    @property
    def reference(self) -> str:
        """Return the result's reference."""
        return result_reference(self.contract, self.code, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnReceived:
    """A supplier's file for a month, as it was taken in."""

    contract: str
    month: Month
    number: int
    source: Source
    file: str
    file_name: str
    received_at: datetime
    by: str
    results: int
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the return's reference."""
        return f"return/{self.contract}/{self.month}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnOwed:
    """A month for which a contract's return has not come though it was due."""

    contract: Contract
    month: Month
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRow:
    """One KPI's line of a return, as read; the write decides what becomes of it."""

    code: str
    value: Decimal | None
    no_value: NoValue | None
    place: str
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    commentary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingReturn:
    """A supplier's file for a month, read but not taken in yet."""

    contract: str
    month: Month
    rows: tuple[ReturnRow, ...]
    content: bytes
    name: str
    standing: Standing

    @property
    def file(self) -> str:
        """Return the SHA-256 of the file."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a result should have been, and why; a value or a reason for none."""

    contract: str
    code: str
    month: Month
    value: Decimal | None = None
    no_value: NoValue | None = None
    why: str
    standing: Standing = Standing.RESTATED

    @property
    def reference(self) -> str:
        """Return the reference of the result that is corrected."""
        return result_reference(self.contract, self.code, self.month)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """What loading would do to one result: new, changed or unchanged."""

    code: str
    action: str  # new, changed, unchanged
    before: Result | None
    after: ReturnRow
    status_before: Status | None
    status_after: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadPlan:
    """What loading a return would change, before it does."""

    contract: str
    month: Month
    standing: Standing
    source: Source
    rows: tuple[PlannedRow, ...]
    already_loaded: str = ""  # reference of the return that brought the very same file

    @property
    def changes(self) -> int:
        """Return how many results would be new or changed."""
        return sum(row.action != "unchanged" for row in self.rows)

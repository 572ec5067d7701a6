"""Savings planned, forecast, achieved and verified, against the budget line they come from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving(Record):
    """A saving that was promised for a year; `line` is the budget line that is to shrink."""

    WHAT: ClassVar[str] = "saving"
    KEY: ClassVar[tuple[str, ...]] = ("code", "year")

    code: str
    year: int
    title: str
    line: str
    planned: int  # pence
    owner: str
    decision: str = ""
    benefit: str = ""  # reference, where a project promised it

    @property
    def reference(self) -> str:
        """Return the saving's reference."""
        return f"saving/{self.code}/{self.year}"


class SavingStage(StrEnum):
    """How sure it is."""

    FORECAST = "forecast"
    ACHIEVED = "achieved"  # the owner says so
    VERIFIED = "verified"  # somebody of finance found it in the ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingProof(Record):
    """What somebody found of a saving on a day."""

    WHAT: ClassVar[str] = "finding of a saving"
    KEY: ClassVar[tuple[str, ...]] = ("saving", "year", "number")

    saving: str
    year: int
    number: int
    stage: SavingStage
    pence: int
    on: date
    by: str
    evidence: str = ""

    @property
    def reference(self) -> str:
        """Return the reference of what was found."""
        return f"saving/{self.saving}/{self.year}/found/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SavingSeen:
    """A saving and how far it has come: the last word of each stage, None where there is none."""

    saving: Saving
    forecast: SavingProof | None
    achieved: SavingProof | None
    verified: SavingProof | None

    @property
    def stage(self) -> SavingStage | None:
        """Return the surest stage that was reached; None where it is only planned."""
        for one in (self.verified, self.achieved, self.forecast):
            if one is not None:
                return one.stage
        return None

    @property
    def claimed(self) -> int:
        """Return what is said of it by the surest word there is, in pence."""
        for one in (self.verified, self.achieved, self.forecast):
            if one is not None:
                return one.pence
        return self.saving.planned


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubled:
    """Savings that were taken from one line of one year, and together are more than it shrank.

    `shrank` is by how much its budget fell from the year before; None where that is not recorded.
    """

    line: str
    year: int
    codes: tuple[str, ...]
    claimed: int
    shrank: int | None
    version: int = 0

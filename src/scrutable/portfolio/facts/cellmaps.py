"""Maps by which a council's own register of projects is read, with its own words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Holds(StrEnum):
    """What a column of a council's register holds."""

    NUMBER = "number"
    TITLE = "title"
    THEME = "theme"
    OBJECTIVE = "objective"
    STAGE = "stage"
    SPONSOR = "sponsor"
    MANAGER = "manager"
    SUPPLIERS = "suppliers"
    THIRD_PARTIES = "third_parties"
    PLACE = "place"
    PLACE_REASON = "place_reason"
    MILESTONE = "milestone"
    FIRST_DATE = "first_date"
    FIRST_APPROVER = "first_approver"
    FIRST_ON = "first_on"
    NEW_PLAN = "new_plan"
    APPROVER = "approver"
    APPROVED_ON = "approved_on"
    FORECAST = "forecast"
    REACHED = "reached"
    DATE_REASON = "date_reason"
    SCALE = "scale"
    OVERALL = "overall"
    TIME = "time"
    COST = "cost"
    SCOPE = "scope"
    BENEFITS = "benefits"
    CONFIDENCE = "confidence"
    ASSESSOR = "assessor"
    REASONS = "reasons"
    OVERRIDE_REASON = "override_reason"
    TO_GREEN = "to_green"
    GREEN_BY = "green_by"


class Coded(StrEnum):
    """A field whose values are ours, into which a council's words are translated."""

    THEME = "theme"
    STAGE = "stage"
    RATING = "rating"
    SCALE = "scale"
    NOTHING = "nothing"  # the word says nothing that is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedColumn:
    """A column of the register: by its heading, or by its letters as “column F”."""

    holds: Holds
    heading: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedWord:
    """A word of the council's: what it means here. “Blue” may mean the stage finished."""

    said: str
    coded: Coded
    means: str  # the stored value; "" where it means nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """What holds for every project of the register, where its own column says nothing."""

    holds: Holds
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CellMap(Record):
    """How one council's register of projects is read, as somebody approved it.

    `sheet` is "" for the first that is visible; `heading_row` counts from 1, None where the
    headings are to be found. Rows whose number is one of `skips` are no projects: totals, groups.
    """

    WHAT: ClassVar[str] = "cell map"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    title: str
    sheet: str = ""
    heading_row: int | None = None
    columns: tuple[MappedColumn, ...]
    words: tuple[MappedWord, ...] = ()
    constants: tuple[Constant, ...] = ()
    skips: tuple[str, ...] = ()
    approver: str
    approved_on: date
    note: str = ""

    @property
    def reference(self) -> str:
        """Return the map's reference."""
        return f"cell-map/{self.code}"

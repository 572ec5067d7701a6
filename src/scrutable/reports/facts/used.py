"""What used a record of another app: reports that printed it, decisions that name it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from scrutable.reports.facts.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A frozen edition that printed a record or a part of it, so many figures, at a version."""

    edition: Edition
    figures: int
    version: int


class NamedHow(StrEnum):
    """How a decision has to do with a record."""

    CASE = "case"  # it approved a business case
    FUNDING = "funding"  # it approved money
    STRATEGY = "strategy"  # it approved a strategy that the record serves
    REPORT = "report"  # it was taken on a report that printed the record
    NAMES = "names"  # its words or its paper name the record


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionUsing:
    """A decision, an item or a commitment that used a record; `words` say what it is."""

    reference: str
    how: NamedHow
    words: str
    on: date | None

"""Cells that every app's tables have: counts, sums, days and moments; pure."""

from datetime import date, datetime
from decimal import Decimal

from scrutable.govuk.facts import Cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words, moment_words


def count_cell(number: int, href: str = "") -> Cell:
    """Return a count."""
    return Cell(f"{number:,}", number=Decimal(number), href=href)


def money_cell(pounds: Decimal | None, none: str) -> Cell:
    """Return a sum to the penny, or the words for there being none."""
    return Cell(none) if pounds is None else Cell(money_exact(pounds), number=pounds)


def day_cell(day: date | None, none: str) -> Cell:
    """Return a day in words, sorted as a day."""
    return Cell(none) if day is None else Cell(date_words(day), order=day.isoformat())


def moment_cell(moment: datetime | None, none: str = "Not recorded") -> Cell:
    """Return a moment in London, sorted as a moment."""
    return Cell(none) if moment is None else Cell(moment_words(moment), order=moment.isoformat())

"""The next number of a year; asked only while the one write lock is held."""

from typing import TypeVar

from django.db.models import Max, QuerySet

from scrutable.meetings.models.keys import Yearly

Row = TypeVar("Row", bound=Yearly)


def next_number(rows: QuerySet[Row], year: int) -> int:
    """Return the number after the highest that the year has used."""
    highest: int | None = rows.filter(year=year).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1

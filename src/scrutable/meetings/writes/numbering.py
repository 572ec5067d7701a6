"""The next number among rows of a kind; asked only while the one write lock is held."""

from typing import TypeVar

from django.db.models import Max, QuerySet

from scrutable.audit.models import Kept

Row = TypeVar("Row", bound=Kept)


def next_number(rows: QuerySet[Row]) -> int:
    """Return the number after the highest that any of the rows has, 1 where there is none."""
    highest: int | None = rows.aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1

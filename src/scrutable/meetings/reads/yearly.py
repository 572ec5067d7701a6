"""Rows that are numbered within their year, found by their code."""

from typing import TypeVar

from django.db.models import QuerySet

from scrutable.audit.models import Kept
from scrutable.meetings.rules.codes import yearly_parts

Row = TypeVar("Row", bound=Kept)


def of_code(rows: QuerySet[Row], code: str) -> QuerySet[Row]:
    """Return those of the rows that have the code, such as 2026-014; none for what is no code."""
    parts = yearly_parts(code)
    return rows.filter(year=parts[0], number=parts[1]) if parts else rows.none()

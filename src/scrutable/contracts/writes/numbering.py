"""The next number within a contract; asked only while the one write lock is held."""

from typing import TypeVar

from django.db.models import Max, QuerySet

from scrutable.contracts.models.keys import Numbered

Row = TypeVar("Row", bound=Numbered)


def next_number(rows: QuerySet[Row], contract: str) -> int:
    """Return the number after the highest that the contract has used."""
    highest = rows.filter(contract=contract).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1

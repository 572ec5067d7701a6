"""The next number within a contract; asked only while the one write lock is held."""

from django.db.models import Max

from scrutable.contracts import models


def next_number(model: type[models.Numbered], contract: str) -> int:
    """Return the number after the highest the contract has used."""
    highest = model.objects.filter(contract=contract).aggregate(highest=Max("number"))["highest"]
    return (highest or 0) + 1

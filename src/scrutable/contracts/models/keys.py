"""What rows about a contract are known by."""

from django.db import models

from scrutable.audit.models import Kept


class OfContract(Kept):
    """A kept row about one contract."""

    contract = models.CharField(max_length=20)

    class Meta:
        abstract = True


class Numbered(OfContract):
    """A kept row with a number of its own within its contract."""

    KEY = ("contract", "number")

    number = models.PositiveIntegerField()

    class Meta:
        abstract = True

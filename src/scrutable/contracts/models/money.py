"""Charges, and the terms of credits."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, MonthField, one_per_event
from scrutable.contracts.models.keys import OfContract


class Charge(OfContract):
    """What the supplier charged for a month."""

    KEY = ("contract", "month")

    month = MonthField()
    pounds = ExactDecimalField()
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("contracts_charge", "contract", "month")]

    def __str__(self) -> str:
        return f"{self.contract} {self.month}"


class CreditTerms(OfContract):
    """The parameters of points and credits from a month on; `numbers` holds them as text."""

    KEY = ("contract", "effective_from")

    effective_from = MonthField()
    numbers = models.JSONField()
    clause = models.CharField(max_length=200, blank=True)
    approved_by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("contracts_creditterms", "contract", "effective_from")]

    def __str__(self) -> str:
        return f"{self.contract} from {self.effective_from}"

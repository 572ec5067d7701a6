"""Tables of what the ledger says, summed by line and month, and of forecasts."""

from django.db import models

from scrutable.audit.models import Kept, one_per_event
from scrutable.money import facts


class LedgerYear(Kept):
    """The ledger of a year as known from one event on."""

    KEY = facts.LedgerYear.KEY

    year = models.PositiveIntegerField()
    through = models.DateField()
    rows = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    refused = models.PositiveIntegerField()
    refused_pence = models.BigIntegerField()
    control = models.BigIntegerField(null=True)
    name = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [one_per_event("money_ledgeryear", "year")]

    def __str__(self) -> str:
        return f"{self.year}"


class Spending(Kept):
    """What was spent of a line as known from one event on."""

    KEY = facts.Spending.KEY

    line = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    months = models.JSONField()
    pence = models.BigIntegerField()
    rows = models.PositiveIntegerField()
    first_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("money_spending", "line", "year")]
        indexes = [models.Index(fields=["year", "line"], name="money_spending_of_year")]

    def __str__(self) -> str:
        return f"{self.line} {self.year}"


class Forecast(Kept):
    """What is expected of a line as known from one event on."""

    KEY = facts.Forecast.KEY

    line = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    months = models.JSONField()
    pence = models.BigIntegerField()
    on = models.DateField()
    by = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("money_forecast", "line", "year")]
        indexes = [models.Index(fields=["year", "line"], name="money_forecast_of_year")]

    def __str__(self) -> str:
        return f"{self.line} {self.year}"

"""KPIs as the contract defines them."""

from django.db import models

from scrutable.audit.models import MonthField, choices_of, one_per_event
from scrutable.contracts import facts
from scrutable.contracts.models.keys import OfContract


class Kpi(OfContract):
    """A KPI's definition as known from one event on, its levels and bands included."""

    KEY = ("contract", "code")

    code = models.CharField(max_length=40)
    service = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=choices_of(facts.Kind))
    direction = models.CharField(max_length=10, choices=choices_of(facts.Direction))
    unit = models.CharField(max_length=40)
    decimals = models.PositiveSmallIntegerField()
    rule = models.CharField(max_length=20, choices=choices_of(facts.RuleKind))
    rule_numbers = models.JSONField()
    levels = models.JSONField()
    bands = models.JSONField()
    numerator = models.CharField(max_length=200, blank=True)
    denominator = models.CharField(max_length=200, blank=True)
    formula = models.CharField(max_length=300, blank=True)
    may_exceed_hundred = models.BooleanField()
    critical = models.BooleanField()
    why_it_matters = models.TextField(blank=True)
    clause = models.CharField(max_length=200, blank=True)
    first_month = MonthField(null=True)
    discontinued_from = MonthField(null=True)
    discontinued_why = models.TextField(blank=True)
    authored_by = models.CharField(max_length=200, blank=True)
    checked_by = models.CharField(max_length=200, blank=True)
    review_by = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("contracts_kpi", "contract", "code")]

    def __str__(self) -> str:
        return f"{self.contract} {self.code}"

"""What was agreed, published or noted beside the results."""

from django.db import models
from django.db.models import Q

from scrutable.audit.models import ExactDecimalField, MonthField, choices_of, one_per_event
from scrutable.contracts import facts
from scrutable.contracts.models.keys import Numbered, OfContract


class Mitigation(Numbered):
    """Relief agreed for a KPI; a renewal or a withdrawal is a new row with the same number."""

    code = models.CharField(max_length=40)
    first_month = MonthField()
    last_month = MonthField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    granted_by = models.CharField(max_length=200)
    granted_on = models.DateField()
    long_term_fix = models.TextField(blank=True)
    fix_due = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [
            one_per_event("contracts_mitigation", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_mitigation_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~Q(granted_by="") & ~Q(reason=""),
                name="contracts_mitigation_says_who_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.code}"


class Relief(Numbered):
    """Months without credits, or KPIs without points."""

    kind = models.CharField(max_length=20, choices=choices_of(facts.ReliefKind))
    first_month = MonthField()
    last_month = MonthField()
    codes = models.JSONField()
    reason = models.TextField()
    granted_by = models.CharField(max_length=200)
    granted_on = models.DateField()

    class Meta:
        constraints = [
            one_per_event("contracts_relief", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_relief_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.kind}"


class Statement(Numbered):
    """What somebody published about a contract or a KPI; never a result."""

    code = models.CharField(max_length=40, blank=True)
    first_month = MonthField()
    last_month = MonthField()
    measure = models.CharField(max_length=60, blank=True)
    low = ExactDecimalField(null=True)
    high = ExactDecimalField(null=True)
    verdict = models.CharField(max_length=20, blank=True, choices=choices_of(facts.Status))
    mitigated = models.BooleanField(null=True)
    note = models.TextField(blank=True)
    confidence = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            one_per_event("contracts_statement", "contract", "number"),
            models.CheckConstraint(
                condition=Q(last_month__gte=models.F("first_month")),
                name="contracts_statement_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.number}"


class Matter(Numbered):
    """A service matter of a contract."""

    title = models.CharField(max_length=300)
    owner = models.CharField(max_length=200)
    state = models.CharField(max_length=20, choices=choices_of(facts.MatterState))
    raised_on = models.DateField()
    due = models.DateField(null=True)
    codes = models.JSONField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("contracts_matter", "contract", "number")]

    def __str__(self) -> str:
        return f"{self.contract} {self.number} {self.title}"


class TrendReason(OfContract):
    """Why a KPI got better or worse in a month."""

    KEY = ("contract", "code", "month")

    code = models.CharField(max_length=40)
    month = MonthField()
    reason = models.TextField()
    given_by = models.CharField(max_length=150)

    class Meta:
        constraints = [one_per_event("contracts_trendreason", "contract", "code", "month")]

    def __str__(self) -> str:
        return f"{self.contract} {self.code} {self.month}"

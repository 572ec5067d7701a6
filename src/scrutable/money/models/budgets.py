"""Tables of budget lines, virements, approvals and commitments."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.money import facts


class BudgetLine(Kept):
    """A budget line as known from one event on."""

    KEY = facts.BudgetLine.KEY

    code = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    fund = models.CharField(max_length=20, choices=choices_of(facts.Fund))
    area = models.CharField(max_length=200)
    pence = models.BigIntegerField()
    owner = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("money_budgetline", "code", "year")]
        indexes = [models.Index(fields=["year", "code"], name="money_budgetline_of_year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"


class Virement(Kept):
    """A virement as known from one event on."""

    KEY = facts.Virement.KEY

    number = models.PositiveIntegerField()
    year = models.PositiveIntegerField()
    from_line = models.CharField(max_length=60)
    to_line = models.CharField(max_length=60)
    pence = models.BigIntegerField()
    on = models.DateField()
    approved_by = models.CharField(max_length=200)
    reason = models.TextField()
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("money_virement", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class Approval(Kept):
    """An approval as known from one event on."""

    KEY = facts.Approval.KEY

    number = models.PositiveIntegerField()
    line = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    on = models.DateField()
    decision = models.CharField(max_length=200)
    limit = models.BigIntegerField(null=True)
    source = models.CharField(max_length=400, blank=True)
    reason = models.TextField(blank=True)
    found_in = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [one_per_event("money_approval", "number")]
        indexes = [
            models.Index(fields=["line", "year"], name="money_approval_of_line"),
            models.Index(fields=["decision"], name="money_approval_by_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Commitment(Kept):
    """A commitment of money as known from one event on."""

    KEY = facts.Commitment.KEY

    number = models.PositiveIntegerField()
    line = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    on = models.DateField()
    decision = models.CharField(max_length=200)
    supplier = models.CharField(max_length=200, blank=True)
    what = models.TextField(blank=True)
    found_in = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [one_per_event("money_commitment", "number")]
        indexes = [
            models.Index(fields=["line", "year"], name="money_commitment_of_line"),
            models.Index(fields=["decision"], name="money_commitment_by_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

"""Tables of business cases, funding, dependencies and what delay has cost."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class BusinessCase(Kept):
    """A business case as known from one event on."""

    KEY = facts.BusinessCase.KEY

    project = models.CharField(max_length=40)
    stage = models.CharField(max_length=20, choices=choices_of(facts.CaseStage))
    outcome = models.CharField(max_length=20, choices=choices_of(facts.CaseOutcome))
    complete = models.JSONField()
    cost = ExactDecimalField(null=True)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_businesscase", "project", "stage")]

    def __str__(self) -> str:
        return f"{self.project} {self.stage}"


class Funding(Kept):
    """A line of funding as known from one event on."""

    KEY = facts.Funding.KEY

    project = models.CharField(max_length=40)
    source = models.CharField(max_length=20, choices=choices_of(facts.FundingSource))
    year = models.PositiveIntegerField()
    approved = ExactDecimalField()
    spent = ExactDecimalField(null=True)
    spent_by = models.DateField(null=True)
    expected = ExactDecimalField(null=True)
    budget_line = models.CharField(max_length=60, blank=True)
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_funding", "project", "source", "year")]

    def __str__(self) -> str:
        return f"{self.project} {self.source} {self.year}"


class Dependency(Kept):
    """A dependency as known from one event on."""

    KEY = facts.Dependency.KEY

    project = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    on_whom = models.CharField(max_length=200)
    what = models.TextField()
    needed_by = models.DateField()
    expected_on = models.DateField(null=True)
    state = models.CharField(max_length=20, choices=choices_of(facts.DependencyState))
    settled_on = models.DateField(null=True)
    owner = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_dependency", "project", "number")]

    def __str__(self) -> str:
        return f"{self.project} {self.number}"


class DelayCost(Kept):
    """A cost of delay as known from one event on."""

    KEY = facts.DelayCost.KEY

    project = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    on = models.DateField()
    pounds = ExactDecimalField()
    what_for = models.CharField(max_length=200)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_delaycost", "project", "number")]

    def __str__(self) -> str:
        return f"{self.project} {self.number}"

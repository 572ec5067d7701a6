"""Tables of strategies, their objectives and what a look back found of each."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class Strategy(Kept):
    """A strategy as known from one event on."""

    KEY = facts.Strategy.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    starts_on = models.DateField()
    ends_on = models.DateField()
    purpose = models.TextField()
    principles = models.JSONField()
    sub_strategies = models.JSONField()
    owner = models.CharField(max_length=200)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_on = models.DateField(null=True)
    decision = models.CharField(max_length=200, blank=True)
    review_on = models.DateField(null=True)
    follows = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_strategy", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Objective(Kept):
    """An objective as known from one event on."""

    KEY = facts.Objective.KEY

    strategy = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    text = models.TextField()
    theme = models.CharField(max_length=20, choices=choices_of(facts.Theme))
    corporate_outcome = models.CharField(max_length=200)
    measure = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    owner = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_objective", "strategy", "number")]

    def __str__(self) -> str:
        return f"{self.strategy} {self.number}"


class ObjectiveReview(Kept):
    """An review of an objective as known from one event on."""

    KEY = facts.ObjectiveReview.KEY

    strategy = models.CharField(max_length=40)
    objective = models.PositiveIntegerField()
    on = models.DateField()
    planned = models.TextField()
    delivered = models.TextField()
    delivered_on = models.DateField(null=True)
    evidence = models.JSONField()
    verdict = models.CharField(max_length=20, choices=choices_of(facts.ObjectiveVerdict))
    reasons = models.TextField()
    carries_to = models.CharField(max_length=200, blank=True)
    reviewer = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_objectivereview", "strategy", "objective", "on")]

    def __str__(self) -> str:
        return f"{self.strategy} {self.objective} {self.on}"

"""Tables of processes looked at again, and features paid for."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class ProcessReview(Kept):
    """A process review as known from one event on."""

    KEY = facts.ProcessReview.KEY

    number = models.PositiveIntegerField()
    process = models.CharField(max_length=200)
    area = models.CharField(max_length=200)
    why = models.TextField()
    state = models.CharField(max_length=20, choices=choices_of(facts.ReviewState))
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    ways_before = models.PositiveIntegerField(null=True)
    ways_after = models.PositiveIntegerField(null=True)
    steps_before = models.PositiveIntegerField(null=True)
    steps_after = models.PositiveIntegerField(null=True)
    days_before = ExactDecimalField(null=True)
    days_after = ExactDecimalField(null=True)
    result = models.TextField(blank=True)
    owner = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_processreview", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class Feature(Kept):
    """A feature as known from one event on."""

    KEY = facts.Feature.KEY

    number = models.PositiveIntegerField()
    product = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    of_what = models.CharField(max_length=200)
    entitled = models.PositiveIntegerField()
    using = models.PositiveIntegerField(null=True)
    counted_on = models.DateField(null=True)
    yearly_pounds = ExactDecimalField(null=True)
    paid_since = models.DateField()
    plan = models.TextField(blank=True)
    owner = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_feature", "number")]

    def __str__(self) -> str:
        return f"{self.number}"

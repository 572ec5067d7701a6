"""The table of initiatives."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.housekeeping import facts


class Initiative(Kept):
    """An initiative as known from one event on."""

    KEY = facts.Initiative.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    counts = models.CharField(max_length=10, choices=choices_of(facts.Counts))
    name = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=200)
    baseline = models.BigIntegerField()
    baseline_on = models.DateField()
    target = models.BigIntegerField()
    due = models.DateField()
    saving_pounds = ExactDecimalField(null=True)
    each_pounds = ExactDecimalField(null=True)
    priced_by = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    stopped_on = models.DateField(null=True)
    stopped_why = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("housekeeping_initiative", "code")]

    def __str__(self) -> str:
        return self.code

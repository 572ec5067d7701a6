"""Delegations, their uses, and scrutiny's recommendations."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.models.keys import Yearly


class Delegation(Yearly):
    """A delegation as known from one event on."""

    body = models.CharField(max_length=20)
    to = models.CharField(max_length=200)
    acts = models.JSONField()
    consultees = models.JSONField()
    limit_pounds = ExactDecimalField(null=True)
    each_pounds = ExactDecimalField(null=True)
    from_on = models.DateField()
    expires_on = models.DateField(null=True)
    made_in = models.CharField(max_length=40, blank=True)
    source_reference = models.CharField(max_length=100, blank=True)
    ended_on = models.DateField(null=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("meetings_delegation", "year", "number")]

    def __str__(self) -> str:
        return yearly_code(self.year, self.number)


class DelegationUse(Kept):
    """A use of a delegation, or an attempt at one that was refused."""

    KEY = ("delegation", "number")

    delegation = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    on = models.DateField()
    used_by = models.CharField(max_length=200)
    act = models.TextField()
    what = models.TextField()
    pounds = ExactDecimalField(null=True)
    consulted = models.JSONField()
    consulted_on = models.DateField(null=True)
    decision = models.CharField(max_length=20, blank=True)
    refused_because = models.JSONField()

    class Meta:
        constraints = [one_per_event("meetings_delegationuse", "delegation", "number")]

    def __str__(self) -> str:
        return f"{self.delegation} {self.number}"


class Recommendation(Yearly):
    """A recommendation to the executive, with its answer, as known from one event on."""

    body = models.CharField(max_length=20)
    to = models.CharField(max_length=20)
    text = models.TextField()
    made_in = models.CharField(max_length=40)
    source_reference = models.CharField(max_length=100, blank=True)
    received_on = models.DateField(null=True)
    noticed_on = models.DateField(null=True)
    published_on = models.DateField(null=True)
    answer = models.CharField(max_length=20, choices=choices_of(facts.Answer), blank=True)
    answer_reasons = models.TextField(blank=True)
    action = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answer_published_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("meetings_recommendation", "year", "number")]

    def __str__(self) -> str:
        return yearly_code(self.year, self.number)

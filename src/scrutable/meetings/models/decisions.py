"""The forward plan, decision records and call-in."""

from django.db import models
from django.db.models import F, Q

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


class PlannedDecision(Closed):
    """An entry of the forward plan as known from one event on."""

    KEY = ("code",)

    code = models.CharField(max_length=20)
    matter = models.CharField(max_length=300)
    maker = models.CharField(max_length=20)
    maker_name = models.CharField(max_length=200, blank=True)
    key_grounds = models.JSONField()
    value_pounds = ExactDecimalField(null=True)
    window_from = models.DateField()
    window_to = models.DateField()
    owner = models.CharField(max_length=200)
    meeting = models.CharField(max_length=40, blank=True)
    documents = models.JSONField()
    copies_at = models.TextField(blank=True)
    requests_to = models.TextField(blank=True)
    noticed_on = models.DateField(null=True)
    route = models.CharField(max_length=20, choices=choices_of(facts.KeyRoute))
    route_reason = models.TextField(blank=True)
    route_agreed_by = models.CharField(max_length=200, blank=True)
    route_agreed_on = models.DateField(null=True)
    withdrawn_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            one_per_event("meetings_planneddecision", "code"),
            models.CheckConstraint(
                condition=Q(window_to__gte=F("window_from")),
                name="meetings_planneddecision_window_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DecisionRecord(Closed):
    """The record of a decision as known from one event on."""

    KEY = ("code",)

    code = models.CharField(max_length=20)
    decided_on = models.DateField()
    maker = models.CharField(max_length=20)
    maker_name = models.CharField(max_length=200, blank=True)
    meeting = models.CharField(max_length=40, blank=True)
    item = models.CharField(max_length=100, blank=True)
    text = models.TextField()
    result = models.CharField(max_length=20, choices=choices_of(facts.Result))
    reasons = models.TextField()
    alternatives = models.TextField(blank=True)
    none_considered = models.BooleanField()
    interests = models.TextField(blank=True)
    no_interests = models.BooleanField()
    dispensations = models.TextField(blank=True)
    no_dispensations = models.BooleanField()
    editions = models.JSONField()
    delegation = models.CharField(max_length=60, blank=True)
    published_on = models.DateField(null=True)
    exempt_from_call_in = models.TextField(blank=True)
    carried_out_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("meetings_decisionrecord", "code")]

    def __str__(self) -> str:
        return self.code


class CallIn(Kept):
    """A call-in of a decision as known from one event on; a decision is called in once."""

    KEY = ("decision",)

    decision = models.CharField(max_length=20)
    asked_on = models.DateField()
    asked_by = models.JSONField()
    grounds = models.TextField()
    result = models.CharField(max_length=20, choices=choices_of(facts.CallInResult), blank=True)
    heard_in = models.CharField(max_length=40, blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("meetings_callin", "decision")]

    def __str__(self) -> str:
        return self.decision

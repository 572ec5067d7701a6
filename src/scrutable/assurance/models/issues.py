"""Tables of issues and of the phases that they are put into."""

from django.db import models

from scrutable.assurance import facts
from scrutable.audit.models import Kept, choices_of, one_per_event


class Issue(Kept):
    """An issue as known from one event on."""

    KEY = facts.Issue.KEY

    number = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    found_on = models.DateField()
    found_while = models.TextField(blank=True)
    what = models.TextField()
    recommendation = models.TextField(blank=True)
    priority = models.CharField(max_length=20, choices=choices_of(facts.Priority))
    owner = models.CharField(max_length=200)
    due = models.DateField(null=True)
    phase = models.CharField(max_length=200, blank=True)
    progress = models.TextField(blank=True)
    evidence = models.JSONField()
    said_closed_on = models.DateField(null=True)
    accepted_by = models.CharField(max_length=200, blank=True)
    accepted_on = models.DateField(null=True)
    visibility = models.CharField(max_length=20, choices=choices_of(facts.Visibility))

    class Meta:
        constraints = [one_per_event("assurance_issue", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class Phase(Kept):
    """A phase as known from one event on."""

    KEY = facts.Phase.KEY

    code = models.CharField(max_length=60)
    programme = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    begins_on = models.DateField()
    ends_on = models.DateField()
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("assurance_phase", "code")]

    def __str__(self) -> str:
        return f"{self.code}"

"""Tables of assessments, answers and remediation."""

from django.db import models

from scrutable.assurance import facts
from scrutable.audit.models import Kept, choices_of, one_per_event


class Assessment(Kept):
    """An assessment as known from one event on."""

    KEY = facts.Assessment.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    framework = models.CharField(max_length=200)
    profile = models.CharField(max_length=60)
    systems = models.JSONField()
    begun_on = models.DateField()
    assured_on = models.DateField(null=True)
    assurer = models.CharField(max_length=200, blank=True)
    visibility = models.CharField(max_length=20, choices=choices_of(facts.Visibility))
    paragraphs = models.JSONField()
    public_interest = models.TextField(blank=True)
    open_summary = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("assurance_assessment", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Answer(Kept):
    """An answer as known from one event on."""

    KEY = facts.Answer.KEY

    assessment = models.CharField(max_length=60)
    system = models.CharField(max_length=60)
    outcome = models.CharField(max_length=60)
    level = models.CharField(max_length=20, choices=choices_of(facts.Level), null=True)  # noqa: DJ001  (nobody has said)
    reasons = models.TextField(blank=True)
    evidence = models.JSONField()
    assured = models.CharField(max_length=20, choices=choices_of(facts.Level), null=True)  # noqa: DJ001  (nobody has said)
    assured_reasons = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("assurance_answer", "assessment", "system", "outcome")]

    def __str__(self) -> str:
        return f"{self.assessment} {self.system} {self.outcome}"


class Remediation(Kept):
    """A remediation as known from one event on."""

    KEY = facts.Remediation.KEY

    assessment = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    system = models.CharField(max_length=60)
    outcomes = models.JSONField()
    what = models.TextField()
    owner = models.CharField(max_length=200)
    due = models.DateField()
    pence = models.BigIntegerField(null=True)
    progress = models.TextField(blank=True)
    progress_on = models.DateField(null=True)
    said_done_on = models.DateField(null=True)
    evidence = models.JSONField()
    accepted_by = models.CharField(max_length=200, blank=True)
    accepted_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("assurance_remediation", "assessment", "number")]

    def __str__(self) -> str:
        return f"{self.assessment} {self.number}"

"""Commitments and their history, what bodies asked to be told, members' questions."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.facts.codes import yearly_code
from scrutable.meetings.models.keys import Closed, Yearly


class Commitment(Yearly, Closed):
    """A commitment as it was made; what happened to it since is steps."""

    body = models.CharField(max_length=20, db_index=True)  # reads.commitments of a body
    text = models.TextField()
    kind = models.CharField(max_length=30, choices=choices_of(facts.OutcomeKind))
    source = models.CharField(max_length=20, choices=choices_of(facts.CommitmentSource))
    source_reference = models.CharField(max_length=100, blank=True)
    made_in = models.CharField(max_length=40, blank=True)
    made_on = models.DateField()
    owner = models.CharField(max_length=200, blank=True)  # "" until somebody is named
    consultees = models.JSONField()
    due_words = models.CharField(max_length=300, blank=True)
    due_from = models.DateField(null=True)
    due_to = models.DateField(null=True)
    due_meeting = models.CharField(max_length=40, blank=True)
    condition = models.TextField(blank=True)
    contract = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [one_per_event("meetings_commitment", "year", "number")]

    def __str__(self) -> str:
        return yearly_code(self.year, self.number)


class CommitmentStep(Kept):
    """One thing that happened to a commitment; its history is its steps in order of events."""

    KEY = ("year", "number", "order")

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=choices_of(facts.StepKind))
    on = models.DateField()
    done_by = models.CharField(max_length=200)
    words = models.TextField(blank=True)
    due_words = models.CharField(max_length=300, blank=True)
    due_from = models.DateField(null=True)
    due_to = models.DateField(null=True)
    due_meeting = models.CharField(max_length=40, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    agreed_in = models.CharField(max_length=40, blank=True)
    paper = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [one_per_event("meetings_commitmentstep", "year", "number", "order")]

    def __str__(self) -> str:
        return f"{yearly_code(self.year, self.number)} {self.kind}"


class OwnerAddress(models.Model):
    """Where letters to an owner go. Changed in place and removed: an address is somebody's own."""

    key = models.CharField(max_length=200, unique=True)  # the owner in small letters
    owner = models.CharField(max_length=200)
    address = models.EmailField()

    class Meta:
        ordering = ["key"]

    def __str__(self) -> str:
        return self.owner


class Wanted(Kept):
    """Something a body asked to be told in future reports."""

    KEY = ("body", "number")

    body = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    words = models.TextField()
    section = models.CharField(max_length=60)
    report_kind = models.CharField(max_length=30, blank=True)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    asked_in = models.CharField(max_length=40)
    ended_in = models.CharField(max_length=40, blank=True)
    source_reference = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name_plural = "wanted"
        constraints = [one_per_event("meetings_wanted", "body", "number")]

    def __str__(self) -> str:
        return f"{self.body} {self.number}"


class Question(Kept):
    """A member's question or comment as known from one event on."""

    KEY = ("meeting", "number")

    meeting = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    item = models.CharField(max_length=100, blank=True)
    asked_by = models.CharField(max_length=200)
    text = models.TextField()
    to = models.CharField(max_length=200, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_on = models.DateField(null=True)
    commitment = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints = [one_per_event("meetings_question", "meeting", "number")]

    def __str__(self) -> str:
        return f"{self.meeting} {self.number}"

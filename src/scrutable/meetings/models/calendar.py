"""Bodies, meetings, agenda items, attendance and work programmes."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


class Body(Kept):
    """A body as known from one event on."""

    KEY = ("code",)

    code = models.CharField(max_length=20)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices_of(facts.BodyKind))
    chair = models.CharField(max_length=200, blank=True)
    members = models.JSONField()
    ended_on = models.DateField(null=True)
    modern_gov_id = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("meetings_body", "code")]

    def __str__(self) -> str:
        return self.code


class Meeting(Kept):
    """A meeting as known from one event on."""

    KEY = ("code",)

    code = models.CharField(max_length=40)
    body = models.CharField(max_length=20, db_index=True)  # reads.meetings of a body
    on = models.DateField(db_index=True)  # the calendar
    time = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=choices_of(facts.MeetingState))
    agenda_published_on = models.DateField(null=True)
    minutes_published_on = models.DateField(null=True)
    private_reason = models.TextField(blank=True)
    private_noticed_on = models.DateField(null=True)
    private_noticed_again_on = models.DateField(null=True)
    modern_gov_id = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("meetings_meeting", "code")]

    def __str__(self) -> str:
        return self.code


class AgendaItem(Closed):
    """An agenda item as known from one event on."""

    KEY = ("meeting", "number")

    meeting = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    printed = models.CharField(max_length=20, blank=True)
    title = models.CharField(max_length=300)
    purpose = models.CharField(max_length=20, choices=choices_of(facts.Purpose))
    text = models.TextField(blank=True)
    officer = models.CharField(max_length=200, blank=True)
    paper = models.CharField(max_length=100, blank=True, db_index=True)  # reads.items_with
    added_on = models.DateField(null=True)
    late_reason = models.TextField(blank=True)
    withdrawn = models.BooleanField()
    modern_gov_id = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("meetings_agendaitem", "meeting", "number")]

    def __str__(self) -> str:
        return f"{self.meeting} {self.number}"


class Attendance(Kept):
    """Whether one person came to one meeting."""

    KEY = ("meeting", "name")

    meeting = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    capacity = models.CharField(max_length=100)
    presence = models.CharField(max_length=20, choices=choices_of(facts.Presence))
    interest = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("meetings_attendance", "meeting", "name")]

    def __str__(self) -> str:
        return f"{self.meeting} {self.name}"


class ProgrammeEntry(Kept):
    """A line of a body's work programme."""

    KEY = ("body", "number")

    body = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    purpose = models.CharField(max_length=20, choices=choices_of(facts.Purpose))
    owner = models.CharField(max_length=200)
    due_meeting = models.CharField(max_length=40, blank=True)
    every_months = models.PositiveSmallIntegerField(null=True)
    asked_in = models.CharField(max_length=100, blank=True)
    dropped_because = models.TextField(blank=True)
    taken_in = models.JSONField()

    class Meta:
        verbose_name_plural = "programme entries"
        constraints = [one_per_event("meetings_programmeentry", "body", "number")]

    def __str__(self) -> str:
        return f"{self.body} {self.number}"

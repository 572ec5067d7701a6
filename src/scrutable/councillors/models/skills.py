"""Tables of skills, forms, sessions, places and pilots."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.councillors import facts


class SkillArea(Kept):
    """A skill as known from one event on."""

    KEY = facts.SkillArea.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    asks = models.TextField()
    enough = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [one_per_event("councillors_skillarea", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class SkillsSaid(Kept):
    """A councillor's skills form as known from one event on."""

    KEY = facts.SkillsSaid.KEY

    councillor = models.PositiveIntegerField()
    on = models.DateField()
    confidence = models.JSONField()
    wants = models.JSONField()
    may_see = models.BooleanField()

    class Meta:
        constraints = [one_per_event("councillors_skillssaid", "councillor")]

    def __str__(self) -> str:
        return f"{self.councillor}"


class Session(Kept):
    """A session as known from one event on."""

    KEY = facts.Session.KEY

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    skills = models.JSONField()
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices_of(facts.SessionKind))
    starts = models.CharField(max_length=10, blank=True)
    where = models.CharField(max_length=200, blank=True)
    places = models.PositiveIntegerField(null=True)
    pilot = models.PositiveIntegerField(null=True)
    called_off = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("councillors_session", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class Place(Kept):
    """A place at a session as known from one event on."""

    KEY = facts.Place.KEY

    session = models.PositiveIntegerField()
    councillor = models.PositiveIntegerField(db_index=True)  # a councillor's own page
    is_booked = models.BooleanField()
    came = models.BooleanField(null=True)
    asked_on = models.DateField(null=True)
    helped = models.CharField(max_length=20, null=True, choices=choices_of(facts.Helped))  # noqa: DJ001  (none yet is no answer)

    class Meta:
        constraints = [one_per_event("councillors_place", "session", "councillor")]

    def __str__(self) -> str:
        return f"{self.session}"


class Pilot(Kept):
    """A pilot as known from one event on."""

    KEY = facts.Pilot.KEY

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    tries = models.TextField()
    begun_on = models.DateField()
    ends_on = models.DateField()
    owner = models.CharField(max_length=200)
    took_part = models.PositiveIntegerField(null=True)
    outcome = models.CharField(max_length=20, choices=choices_of(facts.PilotOutcome))
    result = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("councillors_pilot", "number")]

    def __str__(self) -> str:
        return f"{self.number}"

"""Tables of skills and sessions."""

from django.db import models

from scrutable.audit.models import Kept, one_per_event
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


class Session(Kept):
    """A session as known from one event on."""

    KEY = facts.Session.KEY

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    skills = models.JSONField()
    on = models.DateField()
    minutes = models.PositiveIntegerField()
    by = models.CharField(max_length=200)
    places = models.PositiveIntegerField(null=True)
    is_pilot = models.BooleanField()
    result = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("councillors_session", "number")]

    def __str__(self) -> str:
        return f"{self.number}"

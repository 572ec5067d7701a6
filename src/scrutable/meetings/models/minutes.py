"""Minutes that were loaded, their outcomes as an officer settled them, and the confirmation."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


class Minutes(Closed):
    """Minutes as they were loaded and read."""

    KEY = ("code",)

    code = models.CharField(max_length=40, unique=True)
    meeting = models.CharField(max_length=40, db_index=True)  # reads.minutes_of
    item = models.PositiveIntegerField(null=True)
    file = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    text = models.TextField()
    places = models.JSONField(default=list)  # [0, "page 1"]
    reading = models.TextField()  # JSON, as `meetings read` prints it
    reader = models.CharField(max_length=20)
    loaded_by = models.CharField(max_length=150)
    loaded_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "minutes"

    def __str__(self) -> str:
        return self.code


class Limb(Kept):
    """An outcome of minutes, as of one event."""

    KEY = ("minutes", "number")

    minutes = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    outcome = models.TextField()  # JSON
    state = models.CharField(max_length=20, choices=choices_of(facts.LimbState))
    reason = models.TextField(blank=True)
    is_tracked = models.BooleanField()
    settled_by = models.CharField(max_length=150)

    class Meta:
        constraints = [one_per_event("meetings_limb", "minutes", "number")]

    def __str__(self) -> str:
        return f"{self.minutes} {self.number}"


class MinutesConfirmed(Kept):
    """That an officer answered for every limb; nothing of the minutes changes afterwards."""

    KEY = ("minutes",)

    minutes = models.CharField(max_length=40, unique=True)
    confirmed_by = models.CharField(max_length=150)
    confirmed_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "minutes confirmed"

    def __str__(self) -> str:
        return self.minutes

"""Tables of lessons and where they were applied."""

from django.db import models

from scrutable.audit.models import Kept, one_per_event
from scrutable.portfolio import facts


class Lesson(Kept):
    """A lesson as known from one event on."""

    KEY = facts.Lesson.KEY

    number = models.PositiveIntegerField()
    learned_from = models.CharField(max_length=200)
    learned_on = models.DateField()
    happened = models.TextField()
    cause = models.TextField()
    effect = models.TextField()
    recommendation = models.TextField()
    owner = models.CharField(max_length=200)
    should_apply_to = models.JSONField()

    class Meta:
        constraints = [one_per_event("portfolio_lesson", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class LessonApplied(Kept):
    """A use of a lesson as known from one event on."""

    KEY = facts.LessonApplied.KEY

    lesson = models.PositiveIntegerField()
    applied_to = models.CharField(max_length=200)
    on = models.DateField()
    what = models.TextField()
    by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_lessonapplied", "lesson", "applied_to")]

    def __str__(self) -> str:
        return f"{self.lesson} {self.applied_to}"

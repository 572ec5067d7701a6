"""Tables of posts, procurements and people taken off projects."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class Post(Kept):
    """A post as known from one event on."""

    KEY = facts.Post.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    team = models.CharField(max_length=200)
    filling = models.CharField(max_length=20, choices=choices_of(facts.Filling))
    since = models.DateField()
    is_wanted = models.BooleanField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_post", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Procurement(Kept):
    """A procurement as known from one event on."""

    KEY = facts.Procurement.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    stage = models.CharField(max_length=20, choices=choices_of(facts.ProcurementStage))
    since = models.DateField()
    value = ExactDecimalField(null=True)
    signed_by = models.DateField()
    owner = models.CharField(max_length=200)
    projects = models.JSONField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_procurement", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Redirection(Kept):
    """A redirection as known from one event on."""

    KEY = facts.Redirection.KEY

    project = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    to_what = models.CharField(max_length=200)
    cause = models.TextField()
    people = models.PositiveIntegerField()
    starts_on = models.DateField()
    ended_on = models.DateField(null=True)
    days_lost = models.IntegerField(null=True)
    effect = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_redirection", "project", "number")]

    def __str__(self) -> str:
        return f"{self.project} {self.number}"

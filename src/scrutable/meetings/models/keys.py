"""What rows of this app share: the closure of a matter, a yearly number."""

from django.db import models

from scrutable.audit.models import Kept, choices_of
from scrutable.meetings import facts


class Closed(Kept):
    """A row whose matter is open, exempt with its paragraphs and reason, or confidential."""

    openness = models.CharField(max_length=20, choices=choices_of(facts.Openness))
    paragraphs = models.JSONField()
    public_interest = models.TextField(blank=True)

    class Meta:
        abstract = True


class Yearly(Kept):
    """A row numbered within its year: 2026-014."""

    KEY = ("year", "number")

    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()

    class Meta:
        abstract = True

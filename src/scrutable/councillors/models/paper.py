"""Tables of paper targets and counts."""

from django.db import models

from scrutable.audit.models import Kept, one_per_event
from scrutable.councillors import facts


class PaperTarget(Kept):
    """A paper target as known from one event on."""

    KEY = facts.PaperTarget.KEY

    body = models.CharField(max_length=60)
    by = models.DateField()
    pages = models.PositiveIntegerField()
    baseline = models.PositiveIntegerField()
    baseline_to = models.DateField()
    decision = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("councillors_papertarget", "body", "by")]

    def __str__(self) -> str:
        return f"{self.body} {self.by}"


class PagesCounted(Kept):
    """A count of pages as known from one event on."""

    KEY = facts.PagesCounted.KEY

    body = models.CharField(max_length=60)
    month = models.CharField(max_length=60)
    pages = models.PositiveIntegerField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("councillors_pagescounted", "body", "month")]

    def __str__(self) -> str:
        return f"{self.body} {self.month}"

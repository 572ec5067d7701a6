"""Tables of claims and the evidence under them."""

from django.db import models

from scrutable.assurance import facts
from scrutable.audit.models import Kept, one_per_event


class Claim(Kept):
    """A claim as known from one event on."""

    KEY = facts.Claim.KEY

    code = models.CharField(max_length=60)
    text = models.TextField()
    body = models.CharField(max_length=60)
    owner = models.CharField(max_length=200)
    shelf_days = models.PositiveIntegerField()
    wants = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("assurance_claim", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class Evidence(Kept):
    """Evidence as known from one event on."""

    KEY = facts.Evidence.KEY

    claim = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    what = models.TextField()
    on = models.DateField()
    checked_by = models.CharField(max_length=200)
    line = models.PositiveSmallIntegerField()
    bears_out = models.BooleanField()
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("assurance_evidence", "claim", "number")]

    def __str__(self) -> str:
        return f"{self.claim} {self.number}"

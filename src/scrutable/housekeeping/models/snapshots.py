"""Tables of extracts, mappings and snapshots."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.housekeeping import facts


class Extract(Kept):
    """An extract as known from one event on."""

    KEY = facts.Extract.KEY

    kind = models.CharField(max_length=20, choices=choices_of(facts.ExtractKind))
    as_at = models.DateField()
    name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    rows = models.PositiveIntegerField()
    refused = models.PositiveIntegerField()
    columns = models.JSONField()
    notices = models.JSONField()
    deleted_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_extract", "kind", "as_at")]

    def __str__(self) -> str:
        return f"{self.kind} {self.as_at}"


class SavedMapping(Kept):
    """A mapping as known from one event on."""

    KEY = facts.SavedMapping.KEY

    kind = models.CharField(max_length=20, choices=choices_of(facts.ExtractKind))
    name = models.CharField(max_length=40)
    columns = models.JSONField()
    month_first = models.BooleanField()

    class Meta:
        constraints = [one_per_event("housekeeping_savedmapping", "kind", "name")]

    def __str__(self) -> str:
        return f"{self.kind} {self.name}"


class Snapshot(Kept):
    """What a part of the estate came to on a day, as known from one event on."""

    KEY = facts.Snapshot.KEY

    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    as_at = models.DateField()
    lines = models.JSONField()
    faults = models.JSONField()
    extracts = models.JSONField()
    engine = models.CharField(max_length=20)
    people = models.PositiveIntegerField(null=True)
    new = models.PositiveIntegerField()
    back = models.PositiveIntegerField()
    fixed = models.PositiveIntegerField()
    gone = models.PositiveIntegerField()

    class Meta:
        constraints = [one_per_event("housekeeping_snapshot", "part", "as_at")]

    def __str__(self) -> str:
        return f"{self.part} {self.as_at}"

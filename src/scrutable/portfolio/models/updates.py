"""Tables of what updates said, and of the maps by which registers not our own are read."""

from django.db import models

from scrutable.audit.models import Kept, one_per_event
from scrutable.portfolio import facts


class CellMap(Kept):
    """A cell map as known from one event on."""

    KEY = facts.CellMap.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    sheet = models.CharField(max_length=200, blank=True)
    heading_row = models.PositiveIntegerField(null=True)
    columns = models.JSONField()
    words = models.JSONField()
    constants = models.JSONField()
    skips = models.JSONField()
    approver = models.CharField(max_length=200)
    approved_on = models.DateField()
    note = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_cellmap", "code")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"


class UpdateLine(Kept):
    """One thing that an update said, and the cell in which it said it."""

    KEY = ("update", "reference", "place")

    update = models.PositiveIntegerField()
    reference = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    file = models.CharField(max_length=64)

    class Meta:
        constraints = [one_per_event("portfolio_updateline", "update", "reference", "place")]
        indexes = [
            models.Index(fields=["reference", "event"], name="portfolio_updateline_of"),  # told_in
            models.Index(fields=["update", "id"], name="portfolio_updateline_in"),  # update_lines
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.place}"

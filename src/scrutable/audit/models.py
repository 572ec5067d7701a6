"""The event log, and the abstract parent of rows that are never changed."""

from django.db import models


class Event(models.Model):
    """One change: numbered without gaps, sealed onto the one before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)  # reads.number_at
    by = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, db_index=True)  # reads.events about a record
    body = models.TextField()  # the very text that was sealed
    last_seal = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"


class Kept(models.Model):
    """A row that a report may print: never changed, never removed.

    `event` is the number of the event that wrote it; of two rows with the same key the one
    with the higher number is what was known from then on.
    """

    event = models.BigIntegerField(db_index=True)

    class Meta:
        abstract = True

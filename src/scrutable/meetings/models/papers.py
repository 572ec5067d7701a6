"""Decision reports in the making, part by part."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.meetings import facts
from scrutable.meetings.models.keys import Closed


class Cover(Kept):
    """Title, author and contact of a decision report."""

    KEY = ("decision",)

    decision = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    author = models.CharField(max_length=150)
    contact = models.CharField(max_length=300)
    on_behalf_of = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("meetings_cover", "decision")]

    def __str__(self) -> str:
        return self.decision


class PartText(Kept):
    """What is written in a part of a decision report, as of one event."""

    KEY = ("decision", "part")

    decision = models.CharField(max_length=20)
    part = models.CharField(max_length=30, choices=choices_of(facts.Part))
    text = models.TextField(blank=True)
    none = models.BooleanField()
    written_by = models.CharField(max_length=150)

    class Meta:
        constraints = [one_per_event("meetings_parttext", "decision", "part")]

    def __str__(self) -> str:
        return f"{self.decision} {self.part}"


class EqualityImpact(Kept):
    """The impact of a decision on people who share a characteristic."""

    KEY = ("decision", "characteristic")

    decision = models.CharField(max_length=20)
    characteristic = models.CharField(max_length=40, choices=choices_of(facts.Characteristic))
    impact = models.CharField(max_length=20, choices=choices_of(facts.Impact))
    why = models.TextField()
    mitigation = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("meetings_equalityimpact", "decision", "characteristic")]

    def __str__(self) -> str:
        return f"{self.decision} {self.characteristic}"


class Appendix(Closed):
    """An appendix of a decision report, as of one event."""

    KEY = ("decision", "letter")

    decision = models.CharField(max_length=20)
    letter = models.CharField(max_length=4)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    file_name = models.CharField(max_length=255, blank=True)
    title_is_open = models.BooleanField()
    removed = models.BooleanField()

    class Meta:
        verbose_name_plural = "appendices"
        constraints = [one_per_event("meetings_appendix", "decision", "letter")]

    def __str__(self) -> str:
        return f"{self.decision} {self.letter}"


class BackgroundPaper(Kept):
    """A background paper of a decision report, as of one event."""

    KEY = ("decision", "number")

    decision = models.CharField(max_length=20)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    where = models.CharField(max_length=300)
    removed = models.BooleanField()

    class Meta:
        constraints = [one_per_event("meetings_backgroundpaper", "decision", "number")]

    def __str__(self) -> str:
        return f"{self.decision} {self.number}"

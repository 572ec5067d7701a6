"""Tables of findings and of what was said of them; what names people lies apart."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.housekeeping import facts


class Finding(Kept):
    """A finding as the extract of one event left it."""

    KEY = facts.Finding.KEY

    number = models.PositiveIntegerField()
    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    fault = models.CharField(max_length=40)
    thing = models.PositiveIntegerField(db_index=True)
    state = models.CharField(max_length=10, choices=choices_of(facts.FindingState))
    first_on = models.DateField()
    as_at = models.DateField()
    place = models.PositiveIntegerField()
    pence = models.BigIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_finding", "number")]
        indexes = [models.Index(fields=["part", "fault"], name="housekeeping_finding_fault")]

    def __str__(self) -> str:
        return f"{self.number} {self.fault}"


class Handling(Kept):
    """What was said of a finding, as known from one event on."""

    KEY = facts.Handling.KEY

    finding = models.PositiveIntegerField()
    stood_since = models.DateField()
    owner = models.CharField(max_length=150, blank=True)
    why = models.TextField(blank=True)
    until = models.DateField(null=True)
    fixed_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_handling", "finding")]

    def __str__(self) -> str:
        return f"{self.finding}"


class FindingStanding(models.Model):
    """How a finding stood from one event up to the one that ended it.

    Not kept but derived, of findings and what was said of them: pages then need not hold a
    hundred thousand rows against one another. Only `ended` ever changes, and so an answer at an
    event is right for ever.
    """

    NEVER = 2**63 - 1

    event = models.BigIntegerField(db_index=True)  # when it was last written into
    ended = models.BigIntegerField(default=NEVER)
    number = models.PositiveIntegerField()
    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    fault = models.CharField(max_length=40)
    thing = models.PositiveIntegerField(db_index=True)  # a thing's page
    state = models.CharField(max_length=10, choices=choices_of(facts.FindingState))
    first_on = models.DateField()
    as_at = models.DateField()
    place = models.PositiveIntegerField()
    pence = models.BigIntegerField(null=True)
    owner = models.CharField(max_length=150, blank=True)
    why = models.TextField(blank=True)
    until = models.DateField(null=True)
    fixed_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_findingstanding", "number")]
        indexes = [
            models.Index(fields=["state", "ended"], name="housekeeping_standing_in_state")
        ]  # the work list, most of which asks for the few that stand

    def __str__(self) -> str:
        return f"{self.number} {self.event}"


class FindingTally(Kept):
    """By how many the findings of one kind became more or fewer with an event.

    What stood at an event is the sum of all up to it: no page counts a hundred thousand rows.
    """

    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    fault = models.CharField(max_length=40)
    owner = models.CharField(max_length=150, blank=True)
    state = models.CharField(max_length=10, choices=choices_of(facts.FindingState))
    until = models.DateField(null=True)
    fixed_on = models.DateField(null=True)
    first_on = models.DateField(null=True)  # of those that stand alone
    number = models.IntegerField()
    pence = models.BigIntegerField(null=True)

    def __str__(self) -> str:
        return f"{self.fault} {self.number}"


class Thing(models.Model):
    """What findings are of, by name; not kept: a name is erased when its time has come."""

    number = models.BigIntegerField(primary_key=True)
    part = models.CharField(max_length=20, choices=choices_of(facts.PartOfEstate))
    key = models.CharField(max_length=300, blank=True)
    person = models.CharField(max_length=300, blank=True, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["part", "key"],
                condition=~models.Q(key=""),
                name="housekeeping_thing_known_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}"

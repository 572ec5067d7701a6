"""Tables of critical systems, public services and tests of recovery."""

from django.db import models

from scrutable.assurance import facts
from scrutable.audit.models import Kept, choices_of, one_per_event


class CriticalSystem(Kept):
    """A critical system as known from one event on."""

    KEY = facts.CriticalSystem.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=200, blank=True)
    supplier = models.CharField(max_length=200, blank=True)
    contract = models.CharField(max_length=200, blank=True)
    recovery_hours = models.PositiveIntegerField(null=True)
    loss_hours = models.PositiveIntegerField(null=True)
    test_months = models.PositiveIntegerField(null=True)
    stands_on = models.JSONField()
    single_points = models.JSONField()

    class Meta:
        constraints = [one_per_event("assurance_criticalsystem", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class PublicService(Kept):
    """A public service as known from one event on."""

    KEY = facts.PublicService.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    owner = models.CharField(max_length=200)
    needs = models.JSONField()
    bearable_hours = models.PositiveIntegerField(null=True)
    meanwhile = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("assurance_publicservice", "code")]

    def __str__(self) -> str:
        return f"{self.code}"


class RecoveryTest(Kept):
    """A recovery test as known from one event on."""

    KEY = facts.RecoveryTest.KEY

    system = models.CharField(max_length=60)
    number = models.PositiveIntegerField()
    on = models.DateField()
    outcome = models.CharField(max_length=20, choices=choices_of(facts.RecoveryOutcome))
    hours = models.PositiveIntegerField(null=True)
    witnessed_by = models.CharField(max_length=200, blank=True)
    found = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("assurance_recoverytest", "system", "number")]

    def __str__(self) -> str:
        return f"{self.system} {self.number}"

"""Tables of savings and what was found of them."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.money import facts


class Saving(Kept):
    """A saving as known from one event on."""

    KEY = facts.Saving.KEY

    code = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    line = models.CharField(max_length=60)
    planned = models.BigIntegerField()
    owner = models.CharField(max_length=200)
    decision = models.CharField(max_length=200, blank=True)
    benefit = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("money_saving", "code", "year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"


class SavingProof(Kept):
    """A finding of a saving as known from one event on."""

    KEY = facts.SavingProof.KEY

    saving = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=20, choices=choices_of(facts.SavingStage))
    pence = models.BigIntegerField()
    on = models.DateField()
    by = models.CharField(max_length=200)
    evidence = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("money_savingproof", "saving", "year", "number")]

    def __str__(self) -> str:
        return f"{self.saving} {self.year} {self.number}"

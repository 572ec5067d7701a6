"""Tables of councillors' kit, its faults and what they say of it."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.councillors import facts


class Kit(Kept):
    """A councillor's device as known from one event on."""

    KEY = facts.Kit.KEY

    number = models.PositiveIntegerField()
    councillor = models.PositiveIntegerField(db_index=True)  # a councillor's own page
    kind = models.CharField(max_length=20, choices=choices_of(facts.KitKind))
    model = models.CharField(max_length=100)
    issued_on = models.DateField()
    device = models.CharField(max_length=100, blank=True)
    returned_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("councillors_kit", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class KitFault(Kept):
    """A fault of kit as known from one event on."""

    KEY = facts.KitFault.KEY

    number = models.PositiveIntegerField()
    councillor = models.PositiveIntegerField(db_index=True)  # a councillor's own page
    trouble = models.CharField(max_length=20, choices=choices_of(facts.Trouble))
    raised_on = models.DateField()
    words = models.TextField(blank=True)
    kit = models.PositiveIntegerField(null=True)
    mended_on = models.DateField(null=True)
    mended_how = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("councillors_kitfault", "number")]

    def __str__(self) -> str:
        return f"{self.number}"


class KitOpinion(Kept):
    """What a councillor says of a kind of kit, as known from one event on."""

    KEY = facts.KitOpinion.KEY

    councillor = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=choices_of(facts.KitKind))
    liking = models.CharField(max_length=20, choices=choices_of(facts.Liking))
    on = models.DateField()

    class Meta:
        constraints = [one_per_event("councillors_kitopinion", "councillor", "kind")]

    def __str__(self) -> str:
        return f"{self.kind}"

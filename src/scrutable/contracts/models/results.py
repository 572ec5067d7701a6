"""Results, and the returns they came on."""

from django.db import models
from django.db.models import Q

from scrutable.audit.models import ExactDecimalField, MonthField, choices_of, one_per_event
from scrutable.contracts import facts
from scrutable.contracts.models.keys import OfContract


class Result(OfContract):
    """One version of a KPI's result for a month: a value or the reason for none."""

    KEY = ("contract", "code", "month")

    code = models.CharField(max_length=40)
    month = MonthField()
    value = ExactDecimalField(null=True)
    no_value = models.CharField(max_length=20, blank=True, choices=choices_of(facts.NoValue))
    standing = models.CharField(max_length=20, choices=choices_of(facts.Standing))
    source = models.CharField(max_length=20, choices=choices_of(facts.Source))
    numerator = ExactDecimalField(null=True)
    denominator = ExactDecimalField(null=True)
    commentary = models.TextField(blank=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    recorded_by = models.CharField(max_length=150)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            one_per_event("contracts_result", "contract", "code", "month"),
            models.CheckConstraint(
                condition=Q(value__isnull=True) & ~Q(no_value="")
                | Q(value__isnull=False) & Q(no_value=""),
                name="contracts_result_value_or_reason",
            ),
            models.CheckConstraint(
                condition=~Q(source=facts.Source.CORRECTION.value) | ~Q(why=""),
                name="contracts_result_correction_says_why",
            ),
        ]
        indexes = [
            # reads.performance: a contract's months up to an event
            models.Index(fields=["contract", "month", "event"], name="contracts_result_months")
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.code} {self.month}"


class ReturnReceived(OfContract):
    """A supplier's file for a month, taken in; the same bytes are taken in once."""

    KEY = ("contract", "month", "number")

    month = MonthField()
    number = models.PositiveSmallIntegerField()
    source = models.CharField(max_length=20, choices=choices_of(facts.Source))
    file = models.CharField(max_length=64)
    file_name = models.CharField(max_length=255)
    received_at = models.DateTimeField()
    received_by = models.CharField(max_length=150)
    results = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["contract", "month", "number"], name="contracts_return_numbered"
            ),
            models.UniqueConstraint(
                fields=["contract", "month", "file"], name="contracts_return_once_per_file"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract} {self.month} {self.number}"

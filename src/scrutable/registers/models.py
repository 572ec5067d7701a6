"""Tables of suppliers, contracts and policy; every row is kept, a correction is a new one."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, one_per_event
from scrutable.registers import facts


class Supplier(Kept):
    """A supplier as known from one event on."""

    KEY = ("reference",)

    reference = models.CharField(max_length=100)
    name = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("registers_supplier", "reference")]

    def __str__(self) -> str:
        return self.name


class Contract(Kept):
    """The terms of a contract as known from one event on."""

    KEY = ("code",)

    code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    supplier = models.CharField(max_length=100)  # reference of the supplier
    role = models.CharField(max_length=20, choices=[(v.value, v.value) for v in facts.Role])
    regime = models.CharField(max_length=20, choices=[(v.value, v.value) for v in facts.Regime])
    start_on = models.DateField()
    end_on = models.DateField()
    services = models.JSONField()
    critical_services = models.JSONField()
    value_pounds = ExactDecimalField(null=True)
    extensions = models.JSONField()
    boards = models.JSONField()
    notice_by = models.DateField(null=True)
    return_due_day = models.PositiveSmallIntegerField()
    published_only = models.BooleanField()
    source = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            one_per_event("registers_contract", "code"),
            models.CheckConstraint(
                condition=models.Q(end_on__gte=models.F("start_on")),
                name="registers_contract_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Policy(Kept):
    """A rule of the council's own, from a day on."""

    KEY = ("name", "effective_from")

    name = models.CharField(max_length=60)
    effective_from = models.DateField()
    value = models.TextField()  # JSON, the very text that was approved
    approved_by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("registers_policy", "name", "effective_from")]

    def __str__(self) -> str:
        return f"{self.name} from {self.effective_from}"

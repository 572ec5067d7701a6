"""Tables of what was bought, summed; names lie apart."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.housekeeping import facts


class InvoiceMonth(Kept):
    """Invoices of a month on a line, as one event found them."""

    KEY = facts.InvoiceMonth.KEY

    as_at = models.DateField()
    month = models.DateField()
    line = models.CharField(max_length=16, choices=choices_of(facts.OrderLine))
    invoices = models.PositiveIntegerField()
    pence = models.BigIntegerField()

    class Meta:
        constraints = [one_per_event("housekeeping_invoicemonth", "as_at", "month", "line")]

    def __str__(self) -> str:
        return f"{self.month} {self.line}"


class SupplierSpend(Kept):
    """What was bought of a supplier, as one event found it."""

    KEY = facts.SupplierSpend.KEY

    as_at = models.DateField()
    supplier = models.CharField(max_length=40, db_index=True)  # reads.supplier_history
    size = models.CharField(max_length=16, choices=choices_of(facts.SupplierSize))
    is_sole_trader = models.BooleanField(null=True)
    is_one_time = models.BooleanField()
    orders = models.PositiveIntegerField()
    ordered_pence = models.BigIntegerField()
    invoices = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    without = models.PositiveIntegerField()
    without_pence = models.BigIntegerField()
    retrospective = models.PositiveIntegerField()
    in_time = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    overdue = models.PositiveIntegerField()

    class Meta:
        constraints = [one_per_event("housekeeping_supplierspend", "as_at", "supplier")]

    def __str__(self) -> str:
        return f"{self.as_at} {self.supplier}"


class ContractSpend(Kept):
    """What was billed and ordered under a contract, as one event found it."""

    KEY = facts.ContractSpend.KEY

    as_at = models.DateField()
    code = models.CharField(max_length=300)
    title = models.CharField(max_length=300, blank=True)
    pence = models.BigIntegerField()
    billed = models.BigIntegerField()
    ordered = models.BigIntegerField()

    class Meta:
        constraints = [one_per_event("housekeeping_contractspend", "as_at", "code")]

    def __str__(self) -> str:
        return f"{self.as_at} {self.code}"


class SupplierName(models.Model):
    """What a supplier is called; not kept: a name is erased when its time has come."""

    supplier = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=300, blank=True)
    seen_on = models.DateField()  # as at which it was last bought of

    def __str__(self) -> str:
        return self.supplier

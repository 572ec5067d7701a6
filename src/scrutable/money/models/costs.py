"""Tables of cost pools, areas, drivers, steps, cost lines and the allocations made of them."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.money import facts


class BusinessArea(Kept):
    """A business area as known from one event on."""

    KEY = facts.BusinessArea.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    side = models.CharField(max_length=20, choices=choices_of(facts.Side))
    owner = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("money_businessarea", "code")]

    def __str__(self) -> str:
        return self.code


class CostPool(Kept):
    """A cost pool as known from one event on."""

    KEY = facts.CostPool.KEY

    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    tower = models.CharField(max_length=100)
    owner = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("money_costpool", "code")]

    def __str__(self) -> str:
        return self.code


class CostDriver(Kept):
    """A driver of a year as known from one event on."""

    KEY = facts.CostDriver.KEY

    code = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=100)
    source = models.CharField(max_length=400)
    declared_by = models.CharField(max_length=200)
    declared_on = models.DateField()
    weights = models.JSONField()

    class Meta:
        constraints = [one_per_event("money_costdriver", "code", "year")]

    def __str__(self) -> str:
        return f"{self.code} {self.year}"


class AllocationStep(Kept):
    """A step of a year as known from one event on."""

    KEY = facts.AllocationStep.KEY

    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    pool = models.CharField(max_length=60)
    driver = models.CharField(max_length=60)
    dropped = models.BooleanField()

    class Meta:
        constraints = [one_per_event("money_allocationstep", "year", "number")]

    def __str__(self) -> str:
        return f"{self.year} {self.number}"


class LineToPool(Kept):
    """The pool of a budget line as known from one event on."""

    KEY = facts.LineToPool.KEY

    line = models.CharField(max_length=60)
    pool = models.CharField(max_length=60, blank=True)
    why = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [one_per_event("money_linetopool", "line")]

    def __str__(self) -> str:
        return self.line


class CostLoad(Kept):
    """The cost lines of a year as one event took them in."""

    KEY = facts.CostLoad.KEY

    year = models.PositiveIntegerField()
    rows = models.PositiveIntegerField()
    pence = models.BigIntegerField()
    source = models.CharField(max_length=20, choices=choices_of(facts.CostSource))
    left_out = models.BigIntegerField()
    ledger = models.BigIntegerField(null=True)
    basis = models.BigIntegerField()
    name = models.CharField(max_length=255, blank=True)
    file = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [one_per_event("money_costload", "year")]

    def __str__(self) -> str:
        return f"{self.year}"


class CostLine(Kept):
    """A cost line; those of a load have its event."""

    KEY = facts.CostLine.KEY

    year = models.PositiveIntegerField()
    row = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    place = models.CharField(max_length=60)
    pence = models.BigIntegerField()
    text = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [one_per_event("money_costline", "year", "row")]
        indexes = [models.Index(fields=["event", "place"], name="money_costline_of_place")]

    def __str__(self) -> str:
        return f"{self.year} {self.row}"


class AllocationRun(Kept):
    """An allocation as one event made it."""

    KEY = facts.AllocationRun.KEY

    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    inputs = models.CharField(max_length=64)
    load = models.BigIntegerField()
    put_in = models.BigIntegerField()
    put = models.JSONField()
    steps = models.JSONField()
    shares = models.JSONField()
    areas = models.JSONField()
    residues = models.JSONField()

    class Meta:
        constraints = [one_per_event("money_allocationrun", "year", "number")]

    def __str__(self) -> str:
        return f"{self.year} {self.number}"


class Charge(Kept):
    """A charge as known from one event on."""

    KEY = facts.Charge.KEY

    body = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=200)
    pence = models.BigIntegerField()
    on = models.DateField()
    source = models.CharField(max_length=400)

    class Meta:
        constraints = [one_per_event("money_charge", "body", "year", "number")]

    def __str__(self) -> str:
        return f"{self.body} {self.year} {self.number}"


class UnitCount(Kept):
    """A count of a unit as known from one event on."""

    KEY = facts.UnitCount.KEY

    unit = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    number = ExactDecimalField()
    source = models.CharField(max_length=400)
    declared_by = models.CharField(max_length=200)
    declared_on = models.DateField()
    pools = models.JSONField()
    driver = models.CharField(max_length=60, blank=True)

    class Meta:
        constraints = [one_per_event("money_unitcount", "unit", "year")]

    def __str__(self) -> str:
        return f"{self.unit} {self.year}"


class Provision(Kept):
    """What an area gets, as known from one event on."""

    KEY = facts.Provision.KEY

    area = models.CharField(max_length=60)
    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=choices_of(facts.Provided))
    title = models.CharField(max_length=200)
    of = models.CharField(max_length=200, blank=True)
    count = models.PositiveIntegerField(null=True)
    source = models.CharField(max_length=400, blank=True)

    class Meta:
        constraints = [one_per_event("money_provision", "area", "year", "number")]

    def __str__(self) -> str:
        return f"{self.area} {self.year} {self.number}"

"""Tables of the licence position of a day, of products, and of what was signed."""

from django.db import models

from scrutable.audit.models import Kept, choices_of, one_per_event
from scrutable.housekeeping import facts


class SoftwareProduct(Kept):
    """A product as known from one event on."""

    KEY = facts.SoftwareProduct.KEY

    name = models.CharField(max_length=200)
    other_names = models.JSONField()
    metrics = models.JSONField()
    least_cores = models.PositiveIntegerField()
    why_none = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("housekeeping_softwareproduct", "name")]

    def __str__(self) -> str:
        return self.name


class LicencePosition(Kept):
    """What there is and what is used of a product by a metric, as one event found it."""

    KEY = facts.LicencePosition.KEY

    as_at = models.DateField()
    product = models.CharField(max_length=300, db_index=True)  # reads.licence_history
    metric = models.CharField(max_length=12, choices=choices_of(facts.Metric))
    title = models.CharField(max_length=300)
    entitled = models.BigIntegerField()
    used = models.BigIntegerField()
    uncounted = models.BigIntegerField()
    idle = models.BigIntegerField()
    pack = models.BigIntegerField()
    once_pence = models.BigIntegerField(null=True)
    yearly_pence = models.BigIntegerField(null=True)
    priced_by = models.CharField(max_length=300, blank=True)
    priced_on = models.DateField(null=True)
    liability_pence = models.BigIntegerField(null=True)
    surplus_pence = models.BigIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_licenceposition", "as_at", "product", "metric")]

    def __str__(self) -> str:
        return f"{self.product} {self.metric} {self.as_at}"


class LicenceTerm(Kept):
    """A line of the entitlements, as one event found it."""

    KEY = facts.LicenceTerm.KEY

    as_at = models.DateField()
    row = models.BigIntegerField()
    agreement = models.CharField(max_length=300, blank=True)
    product = models.CharField(max_length=300)
    title = models.CharField(max_length=300)
    metric = models.CharField(max_length=12, choices=choices_of(facts.Metric))
    quantity = models.BigIntegerField()
    pack = models.BigIntegerField()
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    yearly_pence = models.BigIntegerField(null=True)
    once_pence = models.BigIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_licenceterm", "as_at", "row")]

    def __str__(self) -> str:
        return f"{self.product} {self.as_at} {self.row}"


class LicenceGap(Kept):
    """A product that was not assessed, as one event found it."""

    KEY = facts.LicenceGap.KEY

    as_at = models.DateField()
    product = models.CharField(max_length=300)
    why = models.CharField(max_length=16, choices=choices_of(facts.GapWhy))
    title = models.CharField(max_length=300)
    rows = models.BigIntegerField()

    class Meta:
        constraints = [one_per_event("housekeeping_licencegap", "as_at", "product", "why")]

    def __str__(self) -> str:
        return f"{self.product} {self.why} {self.as_at}"


class LicenceCoverage(Kept):
    """How much of the estate a position speaks of; the position's other rows have its event."""

    KEY = facts.LicenceCoverage.KEY

    as_at = models.DateField()
    rows = models.BigIntegerField()
    products = models.PositiveIntegerField()
    products_assessed = models.PositiveIntegerField()
    devices = models.BigIntegerField(null=True)
    devices_inventoried = models.BigIntegerField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_licencecoverage", "as_at")]

    def __str__(self) -> str:
        return f"{self.products} as at {self.as_at}"


class LicenceStatement(Kept):
    """What somebody signed, as one event recorded it."""

    KEY = facts.LicenceStatement.KEY

    number = models.PositiveIntegerField()
    as_at = models.DateField()
    position = models.BigIntegerField()
    verdict = models.CharField(max_length=10, choices=choices_of(facts.Verdict))
    short = models.PositiveIntegerField()
    liability_pence = models.BigIntegerField()
    short_unpriced = models.PositiveIntegerField()
    products = models.PositiveIntegerField()
    products_assessed = models.PositiveIntegerField()
    devices = models.BigIntegerField(null=True)
    devices_inventoried = models.BigIntegerField(null=True)
    not_assessed = models.TextField()
    signed_by = models.CharField(max_length=200)
    post = models.CharField(max_length=200)
    signed_on = models.DateField()

    class Meta:
        constraints = [one_per_event("housekeeping_licencestatement", "number")]

    def __str__(self) -> str:
        return f"{self.number}"

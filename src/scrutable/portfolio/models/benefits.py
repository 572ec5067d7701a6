"""Tables of benefits, what was measured of them and what is expected."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.portfolio import facts


class Benefit(Kept):
    """A benefit as known from one event on."""

    KEY = facts.Benefit.KEY

    project = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=choices_of(facts.BenefitKind))
    category = models.CharField(max_length=200, blank=True, default="")
    description = models.TextField()
    service = models.CharField(max_length=200)
    metric = models.CharField(max_length=200)
    measure = models.CharField(max_length=20, choices=choices_of(facts.Measure))
    lower_is_better = models.BooleanField()
    baseline = ExactDecimalField(null=True)
    baseline_on = models.DateField(null=True)
    target = ExactDecimalField(null=True)
    target_on = models.DateField(null=True)
    begins_on = models.DateField(null=True)
    yearly_pounds = ExactDecimalField(null=True)
    budget_line = models.CharField(max_length=60, blank=True)
    data_source = models.CharField(max_length=200, blank=True)
    costs = models.TextField(blank=True)
    activities = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    unowned_since = models.DateField(null=True)
    towards = models.CharField(max_length=200, blank=True)
    measured_by = models.CharField(max_length=200, blank=True)
    measure_on = models.JSONField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_benefit", "project", "number")]

    def __str__(self) -> str:
        return f"{self.project} {self.number}"


class Measurement(Kept):
    """A measurement as known from one event on."""

    KEY = facts.Measurement.KEY

    project = models.CharField(max_length=40)
    benefit = models.PositiveIntegerField()
    on = models.DateField()
    value = ExactDecimalField(null=True)
    pounds = ExactDecimalField(null=True)
    words = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    measured_by = models.CharField(max_length=200)
    verified_by = models.CharField(max_length=200, blank=True)
    verified_on = models.DateField(null=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [one_per_event("portfolio_measurement", "project", "benefit", "on")]

    def __str__(self) -> str:
        return f"{self.project} {self.benefit} {self.on}"


class BenefitForecast(Kept):
    """A forecast of a benefit as known from one event on."""

    KEY = facts.BenefitForecast.KEY

    project = models.CharField(max_length=40)
    benefit = models.PositiveIntegerField()
    on = models.DateField()
    value = ExactDecimalField()
    by_when = models.DateField()
    why = models.TextField()
    said_by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_benefitforecast", "project", "benefit", "on")]

    def __str__(self) -> str:
        return f"{self.project} {self.benefit} {self.on}"


class ClaimSettled(Kept):
    """What two benefits that look like one saving were found to be, from one event on."""

    KEY = facts.ClaimSettled.KEY

    first = models.CharField(max_length=60)
    second = models.CharField(max_length=60)
    on = models.DateField()
    outcome = models.CharField(max_length=20, choices=choices_of(facts.ClaimOutcome))
    why = models.TextField()
    said_by = models.CharField(max_length=200)

    class Meta:
        constraints = [one_per_event("portfolio_claimsettled", "first", "second")]

    def __str__(self) -> str:
        return f"{self.first} {self.second}"

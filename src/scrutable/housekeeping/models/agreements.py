"""Tables of agreements, their renewals, and why each ran on."""

from django.db import models

from scrutable.audit.models import ExactDecimalField, Kept, choices_of, one_per_event
from scrutable.housekeeping.facts import agreements as facts


class Agreement(Kept):
    """An agreement as known from one event on."""

    KEY = facts.Agreement.KEY

    code = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    supplier = models.CharField(max_length=200)
    starts_on = models.DateField()
    months = models.PositiveIntegerField()
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    extensions = models.JSONField()
    notice_count = models.PositiveIntegerField(null=True)
    notice_unit = models.CharField(max_length=10, choices=choices_of(facts.NoticeUnit))
    renews_itself_by = models.PositiveIntegerField(null=True)
    notice_given_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    yearly_pounds = ExactDecimalField(null=True)
    owner = models.CharField(max_length=200)
    contract = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [one_per_event("housekeeping_agreement", "code")]

    def __str__(self) -> str:
        return self.code


class Renewal(Kept):
    """A renewal as known from one event on."""

    KEY = facts.Renewal.KEY

    agreement = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    months = models.PositiveIntegerField()
    agreed_on = models.DateField()
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    decision = models.CharField(max_length=200, blank=True)
    yearly_pounds = ExactDecimalField(null=True)
    file = models.CharField(max_length=64, blank=True)
    place = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [one_per_event("housekeeping_renewal", "agreement", "number")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.number}"


class Cure(Kept):
    """A cause and its cure as known from one event on."""

    KEY = facts.Cure.KEY

    agreement = models.CharField(max_length=40)
    since = models.DateField()
    cause = models.TextField()
    cure = models.TextField(blank=True)
    owner = models.CharField(max_length=200, blank=True)
    cured_on = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("housekeeping_cure", "agreement", "since")]

    def __str__(self) -> str:
        return f"{self.agreement} {self.since}"

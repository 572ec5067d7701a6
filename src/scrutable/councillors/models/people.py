"""Tables of councillors and of what they need: what names somebody here can be erased."""

from django.db import models
from django.db.models import Q

from scrutable.audit.models import Kept, one_per_event
from scrutable.councillors import facts


class Councillor(models.Model):
    """A councillor by name and account; not kept: both can be erased, the number stays."""

    number = models.PositiveIntegerField(primary_key=True)
    name = models.CharField(max_length=200, blank=True)
    person = models.CharField(max_length=60, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=~Q(person=""), name="councillors_one_account"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class NamedOfficer(Kept):
    """An officer named to see access needs, as known from one event on."""

    KEY = facts.NamedOfficer.KEY

    username = models.CharField(max_length=60)
    since = models.DateField()
    why = models.TextField()
    until = models.DateField(null=True)

    class Meta:
        constraints = [one_per_event("councillors_namedofficer", "username")]

    def __str__(self) -> str:
        return self.username


class AccessForm(models.Model):
    """What a councillor needs, sealed; not kept: it is replaced, and it can be erased.

    `handle` is what the log calls the form by. It goes with it: nobody can then tell whose form
    was looked at.
    """

    councillor = models.PositiveIntegerField(primary_key=True)
    handle = models.CharField(max_length=32, unique=True)
    sealed = models.TextField()
    told_on = models.DateField()

    def __str__(self) -> str:
        return self.handle

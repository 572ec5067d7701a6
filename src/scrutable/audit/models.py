"""The event log, and the abstract parent of rows that are never changed."""

from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models

from scrutable.kernel.periods import Month

if TYPE_CHECKING:
    TextColumn = models.Field[Any, Any]
else:  # the stubs' type arguments do not exist when the program runs
    TextColumn = models.CharField


def choices_of(values: type[StrEnum]) -> list[tuple[str, str]]:
    """Return the stored values of an enum, for a field that holds no other."""
    return [(value.value, value.value) for value in values]


def one_per_event(name: str, *fields: str) -> models.UniqueConstraint:
    """Return the constraint that a key has one version an event; its index serves `known`."""
    return models.UniqueConstraint(fields=[*fields, "event"], name=f"{name}_one_per_event")


class Event(models.Model):
    """One change: numbered without gaps, sealed onto the one before."""

    number = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)  # reads.number_at
    by = models.CharField(max_length=150)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, db_index=True)  # reads.events about a record
    body = models.TextField()  # the very text that was sealed
    last_seal = models.CharField(max_length=64)
    seal = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"


class Kept(models.Model):
    """A row that a report may print: never changed, never removed.

    `event` is the number of the event that wrote it. Of two rows with the same `KEY` the one
    with the higher number is what was known from then on.
    """

    KEY: ClassVar[tuple[str, ...]] = ()

    event = models.BigIntegerField(db_index=True)

    class Meta:
        abstract = True


class ExactDecimalField(TextColumn):
    """A decimal kept as the text that was given: 92.50 stays 92.50 on every database.

    SQLite has only binary fractions. Not for sums or comparisons in SQL.
    """

    _pyi_private_set_type: Decimal
    _pyi_private_get_type: Decimal

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> Decimal | None:
        """Return the decimal, or None where there is none."""
        return None if value is None else Decimal(value)

    def to_python(self, value: object) -> Decimal | None:
        """Return the decimal that the text or number says."""
        return None if value in (None, "") else Decimal(str(value))

    def get_prep_value(self, value: object) -> str | None:
        """Return the text that is stored."""
        number = self.to_python(value)
        return None if number is None else f"{number:f}"


class MonthField(TextColumn):
    """A month, stored as 2026-09."""

    _pyi_private_set_type: Month
    _pyi_private_get_type: Month

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 7)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: str | None, *_: object) -> Month | None:
        """Return the month, or None where there is none."""
        return None if value is None else _month(value)

    def to_python(self, value: object) -> Month | None:
        """Return the month that the text says."""
        return value if value is None or isinstance(value, Month) else Month.parse(str(value))

    def get_prep_value(self, value: object) -> str | None:
        """Return the text that is stored."""
        return None if value is None else str(value)


@lru_cache(maxsize=4096)
def _month(text: str) -> Month:
    return Month.parse(text)

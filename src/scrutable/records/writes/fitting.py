"""Whether the columns hold what somebody would have recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.db.models import (
    BigIntegerField,
    CharField,
    Field,
    IntegerField,
    Model,
    PositiveIntegerField,
    PositiveSmallIntegerField,
)

from scrutable.audit.models import ExactDecimalField
from scrutable.evidence.facts import RowError
from scrutable.records import rules
from scrutable.records.facts import Record
from scrutable.records.models import TABLES

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SMALL, WHOLE, LARGE = 2**15, 2**31, 2**63


@dataclass(frozen=True, slots=True)
class _Room:
    """How many letters and which whole numbers the columns of a table hold."""

    letters: Mapping[str, int]
    numbers: Mapping[str, range]


def refusals_of_columns(of: Record) -> list[RowError]:
    """Return what no column would hold, on any database: the first thing to ask of anything."""
    return refusals_of_table(of, TABLES[type(of)])


def refusals_of_table(of: "DataclassInstance", table: type[Model]) -> list[RowError]:
    """Return what no column of the table would hold of something that is no record."""
    room = _room(table)
    return rules.unkeepable(of, room.letters, room.numbers)


@lru_cache
def _room(table: type[Model]) -> _Room:
    every = table._meta.get_fields()  # noqa: SLF001  (Django's name for it)
    columns = [one for one in every if isinstance(one, Field)]
    return _Room(
        {
            one.name: one.max_length
            for one in columns
            if isinstance(one, CharField)
            and not isinstance(one, ExactDecimalField)
            and one.max_length is not None
        },
        {one.name: _whole(one) for one in columns if isinstance(one, IntegerField)},
    )


def _whole(column: IntegerField[Any, Any]) -> range:
    if isinstance(column, PositiveSmallIntegerField):
        return range(SMALL)
    if isinstance(column, BigIntegerField):
        return range(-LARGE, LARGE)
    return range(0 if isinstance(column, PositiveIntegerField) else -WHOLE, WHOLE)

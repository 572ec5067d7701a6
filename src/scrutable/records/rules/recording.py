"""Why something cannot be recorded as it is told, whatever else is known; pure.

Each noun's own reasons stand with its rules and are registered there.
"""

from collections.abc import Sequence
from datetime import date
from functools import singledispatch

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import capital, date_words
from scrutable.records.facts import Record


@singledispatch
def refusals_of(of: Record) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    """Return what is wanting: the field, what is wrong with it, what to do; nothing if it can be.

    The place of each is the name of the field.
    """
    return ()


@singledispatch
def refusals_on(of: Record, today: date) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    """Return what cannot be said yet on the day, such as what was measured in the future."""
    return ()


def missing(of: Record, **needed: str) -> list[RowError]:
    """Return a refusal for each field that says nothing; `needed` names them in words."""
    return [
        RowError(name, f"{capital(words)} is missing", "enter it")
        for name, words in needed.items()
        if not getattr(of, name).strip()
    ]


def to_come(name: str, day: date | None, today: date) -> list[RowError]:
    """Return a refusal where the day of what has happened has not come yet."""
    if day is None or day <= today:
        return []
    remedy = f"give {date_words(today)} or an earlier day"
    return [RowError(name, f"{date_words(day)} is to come", remedy)]

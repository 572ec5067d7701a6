"""What of the portfolio may be sent, beside what is shared by all that is recorded whole."""

from decimal import Decimal
from typing import Annotated

from ninja import Field
from pydantic import AfterValidator, StringConstraints

from scrutable.access.api import those_who_may
from scrutable.access.facts import Permission
from scrutable.govuk.forms import printable
from scrutable.meetings.api import recording
from scrutable.meetings.api.recording import (
    DaysCount,
    Key,
    Sentences,
    changed,
    kept,
    named,
    recorded,
    said,
    several,
    there,
)

VIEW = those_who_may(Permission.VIEW_PROJECTS)
CHANGE = those_who_may(Permission.MANAGE_PROJECTS)

BudgetLine = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=60), AfterValidator(printable)
]
Year = Annotated[int, Field(ge=1970, le=2199)]
Amount = Annotated[Decimal, Field(max_digits=18, decimal_places=6)]


class Sent(recording.Sent):
    """Something of the portfolio recorded whole: what is left out, it has no more."""


__all__ = [
    "CHANGE",
    "VIEW",
    "Amount",
    "BudgetLine",
    "DaysCount",
    "Key",
    "Sent",
    "Sentences",
    "Year",
    "changed",
    "kept",
    "named",
    "recorded",
    "said",
    "several",
    "there",
]

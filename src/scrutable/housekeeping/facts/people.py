"""People as the staff extract lists them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A line of the staff extract; the same person may stand on several.

    `row` is the line's place in the extract. `left_on` is the last day at work, None of somebody
    who has not left.
    """

    row: int
    number: str
    address: str
    name: str
    left_on: date | None = None

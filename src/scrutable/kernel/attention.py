"""The one shape of whatever needs a person; pure. Nothing else is called an exception."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Gravity(IntEnum):
    """How much it matters; larger is graver."""

    NOTE = 1
    CONCERN = 2
    SERIOUS = 3
    GRAVE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Attention:
    """One thing that needs a person, and why it is on the list.

    A `closed` one speaks of exempt matter, and reaches only those who may see that.
    """

    reference: str
    what: str
    why: str
    since: date
    gravity: Gravity
    owner: str
    due: date | None = None
    doing: str = ""
    version: int = 0
    closed: bool = False


def gravest_first(items: Iterable[Attention]) -> list[Attention]:
    """Order by gravity, then the oldest, then the reference."""
    return sorted(items, key=lambda item: (-item.gravity, item.since, item.reference))


def open_only(items: Iterable[Attention]) -> list[Attention]:
    """Return the items that speak of nothing exempt, in their order."""
    return [item for item in items if not item.closed]

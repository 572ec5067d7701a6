"""Where a meeting's papers name a record of another app."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Naming:
    """A decision, an item or a commitment that names a record, with its day if it has one."""

    reference: str
    words: str
    on: date | None

"""What the ledger of an invented council holds, and an extract of it that is loaded."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerSum:
    """What was spent of a line from one day to another, in pence."""

    line: str
    pence: int
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLoaded:
    """An extract of the ledger is loaded, and finance says what it comes to, in pence."""

    name: str
    content: bytes
    control: int

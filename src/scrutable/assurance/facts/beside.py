"""What else is recorded beside a system, an issue or a claim, and rows of a register."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scrutable.assurance.facts.claims import Claim
from scrutable.assurance.facts.issues import Phase
from scrutable.assurance.facts.systems import CriticalSystem
from scrutable.evidence.facts import RowError
from scrutable.records.facts import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What is recorded, as far as others name it; bodies, suppliers and contracts by name only.

    `persons` says by login, full name or post in small letters what stands for the person.
    """

    systems: Mapping[str, CriticalSystem] = field(default_factory=dict)
    phases: Mapping[str, Phase] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    bodies: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()  # of suppliers and contracts
    persons: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What a row says: the record as it would stand, and where each of its fields is.

    `before` is the record as it stands, None of a new one.
    """

    record: Any  # a Record, of whichever kind the sheet holds
    before: Any
    place: str
    cells: Mapping[str, str]

    @property
    def says_more(self) -> bool:
        """Test whether it says anything that is not recorded already."""
        record: Record = self.record
        return self.before is None or replace(record, version=0) != replace(self.before, version=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register as read: every row, and everything that is wrong with it."""

    lines: tuple[Line, ...] = ()
    errors: tuple[RowError, ...] = ()

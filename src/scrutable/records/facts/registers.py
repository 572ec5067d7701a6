"""A register of records as it was read, held against what is recorded."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from scrutable.evidence.facts import RowError

UNSAID = frozenset({"version", "file", "place"})  # where a record is from is nothing that it says


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterLine:
    """What a row says: the record as it would stand, and where each of its fields is.

    `before` is the record as it stands, None of a new one.
    """

    record: Any  # a Record, of whichever kind the row holds
    before: Any
    place: str
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def differs(self) -> bool:
        """Test whether it says otherwise than what stands."""
        said = (one.name for one in fields(self.record) if one.name not in UNSAID)
        return any(getattr(self.record, name) != getattr(self.before, name) for name in said)

    @property
    def says_more(self) -> bool:
        """Test whether it says anything that is not recorded already."""
        return self.before is None or self.differs

    def at_cells(self, faults: Iterable[RowError]) -> Iterator[RowError]:
        """Yield faults of the record's fields, each at its cell."""
        for one in faults:
            yield replace(one, place=self.cells.get(one.place, self.place))


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register as read: every row, and everything that is wrong with it."""

    lines: tuple[RegisterLine, ...] = ()
    errors: tuple[RowError, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a register came to: how many of its rows were new, changed, and known already."""

    new: int
    changed: int
    known: int
    version: int  # 0 where nothing was written

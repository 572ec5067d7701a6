"""Findings as work: what the extracts showed wrong, who sees to it, and whether it went away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar, NamedTuple

from scrutable.housekeeping.facts.snapshots import Counted, PartOfEstate
from scrutable.records.facts import Record


class FindingState(StrEnum):
    """What the last extract says of a finding; nobody's word changes it."""

    FOUND = "found"
    BACK = "back"  # found again after it had gone
    FIXED = "fixed"  # somebody said so, and the next extract no longer shows it
    GONE = "gone"  # no longer shown, though nobody said that it was fixed


STANDING = frozenset({FindingState.FOUND, FindingState.BACK})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that is wrong as an extract shows it, before it is known to be a finding.

    `key` tells its thing from all others of the part: a login, an asset tag, a product. `place` is
    its row in the extract, 0 where it stands in none.
    """

    fault: str
    key: str
    place: int
    person: str = ""
    pence: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Record):
    """A finding as the extract of `as_at` left it; `thing` is the number under which names lie."""

    WHAT: ClassVar[str] = "finding"
    KEY: ClassVar[tuple[str, ...]] = ("number",)

    number: int
    part: PartOfEstate
    fault: str
    thing: int
    state: FindingState
    first_on: date  # as at which it was first found
    as_at: date
    place: int
    pence: int | None = None

    @property
    def reference(self) -> str:
        """Return the finding's reference."""
        return finding_reference(self.number)

    @property
    def stands(self) -> bool:
        """Tell whether the last extract shows it."""
        return self.state in STANDING

    @property
    def is_withdrawn(self) -> bool:
        """Tell whether the same day’s extract, taken anew, no longer shows it: it never was."""
        return not self.stands and self.as_at == self.first_on


def finding_reference(number: int) -> str:
    """Return the reference of the finding with this number."""
    return f"finding/{number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling(Record):
    """What somebody said of a finding: whose it is, why it may stand until a day, that it is fixed.

    An explained finding is quiet up to and with `until`. `fixed_on` is a word only: the next
    extract bears it out or does not. `stood_since` is the finding's `as_at` when this was said:
    once it has gone, only its owner holds of a finding that is back.
    """

    WHAT: ClassVar[str] = "handling"
    KEY: ClassVar[tuple[str, ...]] = ("finding",)

    finding: int
    stood_since: date
    owner: str = ""
    why: str = ""
    until: date | None = None
    fixed_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the reference of the finding that it is of, as handled."""
        return f"{finding_reference(self.finding)}/handling"


class WorkState(StrEnum):
    """What is to be done about a finding by a day: what the extracts say, and what people said."""

    OPEN = "open"
    BACK = "back"  # again, and nothing said of it since
    STILL_SHOWN = "still_shown"  # said to be fixed, and a later extract shows it
    EXPLANATION_ENDED = "explanation_ended"
    EXPLAINED = "explained"
    SAID_FIXED = "said_fixed"  # the next extract will tell
    FIXED = "fixed"
    GONE = "gone"


LOUD = frozenset(
    {WorkState.OPEN, WorkState.BACK, WorkState.STILL_SHOWN, WorkState.EXPLANATION_ENDED}
)
QUIET = frozenset({WorkState.EXPLAINED, WorkState.SAID_FIXED})
OVER = frozenset({WorkState.FIXED, WorkState.GONE})


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingStanding:
    """A finding with what holds of what was said of it; `version` is that of the last of both."""

    number: int
    part: PartOfEstate
    fault: str
    thing: int
    state: FindingState
    first_on: date
    as_at: date
    place: int
    pence: int | None
    owner: str
    why: str
    until: date | None
    fixed_on: date | None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the finding's reference."""
        return finding_reference(self.number)

    @property
    def stands(self) -> bool:
        """Tell whether the last extract shows it."""
        return self.state in STANDING


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkAsked:
    """Which findings somebody asks for; None and "" ask for all, an owner of "" for nobody’s."""

    part: PartOfEstate | None = None
    fault: str = ""
    owner: str | None = None
    states: frozenset[WorkState] = frozenset(WorkState)
    numbers: tuple[int, ...] | None = None
    things: tuple[int, ...] | None = None


class WorkKind(NamedTuple):
    """What findings have in common that are counted together; `first_on` of what stands alone."""

    part: PartOfEstate
    fault: str
    owner: str
    state: FindingState
    until: date | None
    fixed_on: date | None
    first_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkCounted:
    """How many findings of one fault, owner and state there are by a day.

    `oldest` is the earliest day on which one of them was first found, None where they are over,
    `until` the earliest on which an explanation of them ends or ended.
    """

    part: PartOfEstate
    fault: str
    owner: str
    state: WorkState
    number: int
    oldest: date | None
    until: date | None
    pence: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far to look as at a day: no part further than to its last extract by then.

    `known` is the last event of each part before an extract of a later day came in, `last` the day
    of its last extract; a part without one is in neither.
    """

    as_at: date
    known: Mapping[PartOfEstate, int]
    last: Mapping[PartOfEstate, date]


@dataclass(frozen=True, slots=True)
class Thing:
    """What a finding is of, by name: this alone names people, lies apart and can be erased.

    `key` and `person` are "" once they were erased.
    """

    number: int
    part: PartOfEstate
    key: str
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkItem:
    """A finding of the work list; `thing` is None where nobody asked for names."""

    standing: FindingStanding
    state: WorkState
    thing: Thing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameTo:
    """What a part of the estate came to as at a day, before it is kept; the lines add up to all.

    `kept` are summed records that pages need once the extracts are deleted, such as what was spent
    with each supplier; they are kept with the snapshot. `people` is how many were at work, where
    an extract of staff was read. `suppliers` are names of suppliers by code; they lie apart.
    """

    part: PartOfEstate
    as_at: date
    lines: tuple[Counted, ...]
    found: Sequence[Found]
    extracts: tuple[str, ...]
    engine: str
    people: int | None = None
    kept: Sequence[Record] = ()
    suppliers: Mapping[str, str] = field(default_factory=dict)

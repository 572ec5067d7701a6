"""Minutes before an officer and after: what was loaded, corrected and confirmed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from scrutable.meetings.facts.bodies import OPEN, Closure
from scrutable.meetings.facts.reading import Outcome, Reading


class LimbState(StrEnum):
    """What the officer made of an outcome that was read."""

    AS_READ = "as_read"  # nobody has looked at it yet
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    ADDED = "added"  # the reader had missed it
    STRUCK = "struck"  # the reader saw an outcome where there is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Limb:
    """One outcome of loaded minutes, as the officer has settled it so far."""

    minutes: str  # OSMB-2026-09-24-1
    number: int
    outcome: Outcome
    state: LimbState = LimbState.AS_READ
    reason: str = ""  # why it was corrected, added or struck
    is_tracked: bool = False  # becomes a commitment when the minutes are confirmed
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the limb's reference."""
        return f"limb/{self.minutes}/{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncomingMinutes:
    """A file of minutes, and the meeting or item whose minutes it holds."""

    content: bytes
    name: str
    meeting: str
    item: int | None = None
    closure: Closure = OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Minutes of a meeting, or of one of its items, that were loaded and read."""

    code: str  # OSMB-2026-09-24-1
    meeting: str
    item: int | None  # number of the agenda item; None where they are of the whole meeting
    file: str  # SHA-256
    name: str
    text: str
    places: tuple[tuple[int, str], ...] = ()  # (0, "page 1"): what each part of the text is called
    reading: Reading
    reader: str  # version of the rules that read it
    closure: Closure = OPEN
    loaded_by: str
    loaded_at: datetime
    confirmed_by: str = ""
    confirmed_at: datetime | None = None
    version: int = 0

    @property
    def reference(self) -> str:
        """Return the minutes' reference."""
        return f"minutes/{self.code}"

    @property
    def limbs_reference(self) -> str:
        """Return what the references of all its limbs begin with."""
        return f"limb/{self.code}"

    @property
    def is_confirmed(self) -> bool:
        """Test whether an officer has answered for every limb."""
        return self.confirmed_at is not None

    def place_at(self, at: int) -> str:
        """Return what the place of a character is called: its page, its item or its line."""
        return place_at(self.text, self.places, at)


def place_at(text: str, places: Sequence[tuple[int, str]], at: int) -> str:
    r"""Return what the place of a character is called: its page, its item or its line.

    >>> place_at("one\ntwo", (), 4), place_at("one two", ((0, "page 1"), (4, "page 2")), 5)
    ('line 2', 'page 2')
    """
    named = [name for start, name in places if start <= at]
    return named[-1] if named else f"line {text.count(chr(10), 0, at) + 1}"

"""Claims that a board is asked to accept, and the evidence under each."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import ClassVar

from scrutable.records.facts import Record


class Line(IntEnum):
    """Who checked: whoever does the work, whoever oversees it, or somebody independent."""

    FIRST = 1
    SECOND = 2
    THIRD = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """Something that a board is asked to accept; evidence under it is fresh for `shelf_days`.

    `wants` is the surest line that it needs.
    """

    WHAT: ClassVar[str] = "claim"
    KEY: ClassVar[tuple[str, ...]] = ("code",)

    code: str
    text: str
    body: str
    owner: str
    shelf_days: int
    wants: Line = Line.FIRST
    withdrawn_on: date | None = None

    @property
    def reference(self) -> str:
        """Return the claim's reference."""
        return f"claim/{self.code}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence(Record):
    """Something that bears a claim out, or does not; `source` is a reference where there is one."""

    WHAT: ClassVar[str] = "evidence"
    KEY: ClassVar[tuple[str, ...]] = ("claim", "number")

    claim: str
    number: int
    what: str
    on: date
    checked_by: str
    line: Line
    bears_out: bool = True
    source: str = ""

    @property
    def reference(self) -> str:
        """Return the evidence's reference."""
        return f"claim/{self.claim}/evidence/{self.number}"


class Reassurance(StrEnum):
    """What a board may take from a claim by a day; the worst last."""

    BORNE_OUT = "borne_out"
    WEAK = "weak"  # fresh, but checked by no line as sure as the claim wants
    STALE = "stale"
    NOTHING = "nothing"
    CONTRADICTED = "contradicted"  # the newest of the fresh evidence is against it


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimJudged:
    """A claim by a day; `newest` is the evidence that decided, `age` its days."""

    claim: Claim
    reassurance: Reassurance
    newest: Evidence | None
    age: int | None
    fresh: int


class Missing(StrEnum):
    """What a claim lacks before a board can be asked to accept it."""

    EVIDENCE = "evidence"  # there is none at all
    FRESH = "fresh"  # none within the shelf life
    LINE = "line"  # none that is fresh from a line as sure as it wants
    ANSWER = "answer"  # to the newest evidence, which is against it


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSeen:
    """The newest that one line found of a claim, None where it never looked; `age` in days."""

    line: Line
    newest: Evidence | None
    age: int | None
    is_fresh: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSeen:
    """A claim by a day with what each line found, and what is missing."""

    judged: ClaimJudged
    lines: tuple[LineSeen, ...]
    missing: tuple[Missing, ...]
    as_at: date

    @property
    def claim(self) -> Claim:
        """Return the claim."""
        return self.judged.claim

    @property
    def can_reassure(self) -> bool:
        """Test whether a board may be asked to accept it."""
        return self.judged.reassurance is Reassurance.BORNE_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreassured:
    """A sentence by which a report would reassure its readers, and why it may not.

    `section` is the anchor of the commentary; `claim` is None where no claim says such a thing.
    """

    section: str
    words: str
    claim: ClaimSeen | None

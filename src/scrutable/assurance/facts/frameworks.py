"""Frameworks that a council is assessed by: objectives, principles and outcomes by version."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How far an outcome is achieved."""

    NOT_ACHIEVED = "not_achieved"
    PARTLY = "partly"
    ACHIEVED = "achieved"

    @property
    def rank(self) -> int:
        """Return its place from the worst, which is 0."""
        return RANKS[self]


RANKS: Mapping[Level, int] = {one: at for at, one in enumerate(Level)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameworkOutcome:
    """An outcome of one version of a framework; of some nothing lies between achieved and not."""

    code: str
    title: str
    principle: str  # code
    objective: str  # code
    partly_possible: bool

    def admits(self, level: Level) -> bool:
        """Test whether the framework has the level for this outcome."""
        return level is not Level.PARTLY or self.partly_possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One version of a framework; the same code means something else in another version.

    `profiles` lead from a profile's name to the least level of each outcome.
    """

    name: str
    titles: Mapping[str, str]  # of objectives and principles, by code
    outcomes: tuple[FrameworkOutcome, ...]
    profiles: Mapping[str, Mapping[str, Level]]

    def outcome(self, code: str) -> FrameworkOutcome | None:
        """Return the outcome with the code, None where there is none."""
        return next((one for one in self.outcomes if one.code == code), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """Which outcome takes the place of which; "" where one is new or was dropped."""

    before: str
    after: str
    note: str

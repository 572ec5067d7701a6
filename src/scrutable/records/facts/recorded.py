"""What everything that is recorded whole has in common: a key, a version, a reference."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(ABC):
    """Something recorded whole; a later version of the same key stands in its place.

    `WHAT` is what people call it, `KEY` the fields that tell one from another; those `IN_WORDS`
    need be no codes. Where the last of them is a number, 0 stands for one not recorded yet.
    """

    WHAT: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]
    IN_WORDS: ClassVar[frozenset[str]] = frozenset()

    version: int = 0

    @property
    @abstractmethod
    def reference(self) -> str:
        """Return the reference by which the whole product knows it."""

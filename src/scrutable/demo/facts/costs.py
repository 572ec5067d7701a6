"""What is told of the cost of IT: a year's cost lines taken in and allocated."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsAllocated:
    """The cost lines of a year are taken in from a file, then allocated."""

    year: int
    name: str
    content: bytes

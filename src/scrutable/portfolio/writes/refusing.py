"""Why something cannot be recorded as it is told."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError
from scrutable.portfolio.facts import Record


class UnfitProject(Exception):
    """The project cannot be recorded as it is told."""


class UnfitMove(Exception):
    """The date cannot be recorded as it is told."""


class UnfitStatus(Exception):
    """The status cannot be recorded as it is told."""


class UnfitRecord(Exception):
    """Something cannot be recorded as it is told; `faults` say of each field why."""

    def __init__(self, faults: Sequence[RowError]) -> None:
        super().__init__(" ".join(f"{one.fault}; {one.remedy}." for one in faults))
        self.faults = tuple(faults)


class WrittenMeanwhile(Exception):
    """Somebody else has recorded the same thing since it was looked at."""

    def __init__(self, of: Record) -> None:
        super().__init__(
            f"Somebody else has changed this {of.WHAT} meanwhile. Look at what stands, then "
            "change it again."
        )

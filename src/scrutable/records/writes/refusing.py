"""Why something cannot be recorded as it is told."""

from collections.abc import Sequence

from scrutable.evidence.facts import RowError


class UnfitRecord(Exception):
    """Something cannot be recorded as it is told; `faults` say of each field why."""

    def __init__(self, faults: Sequence[RowError]) -> None:
        super().__init__(" ".join(f"{one.fault}; {one.remedy}." for one in faults))
        self.faults = tuple(faults)


class WrittenMeanwhile(Exception):
    """Somebody else has recorded the same thing since it was looked at."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Somebody else has changed this {what} meanwhile. Look at what stands, then "
            "change it again."
        )

"""Refusals that say every fault at once: its place, the fault, the remedy."""

from collections.abc import Sequence

from scrutable.meetings.facts import Fault


class Unfit(Exception):
    """What was given cannot be kept as it stands."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class UnfitMeeting(Unfit):
    """A body, meeting, item, attendance or entry of a programme that cannot be kept."""


class UnfitDecision(Unfit):
    """A plan, decision or call-in that law or council policy does not allow."""

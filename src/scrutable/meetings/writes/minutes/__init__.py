"""Minutes loaded, settled limb by limb, and confirmed once; rows are added, none is edited."""

from scrutable.meetings.writes.minutes.confirming import confirm_minutes
from scrutable.meetings.writes.minutes.loading import load_minutes
from scrutable.meetings.writes.minutes.refusals import (
    MinutesAlreadyConfirmed,
    NotYetLookedAt,
    UnfitLimb,
    UnfitMinutes,
    UnreadableMinutes,
)
from scrutable.meetings.writes.minutes.settling import add_limb, settle_limb

__all__ = [
    "MinutesAlreadyConfirmed",
    "NotYetLookedAt",
    "UnfitLimb",
    "UnfitMinutes",
    "UnreadableMinutes",
    "add_limb",
    "confirm_minutes",
    "load_minutes",
    "settle_limb",
]

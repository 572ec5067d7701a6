"""Extracts, snapshots and what was said of findings, recorded."""

from scrutable.housekeeping.writes import agreements, initiatives, licences  # noqa: F401  (register what they refuse)
from scrutable.housekeeping.writes.extracts import keep_extract, retain
from scrutable.housekeeping.writes.handling import assign, explain, say_fixed
from scrutable.housekeeping.writes.looking import erase_names, look
from scrutable.housekeeping.writes.sent import (
    drop,
    lay_aside,
    reconcile,
    record_look,
    take_sent,
)
from scrutable.housekeeping.writes.snapshots import EarlierSnapshot, keep_snapshot

__all__ = [
    "EarlierSnapshot",
    "assign",
    "drop",
    "erase_names",
    "explain",
    "keep_extract",
    "keep_snapshot",
    "lay_aside",
    "look",
    "reconcile",
    "record_look",
    "retain",
    "say_fixed",
    "take_sent",
]

"""Putting a demonstration into an empty store, by the writes that everybody uses."""

from scrutable.demo.writes.reporting import Built, build_report
from scrutable.demo.writes.seeding import NotForDemonstration, make_room, seed
from scrutable.demo.writes.workbooks import FaultNotFound, FileNotAccepted

__all__ = [
    "Built",
    "FaultNotFound",
    "FileNotAccepted",
    "NotForDemonstration",
    "build_report",
    "make_room",
    "seed",
]

"""Changes to projects, their dates and their status: each a new row under a new event."""

from scrutable.portfolio.writes import (  # noqa: F401  (register what they refuse)
    benefits,
    capacity,
    cases,
    lessons,
)
from scrutable.portfolio.writes.outcomes import put_look
from scrutable.portfolio.writes.projects import give_status, move_date, record_project
from scrutable.portfolio.writes.refusing import UnfitMove, UnfitProject, UnfitStatus
from scrutable.portfolio.writes.sent import (
    Sent,
    incoming_update,
    map_version,
    read_sent,
)
from scrutable.portfolio.writes.strategies import review_objectives
from scrutable.portfolio.writes.updates import load_update
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile, record

__all__ = [
    "Sent",
    "UnfitMove",
    "UnfitProject",
    "UnfitRecord",
    "UnfitStatus",
    "WrittenMeanwhile",
    "give_status",
    "incoming_update",
    "load_update",
    "map_version",
    "move_date",
    "put_look",
    "read_sent",
    "record",
    "record_project",
    "review_objectives",
]

"""Projects, their dates and status as they were known."""

from collections.abc import Mapping

from scrutable.portfolio.facts import Tolerance
from scrutable.portfolio.reads.projects import (
    UnknownMilestone,
    UnknownProject,
    every_line,
    histories,
    known_to_updates,
    last_status,
    line,
    lines,
    moves,
    project,
    project_versions,
    projects,
    standing,
    standings,
    statuses,
    update_of,
    updates,
)
from scrutable.portfolio.reads.records import (
    UnknownRecord,
    adapter,
    every,
    next_number,
    one,
    stands,
    versions,
)
from scrutable.portfolio.reads.rows import as_update

__all__ = [
    "UnknownMilestone",
    "UnknownProject",
    "UnknownRecord",
    "adapter",
    "as_update",
    "every",
    "every_line",
    "histories",
    "known_to_updates",
    "last_status",
    "line",
    "lines",
    "moves",
    "next_number",
    "one",
    "project",
    "project_versions",
    "projects",
    "standing",
    "standings",
    "stands",
    "statuses",
    "tolerance",
    "update_of",
    "updates",
    "versions",
]


def tolerance(policy: Mapping[str, object]) -> Tolerance:
    """Return the council's own limits, of the policy “projects”."""
    return Tolerance(
        amber_after=int(str(policy["amber_after_days"])),
        red_after=int(str(policy["red_after_days"])),
    )

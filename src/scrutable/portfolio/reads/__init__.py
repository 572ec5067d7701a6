"""Projects, their dates and status as they were known."""

from scrutable.portfolio.reads.attending import AREAS, attention
from scrutable.portfolio.reads.benefits import benefit, benefit_limits, benefits_found
from scrutable.portfolio.reads.capacity import (
    procurements,
    redirections,
    staffing,
)
from scrutable.portfolio.reads.cases import (
    money_papers,
    newest_event,
    project_titles,
    waits_around,
)
from scrutable.portfolio.reads.dependence import dependence, dependence_limits
from scrutable.portfolio.reads.judging import judged, programme_papers, tolerance_at
from scrutable.portfolio.reads.lessons import (
    lesson,
    lessons,
    lessons_for,
    named_projects,
)
from scrutable.portfolio.reads.outcomes import titles_of, transition, transitions
from scrutable.portfolio.reads.planned import planned
from scrutable.portfolio.reads.policies import tolerance
from scrutable.portfolio.reads.processes import (
    features,
    process_reviews,
)
from scrutable.portfolio.reads.projects import (
    UnknownMilestone,
    UnknownProject,
    every_line,
    histories,
    last_status,
    line,
    lines,
    moves,
    project,
    project_versions,
    statuses,
)
from scrutable.portfolio.reads.referring import above, recorded
from scrutable.portfolio.reads.rows import as_update
from scrutable.portfolio.reads.sources import is_recorded, is_reference, refusals_of_source
from scrutable.portfolio.reads.standings import projects, standing, standings
from scrutable.portfolio.reads.strategies import (
    objective,
    objectives,
    retrospective,
    reviews,
    strategies,
    strategies_seen,
    strategy,
    strategy_seen,
)
from scrutable.portfolio.reads.update_plan import update_plan
from scrutable.portfolio.reads.updates import (
    UnknownUpdate,
    issued_workbook,
    known_to_updates,
    told_in,
    update,
    update_lines,
    update_of,
    updates,
)
from scrutable.records.reads import (
    UnknownRecord,
    adapter,
    every,
    history,
    next_number,
    one,
    stands,
    versions,
)

__all__ = [
    "AREAS",
    "UnknownMilestone",
    "UnknownProject",
    "UnknownRecord",
    "UnknownUpdate",
    "above",
    "adapter",
    "as_update",
    "attention",
    "benefit",
    "benefit_limits",
    "benefits_found",
    "dependence",
    "dependence_limits",
    "every",
    "every_line",
    "features",
    "histories",
    "history",
    "is_recorded",
    "is_reference",
    "issued_workbook",
    "judged",
    "known_to_updates",
    "last_status",
    "lesson",
    "lessons",
    "lessons_for",
    "line",
    "lines",
    "money_papers",
    "moves",
    "named_projects",
    "newest_event",
    "next_number",
    "objective",
    "objectives",
    "one",
    "planned",
    "process_reviews",
    "procurements",
    "programme_papers",
    "project",
    "project_titles",
    "project_versions",
    "projects",
    "recorded",
    "redirections",
    "refusals_of_source",
    "retrospective",
    "reviews",
    "staffing",
    "standing",
    "standings",
    "stands",
    "statuses",
    "strategies",
    "strategies_seen",
    "strategy",
    "strategy_seen",
    "titles_of",
    "told_in",
    "tolerance",
    "tolerance_at",
    "transition",
    "transitions",
    "update",
    "update_lines",
    "update_of",
    "update_plan",
    "updates",
    "versions",
    "waits_around",
]

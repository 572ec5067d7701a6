"""Slips, moves, status and forecast ranges, out of facts and days alone."""

from scrutable.portfolio.rules.benefits import (
    at_target_day,
    cashable_sums,
    counted_elsewhere,
    double_claims,
    percent_of,
    refusals_of_measurement,
    said_by,
    standing_of,
    sums_by_kind,
    sums_of,
)
from scrutable.portfolio.rules.capacity import (
    CapacityWatched,
    capacity_attention,
    procurement_judged,
    redirection_judged,
    staffing,
)
from scrutable.portfolio.rules.cases import (
    delay_cost,
    missing_parts,
    out_of_order,
)
from scrutable.portfolio.rules.depending import (
    cycles,
    days_late,
    days_over,
    is_open,
    late_dependencies,
)
from scrutable.portfolio.rules.forecasting import (
    TOO_FEW,
    coverage,
    forecast_range,
    samples_at,
    samples_of,
)
from scrutable.portfolio.rules.judging import (
    has_green_day_passed,
    judged,
)
from scrutable.portfolio.rules.lessons import holds_words, lesson_standing, lessons_from, offered
from scrutable.portfolio.rules.moving import (
    begun,
    days_moved,
    line_at,
    moved,
    refusals_of_move,
    trend,
)
from scrutable.portfolio.rules.outcomes import (
    looks_ahead,
    looks_named,
    next_look,
    outcome_standing,
    refusals_of_judgement,
)
from scrutable.portfolio.rules.processes import (
    ProcessesWatched,
    feature_judged,
    processes_attention,
    review_judged,
    unused_pounds,
)
from scrutable.portfolio.rules.recording import refusals_of, refusals_on
from scrutable.portfolio.rules.sight import (
    contract_of,
    gaps,
    lines_of_sight,
    walk,
    within,
)
from scrutable.portfolio.rules.slipping import (
    by_both_baselines,
    by_latest_baseline,
    dates_rating,
    slip_of,
)
from scrutable.portfolio.rules.standing import (
    better_than_dates,
    refusals_of_project,
    refusals_of_status,
    shown_overall,
    worst,
    worst_part,
)
from scrutable.portfolio.rules.strategies import (
    last_reviews,
    lateness,
    learned_from,
)
from scrutable.portfolio.rules.tallying import (
    funding_by,
    funding_sum,
    tallies,
    total,
    variance,
)

__all__ = [
    "CapacityWatched",
    "ProcessesWatched",
    "TOO_FEW",
    "at_target_day",
    "begun",
    "better_than_dates",
    "by_both_baselines",
    "by_latest_baseline",
    "capacity_attention",
    "cashable_sums",
    "contract_of",
    "counted_elsewhere",
    "coverage",
    "cycles",
    "dates_rating",
    "days_late",
    "days_moved",
    "days_over",
    "delay_cost",
    "double_claims",
    "feature_judged",
    "forecast_range",
    "funding_by",
    "funding_sum",
    "gaps",
    "has_green_day_passed",
    "holds_words",
    "is_open",
    "judged",
    "last_reviews",
    "late_dependencies",
    "lateness",
    "learned_from",
    "lesson_standing",
    "lessons_from",
    "line_at",
    "lines_of_sight",
    "looks_ahead",
    "looks_named",
    "missing_parts",
    "moved",
    "next_look",
    "offered",
    "out_of_order",
    "outcome_standing",
    "percent_of",
    "processes_attention",
    "procurement_judged",
    "redirection_judged",
    "refusals_of",
    "refusals_of_judgement",
    "refusals_of_measurement",
    "refusals_of_move",
    "refusals_of_project",
    "refusals_of_status",
    "refusals_on",
    "review_judged",
    "said_by",
    "samples_at",
    "samples_of",
    "shown_overall",
    "slip_of",
    "staffing",
    "standing_of",
    "sums_by_kind",
    "sums_of",
    "tallies",
    "total",
    "trend",
    "unused_pounds",
    "variance",
    "walk",
    "within",
    "worst",
    "worst_part",
]

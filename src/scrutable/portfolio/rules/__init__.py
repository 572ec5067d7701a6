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
from scrutable.portfolio.rules.forecasting import (
    TOO_FEW,
    coverage,
    forecast_range,
    samples_at,
    samples_of,
)
from scrutable.portfolio.rules.moving import (
    begun,
    days_moved,
    line_at,
    moved,
    refusals_of_move,
    trend,
)
from scrutable.portfolio.rules.recording import refusals_of, refusals_on
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

__all__ = [
    "TOO_FEW",
    "at_target_day",
    "begun",
    "better_than_dates",
    "by_both_baselines",
    "by_latest_baseline",
    "cashable_sums",
    "counted_elsewhere",
    "coverage",
    "dates_rating",
    "days_moved",
    "double_claims",
    "forecast_range",
    "line_at",
    "moved",
    "percent_of",
    "refusals_of",
    "refusals_of_measurement",
    "refusals_of_move",
    "refusals_of_project",
    "refusals_of_status",
    "refusals_on",
    "said_by",
    "samples_at",
    "samples_of",
    "shown_overall",
    "slip_of",
    "standing_of",
    "sums_by_kind",
    "sums_of",
    "trend",
    "worst",
    "worst_part",
]

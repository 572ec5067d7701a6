"""Slips, moves, status and forecast ranges, out of facts and days alone."""

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
from scrutable.portfolio.rules.recording import refusals_of
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
    "begun",
    "better_than_dates",
    "by_both_baselines",
    "by_latest_baseline",
    "coverage",
    "dates_rating",
    "days_moved",
    "forecast_range",
    "line_at",
    "moved",
    "refusals_of",
    "refusals_of_move",
    "refusals_of_project",
    "refusals_of_status",
    "samples_at",
    "samples_of",
    "shown_overall",
    "slip_of",
    "trend",
    "worst",
    "worst_part",
]

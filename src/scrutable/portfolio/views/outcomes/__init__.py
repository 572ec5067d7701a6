"""Doors to transitions, their outcomes and the projects handed over."""

from scrutable.portfolio.views.outcomes.changing import (
    evidence,
    hand_over,
    judge,
    look,
    record_outcome,
    record_transition,
    withdraw,
)
from scrutable.portfolio.views.outcomes.showing import outcome, transition, transitions

__all__ = [
    "evidence",
    "hand_over",
    "judge",
    "look",
    "outcome",
    "record_outcome",
    "record_transition",
    "transition",
    "transitions",
    "withdraw",
]

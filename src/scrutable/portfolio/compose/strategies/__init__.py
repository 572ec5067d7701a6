"""Strategies in a report: what hangs on their objectives, and the look back on one; pure."""

from scrutable.portfolio.compose.strategies.looking_back import (
    carried_section,
    delivered_section,
    finding,
    key_figures,
    objectives_section,
    retrospective_lessons,
)
from scrutable.portfolio.compose.strategies.running import strategy_sections

METHOD = (
    (
        "A project hangs on an objective where its record names that objective; nothing is "
        "inferred from its title."
    ),
    (
        "Something has nothing under it where an objective has no project, a project no benefit, "
        "a contract no KPI that the project is to move, a KPI no benefit measured by it, or a "
        "benefit neither a measurement nor a KPI."
    ),
    (
        "An objective is late by the days between the day by which it was due and the day on "
        "which it was delivered; one that is not delivered is overdue from its day on."
    ),
)

__all__ = [
    "METHOD",
    "carried_section",
    "delivered_section",
    "finding",
    "key_figures",
    "objectives_section",
    "retrospective_lessons",
    "strategy_sections",
]

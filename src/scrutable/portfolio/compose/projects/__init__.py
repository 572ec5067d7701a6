"""Projects in a report: the priority list, slips, status, cases, money, waiting, delay; pure."""

from scrutable.portfolio.compose.projects.money import (
    cases_section,
    delay_section,
    dependencies_section,
    money_section,
)
from scrutable.portfolio.compose.projects.standing import (
    priority_section,
    slips_section,
    status_section,
)

METHOD = (
    (
        "Days late are counted from the date first set and from the latest plan, to the day on "
        "which a go-live was reached or is expected; a date that has passed without word counts "
        "as the day of the report."
    ),
    (
        "A project is shown no better than its worst part, nor than the worse of its two slips "
        "makes it by council policy, unless whoever assessed it said why, which is printed. "
        "Delivery confidence is kept apart from the status. Reaching a late go-live takes nothing "
        "from how late it is: such a project is green again only by such a reason."
    ),
    (
        "Sums of money leave out what nobody has said, and say how many lines they leave out: a "
        "blank is not nought."
    ),
)

__all__ = [
    "METHOD",
    "cases_section",
    "delay_section",
    "dependencies_section",
    "money_section",
    "priority_section",
    "slips_section",
    "status_section",
]

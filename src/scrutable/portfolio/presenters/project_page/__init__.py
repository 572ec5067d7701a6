"""One project in words: its head, its dates and their history, its status; pure."""

from scrutable.portfolio.presenters.project_page.dates import (
    milestone_table,
    move_table,
    moved_sentence,
)
from scrutable.portfolio.presenters.project_page.head import (
    figures,
    range_words,
    summary,
    terms,
    title,
)
from scrutable.portfolio.presenters.project_page.statuses import (
    green_words,
    status_table,
    warning,
)

__all__ = [
    "figures",
    "green_words",
    "milestone_table",
    "move_table",
    "moved_sentence",
    "range_words",
    "status_table",
    "summary",
    "terms",
    "title",
    "warning",
]

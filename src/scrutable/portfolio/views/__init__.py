"""Doors to projects."""

from scrutable.portfolio.views.capacity import (
    capacity,
    post,
    procurement,
    redirection,
)
from scrutable.portfolio.views.changing import (
    add_project,
    change_project,
    give_status,
    move_date,
)
from scrutable.portfolio.views.hanging import hang
from scrutable.portfolio.views.pages import project, projects, template
from scrutable.portfolio.views.processes import (
    feature,
    process_review,
    processes,
)

__all__ = [
    "add_project",
    "capacity",
    "change_project",
    "feature",
    "give_status",
    "hang",
    "move_date",
    "post",
    "process_review",
    "processes",
    "procurement",
    "project",
    "projects",
    "redirection",
    "template",
]

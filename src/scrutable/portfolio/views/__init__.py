"""Doors to projects."""

from scrutable.portfolio.views.changing import (
    add_project,
    change_project,
    give_status,
    move_date,
)
from scrutable.portfolio.views.pages import project, projects, template

__all__ = [
    "add_project",
    "change_project",
    "give_status",
    "move_date",
    "project",
    "projects",
    "template",
]

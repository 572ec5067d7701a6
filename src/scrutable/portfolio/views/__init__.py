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
from scrutable.portfolio.views.mapping import cell_map, maps, send_map
from scrutable.portfolio.views.pages import dependencies, money, projects
from scrutable.portfolio.views.processes import (
    feature,
    process_review,
    processes,
)
from scrutable.portfolio.views.suppliers import supplier, suppliers
from scrutable.portfolio.views.updating import (
    send_update,
    template,
    update,
    update_plan,
    updates,
)

__all__ = [
    "add_project",
    "capacity",
    "cell_map",
    "change_project",
    "dependencies",
    "feature",
    "give_status",
    "hang",
    "maps",
    "money",
    "move_date",
    "post",
    "process_review",
    "processes",
    "procurement",
    "projects",
    "redirection",
    "send_map",
    "send_update",
    "supplier",
    "suppliers",
    "template",
    "update",
    "update_plan",
    "updates",
]

"""The estate at a glance: what each part comes to, as a sum and as a picture; pure."""

from scrutable.housekeeping.presenters.estate.finding import finding, lowered, title
from scrutable.housekeeping.presenters.estate.page import (
    change_words,
    figures,
    part_page,
    stale_words,
    used_words,
)
from scrutable.housekeeping.presenters.estate.tables import (
    fault_table,
    name_of,
    sum_table,
    waterfall,
    wrong_words,
)

__all__ = [
    "change_words",
    "fault_table",
    "figures",
    "finding",
    "lowered",
    "name_of",
    "part_page",
    "stale_words",
    "sum_table",
    "title",
    "used_words",
    "waterfall",
    "wrong_words",
]

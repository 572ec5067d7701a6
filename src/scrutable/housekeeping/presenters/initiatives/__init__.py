"""Initiatives: how far each has come, by the snapshots alone; pure."""

from scrutable.housekeeping.presenters.initiatives.listed import (
    figures,
    initiative_table,
    title,
)
from scrutable.housekeeping.presenters.initiatives.one import (
    chart,
    measured_table,
    terms,
)
from scrutable.housekeeping.presenters.initiatives.saying import (
    COUNTS_WORDS,
    INITIATIVES,
    NOT_KNOWN,
    NOT_MEASURED,
    STATE_TAGS,
    finding,
    initiative_address,
    measure_words,
    percent_cell,
    value_cell,
    value_words,
)

__all__ = [
    "COUNTS_WORDS",
    "INITIATIVES",
    "NOT_KNOWN",
    "NOT_MEASURED",
    "STATE_TAGS",
    "chart",
    "figures",
    "finding",
    "initiative_address",
    "initiative_table",
    "measure_words",
    "measured_table",
    "percent_cell",
    "terms",
    "title",
    "value_cell",
    "value_words",
]

"""Records refused or kept."""

from scrutable.records.writes.fitting import refusals_of_columns, refusals_of_table
from scrutable.records.writes.loading import RegisterSent, load_register
from scrutable.records.writes.recording import (
    keep_all,
    record,
    refusals_among_records,
    said_in_log,
)
from scrutable.records.writes.refusing import UnfitRecord, WrittenMeanwhile

__all__ = [
    "RegisterSent",
    "UnfitRecord",
    "WrittenMeanwhile",
    "keep_all",
    "load_register",
    "record",
    "refusals_among_records",
    "refusals_of_columns",
    "refusals_of_table",
    "said_in_log",
]

"""Records refused or kept."""

from scrutable.records.writes.fitting import in_sentences, refusals_of_columns, refusals_of_table
from scrutable.records.writes.recording import keep_all, record, refusals_among_records
from scrutable.records.writes.refusing import UnfitRecord, WrittenMeanwhile

__all__ = [
    "UnfitRecord",
    "WrittenMeanwhile",
    "in_sentences",
    "keep_all",
    "record",
    "refusals_among_records",
    "refusals_of_columns",
    "refusals_of_table",
]

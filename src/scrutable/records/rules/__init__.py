"""Why something cannot be recorded, as far as it can be told without the store."""

from scrutable.records.rules.keeping import CODE, UNWRITABLE, unkeepable
from scrutable.records.rules.recording import missing, refusals_of, refusals_on, to_come

__all__ = [
    "CODE",
    "UNWRITABLE",
    "missing",
    "refusals_of",
    "refusals_on",
    "to_come",
    "unkeepable",
]

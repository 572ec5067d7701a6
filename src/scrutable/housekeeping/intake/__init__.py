"""Extracts in, as they come: delimited text, workbooks, Parquet."""

from scrutable.housekeeping.intake.layout import kind_of
from scrutable.housekeeping.intake.taking import Asked, take

__all__ = ["Asked", "kind_of", "take"]

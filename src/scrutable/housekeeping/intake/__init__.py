"""Extracts in, as they come: delimited text, workbooks, Parquet."""

from scrutable.housekeeping.intake.asking import Asked
from scrutable.housekeeping.intake.columns import columns_of
from scrutable.housekeeping.intake.layout import kind_of
from scrutable.housekeeping.intake.taking import take
from scrutable.housekeeping.intake.workshops import sweep, workshop

__all__ = ["Asked", "columns_of", "kind_of", "sweep", "take", "workshop"]

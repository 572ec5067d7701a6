"""Reports that were frozen on their day."""

from datetime import datetime

from scrutable.demo.facts import ReportFrozen


def freeze(what: ReportFrozen, *, by: str, at: datetime) -> None:
    """Build the report as it would have been built then, and freeze it."""

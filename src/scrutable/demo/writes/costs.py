"""Costs of a story, taken in and allocated by the writes that everybody uses."""

from datetime import datetime

from scrutable.demo.facts import CostsAllocated
from scrutable.money.writes import costs


def take_and_allocate(what: CostsAllocated, *, by: str, at: datetime) -> None:
    """Take the cost lines of a year in, then allocate them."""
    costs.load_costs(
        content=what.content, name=what.name, year=what.year, control=None, by=by, at=at
    )
    costs.allocate(year=what.year, by=by, at=at)

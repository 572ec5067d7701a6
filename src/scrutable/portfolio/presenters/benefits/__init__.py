"""Benefits on pages: what their kinds and standings are called, their lists, one of them; pure."""

from scrutable.portfolio.presenters.benefits.lists import table
from scrutable.portfolio.presenters.benefits.words import benefit_address

__all__ = ["benefit_address", "table"]

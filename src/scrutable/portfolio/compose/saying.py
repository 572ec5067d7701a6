"""How a report says things of the portfolio, and what they rest on; pure."""

from scrutable.documents.citing import (
    Kept,
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag,
    tag_cell,
)

__all__ = ["Kept", "cite", "cite_many", "day_cell", "figure", "period_at", "tag", "tag_cell"]

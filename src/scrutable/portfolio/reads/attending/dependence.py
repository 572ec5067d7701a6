"""Suppliers that so much hangs on that a person should look, on any day."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.dependence import dependence, dependence_limits
from scrutable.portfolio.rules.attending.dependence import dependence_attention


def attention(as_at: date, known: int) -> list[Attention]:
    """Return the suppliers that reach a limit of the council's own."""
    found = dependence(as_at, known)
    return list(dependence_attention(found, dependence_limits(as_at, known)))

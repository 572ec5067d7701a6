"""What of strategies and their objectives needs a person."""

from collections.abc import Mapping
from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.strategies import strategies_hung
from scrutable.portfolio.rules.attending.strategies import strategy_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return looks that are due, objectives overdue without one, those that nothing is done for."""
    policy = registers.policy("attention", as_at, known)["strategies"]
    if not isinstance(policy, Mapping):
        raise TypeError("attention.strategies must be a table")
    return list(strategy_attention(strategies_hung(known, as_at), policy))

"""What of posts, procurements and redirections needs a person."""

from collections.abc import Mapping
from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio import rules
from scrutable.portfolio.reads.capacity import procurements, redirections, staffing
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return posts open too long, procurements past their day, effects that nobody measured."""
    policy = registers.policy("attention", as_at, known)["capacity"]
    if not isinstance(policy, Mapping):
        raise TypeError("attention.capacity must be a table")
    watched = rules.CapacityWatched(
        as_at=as_at,
        staffing=staffing(known, as_at),
        procurements=procurements(known, as_at),
        redirections=redirections(known, as_at),
        policy=policy,
    )
    return list(rules.capacity_attention(watched))

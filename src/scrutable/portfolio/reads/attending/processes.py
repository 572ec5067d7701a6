"""What of process reviews and features needs a person."""

from collections.abc import Mapping
from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio import rules
from scrutable.portfolio.reads.processes import features, process_reviews
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return reviews past their day, features that few use, features that nobody counted."""
    policy = registers.policy("attention", as_at, known)["processes"]
    if not isinstance(policy, Mapping):
        raise TypeError("attention.processes must be a table")
    watched = rules.ProcessesWatched(
        as_at=as_at,
        reviews=process_reviews(known, as_at),
        features=features(known, as_at),
        policy=policy,
    )
    return list(rules.processes_attention(watched))

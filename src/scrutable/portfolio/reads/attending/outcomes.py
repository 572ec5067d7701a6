"""What of transitions needs a person, by the council's own policy."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.outcomes import transitions
from scrutable.portfolio.rules.attending.outcomes import OutcomesWatched, outcomes_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return looks due, outcomes without evidence and late hand-overs."""
    policy = registers.policy("outcomes", as_at, known)
    found = transitions(known, as_at)
    return list(outcomes_attention(OutcomesWatched(as_at=as_at, found=found, policy=policy)))

"""What of benefits needs a person, by the council's own policy."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.benefits import benefits_found
from scrutable.portfolio.rules.attending.benefits import BenefitsWatched, benefits_attention
from scrutable.registers import reads as registers


def attention(as_at: date, known: int) -> list[Attention]:
    """Return measurements overdue, benefits behind or unowned, claims, unverified pounds."""
    policy = registers.policy("benefits", as_at, known)
    found = benefits_found(as_at, known)
    return list(benefits_attention(BenefitsWatched(found=found, policy=policy)))

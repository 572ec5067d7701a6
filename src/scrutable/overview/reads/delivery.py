"""How projects and their benefits stand together."""

from datetime import date

from scrutable.overview.facts import Delivery
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ENDED, BenefitState, Rating


def delivery(as_at: date, known: int) -> Delivery | None:
    """Return how many projects are late and red, and what benefits have come to; None of none."""
    running = [one for one in portfolio.judged(known, as_at) if one.project.stage not in ENDED]
    found = portfolio.benefits_found(as_at, known)
    if not running and not found.standings:
        return None
    every = rules.sums_of(found.standings)
    cashable = rules.cashable_sums(found)
    return Delivery(
        projects=len(running),
        late=sum(one.is_late for one in running),
        red=sum(one.shown is Rating.RED for one in running),
        benefits=every.count,
        promised=cashable.promised.pounds,
        taken=cashable.realised.pounds,
        not_measured=every.in_state(BenefitState.NOT_MEASURED),
    )

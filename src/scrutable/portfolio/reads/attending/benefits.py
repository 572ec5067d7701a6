"""What of benefits needs a person, by the council's own policy; carried project by project."""

from collections.abc import Collection
from datetime import date
from itertools import chain

from scrutable.audit.reads import Carried
from scrutable.kernel.attention import Attention
from scrutable.portfolio.reads.benefits import JUDGED, benefits_found, by_project
from scrutable.portfolio.reads.policies import words_of
from scrutable.portfolio.rules.attending.benefits import BenefitsWatched, of_benefit, of_claims
from scrutable.registers import reads as registers

NOTED: Carried[tuple[Attention, ...]] = Carried(JUDGED.tables)


def attention(as_at: date, known: int) -> list[Attention]:
    """Return measurements overdue, benefits behind or unowned, claims, unverified pounds."""
    policy = registers.policy("benefits", as_at, known)
    watched = BenefitsWatched(found=benefits_found(as_at, known), policy=policy)

    def work_out(only: Collection[str] | None) -> dict[str, tuple[Attention, ...]]:
        judged = by_project(watched.found.limits, as_at, known)
        return {
            number: tuple(item for one in judged[number] for item in of_benefit(watched, one))
            for number in (judged if only is None else only)
        }

    noted = NOTED.of(known, (as_at, words_of(policy)), work_out)
    return [*chain.from_iterable(noted.values()), *of_claims(watched)]

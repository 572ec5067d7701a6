"""What needs a person's eye, on any day, as known at an event."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts.reads.agreed import matters, mitigation_history
from scrutable.contracts.reads.money import credit_sums
from scrutable.contracts.reads.performance import performance
from scrutable.contracts.reads.returns import followed_from
from scrutable.contracts.rules.attending import Watched
from scrutable.contracts.rules.attending import attention as attending
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.kernel.periods import Month, Span
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

CREDIT_MONTHS = 3  # how far back the last known credit is looked for


def attention(
    as_at: date, known: int, contracts: Sequence[Contract] | None = None
) -> list[Attention]:
    """Return what needs a person on the contracts (all if none are given), gravest first."""
    chosen = registers.contracts(known) if contracts is None else contracts
    return gravest_first(item for terms in chosen for item in _of_contract(terms, as_at, known))


def _of_contract(terms: Contract, as_at: date, known: int) -> list[Attention]:
    last = Month.of(as_at)
    first = None if terms.published_only else followed_from(terms, known)
    followed = Span(min(first or last, last), last)
    recent = Span(max(followed.first, last.plus(1 - CREDIT_MONTHS)), last)
    watched = Watched(
        performance=performance(terms.code, followed, as_at, known),
        attention_policy=registers.policy("attention", as_at, known),
        forecast_policy=registers.policy("forecast", as_at, known),
        mitigation_versions=mitigation_history(terms.code, known),
        credits=tuple(credit_sums(terms.code, recent, as_at, known).values()),
        matters=matters(terms.code, known),
    )
    return attending(watched)

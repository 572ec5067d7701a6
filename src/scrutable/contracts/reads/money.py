"""Service credits with the sum worked through, as known at one event."""

from collections.abc import Mapping
from datetime import date

from scrutable.contracts import facts
from scrutable.contracts.reads.agreed import charges, credit_terms, reliefs
from scrutable.contracts.reads.performance import performance
from scrutable.contracts.rules import credits as crediting
from scrutable.kernel.periods import Month, Span
from scrutable.registers import reads as registers


def credit_sums(
    contract: str, span: Span, as_at: date, known: int
) -> Mapping[Month, facts.CreditSum]:
    """Return each month's service credit with the sum worked through.

    A repeat depends on the months before, so the judgement begins a year before the span.
    """
    terms = registers.contract(contract, known)
    first = max(Month.of(terms.start_on), span.first.plus(-12))
    judged = performance(contract, Span(min(first, span.first), span.last), as_at, known)
    return credit_sums_of(judged, span)


def credit_sums_of(judged: facts.Performance, span: Span) -> Mapping[Month, facts.CreditSum]:
    """Return the same for months that are judged already, as known at the same event."""
    contract, known = judged.contract.code, judged.known
    charged = charges(contract, span, known)
    agreed = reliefs(contract, known)
    return {
        month: crediting.credit_sum(
            judged,
            month,
            charge=charged.get(month),
            terms=credit_terms(contract, month, known),
            reliefs=agreed,
        )
        for month in span
    }


def credit_sum(contract: str, month: Month, as_at: date, known: int) -> facts.CreditSum:
    """Return one month's service credit with the sum worked through."""
    return credit_sums(contract, Span(month, month), as_at, known)[month]

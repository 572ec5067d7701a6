"""Every KPI of a contract judged, as known at one event; a fixed handful of queries."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts import facts
from scrutable.contracts.reads.agreed import mitigations
from scrutable.contracts.reads.definitions import definitions, in_service_order
from scrutable.contracts.reads.results import histories
from scrutable.contracts.rules.months import contract_months
from scrutable.kernel.periods import Month, Span
from scrutable.registers import reads as registers

LOOK_BACK = 14  # months before the span: the same quarter of the year before, whole


def performance(contract: str, span: Span, as_at: date, known: int) -> facts.Performance:
    """Return the months judged; five queries whatever the span. Raises UnknownContract."""
    terms = registers.contract(contract, known)
    kpis = in_service_order(terms, definitions(contract, known))
    agreed = mitigations(contract, known)
    wide = Span(span.first.plus(-LOOK_BACK), span.last)
    by_code: dict[str, dict[Month, Sequence[facts.Result]]] = {}
    for (code, month), versions in histories(contract, wide, known).items():
        by_code.setdefault(code, {})[month] = versions
    months = contract_months(
        kpis, span, contract=terms, histories=by_code, mitigations=agreed, as_at=as_at
    )
    return facts.Performance(
        contract=terms, span=span, as_at=as_at, known=known, definitions=kpis, months=months
    )

"""Every KPI of a contract judged, as known at one event; a fixed handful of queries."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from scrutable.audit import reads as audit
from scrutable.contracts import facts
from scrutable.contracts.reads.agreed import mitigations
from scrutable.contracts.reads.definitions import definitions, in_service_order
from scrutable.contracts.reads.results import Key, histories
from scrutable.contracts.reads.returns import followed_from
from scrutable.contracts.rules.months import contract_months
from scrutable.contracts.rules.owing import Owing
from scrutable.kernel.periods import Month, Span
from scrutable.registers import reads as registers

LOOK_BACK = 14  # months before the span: the same quarter of the year before, whole


def performance(contract: str, span: Span, as_at: date, known: int) -> facts.Performance:
    """Return the months judged. Raises UnknownContract.

    What was known at an event never changes, so each process keeps its last answers under the
    event's seal: one query then. Else seven whatever the span, and one more where some KPI's rule
    looks back a year. An event that has not happened yet is answered afresh each time.
    """
    seal = audit.seal_of_event(known)
    if seal is None:
        return _performance(contract, span, as_at, known)
    return _kept(contract, span, as_at, known, seal)


@lru_cache(maxsize=64)
def _kept(contract: str, span: Span, as_at: date, known: int, _seal: str) -> facts.Performance:
    return _performance(contract, span, as_at, known)


def forget() -> None:
    """Forget the answers kept; for tests, whose events are undone."""
    _kept.cache_clear()


def _performance(contract: str, span: Span, as_at: date, known: int) -> facts.Performance:
    terms = registers.contract(contract, known)
    kpis = in_service_order(terms, definitions(contract, known))
    agreed = mitigations(contract, known)
    found = histories(contract, span, known) | _year_before(contract, kpis, span, known)
    by_code: dict[str, dict[Month, Sequence[facts.Result]]] = {}
    for (code, month), versions in found.items():
        by_code.setdefault(code, {})[month] = versions
    owing = Owing(contract=terms, followed_from=followed_from(terms, known), as_at=as_at)
    months = contract_months(kpis, span, owing=owing, histories=by_code, mitigations=agreed)
    return facts.Performance(
        contract=terms, span=span, as_at=as_at, known=known, definitions=kpis, months=months
    )


def _year_before(
    contract: str, kpis: Sequence[facts.KpiDefinition], span: Span, known: int
) -> dict[Key, list[facts.Result]]:
    """Return the results before the span that some rule looks back to; a formula needs them all."""
    looking = [kpi for kpi in kpis if kpi.rule is facts.RuleKind.LAST_YEAR]
    if not looking:
        return {}
    codes = None if any(kpi.formula for kpi in looking) else [kpi.code for kpi in looking]
    before = Span(span.first.plus(-LOOK_BACK), span.first.plus(-1))
    return histories(contract, before, known, codes)

"""Judged months of one KPI, written as words: "5.0 9.3 no_activity - 4.2"."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from factories.contract_facts import contract, kpi
from scrutable.contracts import facts
from scrutable.contracts.rules.months import contract_months, kpi_months
from scrutable.contracts.rules.owing import Owing
from scrutable.kernel.periods import Month, Span

APRIL = Month(2026, 4)
LATER = date(2027, 6, 1)  # every return of the tests' months is due by then

values = st.decimals(0, 12, places=1, allow_nan=False).map(str)
reasons = st.sampled_from([reason.value for reason in facts.NoValue])
words = st.one_of(values, values, values, reasons, st.just("-"))
histories = st.lists(words, min_size=1, max_size=24).map(" ".join)


def owing(terms=None, *, as_at=LATER, followed_from=None):
    """Return what is owed of a contract followed from its beginning, or from a month later."""
    terms = terms or contract()
    first = followed_from or terms.span.first
    return Owing(contract=terms, followed_from=first, as_at=as_at)


def result(month=APRIL, value="4.0", **said):
    """Return a verified result of calls abandoned; a reason in words means no value."""
    is_reason = value in set(facts.NoValue)
    plain = {
        "contract": "CSS",
        "code": "CSC_KPI_04",
        "month": month,
        "value": None if is_reason else Decimal(value),
        "no_value": facts.NoValue(value) if is_reason else None,
        "standing": facts.Standing.VERIFIED,
        "source": facts.Source.RETURN,
        "version": 1,
    }
    return facts.Result(**plain | said)


def results(said, first=APRIL, code="CSC_KPI_04"):
    """Return the histories by month; "-" is a month for which nothing came."""
    return {
        first.plus(step): (result(first.plus(step), word, code=code),)
        for step, word in enumerate(said.split())
        if word != "-"
    }


def judged(said, definition=None, *, first=APRIL, mitigations=(), as_at=LATER):
    """Return the months judged, from April 2026 on; calls abandoned: target 5, minimum 8."""
    return kpi_months(
        definition or kpi(),
        Span(first, first.plus(len(said.split()) - 1)),
        owing=owing(as_at=as_at),
        histories=results(said, first, (definition or kpi()).code),
        mitigations=list(mitigations),
    )


def performance(said, *definitions, first=APRIL, mitigations=(), as_at=LATER, known=9):
    """Return the months of several KPIs judged; `said` gives each code's words."""
    longest = max(len(words.split()) for words in said.values())
    span = Span(first, first.plus(longest - 1))
    kpis = definitions or (kpi(),)
    return facts.Performance(
        contract=contract(),
        span=span,
        as_at=as_at,
        known=known,
        definitions=tuple(kpis),
        months=contract_months(
            kpis,
            span,
            owing=owing(as_at=as_at),
            histories={code: results(words, first, code) for code, words in said.items()},
            mitigations=list(mitigations),
        ),
    )

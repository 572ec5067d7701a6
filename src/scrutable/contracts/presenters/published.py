"""What somebody published, never more than that, on pages and in reports alike; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.contracts.facts import Kind, KpiDefinition, Statement
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import trace_address
from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import capital, count_words

MONEY_MEASURES = ("service_credits",)


def about_words(said: Statement, kpis: Mapping[str, KpiDefinition]) -> str:
    """Return what the statement is about: a KPI, or a measure of the whole contract."""
    if said.code in kpis:
        return kpis[said.code].name
    measure = said.measure.replace("_", " ").replace("kpis", "KPIs")
    return said.code or capital(measure) or "The whole contract"


def figure_words(said: Statement, kpis: Mapping[str, KpiDefinition]) -> str:
    """Return the number or the range that was published; "" where there was none.

    A range with one end open stays open: "at most 5%" was never said to be 5%.
    """
    low, high = said.low, said.high
    if low is not None and high is not None:
        lowest, highest = _amount(said, low, kpis), _amount(said, high, kpis)
        return lowest if low == high else f"between {lowest} and {highest}"
    if high is not None:
        return f"at most {_amount(said, high, kpis)}"
    return f"at least {_amount(said, low, kpis)}" if low is not None else ""


def _amount(said: Statement, amount: Decimal, kpis: Mapping[str, KpiDefinition]) -> str:
    """Return the amount at the precision at which it was published, never rounded."""
    kpi = kpis.get(said.code)
    if kpi is not None and kpi.kind is not Kind.MONEY:
        unit = kpi.unit if kpi.unit == "%" else f" {kpi.unit}"
        return f"{amount:,f}{unit}"
    if kpi is not None or said.measure in MONEY_MEASURES:
        return money_exact(amount)
    return f"{amount.normalize():,f}"


def title(statements: Sequence[Statement]) -> str:
    """Return the finding: how much was published, and from when to when."""
    if not statements:
        return "Nothing published is recorded yet"
    first = min(said.span.first for said in statements)
    last = max(said.span.last for said in statements)
    count = count_words(len(statements), "statement")
    return f"{count} published about {Span(first, last).words}"


def gaps_words(statements: Sequence[Statement], span: Span) -> str:
    """Return for how many of the contract's months nothing was published."""
    spoken = {month for said in statements for month in said.span if month in span}
    return (
        f"They speak of {len(spoken)} of the contract’s {count_words(len(span), 'month')}; "
        f"for the other {len(span) - len(spoken)} there is a gap."
    )


def statement_table(statements: Sequence[Statement], kpis: Mapping[str, KpiDefinition]) -> Table:
    """Return what was published, as it was published: ranges and bare verdicts."""
    return Table(
        name="statements",
        caption="What was published",
        columns=(
            Column("months", "Months"),
            Column("about", "About"),
            Column("said", "What was said"),
            Column("note", "In full"),
            Column("source", "Source"),
        ),
        rows=tuple(
            _row(said, kpis)
            for said in sorted(statements, key=lambda said: (said.span, said.code, said.number))
        ),
        empty="Nothing that was published about this contract has been recorded yet.",
    )


def _row(said: Statement, kpis: Mapping[str, KpiDefinition]) -> Row:
    without = "A verdict without a figure" if said.verdict else "Words only"
    return (
        Cell(said.span.words, order=str(said.span.first), href=trace_address(said.reference)),
        Cell(about_words(said, kpis)),
        Cell(capital(figure_words(said, kpis)) or without, tags=_verdict(said)),
        Cell(said.note or "No words beside it"),
        Cell(said.source or "Not stated", note=said.confidence),
    )


def _verdict(said: Statement) -> tuple[Tag, ...]:
    verdict = (cells.status_tag(said.verdict),) if said.verdict else ()
    mitigated = (Tag(words.MITIGATION_TAG, words.MITIGATION_COLOUR),) if said.mitigated else ()
    return (*verdict, *mitigated)

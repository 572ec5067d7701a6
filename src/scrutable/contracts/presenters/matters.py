"""Service matters and published statements as pages show them; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.contracts.facts import Matter, MatterState, Statement
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import matter_address, trace_address
from scrutable.govuk.facts import Cell, Column, Row, Table, Tag
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import capital, count_words, list_words

DONE = (MatterState.RESOLVED, MatterState.CLOSED)


def title(matters: Sequence[Matter], as_at: date) -> str:
    """Return the finding: how many are open, how many of them overdue."""
    live = [matter for matter in matters if matter.state not in DONE]
    overdue = [matter for matter in live if matter.due and matter.due < as_at]
    if not live:
        return "No service matter is open"
    verb = "is" if len(live) == 1 else "are"
    said = f"{count_words(len(live), 'service matter')} {verb} open"
    return f"{said}, {len(overdue)} past due" if overdue else said


def matter_table(matters: Sequence[Matter], as_at: date) -> Table:
    """Return a contract's service matters with owner, due day and state."""
    return Table(
        name="matters",
        caption="Service matters",
        columns=(
            Column("matter", "Matter"),
            Column("state", "State"),
            Column("owner", "Owner"),
            Column("raised", "Raised"),
            Column("due", "Due"),
            Column("kpis", "KPIs it touches"),
            Column("note", "What is being done"),
        ),
        rows=tuple(_matter_row(matter, as_at) for matter in _soonest_first(matters)),
        empty=(
            "No service matter has been raised. One is for what no KPI shows, such as outstanding "
            "payroll matters: who owns it, by when, and where it stands."
        ),
    )


def _soonest_first(matters: Sequence[Matter]) -> list[Matter]:
    """Order what is still open by its due day; what is done comes after, the newest first."""
    live = [matter for matter in matters if matter.state not in DONE]
    done = [matter for matter in matters if matter.state in DONE]
    live.sort(key=lambda matter: (matter.due or date.max, matter.number))
    return [*live, *sorted(done, key=lambda matter: -matter.number)]


def _matter_row(matter: Matter, as_at: date) -> Row:
    late = matter.due is not None and matter.due < as_at and matter.state not in DONE
    due = cells.day_cell(matter.due, "No day set")
    return (
        Cell(
            matter.title,
            href=matter_address(matter),
            note=f"Number {matter.number}",
        ),
        Cell(words.MATTER_WORDS[matter.state]),
        Cell(matter.owner),
        cells.day_cell(matter.raised_on, "Not recorded"),
        Cell(due.text, order=due.order, note="Past due") if late else due,
        Cell(list_words(matter.codes) or "None named"),
        Cell(matter.note or "Nothing noted"),
    )


def published_title(statements: Sequence[Statement]) -> str:
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


def statement_table(statements: Sequence[Statement]) -> Table:
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
            _statement_row(said)
            for said in sorted(statements, key=lambda said: (said.span, said.code, said.number))
        ),
        empty="Nothing that was published about this contract has been recorded yet.",
    )


def _statement_row(said: Statement) -> Row:
    about = said.code or capital(said.measure.replace("_", " ")) or "The whole contract"
    return (
        Cell(said.span.words, order=str(said.span.first), href=trace_address(said.reference)),
        Cell(about),
        Cell(statement_words(said), tags=_verdict(said)),
        Cell(said.note or "No words beside it"),
        Cell(said.source or "Not stated", note=said.confidence),
    )


def _verdict(said: Statement) -> tuple[Tag, ...]:
    verdict = (cells.status_tag(said.verdict),) if said.verdict else ()
    mitigated = (Tag(words.MITIGATION_TAG, words.MITIGATION_COLOUR),) if said.mitigated else ()
    return (*verdict, *mitigated)


def statement_words(said: Statement) -> str:
    """Return the number or the range that was published, and never more than that."""
    if said.low is None and said.high is None:
        return "A verdict without a figure" if said.verdict else "Words only"
    if said.low == said.high:
        return f"{said.low:f}"
    if said.low is None:
        return f"At most {said.high:f}"
    if said.high is None:
        return f"At least {said.low:f}"
    return f"Between {said.low:f} and {said.high:f}"

"""What somebody published: ranges and bare verdicts shown as such, gaps stated; pure."""

from collections.abc import Iterator, Sequence

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary, tag
from scrutable.contracts.facts import KpiDefinition, Statement
from scrutable.contracts.presenters import words
from scrutable.contracts.presenters.published import about_words, figure_words
from scrutable.documents.blocks import Block, Cell, Column, Figure, Heading, Paragraph, Run, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import capital, count_words, number_words

NO_VALUE = "No value published"
COUNCIL_OWN = "The council"


def section(papers: Papers) -> tuple[Block, ...]:
    """Return what was published about the months, and what was not."""
    heading = Heading(1, "What was published", "published")
    found = in_span(papers)
    said = commentary(papers, "published")
    if not found:
        none = plain(f"No statement about {papers.span.words} is recorded.")
        return (heading, none, *said, *_gaps(papers))
    start = plain(
        "These are statements that somebody published. A range or a bare verdict is shown as it "
        "was published and is never turned into a result."
    )
    return (heading, start, *said, _table(papers, found), *_gaps(papers))


def summary(papers: Papers) -> tuple[Block, ...]:
    """Return the summary of a contract of which only published statements are known."""
    found = in_span(papers)
    start = (
        f"No monthly results of {papers.performance.contract.title} are held: this report rests on "
        f"{number_words(len(found))} published {'statement' if len(found) == 1 else 'statements'} "
        f"about {papers.span.words}."
    )
    said = [paragraph for paragraph in (_sentence(papers, s) for s in found) if paragraph]
    lacking = without_value(papers)
    gaps = (
        f"{capital(number_words(len(lacking)))} of {count_words(len(papers.kpis), 'KPI')} have no "
        f"published value for {papers.span.words}; those gaps are left as gaps."
    )
    return (
        Heading(1, "Summary", "summary"),
        plain(start),
        *said,
        *((plain(gaps),) if lacking else ()),
        *commentary(papers, "summary"),
    )


def in_span(papers: Papers) -> tuple[Statement, ...]:
    """Return the statements about any month reported, oldest first."""
    first, last = papers.span.first, papers.span.last
    found = [s for s in papers.statements if s.span.first <= last and first <= s.span.last]
    return tuple(sorted(found, key=lambda s: (s.span.first, s.code, s.number)))


def without_value(papers: Papers) -> tuple[KpiDefinition, ...]:
    """Return the KPIs of which neither a result nor a published value is known in the months."""
    valued = {s.code for s in in_span(papers) if s.low is not None or s.high is not None}
    measured = {
        entry.code
        for month in papers.span
        for entry in papers.during(month)
        if entry.result is not None and entry.result.value is not None
    }
    return tuple(kpi for code, kpi in papers.kpis.items() if code not in valued | measured)


def _sentence(papers: Papers, statement: Statement) -> Paragraph | None:
    shown, about = value_text(papers, statement), about_words(statement, papers.kpis)
    if statement.low is None and statement.high is None and statement.verdict is None:
        return None
    figure = Figure(shown, citing.of_statement(papers, statement), statement.span.words)
    runs: tuple[Run, ...] = (f"{about}, {statement.span.words}: ", figure, ".")
    return numbered(*runs)


def value_text(papers: Papers, statement: Statement) -> str:
    """Return what was published, as it was published: a value, a range, a verdict or words."""
    if said := figure_words(statement, papers.kpis):
        return said
    if statement.verdict is not None:
        return f"{words.WORDS[statement.verdict]}, no value published"
    return NO_VALUE


def _table(papers: Papers, found: Sequence[Statement]) -> Table:
    columns = (
        Column("Months"),
        Column("About"),
        Column("As published"),
        Column("Mitigation"),
        Column("Note"),
        Column("Published by"),
    )
    rows = tuple(_row(papers, statement) for statement in found)
    return Table(f"Published statements about {papers.span.words}", columns, rows)


def _row(papers: Papers, statement: Statement) -> tuple[Cell, ...]:
    cited, period = citing.of_statement(papers, statement), statement.span.words
    verdict = (tag(statement.verdict),) if statement.verdict else ()
    is_bare = statement.low is None and statement.high is None
    shown = NO_VALUE if is_bare else value_text(papers, statement)
    mitigated = {True: "In mitigation", False: "Not in mitigation", None: "Not stated"}
    return (
        Cell(period),
        Cell(about_words(statement, papers.kpis)),
        Cell(shown, cited, verdict, period=period),
        Cell(mitigated[statement.mitigated]),
        Cell(statement.note or "None"),
        Cell(_source(statement)),
    )


def _source(statement: Statement) -> str:
    who = capital(statement.confidence) or COUNCIL_OWN
    return f"{who}: {statement.source}" if statement.source else who


def _gaps(papers: Papers) -> Iterator[Block]:
    for kpi in without_value(papers):
        yield plain(f"No monthly value was published for {kpi.name} in {papers.span.words}.")

"""Service matters, and how the figures were worked out; pure."""

from collections.abc import Iterator

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary
from scrutable.contracts.facts import Matter, RuleKind
from scrutable.contracts.presenters import words
from scrutable.documents.blocks import Block, Bullets, Cell, Column, Heading, Note, Table
from scrutable.documents.saying import plain
from scrutable.kernel.wording import capital, date_words, list_words


def matters(papers: Papers) -> tuple[Block, ...]:
    """Return the service matters: owner, due, state, and which KPIs they touch."""
    heading = Heading(1, "Service matters", "matters")
    said = commentary(papers, "matters")
    if not papers.matters:
        return (heading, plain("No service matter is recorded for the contract."), *said)
    columns = (
        Column("Matter"),
        Column("Owner"),
        Column("State"),
        Column("Raised"),
        Column("Due"),
        Column("KPIs touched"),
        Column("Note"),
    )
    rows = tuple(_matter(matter) for matter in papers.matters)
    table = Table(
        f"Service matters at {date_words(papers.performance.as_at)}",
        columns,
        rows,
        period=date_words(papers.performance.as_at),
    )
    return (heading, *said, table)


def _matter(matter: Matter) -> tuple[Cell, ...]:
    return (
        Cell(matter.title, citing.of_matter(matter)),
        Cell(matter.owner or "Nobody yet"),
        Cell(words.MATTER_WORDS[matter.state]),
        Cell(date_words(matter.raised_on)),
        Cell(date_words(matter.due) if matter.due else "No date set"),
        Cell(list_words(matter.codes) or "None"),
        Cell(matter.note or "None"),
    )


def section(papers: Papers) -> tuple[Block, ...]:
    """Return how the figures were worked out, in words that can be checked."""
    return (
        Heading(1, "How the figures were worked out", "method"),
        plain(_moment(papers)),
        Bullets(tuple((rule,) for rule in _rules(papers))),
        Note("method", (_citation_words(),)),
    )


def _moment(papers: Papers) -> str:
    performance = papers.performance
    return (
        f"The report is about {papers.span.words}, as matters stood on "
        f"{date_words(performance.as_at)}, and states what was known at event "
        f"{performance.known} of the event log. It can be made again from that number."
    )


def _rules(papers: Papers) -> Iterator[str]:
    if papers.performance.contract.published_only:
        yield "Only what somebody published is held; no month is judged here and none is filled in."
        yield "A value is printed at the precision at which it was published."
        return
    yield (
        "A value is rounded to the precision stated in the contract, half up, and then judged "
        "by the target and minimum in force in its month."
    )
    yield (
        "Met means that the target was reached; below target, that it was missed and the minimum "
        "reached; below minimum, that the minimum was missed too."
    )
    for rule in sorted({kpi.rule for kpi in papers.kpis.values()} - {RuleKind.LEVELS}):
        codes = [code for code, kpi in papers.kpis.items() if kpi.rule is rule]
        yield f"{words.RULE_WORDS[rule]}: {list_words(codes)}."
    yield (
        "A mitigation is shown beside the result and never changes it. Counts after mitigation "
        "put mitigated misses in a column of their own."
    )
    yield (
        "A month without a value is never nought and never met. Its reason is stated, and it is "
        "counted in the column of that reason."
    )
    yield from _of_forecasts(papers)
    yield from _of_credits(papers)


def _of_forecasts(papers: Papers) -> Iterator[str]:
    if any(forecast.value is not None for forecast in papers.forecasts.values()):
        yield (
            "A forecast is a straight line through the latest measured months, carried on to the "
            "end of the financial year, with the range in which a single month would likely fall."
        )


def _of_credits(papers: Papers) -> Iterator[str]:
    known = [total.terms for total in papers.credits if total.terms is not None]
    if known:
        approved = f", approved by {known[-1].approved_by}" if known[-1].approved_by else ""
        yield (
            "Service credit = points × percentage for each point × the month’s charge, at most "
            f"the cap, to the penny, half a penny rounded up{approved}."
        )


def _citation_words() -> str:
    return capital(
        "each figure carries the reference and version of the record it rests on. Follow it to "
        "the record, its file and its cell, or look it up in the sources at the end."
    )

"""Business cases, money, what projects wait for and what delay has cost, in a report; pure."""

from collections.abc import Sequence
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Citation, Column, Heading, Paragraph, Table
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import (
    capital,
    count_words,
    date_words,
    list_words,
    number_words,
    share_words,
)
from scrutable.portfolio import rules
from scrutable.portfolio.compose.finding import WHOLE, money_found
from scrutable.portfolio.compose.saying import (
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag_cell,
)
from scrutable.portfolio.facts import (
    BusinessCase,
    CaseOutcome,
    Funding,
    LateDependency,
    ProgrammePapers,
)
from scrutable.portfolio.presenters.cases import (
    CASE_PART_WORDS,
    CASE_STAGE_WORDS,
    CASE_TAGS,
    SOURCE_WORDS,
    UNSAID,
    partial_cell,
    variance_cell,
)
from scrutable.portfolio.presenters.depending import cycle_words

MOST = 40  # rows of a table of a report; the pages have all of them


def cases_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return every business case with what was decided of it, by whom and when."""
    heading = Heading(1, "Business cases", "cases")
    if not papers.cases:
        return (heading, plain("No business case is recorded."))
    approved = sum(one.outcome is CaseOutcome.APPROVED for one in papers.cases)
    cited, period = cite_many(f"{WHOLE}/cases", papers.cases), period_at(papers.as_at)
    said = numbered(
        "Of ",
        figure(count_words(len(papers.cases), "stage"), cited, period),
        " of business cases recorded, ",
        figure(number_words(approved), cited, period),
        f" {'is' if approved == 1 else 'are'} approved.",
    )
    columns = (
        Column("Project"),
        Column("Stage"),
        Column("Where it stands"),
        Column("Decided on"),
        Column("Decided by"),
        Column("Parts not made"),
        Column("Whole-life cost", numeric=True),
    )
    rows = tuple(_case(one) for one in papers.cases[:MOST])
    caption = f"Business cases, {date_words(papers.as_at)}"
    return (heading, said, Table(caption, columns, rows, period=period), *_rest(len(papers.cases)))


def _case(one: BusinessCase) -> tuple[Cell, ...]:
    cited, missing = cite(one), [CASE_PART_WORDS[part] for part in rules.missing_parts(one)]
    cost = Cell(money_exact(one.cost), cited, number=one.cost) if one.cost is not None else None
    return (
        Cell(one.project),
        Cell(CASE_STAGE_WORDS[one.stage]),
        tag_cell(CASE_TAGS[one.outcome], cited),
        day_cell(one.decided_on, cited, "Not decided yet"),
        Cell(one.decided_by or "Not decided yet"),
        Cell(list_words(missing) or "None"),
        cost or Cell(UNSAID),
    )


def money_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return what was approved, spent and expected by source; the rows add up to the last."""
    heading = Heading(1, "Money", "money")
    if not papers.funding:
        return (heading, plain("No funding of projects is recorded."))
    columns = (
        Column("Source"),
        Column("Approved", numeric=True),
        Column("Spent", numeric=True),
        Column("Expected", numeric=True),
        Column("Expected over approved", numeric=True),
    )
    by_source = [
        (words, [line for line in papers.funding if line.source is source])
        for source, words in SOURCE_WORDS.items()
    ]
    rows = tuple(_money(words, lines) for words, lines in by_source if lines)
    caption = f"Money for projects by source, {date_words(papers.as_at)}"
    period = period_at(papers.as_at)
    table = Table(
        caption, columns, (*rows, _money("All", papers.funding)), totals=True, period=period
    )
    return (heading, numbered(*money_found(papers)), table)


def _money(words: str, lines: Sequence[Funding]) -> tuple[Cell, ...]:
    found, cited = rules.funding_sum(lines), cite_many(f"{WHOLE}/funding", lines)
    shown = (
        partial_cell(found.approved, 0, found.lines),
        partial_cell(found.spent, found.spent_unsaid, found.lines),
        partial_cell(found.expected, found.expected_unsaid, found.lines),
        variance_cell(found.variance),
    )
    return (
        Cell(words),
        *(
            Cell(one.words.replace("; ", ", "), cited if one.number is not None else None,
                 number=one.number)
            for one in shown
        ),
    )  # fmt: skip


def dependencies_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return what is waited for and late, whom it holds up, and who waits in a circle."""
    heading = Heading(1, "What projects wait for", "dependencies")
    late = rules.late_dependencies(papers.dependencies, papers.as_at)
    circles = [
        plain(words) for words in cycle_words(rules.cycles(papers.dependencies, papers.as_at))
    ]
    if not late:
        return (heading, plain("Nothing that a project waits for is late."), *circles)
    waited = [one for one in papers.dependencies if rules.is_open(one, papers.as_at)]
    cited, period = cite_many(f"{WHOLE}/dependencies", waited), period_at(papers.as_at)
    said = numbered(
        figure(capital(share_words(len(late), len(waited))), cited, period),
        f" thing{'s' if len(waited) > 1 else ''} that projects wait for "
        f"{'is' if len(late) == 1 else 'are'} late.",
    )
    columns = (
        Column("What is waited for"),
        Column("On whom"),
        Column("Needed by"),
        Column("Days late", numeric=True),
        Column("Projects held up"),
    )
    titles = {one.project.reference: one.project.title for one in papers.judged}
    names = {**titles, **papers.names}
    rows = tuple(_late(one, names) for one in late[:MOST])
    caption = f"Late dependencies, {date_words(papers.as_at)}"
    table = Table(caption, columns, rows, period=period)
    return (heading, said, table, *_rest(len(late)), *circles)


def _late(one: LateDependency, names: dict[str, str]) -> tuple[Cell, ...]:
    of, cited = one.dependency, cite(one.dependency)
    return (
        Cell(of.what),
        Cell(names.get(of.on_whom, of.on_whom)),
        day_cell(of.needed_by, cited),
        Cell(f"{one.days:,}", cited, number=Decimal(one.days)),
        Cell(list_words(list(one.holds_up)), cited),
    )


def delay_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return what delay has cost, item by item, and all of it."""
    heading = Heading(1, "What delay has cost", "delay")
    if not papers.delays:
        return (heading, plain("Nobody has said what delay has cost."))
    total = rules.delay_cost(papers.delays, papers.as_at)
    cited, period = cite_many(f"{WHOLE}/delay", papers.delays), period_at(papers.as_at)
    said = numbered("Delay has cost ", figure(money_exact(total), cited, period), " in all.")
    columns = (
        Column("Project"),
        Column("For what"),
        Column("Cost", numeric=True),
        Column("Source"),
    )
    shown = papers.delays[:MOST]
    rows = tuple(
        (
            Cell(one.project),
            Cell(one.what_for),
            Cell(money_exact(one.pounds), cite(one), number=one.pounds),
            Cell(one.source or "None named"),
        )
        for one in shown
    )
    whole = (Cell("All"), Cell(f"{len(papers.delays):,} in all"), _total(total, cited), Cell("Sum"))
    caption = f"What delay has cost, {date_words(papers.as_at)}"
    is_whole = len(shown) == len(papers.delays)
    table = Table(
        caption, columns, (*rows, *((whole,) if is_whole else ())), totals=is_whole, period=period
    )
    return (heading, said, table, *_rest(len(papers.delays)))


def _total(pounds: Decimal, cited: Citation) -> Cell:
    return Cell(money_exact(pounds), cited, number=pounds)


def _rest(count: int) -> tuple[Paragraph, ...]:
    if count <= MOST:
        return ()
    return (
        plain(f"These are the first {MOST} of {count:,}; the pages of projects have them all."),
    )

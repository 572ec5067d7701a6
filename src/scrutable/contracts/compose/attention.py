"""Only what needs a member's eye: the reason, what is being done, by whom, the money; pure."""

from collections.abc import Iterator
from decimal import Decimal

from scrutable.contracts.compose import citing, trends
from scrutable.contracts.compose.arrows import printed_arrow
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import (
    GRAVITY_TAGS,
    commentary,
    entry_figure,
    sentence,
    so_many,
    tags,
)
from scrutable.contracts.facts import CreditSum, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.contracts.rules.credits import pounds_at_risk
from scrutable.documents.blocks import (
    Block,
    Citation,
    Figure,
    Heading,
    Run,
    StatusItem,
    StatusList,
    Tag,
)
from scrutable.documents.saying import plain
from scrutable.kernel.attention import Attention, gravest_first
from scrutable.kernel.money import money_exact
from scrutable.kernel.references import split
from scrutable.kernel.wording import count_words, date_words, list_words

NOTHING_RECORDED = "Nothing is recorded yet"
NOBODY_RECORDED = "Nobody is recorded yet"


def section(papers: Papers) -> tuple[Block, ...]:
    """Return what needs attention, gravest and oldest first, then a trend of each KPI in it."""
    heading = Heading(1, "What needs attention", "attention")
    if not papers.attention:
        nothing = plain(f"Nothing needs attention in {papers.span.words}.")
        return (heading, nothing, *commentary(papers, "attention"))
    items = tuple(_item(papers, item) for item in gravest_first(papers.attention))
    return (
        heading,
        plain(
            f"{so_many(len(items), 'matter')} {'needs' if len(items) == 1 else 'need'} "
            "a member’s eye, the gravest and the oldest first. Everything else is in the sections "
            "that follow."
        ),
        StatusList(items),
        *commentary(papers, "attention"),
        *_charts(papers),
    )


def codes_in_attention(papers: Papers) -> tuple[str, ...]:
    """Return the KPIs that need attention, in the order of the list."""
    wanted = (kpi_code(item) for item in gravest_first(papers.attention))
    return tuple(dict.fromkeys(code for code in wanted if code in papers.kpis))


def kpi_code(item: Attention) -> str:
    """Return the code of the KPI that the item is about, or "" where it is about another record."""
    kind, *parts = split(item.reference)
    return parts[1] if kind == "kpi" and len(parts) > 1 else ""


def _charts(papers: Papers) -> Iterator[Block]:
    for code in codes_in_attention(papers):
        chart = trends.trend_chart(papers, papers.kpis[code])
        if chart is not None:
            yield chart


def _item(papers: Papers, item: Attention) -> StatusItem:
    entry = papers.entry(kpi_code(item), papers.month)
    return StatusItem(
        title=_title(papers, item),
        tags=_tags(item, entry),
        text=_text(papers, item, entry),
        being_done=_being_done(item, entry),
        by_whom=item.owner or NOBODY_RECORDED,
        citation=_cited(papers, item, entry),
        period=papers.month.words if entry is not None else date_words(papers.performance.as_at),
    )


def _title(papers: Papers, item: Attention) -> str:
    definition = papers.kpis.get(kpi_code(item))
    return definition.name if definition else item.what


def _tags(item: Attention, entry: KpiMonth | None) -> tuple[Tag, ...]:
    return (GRAVITY_TAGS[item.gravity],) if entry is None else tags(entry)


def _cited(papers: Papers, item: Attention, entry: KpiMonth | None) -> Citation:
    if entry is not None:
        return citing.of_definition(papers.kpis[entry.code])
    return Citation(item.reference, item.version)


def _being_done(item: Attention, entry: KpiMonth | None) -> str:
    doing = item.doing or (
        f"{words.MITIGATION_TAG}: {entry.mitigation.long_term_fix}"
        if entry is not None and entry.mitigation and entry.mitigation.long_term_fix
        else NOTHING_RECORDED
    )
    return f"{doing} (due {date_words(item.due)})" if item.due else doing


def _text(papers: Papers, item: Attention, entry: KpiMonth | None) -> tuple[Run, ...]:
    why = f"{sentence(item.why)} On the list since {date_words(item.since)}."
    if entry is None:
        return (why,)
    runs: list[Run] = [f"{why} ", *_now(papers, entry)]
    printed = printed_arrow(papers, entry.code)
    if printed is not None:
        runs.append(f" {sentence(printed.text)}")
    runs += _said(papers, entry.code)
    runs += money_at_risk(papers, entry.code)
    return tuple(runs)


def _now(papers: Papers, entry: KpiMonth) -> Iterator[Run]:
    """Yield the last month's value beside the month before's, and the target."""
    before = papers.entry(entry.code, papers.month_before)
    yield from (f"In {entry.month.words}: ", entry_figure(papers, entry))
    if before is not None:
        yield from (", after ", entry_figure(papers, before), f" in {before.month.words}")
    target = words.target_words(papers.kpis[entry.code], entry)
    yield f"; target {target}." if entry.level else "."


def _said(papers: Papers, code: str) -> Iterator[Run]:
    """Yield the supplier's own words on months below the minimum and, unexplained, on the last."""
    printed = printed_arrow(papers, code)
    given = printed.reason if printed is not None else ""
    for entry in papers.reported(code):
        said = entry.result.commentary.strip() if entry.result else ""
        is_last = entry.month == papers.month and entry.status.is_miss and not given
        if said and said not in given and (is_last or entry.status is Status.BELOW_MINIMUM):
            yield f" The supplier’s commentary for {entry.month.words}: “{said}”"


def money_at_risk(papers: Papers, code: str) -> tuple[Run, ...]:
    """Return the points that the KPI's misses cost in the months, and what they are worth.

    The worth is left out where some month's is not known.
    """
    found = [
        (total, _points(total, code)) for month in papers.span if (total := papers.credit(month))
    ]
    counted = [(total, points) for total, points in found if points]
    if not counted:
        return ()
    worths = [pounds_at_risk(total, points) for total, points in counted]
    known = [worth for worth in worths if worth is not None]
    text = count_words(sum(points for _, points in counted), "point")
    if len(known) == len(worths):
        text = f"{text}, worth {money_exact(sum(known, Decimal(0)))} before any cap"
    months = list_words([total.month.words for total, _ in counted])
    cited = citing.of_credits(papers, counted[-1][0])
    return (" Money at risk: ", Figure(text, cited, months), f", in {months}.")


def _points(total: CreditSum, code: str) -> int:
    return sum(line.counted for line in total.lines if line.code == code)

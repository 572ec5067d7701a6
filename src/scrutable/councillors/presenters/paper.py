"""Paper beside its targets; pure. Nothing is said of money or trees but from a source."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.councillors.facts import PagesCounted, PaperStanding
from scrutable.councillors.presenters.words import PAPER
from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import date_words

EVERY_BODY = "The whole council"
NOT_COUNTED = "Not counted"
ON_LINE, BEHIND, UNKNOWN = (
    Tag("On its line", "green", "●"),
    Tag("More than its line allows", "red", "■"),
    Tag("Not counted in full", "grey", "○"),
)
PENCE = Decimal(100)


def body_words(body: str) -> str:
    """Return the name of a body in tables."""
    return EVERY_BODY if body == "all" else body


def state_tag(one: PaperStanding) -> Tag:
    """Return how a target stands."""
    return UNKNOWN if one.is_met is None else ON_LINE if one.is_met else BEHIND


def finding(one: PaperStanding) -> str:
    """Return how a target stands, in a sentence without its stop."""
    target = one.target
    goal = f"the target is {target.pages:,} by {date_words(target.by)}"
    if one.pages is None:
        return f"{one.counted_months} of the last twelve months are counted; {goal}"
    gap = one.pages - one.allowed
    if gap > 0:
        beside = f"{gap:,} more than the line to the target allows"
    else:
        beside = "no more than the line to the target allows"
    return f"{one.pages:,} pages in the last twelve months, {beside}; {goal}"


def title(found: Sequence[PaperStanding]) -> str:
    """Return the finding of the whole council’s target."""
    if not found:
        return "No target for paper is recorded"
    one = found[0]
    if one.pages is None:
        return "Pages are not counted in full"
    if one.is_met:
        return f"Paper is on its line: {one.pages:,} pages in a year"
    return f"Paper is behind its target: {one.pages:,} pages in a year"


def figures(found: Sequence[PaperStanding], as_at: date) -> tuple[KeyFigure, ...]:
    """Return pages, target and baseline of the whole; none without a target."""
    if not found:
        return ()
    one = found[0]
    baseline = one.target.baseline
    return (
        KeyFigure(
            label="Pages printed",
            value=NOT_COUNTED if one.pages is None else f"{one.pages:,}",
            period=f"in the twelve months to {date_words(_last_day(as_at))}",
            comparison=f"{baseline:,} in the year to {date_words(one.target.baseline_to)}",
            href=PAPER,
        ),
        KeyFigure(
            label="Target",
            value=f"{one.target.pages:,}",
            period=f"a year, by {date_words(one.target.by)}",
            comparison=f"The line to it allows {one.allowed:,} now",
            href=PAPER,
        ),
    )


def _last_day(as_at: date) -> date:
    month = Month.of(as_at)
    return month.last_day if month.last_day == as_at else month.plus(-1).last_day


def target_table(found: Sequence[PaperStanding]) -> Table:
    """Return every target beside what was counted."""
    return Table(
        name="targets",
        caption="Targets",
        columns=(
            Column("body", "Body"),
            Column("state", "State"),
            Column("baseline", "Pages in the year before", numeric=True),
            Column("pages", "Pages in the last twelve months", numeric=True),
            Column("allowed", "The line allows", numeric=True),
            Column("target", "Target, pages a year", numeric=True),
            Column("by", "By"),
            Column("decision", "Decision"),
        ),
        rows=tuple(_target(one) for one in found),
        empty="No target is recorded. A policy without one is an aspiration.",
    )


def _target(one: PaperStanding) -> Row:
    target = one.target
    counted = f"{one.counted_months} of 12 months"
    return (
        Cell(body_words(target.body)),
        Cell("", tags=(state_tag(one),)),
        count_cell(target.baseline),
        Cell(NOT_COUNTED, note=counted) if one.pages is None else count_cell(one.pages),
        count_cell(one.allowed),
        count_cell(target.pages),
        day_cell(target.by, ""),
        Cell(target.decision or "None named"),
    )


def page_table(counted: Sequence[PagesCounted]) -> Table:
    """Return pages by body and month, the last first."""
    return Table(
        name="pages",
        caption="Pages counted, by body and month",
        columns=(
            Column("body", "Body"),
            Column("month", "Month"),
            Column("pages", "Pages", numeric=True),
            Column("source", "Counted by"),
        ),
        rows=tuple(
            (
                Cell(body_words(one.body)),
                Cell(Month.parse(one.month).words, order=one.month),
                count_cell(one.pages),
                Cell(one.source or "Not said"),
            )
            for one in counted
        ),
        most=30,
        empty="No page is counted. Load the printers’ file: body, month and pages.",
    )


def trend(found: Sequence[tuple[Month, PaperStanding]]) -> TrendChart | None:
    """Return twelve months of pages at the end of each month, beside the line to the target."""
    if not any(one.pages is not None for _, one in found):
        return None
    return TrendChart(
        title="Pages printed in twelve months, beside the line to the target",
        description=f"{finding(found[-1][1])}.",
        points=tuple(
            TrendPoint(
                period=f"{month.words[:3]} {month.year % 100:02}",
                value=None if one.pages is None else Decimal(one.pages),
                target=Decimal(one.allowed),
                miss="target" if one.is_met is False else "",
                reason=NOT_COUNTED if one.pages is None else "",
            )
            for month, one in found
        ),
        direction="lower",
        short="More than the line allows",
    )


def trend_table(found: Sequence[tuple[Month, PaperStanding]]) -> Table:
    """Return the same as a table."""
    return Table(
        name="trend",
        caption="Pages printed in twelve months",
        columns=(
            Column("month", "To the end of"),
            Column("pages", "Pages", numeric=True),
            Column("allowed", "The line allows", numeric=True),
        ),
        rows=tuple(
            (
                Cell(month.words, order=str(month)),
                Cell(NOT_COUNTED) if one.pages is None else count_cell(one.pages),
                count_cell(one.allowed),
            )
            for month, one in reversed(found)
        ),
        empty="No twelve months are counted yet.",
    )


def money_words(found: Sequence[PaperStanding], price: tuple[str, str] | None) -> str:
    """Return what fewer pages save, where a price is written; else that nothing is said."""
    if not found or found[0].pages is None or price is None:
        return (
            "What it saves in money or in trees is not said: no price of a page is written in "
            "council policy, and no source for either."
        )
    pence, source = price
    fewer = found[0].target.baseline - found[0].pages
    saved = money_exact(Decimal(fewer) * Decimal(pence) / PENCE)
    return (
        f"{fewer:,} pages a year fewer than before come to {saved} at {pence} pence a page, by "
        f"{source}. What it saves in trees is not said: there is no source for it."
    )

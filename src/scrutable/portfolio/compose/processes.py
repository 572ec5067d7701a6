"""Process reviews, and features that are paid for and not used, in a report; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Citation, Column, Heading, Run, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words
from scrutable.portfolio import facts, rules
from scrutable.portfolio.compose.saying import (
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag_cell,
)
from scrutable.portfolio.presenters.processes import (
    NO_PRICE,
    NOT_COUNTED,
    STATE_TAGS,
    before_and_after,
    percent_words,
)

REVIEWS, FEATURES = "processes/reviews", "processes/features"
METHOD = (
    (
        "Of a feature’s price for a year, what is not used is the part that stands for those who "
        "are entitled and do not use it, to the penny; a feature that nobody has counted is left "
        "out of the sum and named."
    ),
)


def processes_section(found: Sequence[facts.ReviewJudged], as_at: date) -> tuple[Block, ...]:
    """Return what was standardised and simplified, and what is late."""
    heading = Heading(1, "Processes standardised and simplified", "processes")
    if not found:
        return (heading, plain("No process is under review."))
    period = period_at(as_at)
    cited = cite_many(REVIEWS, [one.review for one in found])
    done = sum(one.review.state is facts.ReviewState.DONE for one in found)
    told = numbered(
        figure(f"{done:,} of {count_words(len(found), 'process review')}", cited, period),
        " are done.",
    )
    columns = (
        Column("Process"),
        Column("State"),
        Column("Due"),
        Column("Ways of doing it"),
        Column("Steps"),
        Column("Days it takes"),
        Column("Result"),
    )
    rows = tuple(_review(one, period) for one in found)
    return (heading, told, Table("Process reviews", columns, rows, period=period))


def _review(one: facts.ReviewJudged, period: str) -> tuple[Cell, ...]:
    said, cited = one.review, cite(one.review)
    counted = (
        before_and_after(said.ways_before, said.ways_after),
        before_and_after(said.steps_before, said.steps_after),
        before_and_after(said.days_before, said.days_after),
    )
    return (
        Cell(said.process),
        tag_cell(STATE_TAGS[said.state], cited, period),
        day_cell(said.due_on, cited),
        *(Cell(text, None if text == NOT_COUNTED else cited, period=period) for text in counted),
        Cell(said.result or "None yet"),
    )


def features_section(found: Sequence[facts.FeatureJudged], as_at: date) -> tuple[Block, ...]:
    """Return what is paid for and not used, and what nobody has counted."""
    heading = Heading(1, "Paid for and not used", "unused")
    if not found:
        return (heading, plain("No feature that is paid for is recorded."))
    counted = [one for one in found if one.percent is not None]
    blocks: list[Block] = [heading, numbered(*finding(found, as_at))]
    if counted:
        blocks.append(_features(counted, period_at(as_at)))
    silent = [one.feature for one in found if one.percent is None]
    if silent:
        names = "; ".join(f"{one.product}, {one.title}" for one in silent)
        blocks.append(
            plain(
                f"Nobody has counted who uses {count_words(len(silent), 'feature')}, so no share "
                f"and no sum can be given: {names}."
            )
        )
    return tuple(blocks)


def finding(found: Sequence[facts.FeatureJudged], as_at: date) -> tuple[Run, ...]:
    """Return in a sentence what of the year's payments nobody uses; nothing without features."""
    if not found:
        return ()
    cited, period = cite_many(FEATURES, [one.feature for one in found]), period_at(as_at)
    priced = sum(one.unused_pounds is not None for one in found)
    return (
        figure(money_exact(rules.unused_pounds(found)), cited, period),
        " a year is paid for what nobody uses. That is known of ",
        figure(f"{priced:,} of {count_words(len(found), 'feature')}", cited, period),
        ".",
    )


def _features(counted: Sequence[facts.FeatureJudged], period: str) -> Table:
    columns = (
        Column("Feature"),
        Column("Paid for", numeric=True),
        Column("Used by", numeric=True),
        Column("Share", numeric=True),
        Column("Paid a year", numeric=True),
        Column("Of it not used", numeric=True),
        Column("Paid since"),
        Column("What is planned"),
    )
    rows = tuple(_feature(one, period) for one in counted)
    caption = "Features that are paid for, by what of them is not used"
    return Table(caption, columns, rows, period=period)


def _feature(one: facts.FeatureJudged, period: str) -> tuple[Cell, ...]:
    said, cited = one.feature, cite(one.feature)
    return (
        Cell(f"{said.product}: {said.title}"),
        count_cell(said.entitled, cited, period),
        count_cell(said.using or 0, cited, period),
        Cell(percent_words(one.percent), cited, number=one.percent, period=period),
        _pounds(said.yearly_pounds, cited, period),
        _pounds(one.unused_pounds, cited, period),
        day_cell(said.paid_since, cited),
        Cell(said.plan or "Nothing is planned"),
    )


def _pounds(pounds: Decimal | None, cited: Citation, period: str) -> Cell:
    if pounds is None:
        return Cell(NO_PRICE)
    return Cell(money_exact(pounds), cited, number=pounds, period=period)

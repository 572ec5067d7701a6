"""Process reviews and features that are paid for, as their page shows them; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import (
    capital,
    count_words,
    date_words,
    number_words,
    share_words,
    slip_words,
)
from scrutable.portfolio import facts, rules
from scrutable.portfolio.facts import ReviewState

PROCESSES = "/processes/"
NOT_COUNTED = "Nobody has counted"
NO_PRICE = "Its price is not known apart"
STATE_TAGS = {
    ReviewState.PLANNED: Tag("Planned", "grey", "○"),
    ReviewState.UNDER_WAY: Tag("Under way", "blue", "◒"),
    ReviewState.DONE: Tag("Done", "green", "●"),
    ReviewState.STOPPED: Tag("Stopped", "red", "■"),
}


def title(reviews: Sequence[facts.ReviewJudged], features: Sequence[facts.FeatureJudged]) -> str:
    """Return the finding: what is paid for and not used, else how many reviews are done."""
    pounds = rules.unused_pounds(features)
    if pounds:
        return f"{money_exact(pounds)} a year is paid for what nobody uses"
    if not reviews:
        return "No process is under review"
    done = sum(one.review.state is ReviewState.DONE for one in reviews)
    noun = "process review" if len(reviews) == 1 else "process reviews"
    return f"{capital(share_words(done, len(reviews)))} {noun} done"


def summary(reviews: Sequence[facts.ReviewJudged], features: Sequence[facts.FeatureJudged]) -> str:
    """Return both subjects in one sentence."""
    late = sum(one.days_late > 0 and one.review.state is not ReviewState.DONE for one in reviews)
    silent = sum(one.percent is None for one in features)
    looked = (
        f"{count_words(len(reviews), 'process', 'processes')} looked at again, "
        f"{_some(late)} of them past the day"
    )
    if not features:
        return f"{looked}."
    paid = count_words(len(features), "feature")
    return f"{looked}; {paid} paid for, {_some(silent)} of them never counted."


def _some(count: int) -> str:
    """Return how many of those just named: “none” rather than “no”."""
    return number_words(count) if count else "none"


def figures(
    reviews: Sequence[facts.ReviewJudged],
    features: Sequence[facts.FeatureJudged],
    as_at: date,
) -> tuple[KeyFigure, ...]:
    """Return the figures at the head."""
    period = f"at {date_words(as_at)}"
    steps = [one.steps_saved for one in reviews if one.steps_saved is not None]
    ways = [one.ways_saved for one in reviews if one.ways_saved is not None]
    priced = [one for one in features if one.unused_pounds is not None]
    return (
        KeyFigure(
            label="Steps saved",
            value=f"{sum(steps):,}",
            period=period,
            comparison=f"counted in {len(steps):,} of {len(reviews):,} reviews",
        ),
        KeyFigure(
            label="Ways of doing it fewer",
            value=f"{sum(ways):,}",
            period=period,
            comparison=f"counted in {len(ways):,} of {len(reviews):,} reviews",
        ),
        KeyFigure(
            label="Paid a year for what is not used",
            value=money_exact(rules.unused_pounds(features)),
            period=period,
            comparison=f"known of {len(priced):,} of {len(features):,} features",
        ),
    )


def review_table(found: Sequence[facts.ReviewJudged], *, may_change: bool) -> Table:
    """Return the reviews: standardised, simplified, done or late."""
    columns = (
        Column("process", "Process"),
        Column("state", "State"),
        Column("due", "Due"),
        Column("late", "Against its day", numeric=True),
        Column("ways", "Ways of doing it"),
        Column("steps", "Steps"),
        Column("days", "Days it takes"),
        Column("result", "Result"),
        Column("owner", "Owner"),
    )
    return Table(
        name="reviews",
        caption="Process reviews",
        columns=columns,
        rows=tuple(_review(one, may_change=may_change) for one in found),
        empty="No process is under review. Add the first with “Add a process review”.",
    )


def _review(one: facts.ReviewJudged, *, may_change: bool) -> Row:
    said = one.review
    return (
        Cell(said.process, href=review_address(said) if may_change else "", note=said.area),
        Cell("", tags=(STATE_TAGS[said.state],)),
        day_cell(said.due_on, "Not set"),
        late_cell(one),
        Cell(before_and_after(said.ways_before, said.ways_after)),
        Cell(before_and_after(said.steps_before, said.steps_after)),
        Cell(before_and_after(said.days_before, said.days_after)),
        Cell(said.result or "None yet", note=f"Why: {said.why}"),
        Cell(said.owner),
    )


def late_cell(one: facts.ReviewJudged) -> Cell:
    """Return how late a review is; one that goes on within its time is not due yet."""
    if one.review.state is ReviewState.STOPPED:
        return Cell("Stopped")
    if one.days_late:
        return Cell(slip_words(one.days_late), number=Decimal(one.days_late))
    text = "In time" if one.review.state is ReviewState.DONE else "Not due yet"
    return Cell(text, number=Decimal(0))


def before_and_after(before: Decimal | int | None, after: Decimal | int | None) -> str:
    """Return how many there were and are.

    >>> before_and_after(9, 2), before_and_after(Decimal("4.5"), None), before_and_after(None, None)
    ('9 before, 2 now', '4.5 before, not counted since', 'Nobody has counted')
    """
    if before is None:
        return NOT_COUNTED
    now = "not counted since" if after is None else f"{Decimal(after):,f} now"
    return f"{Decimal(before):,f} before, {now}"


def feature_table(found: Sequence[facts.FeatureJudged], *, may_change: bool) -> Table:
    """Return the features that somebody counted: the dearest that is not used first."""
    counted = [one for one in found if one.percent is not None]
    columns = (
        Column("feature", "Feature"),
        Column("entitled", "Paid for", numeric=True),
        Column("using", "Used by", numeric=True),
        Column("share", "Share", numeric=True),
        Column("yearly", "Paid a year", numeric=True),
        Column("unused", "Of it not used", numeric=True),
        Column("since", "Paid since"),
        Column("counted", "Counted on"),
        Column("plan", "What is planned"),
        Column("owner", "Owner"),
    )
    return Table(
        name="features",
        caption="Features that are paid for, by what of them is not used",
        columns=columns,
        rows=tuple(_feature(one, may_change=may_change) for one in counted),
        empty="No feature has been counted. Add the first with “Add a feature”.",
    )


def _feature(one: facts.FeatureJudged, *, may_change: bool) -> Row:
    said = one.feature
    return (
        feature_cell(said, may_change=may_change),
        count_cell(said.entitled),
        count_cell(said.using or 0),
        Cell(percent_words(one.percent), number=one.percent),
        money_cell(said.yearly_pounds, NO_PRICE),
        money_cell(one.unused_pounds, NO_PRICE),
        day_cell(said.paid_since, "Not recorded"),
        day_cell(said.counted_on, NOT_COUNTED),
        Cell(said.plan or "Nothing is planned"),
        Cell(said.owner),
    )


def feature_cell(said: facts.Feature, *, may_change: bool) -> Cell:
    """Return the name of a feature with its product."""
    return Cell(said.title, href=feature_address(said) if may_change else "", note=said.product)


def uncounted_table(found: Sequence[facts.FeatureJudged], *, may_change: bool) -> Table:
    """Return the features of which nobody knows who uses them."""
    columns = (
        Column("feature", "Feature"),
        Column("entitled", "Paid for", numeric=True),
        Column("yearly", "Paid a year", numeric=True),
        Column("since", "Paid since"),
        Column("days", "Days paid for", numeric=True),
        Column("owner", "Owner"),
    )
    rows = tuple(
        (
            feature_cell(one.feature, may_change=may_change),
            count_cell(one.feature.entitled),
            money_cell(one.feature.yearly_pounds, NO_PRICE),
            day_cell(one.feature.paid_since, "Not recorded"),
            count_cell(one.days_paid),
            Cell(one.feature.owner),
        )
        for one in found
        if one.percent is None
    )
    return Table(
        name="uncounted",
        caption="Features that nobody has counted",
        columns=columns,
        rows=rows,
        empty="Every feature that is recorded has been counted.",
    )


def percent_words(percent: Decimal | None) -> str:
    """Return a share in whole hundredths, never rounded to all or to nothing.

    >>> [percent_words(Decimal(n)) for n in ("0", "0.3", "41.6", "99.9", "100")]
    ['0%', 'under 1%', '42%', 'over 99%', '100%']
    """
    if percent is None:
        return NOT_COUNTED
    if 0 < percent < 1:
        return "under 1%"
    if 99 < percent < 100:
        return "over 99%"
    return f"{percent.quantize(Decimal(1), ROUND_HALF_UP)}%"


def review_address(one: facts.ProcessReview) -> str:
    """Return the address at which a review is changed."""
    return f"{PROCESSES}{one.number}/"


def feature_address(one: facts.Feature) -> str:
    """Return the address at which a feature is changed."""
    return f"{PROCESSES}features/{one.number}/"

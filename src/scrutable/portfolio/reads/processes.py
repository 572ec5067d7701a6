"""Reviews of processes and features that are paid for, as they stood on a day."""

from datetime import date

from scrutable.portfolio import facts, rules
from scrutable.portfolio.reads.capacity import by_day


def process_reviews(known: int, as_at: date) -> list[facts.ReviewJudged]:
    """Return every review by the day: those that go on, the latest first, then what is over."""
    said = by_day(
        facts.ProcessReview, known, lambda one: one.done_on is None or one.done_on <= as_at
    )
    found = [rules.review_judged(versions[-1], as_at) for versions in said]
    return sorted(
        found,
        key=lambda one: (
            one.review.state in rules.OVER,
            -one.days_late,
            one.review.due_on,
            one.review.number,
        ),
    )


def features(known: int, as_at: date) -> list[facts.FeatureJudged]:
    """Return every feature that was paid for by the day, as counted by then: dearest unused first.

    Those that nobody has counted come last.
    """
    said = by_day(
        facts.Feature,
        known,
        lambda one: one.paid_since <= as_at and (one.counted_on is None or one.counted_on <= as_at),
    )
    found = [rules.feature_judged(versions[-1], as_at) for versions in said]
    return sorted(
        found,
        key=lambda one: (one.percent is None, -(one.unused_pounds or 0), one.feature.number),
    )

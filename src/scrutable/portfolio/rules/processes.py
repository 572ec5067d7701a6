"""What reviews of processes saved, and what features that nobody uses cost; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from scrutable.evidence.facts import RowError
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact, to_the_penny
from scrutable.kernel.wording import count_words, date_words
from scrutable.portfolio import facts
from scrutable.records.rules import refusals_of

OVER = frozenset({facts.ReviewState.DONE, facts.ReviewState.STOPPED})
Count = TypeVar("Count", int, Decimal)
BEFORE_AND_AFTER = ("ways", "steps", "days")


def review_judged(one: facts.ProcessReview, as_at: date) -> facts.ReviewJudged:
    """Return what the review saved by the day, and how late it is."""
    is_due = one.state not in OVER and as_at > one.due_on
    end = one.done_on if one.state is facts.ReviewState.DONE and one.done_on else one.due_on
    days_late = (as_at - one.due_on).days if is_due else max((end - one.due_on).days, 0)
    return facts.ReviewJudged(
        review=one,
        ways_saved=_saved(one.ways_before, one.ways_after),
        steps_saved=_saved(one.steps_before, one.steps_after),
        days_saved=_saved(one.days_before, one.days_after),
        days_late=days_late,
    )


def _saved(before: Count | None, after: Count | None) -> Count | None:
    return None if before is None or after is None else before - after


def feature_judged(one: facts.Feature, as_at: date) -> facts.FeatureJudged:
    """Return the share that use it, and the part of a year's price that the others stand for.

    Each of those entitled counts alike. More users than entitled leave nothing unused.
    """
    days = (as_at - one.paid_since).days
    if one.using is None:
        return facts.FeatureJudged(
            feature=one, percent=None, unused=None, unused_pounds=None, days_paid=days
        )
    unused = max(one.entitled - one.using, 0)
    pounds = (
        None
        if one.yearly_pounds is None
        else to_the_penny(one.yearly_pounds * unused / one.entitled)
    )
    return facts.FeatureJudged(
        feature=one,
        percent=Decimal(100) * one.using / one.entitled,
        unused=unused,
        unused_pounds=pounds,
        days_paid=days,
    )


def unused_pounds(found: Sequence[facts.FeatureJudged]) -> Decimal:
    """Return what all that is not used costs a year: the sum of what is printed of each."""
    return sum((one.unused_pounds for one in found if one.unused_pounds is not None), Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessesWatched:
    """What the list of what needs a person is made from; `policy` is `attention.processes`."""

    as_at: date
    reviews: Sequence[facts.ReviewJudged]
    features: Sequence[facts.FeatureJudged]
    policy: Mapping[str, object]

    def number(self, name: str) -> int:
        """Return one whole number of the policy."""
        return int(str(self.policy[name]))


def processes_attention(watched: ProcessesWatched) -> Iterator[Attention]:
    """Yield reviews past their day, features that few use, features that nobody counted."""
    for one in watched.reviews:
        if one.days_late and one.review.state not in OVER:
            yield Attention(
                reference=one.review.reference,
                what=f"Review of {one.review.process}",
                why=f"It was due on {date_words(one.review.due_on)}, "
                f"{count_words(one.days_late, 'day')} ago",
                since=one.review.due_on,
                gravity=Gravity.CONCERN,
                owner=one.review.owner,
                due=one.review.due_on,
                version=one.review.version,
            )
    grace = timedelta(days=watched.number("unused_after_days"))
    for said in watched.features:
        if timedelta(days=said.days_paid) > grace:
            yield from _feature(watched, said, grace)


def _feature(
    watched: ProcessesWatched, said: facts.FeatureJudged, grace: timedelta
) -> Iterator[Attention]:
    one = said.feature
    if said.percent is not None and said.percent >= watched.number("unused_below_percent"):
        return
    is_counted = said.percent is not None
    cost = f", at {money_exact(said.unused_pounds)} a year" if said.unused_pounds else ""
    used = f"{one.using} of {one.entitled} use it{cost}" if is_counted else "nobody has counted"
    yield Attention(
        reference=one.reference,
        what=f"{one.product}: {one.title}",
        why=f"It has been paid for since {date_words(one.paid_since)}, and {used}",
        since=one.paid_since + grace,
        gravity=Gravity.CONCERN if is_counted else Gravity.NOTE,
        owner=one.owner,
        doing=one.plan,
        version=one.version,
    )


@refusals_of.register
def _of_review(of: facts.ProcessReview) -> Sequence[RowError]:
    found = []
    is_done = of.state is facts.ReviewState.DONE
    if is_done and of.done_on is None:
        found.append(RowError("done_on", "It is done without a day", "give the day"))
    if not is_done and of.done_on is not None:
        found.append(
            RowError("done_on", "It has a day of its end and is not done", "take the day out")
        )
    if is_done and not of.result.strip():
        found.append(RowError("result", "It is done without a result", "say what came of it"))
    for name in BEFORE_AND_AFTER:
        before, after = getattr(of, f"{name}_before"), getattr(of, f"{name}_after")
        if after is not None and before is None:
            found.append(
                RowError(
                    f"{name}_before",
                    f"The {name} after are counted and those before are not",
                    "give both, or leave both empty",
                )
            )
    return found


@refusals_of.register
def _of_feature(of: facts.Feature) -> Sequence[RowError]:
    found = []
    if of.entitled < 1:
        found.append(RowError("entitled", "It is for nobody", "give how many it is paid for"))
    if of.using is not None and of.counted_on is None:
        found.append(RowError("counted_on", "The count has no day", "give the day of the count"))
    if of.using is None and of.counted_on is not None:
        found.append(RowError("using", "The day of a count stands alone", "give the count"))
    if of.yearly_pounds is not None and of.yearly_pounds < 0:
        found.append(RowError("yearly_pounds", "The price is less than nought", "give pounds"))
    return found

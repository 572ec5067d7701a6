"""What a strategy may say of itself, how late its objectives are, what its lessons are; pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.portfolio import facts
from scrutable.portfolio.facts import ObjectiveReview, ObjectiveVerdict, Strategy
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]*")
RESERVED = frozenset({"new"})  # what the address of another page ends in
LATEST_REVIEW = 2 * 366  # days after its end by which a strategy is looked back on at the latest
DONE = frozenset({ObjectiveVerdict.DELIVERED, ObjectiveVerdict.PARTLY})


def last_reviews(
    reviews: Iterable[ObjectiveReview], as_at: date
) -> dict[int, tuple[ObjectiveReview, ...]]:
    """Return the looks at each objective by the day, the newest first."""
    found: dict[int, list[ObjectiveReview]] = {}
    for one in sorted(reviews, key=lambda one: one.on, reverse=True):
        if one.on <= as_at:
            found.setdefault(one.objective, []).append(one)
    return {number: tuple(those) for number, those in found.items()}


def lateness(due_on: date | None, review: ObjectiveReview | None, as_at: date) -> int | None:
    """Return by how many days an objective was delivered late, or early, or is overdue.

    None where it had no day, is given up, or has its day still before it. One that is delivered
    in part is overdue as a whole.
    """
    if due_on is None or (review and review.verdict is ObjectiveVerdict.SUPERSEDED):
        return None
    if review and review.delivered_on and review.verdict is not ObjectiveVerdict.PARTLY:
        return (review.delivered_on - due_on).days
    return (as_at - due_on).days if as_at > due_on else None


def learned_from(
    lessons: Sequence[facts.LessonStanding], references: Iterable[str]
) -> tuple[facts.LessonStanding, ...]:
    """Return the lessons that were learned from any of these."""
    wanted = frozenset(references)
    return tuple(one for one in lessons if one.lesson.learned_from in wanted)


@refusals_of.register
def _of_strategy(of: Strategy) -> Sequence[RowError]:
    return [*_of_head(of), *_of_days(of), *_of_approval(of), *_of_lines(of)]


def _of_head(of: Strategy) -> Iterator[RowError]:
    if not CODE.fullmatch(of.code) or of.code in RESERVED:
        fault = f"“{of.code}” cannot be the code of a strategy"
        yield RowError("code", fault, "use letters, digits, dots and hyphens, such as IT-2026")
    yield from missing(of, title="the title", purpose="the purpose", owner="the owner")
    if of.follows and of.follows == of.code:
        yield RowError("follows", "No strategy follows itself", "give the one before it, or none")


def _of_lines(of: Strategy) -> Iterator[RowError]:
    for line in of.sub_strategies:
        name, colon, about = line.partition(":")
        if not (colon and name.strip() and about.strip()):
            fault = f"“{line}” does not say what the sub-strategy is about"
            yield RowError("sub_strategies", fault, "write “name: what it is about”, one a line")


def _of_days(of: Strategy) -> Iterator[RowError]:
    if of.ends_on < of.starts_on:
        fault = f"It ends before it starts on {date_words(of.starts_on)}"
        yield RowError("ends_on", fault, "give that day or a later one")
        return
    if of.review_on is None:
        return
    latest = of.ends_on + timedelta(days=LATEST_REVIEW)
    if of.review_on < of.starts_on:
        fault = f"It is to be looked at again before it starts on {date_words(of.starts_on)}"
        yield RowError("review_on", fault, "give a later day")
    elif of.review_on > latest:
        fault = "It is to be looked at again more than two years after it ends"
        yield RowError("review_on", fault, f"give a day up to {date_words(latest)}")


def _of_approval(of: Strategy) -> Iterator[RowError]:
    said = bool(of.approved_by.strip() or of.decision.strip())
    if of.approved_on and not said:
        yield RowError("approved_by", "Nobody is named who approved it", "say who, or the decision")
    if of.approved_on is None and said:
        yield RowError("approved_on", "No day is given of its approval", "give the day")
    if of.approved_on and of.approved_on > of.ends_on:
        fault = f"It was approved after its end on {date_words(of.ends_on)}"
        yield RowError("approved_on", fault, "give an earlier day")


@refusals_of.register
def _of_objective(of: facts.Objective) -> Sequence[RowError]:
    words = {"text": "what is to be achieved", "corporate_outcome": "the corporate outcome"}
    return missing(of, **words, owner="the owner")


@refusals_of.register
def _of_review(of: ObjectiveReview) -> Sequence[RowError]:
    return list(_of_verdict(of))


def _of_verdict(of: ObjectiveReview) -> Iterator[RowError]:
    yield from missing(of, planned="what was planned", delivered="what was delivered")
    yield from missing(of, reasons="the reasons", reviewer="who looked back")
    if of.verdict in DONE and not of.evidence:
        fault = "The verdict says that something was delivered, and nothing shows it"
        yield RowError("evidence", fault, "give the evidence, or another verdict")
    if of.verdict is ObjectiveVerdict.DELIVERED and of.delivered_on is None:
        fault = "The verdict says delivered, and no day is given"
        yield RowError("delivered_on", fault, "give the day, or say “partly”")
    if of.verdict is ObjectiveVerdict.NOT_DELIVERED and of.delivered_on:
        fault = "The verdict says not delivered, and a day of delivery is given"
        yield RowError("delivered_on", fault, "leave the day out, or give another verdict")
    if of.delivered_on and of.delivered_on > of.on:
        fault = f"It was delivered after the look back on {date_words(of.on)}"
        yield RowError("delivered_on", fault, "give that day or an earlier one")
    if of.carries_to == facts.objective_reference(of.strategy, of.objective):
        yield RowError("carries_to", "It would carry over to itself", "give another objective")


@refusals_on.register
def _(of: ObjectiveReview, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)

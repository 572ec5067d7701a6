"""What of strategies does not go together with the other records; several looks at once."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db import transaction

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.meetings import reads as meetings
from scrutable.portfolio import reads
from scrutable.portfolio.facts import Objective, ObjectiveReview, Strategy
from scrutable.records.writes import UnfitRecord, record, refusals_among_records


def review_objectives(
    *, reviews: Sequence[ObjectiveReview], by: str, at: datetime
) -> list[ObjectiveReview]:
    """Record what a look found of several objectives, all or none; raises UnfitRecord.

    The place of each fault begins with the objective's number: 3.evidence.
    """
    kept, faults = [], []
    with transaction.atomic():
        for one in reviews:
            try:
                kept.append(record(of=one, by=by, at=at))
            except UnfitRecord as unfit:
                faults += [
                    RowError(f"{one.objective}.{found.place}", found.fault, found.remedy)
                    for found in unfit.faults
                ]
        if faults:
            raise UnfitRecord(faults)
    return kept


@refusals_among_records.register
def _of_strategy(of: Strategy, known: int) -> Sequence[RowError]:
    return [*_unknown_decision(of, known), *_not_following(of, known), *_left_outside(of, known)]


def _unknown_decision(of: Strategy, known: int) -> Iterator[RowError]:
    code = of.decision_code
    if not code or meetings.decision_record(code, known, closed=True):
        return
    try:
        meetings.planned_decision(code, known)
    except meetings.UnknownDecision:
        fault = f"There is no decision {code}"
        yield RowError("decision", fault, "record it first, or look for its code in the plan")


def _not_following(of: Strategy, known: int) -> Iterator[RowError]:
    if not of.follows or of.follows == of.code:
        return
    before = reads.stands(Strategy, known, code=of.follows)
    if before is None:
        fault = f"There is no strategy {of.follows}"
        yield RowError("follows", fault, "record that one first, or leave it out")
    elif before.starts_on >= of.starts_on:
        fault = f"{before.code} starts on {date_words(before.starts_on)}, no earlier than this one"
        yield RowError("follows", fault, "give the strategy before it")


def _left_outside(of: Strategy, known: int) -> Iterator[RowError]:
    """Yield objectives whose day the strategy's new period would leave outside."""
    for one in reads.objectives(known, of.code):
        if one.due_on and not of.starts_on <= one.due_on <= of.ends_on:
            fault = f"Objective {one.number} is due on {date_words(one.due_on)}, outside the period"
            yield RowError("ends_on", fault, "change the objective’s day first")


@refusals_among_records.register
def _of_objective(of: Objective, known: int) -> Sequence[RowError]:
    found = reads.stands(Strategy, known, code=of.strategy)
    if found is None:
        return [_no_strategy(of.strategy)]
    if of.due_on and not found.starts_on <= of.due_on <= found.ends_on:
        period = f"{date_words(found.starts_on)} to {date_words(found.ends_on)}"
        fault = f"Its day lies outside the strategy’s period, {period}"
        return [RowError("due_on", fault, "give a day within it")]
    return []


@refusals_among_records.register
def _of_review(of: ObjectiveReview, known: int) -> Sequence[RowError]:
    found = reads.stands(Strategy, known, code=of.strategy)
    if found is None:
        return [_no_strategy(of.strategy)]
    return [*_of_look(of, found, known), *_of_references(of, known)]


def _of_look(of: ObjectiveReview, strategy: Strategy, known: int) -> Iterator[RowError]:
    if reads.stands(Objective, known, strategy=of.strategy, number=of.objective) is None:
        fault = f"Strategy {of.strategy} has no objective {of.objective}"
        yield RowError("objective", fault, "give the number of one that it has")
    if of.on < strategy.starts_on:
        fault = f"The strategy starts only on {date_words(strategy.starts_on)}"
        yield RowError("on", fault, "give that day or a later one")


def _of_references(of: ObjectiveReview, known: int) -> Iterator[RowError]:
    for text in of.evidence:
        yield from reads.refusals_of_source("evidence", text, known)
    if not of.carries_to:
        return
    if not any(of.carries_to == one.reference for one in reads.objectives(known)):
        fault = f"There is no objective {of.carries_to}"
        yield RowError("carries_to", fault, "record it first, such as objective/IT-2026/3")


def _no_strategy(code: str) -> RowError:
    return RowError("strategy", f"There is no strategy {code}", "record the strategy first")

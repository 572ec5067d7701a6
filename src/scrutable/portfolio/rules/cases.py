"""Why a business case, a line of funding, a dependency or a cost of delay cannot be; pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words, list_words
from scrutable.portfolio.facts import (
    BusinessCase,
    CaseOutcome,
    CasePart,
    CaseStage,
    DelayCost,
    Dependency,
    DependencyState,
    Funding,
)
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

PENCE = -2
AFTER = {  # what has to be approved before, and whether a project may begin without it
    CaseStage.OUTLINE: (CaseStage.STRATEGIC_OUTLINE, True),
    CaseStage.FULL: (CaseStage.OUTLINE, False),
}


def missing_parts(case: BusinessCase) -> tuple[CasePart, ...]:
    """Return which of the five cases are not made yet."""
    return tuple(part for part in CasePart if part not in case.complete)


@refusals_of.register
def _(of: BusinessCase) -> Sequence[RowError]:
    found = [*_of_money("cost", of.cost), *_of_approval(of)]
    if len(set(of.complete)) != len(of.complete):
        found.append(RowError("complete", "A part is named twice", "name each part once"))
    if of.outcome is CaseOutcome.IN_PREPARATION:
        if of.decided_on or of.decided_by.strip() or of.decision:
            fault = "A case in preparation is not decided"
            found.append(RowError("outcome", fault, "say what was decided, or take the day out"))
        return found
    if of.decided_on is None:
        found.append(RowError("decided_on", "It has no day", "enter the day of the decision"))
    if not of.decided_by.strip():
        found.append(RowError("decided_by", "Nobody decided it", "name the body that did"))
    return found


def _of_approval(of: BusinessCase) -> list[RowError]:
    missing = missing_parts(of)
    if of.outcome is not CaseOutcome.APPROVED or not missing or of.note.strip():
        return []
    names = list_words([part.value for part in missing])
    verb = "is" if len(missing) == 1 else "are"
    fault = f"The {names} case {verb} not made, and it is approved"
    return [RowError("note", fault, "say in the note why it was approved without")]


def out_of_order(cases: Iterable[BusinessCase]) -> list[RowError]:
    """Return which approvals of one project's cases stand before those that they rest on.

    An outline may be the first; a full case never is.
    """
    stands = {one.stage: one for one in cases}
    found = []
    for stage, (before, may_be_first) in AFTER.items():
        case, earlier = stands.get(stage), stands.get(before)
        if case is None or case.outcome is not CaseOutcome.APPROVED:
            continue
        if earlier is None and may_be_first:
            continue
        if not _is_approved_by(earlier, case.decided_on):
            fault = f"The {_words(stage)} case is approved before the {_words(before)} case"
            found.append(RowError("stage", fault, f"record the {_words(before)} case first"))
    return found


def _is_approved_by(case: BusinessCase | None, day: date | None) -> bool:
    if case is None or case.outcome is not CaseOutcome.APPROVED:
        return False
    return case.decided_on is None or day is None or case.decided_on <= day


def _words(stage: CaseStage) -> str:
    return stage.value.replace("_", " ")


@refusals_of.register
def _(of: Funding) -> Sequence[RowError]:
    found = [
        *_of_money("approved", of.approved),
        *_of_money("spent", of.spent),
        *_of_money("expected", of.expected),
    ]
    if of.spent is not None and of.spent_by is None:
        found.append(RowError("spent_by", "What is spent has no day", "enter the day it counts to"))
    if of.spent is None and of.spent_by is not None:
        found.append(RowError("spent", "There is a day and no sum", "enter what was spent by it"))
    begins = date(of.year, 4, 1)
    if of.spent_by is not None and of.spent_by < begins:
        fault = f"The year begins on {date_words(begins)}"
        found.append(RowError("spent_by", fault, "enter that day or a later one"))
    return found


@refusals_of.register
def _(of: Dependency) -> Sequence[RowError]:
    found = missing(of, on_whom="on whom it waits", what="what it waits for")
    found += missing(of, owner="who looks after it")
    if of.on_whom == f"project/{of.project}":
        found.append(RowError("on_whom", "A project cannot wait for itself", "name another"))
    if of.state is DependencyState.OPEN and of.settled_on:
        found.append(RowError("settled_on", "It is open and has a day", "take the day out"))
    if of.state is not DependencyState.OPEN and of.settled_on is None:
        found.append(RowError("settled_on", "It has no day", "enter when it came or was dropped"))
    if of.state is DependencyState.DROPPED and not of.note.strip():
        found.append(RowError("note", "It was dropped without a reason", "give the reason"))
    return found


@refusals_of.register
def _(of: DelayCost) -> Sequence[RowError]:
    return [*_of_money("pounds", of.pounds), *missing(of, what_for="what it was spent on")]


@refusals_on.register
def _(of: BusinessCase, today: date) -> Sequence[RowError]:
    return to_come("decided_on", of.decided_on, today)


@refusals_on.register
def _(of: Funding, today: date) -> Sequence[RowError]:
    return to_come("spent_by", of.spent_by, today)


@refusals_on.register
def _(of: Dependency, today: date) -> Sequence[RowError]:
    return to_come("settled_on", of.settled_on, today)


@refusals_on.register
def _(of: DelayCost, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


def delay_cost(costs: Iterable[DelayCost], by: date) -> Decimal:
    """Return what delay has cost by the day, all items added up."""
    return sum((one.pounds for one in costs if one.on <= by), Decimal(0))


def _of_money(name: str, pounds: Decimal | None) -> list[RowError]:
    if pounds is None:
        return []
    if not pounds.is_finite() or pounds < 0:
        return [RowError(name, f"{pounds} is not a sum", "enter pounds, nought or more")]
    exponent = pounds.normalize().as_tuple().exponent
    if isinstance(exponent, int) and exponent < PENCE:
        return [RowError(name, f"{pounds} is finer than a penny", "enter pounds and pence")]
    return []

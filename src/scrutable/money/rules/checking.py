"""What cannot be said of money, whatever else is recorded; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.money.facts import (
    MONTHS,
    Approval,
    BudgetLine,
    Commitment,
    Forecast,
    Saving,
    SavingProof,
    Virement,
)
from scrutable.records.rules import CODE, missing, refusals_of, refusals_on, to_come

YEARS = range(2000, 2100)  # in which a financial year may begin
DECISION = "decision/"


@refusals_of.register
def _(of: BudgetLine) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the name", area="the area")
    return [*found, *_of_year(of.year), *_not_below(of.pence, "pence")]


@refusals_of.register
def _(of: Virement) -> Sequence[RowError]:
    found = missing(of, approved_by="who approved it", reason="the reason")
    found += [*_of_year(of.year), *_of_code(of.from_line, "from_line")]
    found += _of_code(of.to_line, "to_line")
    if of.from_line == of.to_line:
        remedy = "name another line"
        found.append(RowError("to_line", "The money would stay where it is", remedy))
    return [*found, *_above(of.pence, "pence")]


@refusals_of.register
def _(of: Approval) -> Sequence[RowError]:
    found = [*_tied(of), *_above_or_withdrawn(of, of.reason)]
    if of.limit is not None:
        found += _above(of.limit, "limit")
        if not of.source.strip() and not of.found_in:
            remedy = "say in which paper the limit is written"
            found.append(RowError("source", "Where the limit is written is missing", remedy))
    return found


@refusals_of.register
def _(of: Commitment) -> Sequence[RowError]:
    return [*_tied(of), *_above_or_withdrawn(of, of.what), *missing(of, what="what was ordered")]


@refusals_of.register
def _(of: Forecast) -> Sequence[RowError]:
    found = [*_of_year(of.year), *_of_code(of.line, "line")]
    if len(of.months) != MONTHS:
        return [*found, RowError("months", f"{len(of.months)} months are told", "tell all 12")]
    if sum(of.months) != of.pence:
        said = "The months do not add up to the forecast"
        found.append(RowError("pence", said, "enter what the months come to"))
    return found


@refusals_of.register
def _(of: Saving) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the name", owner="the owner")
    found += [*_of_year(of.year), *_of_code(of.line, "line")]
    return [*found, *_above(of.planned, "planned")]


@refusals_of.register
def _(of: SavingProof) -> Sequence[RowError]:
    return [*missing(of, by="who found it"), *_not_below(of.pence, "pence")]


@refusals_on.register
def _(of: Virement, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: Approval, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: Commitment, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: Forecast, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


@refusals_on.register
def _(of: SavingProof, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


def _tied(of: Approval | Commitment) -> Iterator[RowError]:
    yield from _of_year(of.year)
    yield from _of_code(of.line, "line")
    code = of.decision.removeprefix(DECISION)
    if not of.decision.startswith(DECISION) or not CODE.fullmatch(code):
        remedy = "give the reference of its record, such as decision/I026388"
        yield RowError("decision", "No decision is named", remedy)


def _above_or_withdrawn(of: Approval | Commitment, why: str) -> Iterator[RowError]:
    """Refuse nought, unless something that was recorded is withdrawn, and why is said."""
    if of.pence == 0 and of.number:
        if not why.strip():
            yield RowError("reason", "Nought withdraws it, and why is not said", "say why")
        return
    yield from _above(of.pence, "pence")


def _of_code(code: str, place: str) -> Iterator[RowError]:
    if not code.strip():
        yield RowError(place, "The budget line is missing", "enter its code")


def _of_year(year: int) -> Iterator[RowError]:
    if year not in YEARS:
        remedy = "give the year in whose April it begins, such as 2026"
        yield RowError("year", "The financial year is out of reach", remedy)


def _above(pence: int, place: str) -> Iterator[RowError]:
    if pence <= 0:
        yield RowError(place, "The sum is not above nought", "enter a sum above nought")


def _not_below(pence: int, place: str) -> Iterator[RowError]:
    if pence < 0:
        yield RowError(place, "The sum is below nought", "enter nought or more")

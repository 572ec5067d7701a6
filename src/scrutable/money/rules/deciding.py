"""What a decision allows in all, and what is asked of it beyond that; pure. All is in pence."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import date_words
from scrutable.money.facts import Approval, BudgetLine, Commitment, Decided, Virement
from scrutable.money.rules.limiting import pounds


def limit_of(decided: Decided | None, approvals: Iterable[Approval]) -> int | None:
    """Return what a decision allows: the sum of its record, else the limit that was entered.

    Where several limits were entered for one decision the last one counts; None where none was.
    """
    if decided is not None and decided.pence is not None:
        return decided.pence
    entered = [one for one in approvals if one.limit is not None]
    return max(entered, key=lambda one: (one.version, one.number)).limit if entered else None


def refusals_of_limit(
    approval: Approval, decided: Decided | None, others: Iterable[Approval]
) -> list[RowError]:
    """Return what keeps an approval from resting on its decision: none, later, another limit.

    `others` are the approvals under the same decision.
    """
    if decided is None:
        remedy = "record the decision first, or check its code"
        return [RowError("decision", f"There is no record of {approval.decision}", remedy)]
    found = list(_of_day(approval, decided))
    if decided.pence is None:
        found += _of_entered(approval, others)
    elif approval.limit not in (None, decided.pence):
        said = f"The decision says {pounds(decided.pence)}, not {pounds(approval.limit or 0)}"
        found.append(RowError("limit", said, "leave the limit empty"))
    return found


def _of_day(approval: Approval, decided: Decided) -> Iterator[RowError]:
    if approval.on < decided.on:
        said = f"It was decided on {date_words(decided.on)}, after the approval"
        yield RowError("on", said, "give that day or a later one")


def _of_entered(approval: Approval, others: Iterable[Approval]) -> Iterator[RowError]:
    if approval.limit is None:
        said = "The record of the decision carries no sum"
        yield RowError("limit", said, "enter what it allows in all, and where that is written")
    known = limit_of(None, [one for one in others if one.number != approval.number])
    if known is not None and approval.limit not in (None, known):
        said = f"{pounds(known)} is entered as the limit of this decision already"
        yield RowError("limit", said, "enter the same, or change the other approval first")


def with_limit(approval: Approval, decided: Decided | None) -> Approval:
    """Return the approval with what its decision allows as its limit."""
    if decided is None or decided.pence is None:
        return approval
    return replace(approval, limit=decided.pence)


def refusals_of_order(commitment: Commitment, decided: Decided | None) -> list[RowError]:
    """Return that a commitment names no decision that was recorded."""
    if decided is not None:
        return []
    remedy = "record the decision first, or check its code"
    return [RowError("decision", f"There is no record of {commitment.decision}", remedy)]


def refusals_of_virement(
    virement: Virement,
    lines: tuple[BudgetLine | None, BudgetLine | None],
    free: int,
) -> list[RowError]:
    """Return why money cannot be moved: no such line, another fund, more than is free, with sums.

    `lines` are those from and to which it goes, in its year; `free` is what the first may still
    give away: its budget after other virements, less what is approved of it.
    """
    places = ("from_line", "to_line")
    codes = (virement.from_line, virement.to_line)
    found = [
        RowError(place, f"There is no line {code} in {virement.year}", "check code and year")
        for place, code, line in zip(places, codes, lines, strict=True)
        if line is None
    ]
    giving, taking = lines
    if giving is None or taking is None:
        return found
    if giving.fund is not taking.fund:
        said = f"{giving.code} is {giving.fund.value} and {taking.code} is {taking.fund.value}"
        found.append(RowError("to_line", said, "move money within one fund"))
    if virement.pence > free:
        said = (
            f"{pounds(virement.pence)} is asked and {pounds(max(free, 0))} is free of "
            f"{giving.code}: its budget after virements, less what is approved of it"
        )
        found.append(RowError("pence", said, f"ask for {pounds(max(free, 0))} or less"))
    return found

"""What a decision allows, and what goes beyond it; pure. All money is in pence."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from scrutable.evidence.facts import RowError
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words
from scrutable.money.facts import (
    Approval,
    BudgetLine,
    Commitment,
    LedgerLine,
    LineStanding,
    Reconciled,
    Virement,
)

FIRST_MONTH = 4


def year_of(day: date) -> int:
    """Return the year in whose April the financial year of the day began.

    >>> year_of(date(2026, 3, 31)), year_of(date(2026, 4, 1))
    (2025, 2026)
    """
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def refusals_of_approval(
    approval: Approval, line: BudgetLine, others: Iterable[Approval], moved: int = 0
) -> list[RowError]:
    """Return why the approval cannot be given: beyond its line, or beyond its decision, with sums.

    `others` are all approvals that stand, of any line; `moved` is what virements brought the line.
    """
    before = [one for one in others if one.number != approval.number]
    of_line = sum(p.pence for p in before if (p.line, p.year) == (approval.line, approval.year))
    found = [
        _beyond("pence", "the budget of the line", of_line, approval.pence, line.pence + moved)
    ]
    if approval.limit is not None:
        of_decision = sum(one.pence for one in before if one.decision == approval.decision)
        found.append(_beyond("pence", "its decision", of_decision, approval.pence, approval.limit))
    return [one for one in found if one]


def refusals_of_commitment(
    commitment: Commitment, approvals: Iterable[Approval], others: Iterable[Commitment]
) -> list[RowError]:
    """Return why money cannot be promised: more than its decision approved of the line that year.

    An approval of another year does not count: it is tied to the year it was given for.
    """
    key = commitment.line, commitment.year, commitment.decision
    approved = sum(one.pence for one in approvals if (one.line, one.year, one.decision) == key)
    before = sum(
        one.pence
        for one in others
        if one.number != commitment.number and (one.line, one.year, one.decision) == key
    )
    refused = _beyond("pence", "what was approved", before, commitment.pence, approved)
    return [refused] if refused else []


def came_after(approval: Approval, spent: Iterable[LedgerLine]) -> date | None:
    """Return the day of the first spending that the approval came after, None where it did not.

    Spending of the very day counts as approved.
    """
    days = [
        one.on
        for one in spent
        if one.line == approval.line and year_of(one.on) == approval.year and one.pence > 0
    ]
    first = min(days, default=None)
    return first if first is not None and first < approval.on else None


def refusals_of_lateness(approval: Approval, spent: Iterable[LedgerLine]) -> list[RowError]:
    """Return that the reason is wanting of an approval that came after the spending."""
    first = came_after(approval, spent)
    if first is None or approval.reason.strip():
        return []
    said = f"Money was spent from {date_words(first)} on, before the approval"
    return [RowError("reason", said, "say why it came after")]


def standings(
    lines: Sequence[BudgetLine],
    virements: Iterable[Virement],
    approvals: Iterable[Approval],
    commitments: Iterable[Commitment],
    spent: Mapping[tuple[str, int], int],
    forecasts: Mapping[tuple[str, int], int],
) -> list[LineStanding]:
    """Return how every line stands, in the order given; sums are by line and year."""
    moved: dict[tuple[str, int], int] = defaultdict(int)
    for one in virements:
        moved[one.from_line, one.year] -= one.pence
        moved[one.to_line, one.year] += one.pence
    approved = _summed(approvals)
    committed = _summed(commitments)
    return [
        LineStanding(
            line=line.code,
            year=line.year,
            budget=line.pence,
            moved=moved[line.code, line.year],
            approved=approved[line.code, line.year],
            committed=committed[line.code, line.year],
            spent=spent.get((line.code, line.year), 0),
            forecast=forecasts.get((line.code, line.year)),
        )
        for line in lines
    ]


def reconciled(year: int, ledger: Mapping[str, int], here: Mapping[str, int]) -> Reconciled:
    """Return the ledger beside what is kept here, and every line on which they differ."""
    every = sorted(ledger.keys() | here.keys())
    pairs = [(line, ledger.get(line, 0), here.get(line, 0)) for line in every]
    return Reconciled(
        year=year,
        ledger=sum(ledger.values()),
        here=sum(here.values()),
        differences=tuple(one for one in pairs if one[1] != one[2]),
    )


def _summed(of: Iterable[Approval] | Iterable[Commitment]) -> dict[tuple[str, int], int]:
    sums: dict[tuple[str, int], int] = defaultdict(int)
    for one in of:
        sums[one.line, one.year] += one.pence
    return sums


def _beyond(place: str, what: str, before: int, pence: int, most: int) -> RowError | None:
    over = before + pence - most
    if over <= 0:
        return None
    said = (
        f"{pounds(before)} stands and {pounds(pence)} is asked, "
        f"{pounds(over)} beyond {what} of {pounds(most)}"
    )
    return RowError(place, said, f"ask for {pounds(max(most - before, 0))} or less")


def pounds(pence: int) -> str:
    """Return pence as pounds, exact."""
    return money_exact(Decimal(pence) / 100)

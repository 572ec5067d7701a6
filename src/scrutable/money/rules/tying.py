"""Whether decisions, approvals, commitments and the spending go together; pure. All is in pence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from scrutable.money.facts import (
    Approval,
    Commitment,
    Decided,
    DecisionMoney,
    Spending,
    Tie,
    TieKind,
)
from scrutable.money.rules.deciding import limit_of
from scrutable.money.rules.saving import year_end


def ties_of_line(
    approvals: Sequence[Approval],
    commitments: Sequence[Commitment],
    spent: Sequence[Spending],
    as_at: date,
) -> tuple[Tie, ...]:
    """Return everything wrong with what was allowed of one line, over all its years."""
    by_year = {one.year: one for one in spent}
    return (
        *_wrong_years(approvals, by_year, as_at),
        *_late(approvals, by_year),
        *_promised_beyond(approvals, commitments),
    )


def _wrong_years(
    approvals: Sequence[Approval], spent: Mapping[int, Spending], as_at: date
) -> Iterator[Tie]:
    """Yield approvals of a year without spending, where another year was spent without one.

    The other year is the nearest one with spending that nobody approved. While the approval’s own
    year is not over, that spending must have begun after the approval: money may come to it yet.
    """
    approved = {one.year for one in approvals if one.pence}
    unapproved = [one for one in spent.values() if one.pence > 0 and one.year not in approved]
    for one in approvals:
        of_year = spent.get(one.year)
        is_over = as_at > year_end(one.year)
        bare = [
            each.year
            for each in unapproved
            if is_over or (each.first_on is not None and each.first_on >= one.on)
        ]
        if not one.pence or not bare or (of_year is not None and of_year.pence > 0):
            continue
        year = min(bare, key=lambda each: (abs(each - one.year), each))
        yield Tie(
            kind=TieKind.WRONG_YEAR,
            reference=one.reference,
            decision=one.decision,
            line=one.line,
            year=one.year,
            pence=one.pence,
            beyond=spent[year].pence,
            in_year=year,
            since=one.on,
            version=one.version,
        )


def _late(approvals: Sequence[Approval], spent: Mapping[int, Spending]) -> Iterator[Tie]:
    """Yield the first approval of each year, where money was spent before it."""
    first: dict[int, Approval] = {}
    for one in sorted(approvals, key=lambda each: (each.on, each.number)):
        if one.pence:
            first.setdefault(one.year, one)
    for year, one in sorted(first.items()):
        begun = first_spent(spent.get(year))
        if begun is None or begun >= one.on:
            continue
        yield Tie(
            kind=TieKind.AFTER_SPENDING,
            reference=one.reference,
            decision=one.decision,
            line=one.line,
            year=year,
            pence=one.pence,
            since=begun,
            reason=one.reason.strip(),
            version=one.version,
        )


def first_spent(spent: Spending | None) -> date | None:
    """Return the first day on which money of the line and year was spent, None where none was."""
    return spent.first_on if spent is not None else None


def _promised_beyond(
    approvals: Sequence[Approval], commitments: Sequence[Commitment]
) -> Iterator[Tie]:
    """Yield, of each decision and year, the commitment with which promises went beyond it."""
    approved: dict[tuple[int, str], int] = defaultdict(int)
    for one in approvals:
        approved[one.year, one.decision] += one.pence
    promised: dict[tuple[int, str], list[Commitment]] = defaultdict(list)
    for each in commitments:
        promised[each.year, each.decision].append(each)
    for key, found in sorted(promised.items()):
        over = sum(each.pence for each in found) - approved[key]
        if over <= 0:
            continue
        last = _passing(found, approved[key])
        yield Tie(
            kind=TieKind.COMMITTED_BEYOND,
            reference=last.reference,
            decision=last.decision,
            line=last.line,
            year=last.year,
            pence=over,
            beyond=approved[key],
            since=last.on,
            reason=last.found_in,
            version=max(each.version for each in found),
        )


def _passing(found: Sequence[Commitment], limit: int) -> Commitment:
    """Return the commitment with which all of them, by day, first passed the limit."""
    total = 0
    in_order = sorted(found, key=lambda each: (each.on, each.number))
    for each in in_order:
        total += each.pence
        if total > limit:
            return each
    return in_order[-1]


def decision_money(
    decided: Mapping[str, Decided], approvals: Iterable[Approval], commitments: Iterable[Commitment]
) -> list[DecisionMoney]:
    """Return every decision under which money was approved or promised, the newest first."""
    given: dict[str, list[Approval]] = defaultdict(list)
    asked: dict[str, list[Commitment]] = defaultdict(list)
    for one in approvals:
        given[one.decision].append(one)
    for each in commitments:
        asked[each.decision].append(each)
    found = [
        money_of(decided[reference], given[reference], asked[reference])
        for reference in given.keys() | asked.keys()
        if reference in decided
    ]
    return sorted(found, key=lambda one: (-one.decided.on.toordinal(), one.decided.reference))


def money_of(
    decided: Decided, approvals: Sequence[Approval], commitments: Sequence[Commitment]
) -> DecisionMoney:
    """Return what became of the money of one decision."""
    return DecisionMoney(
        decided=decided,
        limit=limit_of(decided, approvals),
        approved=sum(one.pence for one in approvals),
        committed=sum(one.pence for one in commitments),
        approvals=len(approvals),
        commitments=len(commitments),
    )


def approved_beyond(found: Iterable[DecisionMoney]) -> list[DecisionMoney]:
    """Return the decisions of which more was approved than they allow."""
    return [one for one in found if one.limit is not None and one.approved > one.limit]

"""Approvals, commitments and virements, and what of them does not go together."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

from scrutable.audit.reads import Carried, Resting
from scrutable.money import models, rules
from scrutable.money.facts import Approval, Commitment, DecisionMoney, Spending, Tie
from scrutable.money.reads.deciding import decisions
from scrutable.records.reads import every

ON_TIES = (models.Approval, models.Commitment, models.Spending)
TIES: Carried[tuple[Tie, ...]] = Carried(dict.fromkeys(ON_TIES, "line"))
APPROVALS: Resting[list[Approval]] = Resting((models.Approval,), 8)
COMMITMENTS: Resting[list[Commitment]] = Resting((models.Commitment,), 8)


class OfLine(Protocol):
    """Anything that is said of a line."""

    @property
    def line(self) -> str:
        """Return the line's code."""


Said = TypeVar("Said", bound=OfLine)


def approvals(known: int, as_at: date, year: int | None = None) -> list[Approval]:
    """Return every approval by the day, or those of a year, the newest first."""
    only = {} if year is None else {"year": year}
    return APPROVALS.of(
        known,
        (as_at, year),
        lambda: sorted(every(Approval, known, on__lte=as_at, **only), key=_newest),
    )


def commitments(known: int, as_at: date, year: int | None = None) -> list[Commitment]:
    """Return every commitment by the day, or those of a year, the newest first."""
    only = {} if year is None else {"year": year}
    return COMMITMENTS.of(
        known,
        (as_at, year),
        lambda: sorted(every(Commitment, known, on__lte=as_at, **only), key=_newest),
    )


def of_line(
    code: str, year: int, known: int, as_at: date
) -> tuple[list[Approval], list[Commitment]]:
    """Return the approvals and commitments of a line in a year, the newest first."""
    only = {"line": code, "year": year, "on__lte": as_at}
    given = sorted(every(Approval, known, **only), key=_newest)
    return given, sorted(every(Commitment, known, **only), key=_newest)


def of_decision(reference: str, known: int, as_at: date) -> tuple[list[Approval], list[Commitment]]:
    """Return the approvals and commitments under a decision, the newest first."""
    only = {"decision": reference, "on__lte": as_at}
    given = sorted(every(Approval, known, **only), key=_newest)
    return given, sorted(every(Commitment, known, **only), key=_newest)


def ties(known: int, as_at: date) -> list[Tie]:
    """Return everything wrong with what decisions allowed, by line."""
    found = TIES.of(known, as_at, partial(_worked_out, known, as_at))
    return [one for of_line in found.values() for one in of_line]


def ties_of(line: str, known: int, as_at: date) -> tuple[Tie, ...]:
    """Return everything wrong with what was allowed of one line."""
    return _worked_out(known, as_at, {line}).get(line, ())


def decisions_money(known: int, as_at: date) -> list[DecisionMoney]:
    """Return every decision under which money was approved or promised, the newest first."""
    given, asked = approvals(known, as_at), commitments(known, as_at)
    return rules.decision_money(decisions(known), given, asked)


def _worked_out(
    known: int, as_at: date, keys: Collection[str] | None
) -> dict[str, tuple[Tie, ...]]:
    only = {} if keys is None else {"line__in": sorted(keys)}
    given = _by_line(every(Approval, known, on__lte=as_at, **only))
    asked = _by_line(every(Commitment, known, on__lte=as_at, **only))
    wanted = sorted(given.keys() | asked.keys() | set(keys or ()))
    of_lines = {} if keys is None and len(wanted) > MOST_NAMED else {"line__in": wanted}
    spent = _by_line(every(Spending, known, **of_lines))
    return {
        line: rules.ties_of_line(
            given.get(line, ()), asked.get(line, ()), spent.get(line, ()), as_at
        )
        for line in wanted
    }


MOST_NAMED = 500  # lines that a question names one by one


def _by_line(found: Iterable[Said]) -> dict[str, list[Said]]:
    by_line: dict[str, list[Said]] = defaultdict(list)
    for one in found:
        by_line[one.line].append(one)
    return by_line


def _newest(one: Approval | Commitment) -> tuple[int, int]:
    return -one.on.toordinal(), -one.number

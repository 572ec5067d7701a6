"""Budget lines and how they stand, carried from event to event: a year has thousands of them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar

from django.db.models import QuerySet, Sum

from scrutable.audit.models import Kept
from scrutable.audit.reads import Carried, Resting, as_known
from scrutable.money import models, rules
from scrutable.money.facts import (
    MONTHS,
    BudgetLine,
    Decided,
    Fund,
    LineSeen,
    Spending,
    Totals,
    Virement,
)
from scrutable.records.reads import every

LINES: Carried[LineSeen] = Carried(
    {
        models.BudgetLine: "code",
        models.Approval: "line",
        models.Commitment: "line",
        models.Spending: "line",
        models.Forecast: "line",
    }
)
YEARS: Resting[tuple[int, ...]] = Resting((models.BudgetLine,))
MOVED: Resting[Mapping[str, int]] = Resting((models.Virement,), 16)
CAPITAL: Resting[Mapping[int, int]] = Resting((models.BudgetLine,))
ON_LINES: tuple[type[Kept], ...] = (*LINES.tables, models.Virement)
SUMMED: Resting[tuple[Totals, list[Totals], list[Totals]]] = Resting(ON_LINES, 8)
Row = TypeVar("Row", bound=Kept)
Keys = Collection[str] | None


def years(known: int) -> tuple[int, ...]:
    """Return the years of which budget lines are recorded, the first first."""
    rows = models.BudgetLine.objects.filter(event__lte=known)
    found = rows.order_by("year").values_list("year", flat=True).distinct()
    return YEARS.of(known, None, lambda: tuple(found))


def years_of(code: str, known: int) -> tuple[int, ...]:
    """Return the years of which one line is recorded."""
    rows = models.BudgetLine.objects.filter(code=code, event__lte=known)
    return tuple(rows.order_by("year").values_list("year", flat=True).distinct())


def capital(known: int) -> Mapping[int, int]:
    """Return what of capital is budgeted in each year, in pence."""
    return CAPITAL.of(known, None, lambda: _capital(known))


def _capital(known: int) -> dict[int, int]:
    rows = as_known(models.BudgetLine.objects.filter(fund=Fund.CAPITAL), known)
    found = rows.order_by("year").values_list("year").annotate(sum=Sum("pence"))
    return {year: int(pence) for year, pence in found}


def virements_of(code: str, year: int, known: int, as_at: date) -> list[Virement]:
    """Return the virements from and to a line in a year."""
    found = every(Virement, known, year=year, on__lte=as_at)
    return [one for one in found if code in (one.from_line, one.to_line)]


def lines(
    year: int, known: int, as_at: date, decided: Mapping[str, Decided], *, closed: bool
) -> list[LineSeen]:
    """Return every line of a year and how it stands by the day, by code.

    Without `closed` what was approved and ordered under a decision that hides it is left out.
    """
    hidden = () if closed else _hidden(decided)
    moves = tuple(sorted(moved(year, known, as_at).items()))
    asked = (year, as_at, hidden, moves)
    return list(LINES.of(known, asked, partial(_worked_out, known, asked)).values())


def summed(
    year: int, known: int, as_at: date, decided: Mapping[str, Decided], *, closed: bool
) -> tuple[Totals, list[Totals], list[Totals]]:
    """Return what the lines of a year come to: all of them, by fund, by area."""

    def made() -> tuple[Totals, list[Totals], list[Totals]]:
        found = lines(year, known, as_at, decided, closed=closed)
        by_fund = rules.totals_by(found, lambda line: line.fund.value)
        return rules.totals(found), by_fund, rules.totals_by(found, lambda line: line.area)

    hidden = () if closed else _hidden(decided)
    return SUMMED.of(known, (year, as_at, hidden), made)


def line_standing(
    code: str, year: int, known: int, as_at: date, decided: Mapping[str, Decided], *, closed: bool
) -> LineSeen | None:
    """Return one line of a year and how it stands by the day; None where there is none."""
    hidden = () if closed else _hidden(decided)
    moves = tuple(sorted(moved(year, known, as_at).items()))
    return _worked_out(known, (year, as_at, hidden, moves), {code}).get(code)


def moved(year: int, known: int, as_at: date) -> Mapping[str, int]:
    """Return what virements brought each line of a year by the day, in pence."""
    return MOVED.of(known, (year, as_at), lambda: _moved(year, known, as_at))


def _moved(year: int, known: int, as_at: date) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for one in every(Virement, known, year=year, on__lte=as_at):
        found[one.from_line] -= one.pence
        found[one.to_line] += one.pence
    return dict(found)


def _hidden(decided: Mapping[str, Decided]) -> tuple[tuple[str, bool], ...]:
    """Return the decisions of which something is hidden, and whether even the approval is."""
    return tuple((key, one.hides_sums) for key, one in sorted(decided.items()) if one.hides_orders)


def _worked_out(
    known: int, asked: tuple[int, date, tuple[tuple[str, bool], ...], Any], keys: Keys
) -> dict[str, LineSeen]:
    year, as_at, hidden, moves = asked
    by_line = dict(moves)
    only = {} if keys is None else {"line__in": sorted(keys)}
    coded = {} if keys is None else {"code__in": sorted(keys)}
    orders = [key for key, _ in hidden]
    done = as_known(models.Commitment.objects.filter(year=year, **only), known)
    done = done.filter(on__lte=as_at)
    given = as_known(models.Approval.objects.filter(year=year, **only), known)
    given = given.filter(on__lte=as_at).exclude(
        decision__in=[key for key, all_of in hidden if all_of]
    )
    approved, committed = _sums(given), _sums(done.exclude(decision__in=orders))
    unseen = _counts(done.filter(decision__in=orders)) if orders else {}
    spent = _spent(known, year, as_at, only)
    said = _forecasts(known, year, as_at, only)
    return {
        one.code: rules.line_seen(
            one,
            moved=by_line.get(one.code, 0),
            approved=approved.get(one.code, 0),
            committed=committed.get(one.code, 0),
            spent=spent.get(one.code, 0),
            forecast=said.get(one.code),
            hidden=unseen.get(one.code, 0),
        )
        for one in every(BudgetLine, known, year=year, **coded)
    }


def _spent(known: int, year: int, as_at: date, only: Mapping[str, Any]) -> dict[str, int]:
    """Return what was spent of each line in the months that have begun by the day."""
    until = rules.months_until(year, as_at)
    if until == 0:
        return {}
    if until == MONTHS:
        return spent_by_line(known, year, **only)
    found = every(Spending, known, year=year, **only)
    return {one.line: sum(one.months[:until]) for one in found}


def spent_by_line(known: int, year: int, **only: Any) -> dict[str, int]:
    """Return what was spent of each line in the whole year, without making a fact of each."""
    rows = as_known(models.Spending.objects.filter(year=year), known).filter(**only)
    return dict(rows.order_by("line").values_list("line", "pence"))


def _forecasts(known: int, year: int, as_at: date, only: Mapping[str, Any]) -> dict[str, int]:
    rows = as_known(models.Forecast.objects.filter(year=year, **only), known)
    return dict(rows.filter(on__lte=as_at).order_by("line").values_list("line", "pence"))


def _sums(rows: QuerySet[Row]) -> dict[str, int]:
    found = rows.order_by("line").values_list("line").annotate(sum=Sum("pence"))
    return {line: int(pence) for line, pence in found}


def _counts(rows: QuerySet[Row]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for line in rows.order_by("line").values_list("line", flat=True):
        counts[line] += 1
    return counts

"""Lines summed, and the ledger held against them; pure. All is in pence."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from datetime import date

from scrutable.money.facts import (
    MONTHS,
    BudgetLine,
    LedgerYear,
    LineSeen,
    LineStanding,
    Reckoned,
    Totals,
)
from scrutable.money.rules.limiting import FIRST_MONTH, year_of


def months_until(year: int, as_at: date) -> int:
    """Return how many months of the financial year have begun by the day.

    >>> [months_until(2026, day) for day in (date(2026, 3, 31), date(2026, 4, 1))]
    [0, 1]
    >>> [months_until(2026, day) for day in (date(2027, 3, 31), date(2028, 1, 1))]
    [12, 12]
    """
    began = year_of(as_at)
    if began != year:
        return 0 if began < year else MONTHS
    return (as_at.month - FIRST_MONTH) % MONTHS + 1


def line_seen(  # noqa: PLR0913  (each a sum of its own)
    line: BudgetLine,
    *,
    moved: int,
    approved: int,
    committed: int,
    spent: int,
    forecast: int | None,
    hidden: int = 0,
) -> LineSeen:
    """Return a line with how it stands."""
    standing = LineStanding(
        line=line.code,
        year=line.year,
        budget=line.pence,
        moved=moved,
        approved=approved,
        committed=committed,
        spent=spent,
        forecast=forecast,
    )
    return LineSeen(line, standing, hidden)


def totals(found: Sequence[LineSeen], name: str = "") -> Totals:
    """Return what the lines come to; where nobody forecasts, what is spent is expected."""
    stand = [one.standing for one in found]
    silent = [one for one in stand if one.forecast is None]
    given = sum(one.forecast for one in stand if one.forecast is not None)
    return Totals(
        name=name,
        lines=len(stand),
        budget=sum(one.budget for one in stand),
        moved=sum(one.moved for one in stand),
        approved=sum(one.approved for one in stand),
        committed=sum(one.committed for one in stand),
        spent=sum(one.spent for one in stand),
        expected=given + sum(one.spent for one in silent),
        over=sum(one.over > 0 for one in stand),
        unforecast=len(silent),
    )


def totals_by(found: Iterable[LineSeen], key: Callable[[BudgetLine], str]) -> list[Totals]:
    """Return what the lines come to by whatever the key says of each, in its order."""
    parts: dict[str, list[LineSeen]] = {}
    for one in found:
        parts.setdefault(key(one.line), []).append(one)
    return [totals(parts[name], name) for name in sorted(parts)]


def over_lines(found: Iterable[LineSeen]) -> list[LineSeen]:
    """Return the lines that are over what they may spend, the most first."""
    over = [one for one in found if one.standing.over]
    return sorted(over, key=lambda one: (-one.standing.over, one.line.code))


def reckoned(ledger: LedgerYear, spent: Mapping[str, int], lines: Container[str]) -> Reckoned:
    """Return a year of the ledger with what of it stands on budget lines and what does not.

    `spent` is what was spent by code, `lines` the codes of that year's budget lines.
    """
    strays = tuple(sorted((code, pence) for code, pence in spent.items() if code not in lines))
    here = sum(pence for code, pence in spent.items() if code in lines)
    return Reckoned(ledger=ledger, here=here, strays=strays)

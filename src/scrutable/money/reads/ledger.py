"""The ledger of each year, held against the budget lines."""

from collections.abc import Mapping, Sequence

from scrutable.audit.reads import Resting
from scrutable.money import models, rules
from scrutable.money.facts import LedgerYear, Reckoned, Reconciled, Spending
from scrutable.money.reads.lines import spent_by_line
from scrutable.records.reads import every, stands

RECKONED: Resting[Sequence[Reckoned]] = Resting(
    (models.LedgerYear, models.Spending, models.BudgetLine)
)


def ledgers(known: int) -> Sequence[Reckoned]:
    """Return each year of the ledger with what of it stands on budget lines, the last first.

    Two queries a year; sums and codes are read, no facts are made of them.
    """
    return RECKONED.of(known, None, lambda: [_reckoned(one, known) for one in _years(known)])


def ledger(year: int, known: int) -> Reckoned | None:
    """Return one year of the ledger; None where none was loaded."""
    return next((one for one in ledgers(known) if one.ledger.year == year), None)


def spending(line: str, year: int, known: int) -> Spending | None:
    """Return what the ledger says of a line in a year, month by month; None if nothing."""
    return stands(Spending, known, line=line, year=year)


def against(years: Mapping[int, Mapping[str, int]], known: int) -> list[Reconciled]:
    """Return the sums of a ledger by year and line beside what is kept here, line by line."""
    return [
        rules.reconciled(year, sums, spent_by_line(known, year))
        for year, sums in sorted(years.items())
    ]


def _years(known: int) -> list[LedgerYear]:
    return every(LedgerYear, known)[::-1]


def _reckoned(one: LedgerYear, known: int) -> Reckoned:
    coded = models.BudgetLine.objects.filter(year=one.year, event__lte=known)
    codes = frozenset(coded.order_by().values_list("code", flat=True).distinct())
    sums = spent_by_line(known, one.year, rows__gt=0)
    return rules.reckoned(one, sums, codes)

"""How much hangs on each supplier; pure.

The method, as pages state it: a contract's stated value is spread evenly over the months that it
runs, extensions taken up counted, and twelve of those months are its yearly value, to the pound.
On a day those contracts count that are in force. A contract without a stated value is counted
apart. A project counts for each of its suppliers, those of the contracts it is delivered under
included, while it runs. A critical service is one that a contract in force names so.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from scrutable.kernel.money import WIDE
from scrutable.kernel.periods import Month, Span, months_apart
from scrutable.portfolio.facts.dependence import DependenceOn, ProjectHeld, SupplierShare
from scrutable.registers.facts import Contract, Role, Supplier

POUND = Decimal(1)
TENTH = Decimal("0.1")
HUNDRED = Decimal(100)
QUARTERS = 12  # a longer time is shown by financial years
MOST_POINTS = 20


def last_day(contract: Contract, as_at: date) -> date:
    """Return the day it ends, of its extensions those counted that were taken up by the day."""
    taken = [one.until for one in contract.extensions if _taken(one.exercised_on, as_at)]
    return max([contract.end_on, *taken])


def _taken(on: date | None, as_at: date) -> bool:
    return on is not None and on <= as_at


def yearly_value(contract: Contract, as_at: date) -> Decimal | None:
    """Return the value of twelve of its months, to the pound; None where none was stated."""
    if contract.value_pounds is None:
        return None
    months = months_apart(Month.of(contract.start_on), Month.of(last_day(contract, as_at))) + 1
    return (contract.value_pounds * 12 / months).quantize(POUND, ROUND_HALF_UP, WIDE)


def in_force(contract: Contract, on: date, as_at: date) -> bool:
    """Test whether the contract runs on a day, by what was taken up by `as_at`."""
    return contract.start_on <= on <= last_day(contract, as_at)


class Agreed(NamedTuple):
    """A contract with its last day and what it comes to a year."""

    contract: Contract
    last: date
    yearly: Decimal | None


def agreed(contracts: Iterable[Contract], as_at: date) -> list[Agreed]:
    """Return the contracts as they stand by the day."""
    return [Agreed(one, last_day(one, as_at), yearly_value(one, as_at)) for one in contracts]


def percentages(amounts: Sequence[Decimal], step: Decimal = TENTH) -> list[Decimal]:
    """Return each amount's share of their sum, in steps that come to a hundred exactly.

    What rounding down leaves goes to those that lost most by it, the earlier first. Of nothing
    all shares are nought.
    """
    total = sum(amounts, Decimal(0))
    if not total:
        return [Decimal(0)] * len(amounts)
    exact = [amount * HUNDRED / total for amount in amounts]
    found = [share.quantize(step, ROUND_DOWN) for share in exact]
    left = int((HUNDRED - sum(found)) / step)
    losers = sorted(range(len(found)), key=lambda at: (found[at] - exact[at], at))
    for at in losers[:left]:
        found[at] += step
    return found


def dependence_on(
    on: date,
    contracts: Iterable[Agreed],
    running: Sequence[ProjectHeld] | None,
    names: Mapping[str, str],
) -> DependenceOn:
    """Return what hangs on whom on a day.

    Of two alike the one with more projects on the priority list comes first, then by name.
    """
    every = [one for one in contracts if one.contract.start_on <= on <= one.last]
    held: dict[str, list[Agreed]] = defaultdict(list)
    for one in every:
        held[one.contract.supplier.reference].append(one)
    served: dict[str, list[ProjectHeld]] = defaultdict(list)
    for project in running or ():
        for supplier in project.suppliers:
            served[supplier].append(project)
    known = sorted({*held, *served})
    yearly = [_yearly(held[one]) for one in known]
    shares = percentages([value or Decimal(0) for value in yearly])
    total = sum((value for value in yearly if value is not None), Decimal(0))
    found = [
        _share(one, held[one], served[one], (names.get(one, one), value, share if total else None))
        for one, value, share in zip(known, yearly, shares, strict=True)
    ]
    primes = [one for one in every if one.contract.role is Role.PRIME]
    return DependenceOn(
        on=on,
        contracts=len(every),
        unvalued=sum(one.yearly is None for one in every),
        yearly=total,
        prime=_yearly(primes) or Decimal(0),
        projects=None if running is None else len(running),
        priority=None if running is None else sum(one.has_place for one in running),
        supplied=sum(one.has_place and bool(one.suppliers) for one in running or ()),
        critical=sum(len(one.contract.critical_services) for one in every),
        shares=tuple(sorted(found, key=_largest_first)),
        version=max((one.version for one in found), default=0),
    )


def _yearly(held: Iterable[Agreed]) -> Decimal | None:
    known = [one.yearly for one in held if one.yearly is not None]
    return sum(known, Decimal(0)) if known else None


def _share(
    supplier: str,
    held: Sequence[Agreed],
    served: Sequence[ProjectHeld],
    said: tuple[str, Decimal | None, Decimal | None],
) -> SupplierShare:
    name, yearly, share = said
    contracts = [one.contract for one in held]
    return SupplierShare(
        supplier=supplier,
        name=name,
        roles=frozenset(one.role for one in contracts),
        contracts=tuple(one.code for one in contracts),
        unvalued=sum(one.value_pounds is None for one in contracts),
        yearly=yearly,
        share=share if yearly is not None else None,
        projects=len(served),
        priority=sum(one.has_place for one in served),
        critical=sum(len(one.critical_services) for one in contracts),
        version=max([0, *(one.version for one in contracts), *(one.version for one in served)]),
    )


def _largest_first(one: SupplierShare) -> tuple[Decimal, int, int, str]:
    return -(one.yearly or Decimal(0)), -one.priority, -one.projects, one.name


def points(first: date, as_at: date) -> list[date]:
    """Return the days of which a table over time speaks: ends of periods, then the day itself.

    Periods are financial quarters for the first three years, financial years for a longer time,
    of which the last twenty are shown.
    """
    start = Month.of(min(first, as_at))
    ends = _ends(start, as_at, 3)
    if len(ends) > QUARTERS:
        ends = _ends(start, as_at, 12)
    return [*[day for day in ends if day < as_at][1 - MOST_POINTS :], as_at]


def _ends(start: Month, as_at: date, months: int) -> list[date]:
    first = start.year_start if months == 12 else Span.quarter(start).first
    found, month = [], first.plus(months - 1)
    while month.last_day <= as_at:
        found.append(month.last_day)
        month = month.plus(months)
    return found


def year_before(day: date) -> date:
    """Return the same day of the year before; of 29 February the 28th."""
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return day.replace(year=day.year - 1, day=28)


def name_of(suppliers: Iterable[Supplier]) -> dict[str, str]:
    """Return the suppliers' names by reference."""
    return {one.reference: one.name for one in suppliers}

"""How one value is judged, and what stands where there is none; pure.

A value is rounded to the precision the contract states, half up, and then judged: what is
printed is what was judged. A missing value is never nought and never met.
"""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import cache

from scrutable.contracts.facts import (
    Direction,
    KpiDefinition,
    Level,
    NoValue,
    Result,
    RuleKind,
    Severity,
    Status,
)
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.workdays import nth_working_day
from scrutable.registers.facts import Contract

WIDE = Context(prec=80)  # rounding never fails, however large a number is


@cache
def _precision(decimals: int) -> Decimal:
    return Decimal(1).scaleb(-decimals)


def rounded(definition: KpiDefinition, value: Decimal) -> Decimal:
    """Return the value at the precision of the contract; a half rounds away from nought."""
    return value.quantize(_precision(definition.decimals), ROUND_HALF_UP, WIDE)


def is_as_good(direction: Direction, value: Decimal, level: Decimal) -> bool:
    """Test whether the value is the level or better, in the direction that is better."""
    return value >= level if direction is Direction.HIGHER else value <= level


def judge(
    definition: KpiDefinition, month: Month, value: Decimal, last_year: Decimal | None = None
) -> Status:
    """Return the status of a measured value by the level in force in the month.

    `last_year` is the value of the same period a year before and matters only where the KPI's
    rule asks for it; where it is not known, a value that is not near its target is below the
    minimum. Without a minimum (or a limit) a miss is never worse than below target.
    """
    level = definition.level_in(month)
    if level is None:
        return Status.NO_TARGET
    exact = rounded(definition, value)
    if definition.rule is RuleKind.TWO_SIDED:
        return _judge_two_sided(definition, level, exact)
    if definition.rule is RuleKind.LAST_YEAR:
        before = None if last_year is None else rounded(definition, last_year)
        return _judge_by_last_year(definition, level, exact, before)
    return _judge_levels(definition, level, exact)


def _judge_levels(definition: KpiDefinition, level: Level, value: Decimal) -> Status:
    if is_as_good(definition.direction, value, level.target):
        return Status.MET
    if level.minimum is None or is_as_good(definition.direction, value, level.minimum):
        return Status.BELOW_TARGET
    return Status.BELOW_MINIMUM


def _judge_two_sided(definition: KpiDefinition, level: Level, value: Decimal) -> Status:
    """Judge by the distance from the target: within `tolerance`, within `limit`, beyond.

    Too far on the better side is as far off as on the other, unless `better_is_met` is 1 (the
    star, circle and triangle of Harlow and the East Riding).
    """
    numbers = definition.rule_numbers
    is_better = is_as_good(definition.direction, value, level.target)
    if is_better and numbers.get("better_is_met"):
        return Status.MET
    distance = abs(value - level.target)
    if distance <= numbers.get("tolerance", Decimal(0)):
        return Status.MET
    limit = numbers.get("limit")
    if limit is None or distance <= limit:
        return Status.BELOW_TARGET
    return Status.BELOW_MINIMUM


def near_level(definition: KpiDefinition, level: Level) -> Decimal:
    """Return the worst value that still counts as near the target (rule `last_year`)."""
    near = definition.rule_numbers.get("near_percent", Decimal(0))
    leeway = abs(level.target) * near / 100
    if definition.direction is Direction.HIGHER:
        return level.target - leeway
    return level.target + leeway


def _judge_by_last_year(
    definition: KpiDefinition, level: Level, value: Decimal, before: Decimal | None
) -> Status:
    """Judge as Havering did: near the target, else no worse than a year before, else worse."""
    if is_as_good(definition.direction, value, near_level(definition, level)):
        return Status.MET
    if before is not None and is_as_good(definition.direction, value, before):
        return Status.BELOW_TARGET
    return Status.BELOW_MINIMUM


def value_last_year(results: Mapping[Month, Result], month: Month) -> Decimal | None:
    """Return the value of the same period a year before, or None where there was none.

    The same month first; a KPI returned once a quarter may have been entered in another month
    of the same quarter, and then the last one measured in it counts.
    """
    year_before = month.plus(-12)
    same = results.get(year_before)
    if same is not None and same.value is not None:
        return same.value
    in_quarter = [results[m].value for m in Span.quarter(year_before) if m in results]
    measured = [value for value in in_quarter if value is not None]
    return measured[-1] if measured else None


def return_due_on(contract: Contract, month: Month) -> date:
    """Return the last day on which the month's return is in time.

    The contract counts working days of the month that follows, bank holidays left out.
    """
    return nth_working_day(month.plus(1), contract.return_due_day)


def status_without_result(
    definition: KpiDefinition, month: Month, as_at: date, due_on: date
) -> Status:
    """Return what stands for a month nobody has returned; never a miss and never met.

    Before a KPI's first month nothing is owed (not applicable); from the month it is
    discontinued it stays so; else it is late from the day after `due_on`.
    """
    if definition.discontinued_from is not None and month >= definition.discontinued_from:
        return Status.DISCONTINUED
    if definition.first_month is not None and month < definition.first_month:
        return Status.NOT_APPLICABLE
    return Status.LATE if as_at > due_on else Status.NOT_YET_DUE


def status_of(
    definition: KpiDefinition,
    month: Month,
    result: Result | None,
    *,
    as_at: date,
    due_on: date,
    last_year: Decimal | None = None,
) -> Status:
    """Return the one status of a KPI in a month, before any mitigation.

    Discontinued wins from its month on, whatever was returned. A return that says "not yet
    due" or "late" is held against the calendar: saying so puts nothing off.
    """
    unreturned = status_without_result(definition, month, as_at, due_on)
    if result is None or unreturned is Status.DISCONTINUED:
        return unreturned
    if result.value is not None:
        return judge(definition, month, result.value, last_year)
    if result.no_value in (NoValue.NOT_YET_DUE, NoValue.LATE):
        return unreturned
    return Status(str(result.no_value))


def severity_of(definition: KpiDefinition, status: Status, value: Decimal | None) -> Severity:
    """Return the severity the contract's bands give a miss; none for anything else.

    The rounded value is held against the bands, gravest first, so no value falls into the gap
    between two printed bands: 98.95 at one decimal is 99.0. A KPI without bands has none.
    """
    if value is None or not status.is_miss:
        return Severity.NONE
    exact = rounded(definition, value)
    for band in reversed(definition.bands):
        if is_as_good(definition.direction, band.from_value, exact):
            return band.severity
    return Severity.NONE

"""Where the year is heading if the trend holds; pure and exact.

A straight line by least squares through the measured months, worked in fractions. The fan is
the spread in which a single further month may be expected: it grows with the distance and with
how badly the line fits. Fewer months than the policy asks for give no forecast at all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction

from scrutable.contracts.facts import (
    Forecast,
    Kind,
    KpiDefinition,
    KpiMonth,
    RuleKind,
    Status,
)
from scrutable.contracts.rules.judging import judge, rounded, value_last_year
from scrutable.kernel.periods import Month, months_apart
from scrutable.kernel.wording import count_words

FEWEST_FOR_A_SPREAD = 3  # two points lie on their line, and say nothing of its fan
SEEN_AHEAD = 12  # months after the last measured one in which a breach is looked for


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line through months counted from `start`, and how well it fits."""

    start: Month
    slope: Fraction
    height: Fraction
    months: int
    middle: Fraction
    width: Fraction  # sum of squares of the months about their middle
    variance: Fraction  # of the residuals

    def at(self, month: Month) -> Fraction:
        """Return the line's value in the month."""
        return self.height + self.slope * months_apart(self.start, month)

    def spread_at(self, month: Month, times: int) -> Decimal:
        """Return so many standard errors of one further month."""
        away = months_apart(self.start, month) - self.middle
        square = self.variance * (1 + Fraction(1, self.months) + away * away / self.width)
        with localcontext() as context:
            context.prec = 28
            return (Decimal(square.numerator) / Decimal(square.denominator)).sqrt() * times


def fit(points: Sequence[tuple[Month, Decimal]]) -> Line:
    """Return the line of least squares; raises ValueError for fewer than three points."""
    if len(points) < FEWEST_FOR_A_SPREAD:
        raise ValueError("a line with a spread needs three points")
    start = points[0][0]
    places = [months_apart(start, month) for month, _ in points]
    scale, values = _whole([value for _, value in points])
    count, along, up = len(points), sum(places), sum(values)
    # sums about the middle, each `count` times too large, so that all of it stays whole numbers
    width = count * sum(x * x for x in places) - along * along
    both = count * sum(x * y for x, y in zip(places, values, strict=True)) - along * up
    tall = count * sum(y * y for y in values) - up * up
    misfit = Fraction(tall * width - both * both, count * width * scale * scale)
    return Line(
        start=start,
        slope=Fraction(both, width * scale),
        height=Fraction(up * width - both * along, count * width * scale),
        months=count,
        middle=Fraction(along, count),
        width=Fraction(width, count),
        variance=misfit / (count - 2),
    )


def _whole(values: Sequence[Decimal]) -> tuple[int, list[int]]:
    """Return a scale, and the values that many times as whole numbers."""
    shift = max(0, *(-int(value.as_tuple().exponent) for value in values))
    return 10**shift, [int(value.scaleb(shift)) for value in values]


def forecast(
    definition: KpiDefinition,
    entries: Sequence[KpiMonth],
    as_at: date,
    policy: Mapping[str, object],
) -> Forecast:
    """Return the forecast for the last month of the financial year that holds `as_at`.

    `policy` is the council's "forecast": `fewest_months`, `most_months` (how far the trend
    looks back from the last measured month) and `spread` (of the fan, in standard errors).
    Values stay within what the unit allows, and money stays above nought where no value measured
    so far lies below it. `breach_in` is the first of the twelve months to come in which the line
    misses the level then in force, where the last measured month met.
    """
    month = Month.of(as_at).year_end
    known = _measured(entries, Month.of(as_at))
    measured = _latest(known, _number(policy, "most_months"))
    fewest = max(_number(policy, "fewest_months"), FEWEST_FOR_A_SPREAD)
    if not definition.is_due_in(month):
        return _none(month, f"no result is owed for {month.words}")
    if measured and measured[-1][0].month == month:
        return _known(definition, *measured[-1])
    if len(measured) < fewest:
        few = count_words(len(measured), "measured month")
        return _none(month, f"{few}, and a forecast needs {fewest}")
    line = fit([(entry.month, value) for entry, value in measured])
    value = _as_decimal(line.at(month))
    spread = line.spread_at(month, _number(policy, "spread"))
    bounds = _bounds(definition, [v for _, v in known])
    low, middle, high = (
        bounds.held(rounded(definition, v)) for v in (value - spread, value, value + spread)
    )
    return Forecast(
        month=month,
        value=middle,
        low=low,
        high=high,
        status=_judged(definition, month, middle, entries),
        basis=f"a straight line through {len(measured)} measured months, "
        f"{measured[0][0].month.words} to {measured[-1][0].month.words}",
        breach_in=_breach(definition, line, entries, measured[-1][0], bounds),
    )


def _none(month: Month, basis: str) -> Forecast:
    return Forecast(month=month, value=None, low=None, high=None, status=None, basis=basis)


def _known(definition: KpiDefinition, entry: KpiMonth, measured: Decimal) -> Forecast:
    value = rounded(definition, measured)
    return Forecast(
        month=entry.month,
        value=value,
        low=value,
        high=value,
        status=entry.status,
        basis=f"the value measured in {entry.month.words}",
    )


def _measured(entries: Sequence[KpiMonth], until: Month) -> list[tuple[KpiMonth, Decimal]]:
    return [
        (entry, entry.result.value)
        for entry in entries
        if entry.month <= until and entry.result is not None and entry.result.value is not None
    ]


def _latest(known: list[tuple[KpiMonth, Decimal]], most: int) -> list[tuple[KpiMonth, Decimal]]:
    if not known:
        return []
    first = known[-1][0].month.plus(1 - most)
    return [(entry, value) for entry, value in known if entry.month >= first]


def _number(policy: Mapping[str, object], name: str) -> int:
    return int(str(policy[name]))


def _as_decimal(exact: Fraction) -> Decimal:
    return Decimal(exact.numerator) / Decimal(exact.denominator)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a KPI's values may be at the least and at the most; None for no bound."""

    least: Decimal | None
    most: Decimal | None

    def held(self, value: Decimal) -> Decimal:
        if self.most is not None:
            value = min(value, self.most)
        return value if self.least is None else max(value, self.least)


def _bounds(definition: KpiDefinition, measured: Sequence[Decimal]) -> _Bounds:
    """Return what the unit allows; money may fall below nought only where it has before."""
    may_be_negative = definition.kind is Kind.MONEY and min(measured) < 0
    is_capped = definition.kind is Kind.PERCENTAGE and not definition.may_exceed_hundred
    return _Bounds(
        least=None if may_be_negative else Decimal(0), most=Decimal(100) if is_capped else None
    )


def _judged(
    definition: KpiDefinition, month: Month, value: Decimal, entries: Sequence[KpiMonth]
) -> Status:
    before = None
    if definition.rule is RuleKind.LAST_YEAR:
        before = value_last_year({e.month: e.result for e in entries if e.result}, month)
    return judge(definition, month, value, before)


def _breach(
    definition: KpiDefinition,
    line: Line,
    entries: Sequence[KpiMonth],
    last: KpiMonth,
    bounds: _Bounds,
) -> Month | None:
    if last.status is not Status.MET:
        return None
    for step in range(1, SEEN_AHEAD + 1):
        month = last.month.plus(step)
        if not definition.is_due_in(month):
            return None
        value = bounds.held(rounded(definition, _as_decimal(line.at(month))))
        if _judged(definition, month, value, entries).is_miss:
            return month
    return None

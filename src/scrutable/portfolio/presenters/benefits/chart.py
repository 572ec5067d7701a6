"""What was measured of a benefit against its target, as a chart; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.charts.facts import ForecastPoint, Miss, TrendChart, TrendPoint
from scrutable.kernel.periods import MONTH_NAMES
from scrutable.kernel.wording import date_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    Benefit,
    BenefitStanding,
    Measure,
    Measurement,
)
from scrutable.portfolio.presenters.benefits.words import (
    value_words,
)

UNITS = {Measure.POUNDS: "£", Measure.PERCENT: "%", Measure.DAYS: "days", Measure.HOURS: "hours"}


def chart(one: BenefitStanding, said: Sequence[Measurement]) -> TrendChart | None:
    """Return what was measured against the target; None where there is nothing to draw."""
    of = one.benefit
    valued = [m for m in said if m.value is not None]
    if not valued or of.target is None:
        return None
    first = (
        (
            TrendPoint(
                _short_day(of.baseline_on),
                of.baseline,
                of.target,
                miss=_miss(of, of.baseline),
            ),
        )
        if (of.baseline_on and of.baseline is not None)
        else ()
    )
    word = "At most" if of.is_lower_better else "At least"
    return TrendChart(
        title=f"{of.title}: measured against the target",
        description=(
            f"{of.metric}, {value_words(of, of.baseline, 'no baseline')} before; {word.lower()} "
            f"{value_words(of, of.target)} is the target. Last measured: "
            f"{value_words(of, valued[-1].value)} on {date_words(valued[-1].on)}. The table below "
            "holds every value."
        ),
        points=(*first, *(_point(of, measurement) for measurement in said)),
        unit=UNITS.get(of.measure, ""),
        decimals=max((_decimals(m.value) for m in valued if m.value is not None), default=0),
        direction="lower" if of.is_lower_better else "higher",
        forecast=_ahead(one, said),
        short="Target not reached",
    )


def _point(of: Benefit, measurement: Measurement) -> TrendPoint:
    why = measurement.words or "Nothing was measured"
    return TrendPoint(
        _short_day(measurement.on),
        measurement.value,
        of.target,
        miss=_miss(of, measurement.value),
        reason="" if measurement.value is not None else why,
    )


def _miss(of: Benefit, value: Decimal | None) -> Miss:
    if value is None or of.target is None or rules.reaches(of, value, of.target):
        return ""
    return "target"


def _ahead(one: BenefitStanding, said: Sequence[Measurement]) -> tuple[ForecastPoint, ...]:
    told = one.forecast
    if told is None or told.by_when <= said[-1].on:
        return ()
    return (ForecastPoint(_short_day(told.by_when), told.value, told.value, told.value),)


def _short_day(day: date) -> str:
    return f"{day.day} {MONTH_NAMES[day.month - 1][:3]} {day.year}"


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0

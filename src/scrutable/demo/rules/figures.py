"""What a supplier would put on each line of a month's return; pure.

A month that the story tells is as told. Any other follows the KPI's shape: a line with a drift,
a season and a wobble, which keeps to the good side of its target.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from scrutable.contracts.facts import Kind, KpiDefinition, NoValue
from scrutable.contracts.rules.formulas import formula_value
from scrutable.contracts.rules.judging import rounded
from scrutable.demo.facts import Figure, Shape, Told
from scrutable.demo.rules.chance import chance, wobble
from scrutable.kernel.periods import Month, Span, months_apart

TOLD_SPAN = Span(Month(2023, 10), Month(2026, 9))
MOST_TRIES = 2000  # denominators tried before a told percentage is called impossible


def figures(
    definitions: Sequence[KpiDefinition],
    shapes: Mapping[str, Shape],
    told: Iterable[Told],
    month: Month,
) -> tuple[Figure, ...]:
    """Return one figure for every KPI that owes a result for the month, in their order."""
    said = {entry.code: entry for entry in told if month in entry.span}
    plain = {
        kpi.code: _figure(kpi, shapes[kpi.code], said.get(kpi.code), month)
        for kpi in definitions
        if kpi.is_due_in(month) and not kpi.formula
    }
    values = {code: figure.value for code, figure in plain.items()}
    return tuple(
        plain.get(kpi.code) or Figure(code=kpi.code, value=formula_value(kpi.formula, values))
        for kpi in definitions
        if kpi.is_due_in(month)
    )


def _figure(kpi: KpiDefinition, shape: Shape, told: Told | None, month: Month) -> Figure:
    if told is not None and told.value is None:
        return Figure(code=kpi.code, value=None, no_value=told.no_value, commentary=told.commentary)
    if told is None and shape.months and month.number not in shape.months:
        return Figure(code=kpi.code, value=None, no_value=NoValue.NO_ACTIVITY)
    commentary = told.commentary if told else ""
    aim = told.value if told and told.value is not None else _untold(kpi, shape, month)
    if shape.volume is None:
        return Figure(code=kpi.code, value=aim, commentary=commentary)
    volume = _volume(shape, month)
    numerator, denominator = (
        _parts_of(kpi, aim, volume) if told else (_whole(aim * volume / 100), volume)
    )
    return Figure(
        code=kpi.code,
        value=_share(kpi, numerator, denominator),
        numerator=Decimal(numerator),
        denominator=Decimal(denominator),
        commentary=commentary,
    )


def _untold(kpi: KpiDefinition, shape: Shape, month: Month) -> Decimal:
    """Return the value on the KPI's line, at its precision; never below 0, a share never over 100.

    The drift is centred: half of it lies before the middle of the story, half after.
    """
    assert shape.usual is not None  # noqa: S101  (only a formula KPI has none)
    steps = months_apart(TOLD_SPAN.first, month)
    last = len(TOLD_SPAN) - 1
    drift = shape.drift * (2 * steps - last) / (2 * last)
    season = shape.swing * (shape.season[month.number - 1] if shape.season else 0) / 100
    value = shape.usual + drift + season + shape.wobble * wobble(kpi.contract, kpi.code, month)
    if kpi.kind is Kind.PERCENTAGE and not kpi.may_exceed_hundred:
        value = min(value, Decimal(100))
    return rounded(kpi, max(value, Decimal(0)))


def _volume(shape: Shape, month: Month) -> int:
    """Return the month's denominator: the usual one, up to six in a hundred more or fewer."""
    assert shape.volume is not None  # noqa: S101  (asked for only where there is one)
    share = Decimal("0.94") + Decimal("0.12") * chance("volume", shape.contract, shape.code, month)
    return _whole(shape.volume * share)


def _parts_of(kpi: KpiDefinition, value: Decimal, volume: int) -> tuple[int, int]:
    """Return a numerator and a denominator near the volume that give exactly the told value."""
    for denominator in range(volume, volume + MOST_TRIES):
        numerator = _whole(value * denominator / 100)
        if _share(kpi, numerator, denominator) == rounded(kpi, value):
            return numerator, denominator
    raise ValueError(f"{kpi.code} cannot be {value:f} with about {volume}")


def _share(kpi: KpiDefinition, numerator: int, denominator: int) -> Decimal:
    return rounded(kpi, Decimal(numerator) / Decimal(denominator) * 100)


def _whole(number: Decimal) -> int:
    return int(number.quantize(Decimal(1), rounding=ROUND_HALF_UP))

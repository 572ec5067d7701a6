"""Which values a KPI can have at all; pure."""

from decimal import ROUND_HALF_UP, Decimal

from scrutable.contracts.facts import Kind, KpiDefinition

LARGEST = Decimal(10) ** 12
FINEST = Decimal("1E-10")


def is_kept_exactly(value: Decimal) -> bool:
    """Test whether the number is neither too large nor too fine to be worked with exactly."""
    if not value.is_finite() or value.adjusted() > LARGEST.adjusted():
        return False
    return abs(value) <= LARGEST and value == value.quantize(FINEST, rounding=ROUND_HALF_UP)


def unfit_value(kpi: KpiDefinition, value: Decimal) -> str | None:
    """Return why the KPI cannot have the value, in words, or None where it can."""
    if not value.is_finite():
        return "The value must be a number."
    return _not_to_be_kept(kpi, value) or _outside_unit(kpi, value)


def _not_to_be_kept(kpi: KpiDefinition, value: Decimal) -> str | None:
    """Return why the number is too large or too fine to be kept and worked with exactly."""
    if value.adjusted() > LARGEST.adjusted() or abs(value) > LARGEST:
        return f"{kpi.code} must be {LARGEST:,} or less."
    if not is_kept_exactly(value):
        return f"{kpi.code} must have 10 decimals at most."
    return None


def _outside_unit(kpi: KpiDefinition, value: Decimal) -> str | None:
    if value < 0 and kpi.kind is not Kind.MONEY:
        return f"{kpi.code} must be 0 or more, not {value:f}."
    if kpi.kind is Kind.COUNT and value != value.to_integral_value():
        return f"{kpi.code} must be a whole number, not {value:f}."
    if kpi.kind is Kind.PERCENTAGE and value > 100 and not kpi.may_exceed_hundred:
        return f"{kpi.code} must be 100 or less, not {value:f}."
    return None

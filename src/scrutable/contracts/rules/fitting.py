"""Which values a KPI can have at all; pure."""

from decimal import Decimal

from scrutable.contracts.facts import Kind, KpiDefinition


def unfit_value(kpi: KpiDefinition, value: Decimal) -> str | None:
    """Return why the KPI cannot have the value, in words, or None where it can."""
    if not value.is_finite():
        return "The value must be a number."
    if value < 0 and kpi.kind is not Kind.MONEY:
        return f"{kpi.code} must be 0 or more, not {value:f}."
    if kpi.kind is Kind.COUNT and value != value.to_integral_value():
        return f"{kpi.code} must be a whole number, not {value:f}."
    if kpi.kind is Kind.PERCENTAGE and value > 100 and not kpi.may_exceed_hundred:
        return f"{kpi.code} must be 100 or less, not {value:f}."
    return None

"""Whether a stated value agrees with its numerator and denominator; pure."""

from dataclasses import dataclass
from decimal import Decimal

from scrutable.contracts.facts import Kind, KpiDefinition
from scrutable.contracts.rules.judging import rounded


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A value that its own parts contradict, and what to do about it."""

    fault: str
    remedy: str


def recomputed(
    definition: KpiDefinition, numerator: Decimal, denominator: Decimal
) -> Decimal | None:
    """Return numerator over denominator in the KPI's unit; None where the denominator is 0."""
    if denominator == 0:
        return None
    share = numerator / denominator
    return share * 100 if definition.kind is Kind.PERCENTAGE else share


def mismatch(
    definition: KpiDefinition,
    value: Decimal | None,
    numerator: Decimal | None,
    denominator: Decimal | None,
) -> Mismatch | None:
    """Return what is wrong between a value and its parts, or None.

    They are compared at the precision of the contract. With only one of the two parts there
    is nothing to compare. 0 of 0 is no activity, never 0 and never 100.
    """
    if numerator is None or denominator is None:
        return None
    computed = recomputed(definition, numerator, denominator)
    parts = f"{numerator:f} of {denominator:f}"
    if computed is None:
        if value is None:
            return None
        return Mismatch(
            f"the value is {value:f} but its denominator is 0",
            "leave the value out and say “No activity”, or correct the denominator",
        )
    share = rounded(definition, computed)
    unit = "%" if definition.kind is Kind.PERCENTAGE else ""
    if value is None:
        return Mismatch(
            f"there is no value although {parts} is {share:f}{unit}",
            "give the value, or take the numerator and denominator out",
        )
    if rounded(definition, value) != share:
        return Mismatch(
            f"the value is {value:f}{unit} but {parts} is {share:f}{unit}",
            "correct the value, the numerator or the denominator",
        )
    return None

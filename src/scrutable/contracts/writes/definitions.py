"""KPIs defined and redefined: each definition is a new row, the earlier ones are kept."""

from collections.abc import Mapping
from datetime import datetime

from scrutable.audit.writes import change
from scrutable.contracts import facts, models, reads
from scrutable.contracts.rules.formulas import formula_fault
from scrutable.kernel.references import canonical_code
from scrutable.registers import reads as registers


class UnfitDefinition(Exception):
    """The definition contradicts itself."""


def define_kpi(*, definition: facts.KpiDefinition, by: str, at: datetime) -> None:
    """Record the KPI as defined from now on, levels and bands included.

    Raises UnfitDefinition and UnknownContract. A formula may name only KPIs that are defined
    already. The same definition again is a new version all the same: an approval may be repeated.
    """
    refuse_unfit(definition)
    with change(verb="kpi_defined", subject=definition.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        registers.contract(definition.contract, known)
        if fault := formula_fault(definition, reads.definitions(definition.contract, known)):
            raise UnfitDefinition(f"The formula cannot be used: {fault}.")
        try:
            under_way.before = _terms(reads.definition(definition.contract, definition.code, known))
        except reads.UnknownKpi:
            under_way.before = {}
        columns = _columns(definition)
        models.Kpi.objects.create(**columns, event=under_way.number)
        under_way.after = _terms(definition)


def refuse_unfit(definition: facts.KpiDefinition) -> None:
    """Raise UnfitDefinition, with every fault, for a definition that contradicts itself."""
    faults = []
    if canonical_code(definition.code) != definition.code:
        faults.append(f"Write the code {definition.code} in the form CSC_KPI_04.")
    sign = 1 if definition.direction is facts.Direction.HIGHER else -1
    faults += [
        f"The minimum {level.minimum:f} is better than the target {level.target:f} "
        f"from {level.effective_from.words}."
        for level in definition.levels
        if level.minimum is not None and sign * level.minimum > sign * level.target
    ]
    starts = [level.effective_from for level in definition.levels]
    if len(set(starts)) != len(starts):
        faults.append("Two levels start in the same month; keep one.")
    edges = [sign * band.from_value for band in definition.bands]
    if edges != sorted(edges, reverse=True):
        faults.append("Put the bands in order, the mildest first.")
    if faults:
        raise UnfitDefinition(" ".join(faults))


def _columns(kpi: facts.KpiDefinition) -> dict[str, object]:
    return {
        "contract": kpi.contract,
        "code": kpi.code,
        "service": kpi.service,
        "title": kpi.title,
        "kind": kpi.kind.value,
        "direction": kpi.direction.value,
        "unit": kpi.unit,
        "decimals": kpi.decimals,
        "rule": kpi.rule.value,
        "rule_numbers": {name: f"{number:f}" for name, number in kpi.rule_numbers.items()},
        "levels": [_level(level) for level in kpi.levels],
        "bands": [_band(band) for band in kpi.bands],
        "numerator": kpi.numerator,
        "denominator": kpi.denominator,
        "formula": kpi.formula,
        "may_exceed_hundred": kpi.may_exceed_hundred,
        "critical": kpi.critical,
        "why_it_matters": kpi.why_it_matters,
        "clause": kpi.clause,
        "first_month": kpi.first_month,
        "discontinued_from": kpi.discontinued_from,
        "discontinued_why": kpi.discontinued_why,
        "authored_by": kpi.authored_by,
        "checked_by": kpi.checked_by,
        "review_by": kpi.review_by,
    }


def _level(level: facts.Level) -> Mapping[str, str | None]:
    return {
        "effective_from": str(level.effective_from),
        "target": f"{level.target:f}",
        "minimum": None if level.minimum is None else f"{level.minimum:f}",
    }


def _band(band: facts.Band) -> Mapping[str, str | None]:
    return {
        "severity": band.severity.value,
        "from_value": f"{band.from_value:f}",
        "points": None if band.points is None else str(band.points),
    }


def _terms(kpi: facts.KpiDefinition) -> dict[str, object]:
    plain = (str, int, list, dict, bool)
    return {
        name: value if isinstance(value, plain) else str(value)
        for name, value in _columns(kpi).items()
        if value not in (None, "", [], {})
    }

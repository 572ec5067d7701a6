"""KPIs as the contract defined them at a known moment."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from scrutable.audit.reads import as_known
from scrutable.contracts import facts, models
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Contract


class UnknownKpi(Exception):
    """The contract has no such KPI."""

    def __init__(self, contract: str, code: str) -> None:
        super().__init__(f"Contract {contract} has no KPI {code}. Check its code on the contract.")


def definitions(contract: str, known: int) -> list[facts.KpiDefinition]:
    """Return the contract's KPIs by code."""
    rows = as_known(models.Kpi.objects.filter(contract=contract), known).order_by("code")
    return [_definition(row) for row in rows]


def definition(contract: str, code: str, known: int) -> facts.KpiDefinition:
    """Return one KPI; raises UnknownKpi."""
    row = as_known(models.Kpi.objects.filter(contract=contract, code=code), known).first()
    if row is None:
        raise UnknownKpi(contract, code)
    return _definition(row)


def definition_versions(contract: str, code: str) -> list[facts.KpiDefinition]:
    """Return every version of the KPI's definition, oldest first."""
    rows = models.Kpi.objects.filter(contract=contract, code=code).order_by("event")
    return [_definition(row) for row in rows]


def in_service_order(
    contract: Contract, kpis: Sequence[facts.KpiDefinition]
) -> tuple[facts.KpiDefinition, ...]:
    """Order by the contract's services, then the code; services it does not name come last."""
    place = {service: number for number, service in enumerate(contract.services)}
    return tuple(
        sorted(kpis, key=lambda kpi: (place.get(kpi.service, len(place)), kpi.service, kpi.code))
    )


def _definition(row: models.Kpi) -> facts.KpiDefinition:
    return facts.KpiDefinition(
        contract=row.contract,
        code=row.code,
        service=row.service,
        title=row.title,
        kind=facts.Kind(row.kind),
        direction=facts.Direction(row.direction),
        unit=row.unit,
        decimals=row.decimals,
        rule=facts.RuleKind(row.rule),
        rule_numbers={name: Decimal(number) for name, number in row.rule_numbers.items()},
        levels=tuple(_level(level, row.event) for level in row.levels),
        bands=tuple(_band(band) for band in row.bands),
        numerator=row.numerator,
        denominator=row.denominator,
        formula=row.formula,
        may_exceed_hundred=row.may_exceed_hundred,
        critical=row.critical,
        why_it_matters=row.why_it_matters,
        clause=row.clause,
        first_month=row.first_month,
        discontinued_from=row.discontinued_from,
        discontinued_why=row.discontinued_why,
        authored_by=row.authored_by,
        checked_by=row.checked_by,
        review_by=row.review_by,
        version=row.event,
    )


def _level(level: Mapping[str, str | None], version: int) -> facts.Level:
    return facts.Level(
        effective_from=Month.parse(str(level["effective_from"])),
        target=Decimal(str(level["target"])),
        minimum=None if level["minimum"] is None else Decimal(level["minimum"]),
        version=version,
    )


def _band(band: Mapping[str, str | None]) -> facts.Band:
    return facts.Band(
        severity=facts.Severity(str(band["severity"])),
        from_value=Decimal(str(band["from_value"])),
        points=None if band["points"] is None else int(band["points"]),
    )

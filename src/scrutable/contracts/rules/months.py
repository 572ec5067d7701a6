"""One KPI in one month: result, judgement and mitigation brought together; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.contracts import facts
from scrutable.contracts.rules import judging
from scrutable.kernel.periods import Month, Span
from scrutable.registers.facts import Contract


@dataclass(frozen=True, slots=True)
class _Held:
    """All that is held about one KPI, besides its definition."""

    contract: Contract
    histories: Mapping[Month, Sequence[facts.Result]]
    stood: Mapping[Month, facts.Result]
    mitigations: Sequence[facts.Mitigation]
    as_at: date


def kpi_months(
    definition: facts.KpiDefinition,
    span: Span,
    *,
    contract: Contract,
    histories: Mapping[Month, Sequence[facts.Result]],
    mitigations: Sequence[facts.Mitigation],
    as_at: date,
) -> tuple[facts.KpiMonth, ...]:
    """Return the KPI's months, oldest first, each with its one status.

    `histories` holds every version known of each month's result, oldest first, a year further
    back than the span where the rule looks back. The last mitigation granted wins where two
    cover a month.
    """
    stood = {month: versions[-1] for month, versions in histories.items()}
    held = _Held(contract, histories, stood, mitigations, as_at)
    return tuple(_kpi_month(definition, month, held) for month in span)


def _kpi_month(definition: facts.KpiDefinition, month: Month, held: _Held) -> facts.KpiMonth:
    result = held.stood.get(month)
    looks_back = definition.rule is facts.RuleKind.LAST_YEAR
    status = judging.status_of(
        definition,
        month,
        result,
        as_at=held.as_at,
        due_on=judging.return_due_on(held.contract, month),
        last_year=judging.value_last_year(held.stood, month) if looks_back else None,
    )
    covering = [item for item in held.mitigations if item.covers(month)]
    return facts.KpiMonth(
        contract=definition.contract,
        code=definition.code,
        month=month,
        status=status,
        result=result,
        level=definition.level_in(month),
        mitigation=max(covering, key=lambda item: item.number, default=None),
        restated_from=_restated_from(held.histories.get(month, ())),
        severity=judging.severity_of(definition, status, result.value if result else None),
    )


def _restated_from(history: Sequence[facts.Result]) -> Decimal | None:
    """Return the value first reported where the value that stands now is another."""
    measured = [version.value for version in history if version.value is not None]
    if not measured or measured[0] == history[-1].value:
        return None
    return measured[0]

"""One KPI in one month: result, judgement and mitigation brought together; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from scrutable.contracts import facts
from scrutable.contracts.rules import judging
from scrutable.contracts.rules.formulas import Histories, with_formulas
from scrutable.contracts.rules.owing import Owing
from scrutable.kernel.periods import Month, Span


def contract_months(
    definitions: Sequence[facts.KpiDefinition],
    span: Span,
    *,
    owing: Owing,
    histories: Histories,
    mitigations: Sequence[facts.Mitigation],
) -> tuple[facts.KpiMonth, ...]:
    """Return every KPI's months in the order of the definitions, formulas worked out.

    `histories` holds, by code and month, every version known, oldest first.
    """
    complete = with_formulas(definitions, histories)
    return tuple(
        entry
        for kpi in definitions
        for entry in kpi_months(
            kpi,
            span,
            owing=owing,
            histories=complete.get(kpi.code, {}),
            mitigations=[item for item in mitigations if item.code == kpi.code],
        )
    )


def kpi_months(
    definition: facts.KpiDefinition,
    span: Span,
    *,
    owing: Owing,
    histories: Mapping[Month, Sequence[facts.Result]],
    mitigations: Sequence[facts.Mitigation],
) -> tuple[facts.KpiMonth, ...]:
    """Return the KPI's months, oldest first, each with its one status.

    `histories` holds every version known of each month's result, oldest first, a year further
    back than the span where the rule looks back. The last mitigation granted wins where two
    cover a month. A month without a result for which `owing` owes none is not applicable,
    never late.
    """
    about = _Kpi(
        definition=definition,
        owing=owing,
        stood={month: versions[-1] for month, versions in histories.items()},
        histories=histories,
        mitigations=mitigations,
    )
    return tuple(about.in_month(month) for month in span)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kpi:
    """What is known of one KPI."""

    definition: facts.KpiDefinition
    owing: Owing
    stood: Mapping[Month, facts.Result]
    histories: Mapping[Month, Sequence[facts.Result]]
    mitigations: Sequence[facts.Mitigation]

    def in_month(self, month: Month) -> facts.KpiMonth:
        """Return the KPI's month."""
        result = self.stood.get(month)
        value = None if result is None else result.value
        looks_back = self.definition.rule is facts.RuleKind.LAST_YEAR
        last_year = judging.value_last_year(self.stood, month) if looks_back else None
        status = judging.status_of(
            self.definition,
            month,
            result,
            as_at=self.owing.as_at,
            due_on=self.owing.due_on(month),
            last_year=last_year,
        )
        is_open = result is None and status is not facts.Status.DISCONTINUED
        if is_open and not self.owing.owes(month):
            status = facts.Status.NOT_APPLICABLE
        return facts.KpiMonth(
            contract=self.definition.contract,
            code=self.definition.code,
            month=month,
            status=status,
            result=result,
            level=self.definition.level_in(month),
            mitigation=self._mitigation_in(month) if self.mitigations else None,
            restated_from=self._restated_from(month, value),
            severity=judging.severity_of(self.definition, status, value),
            last_year=last_year,
        )

    def _mitigation_in(self, month: Month) -> facts.Mitigation | None:
        covering = [item for item in self.mitigations if item.covers(month)]
        return max(covering, key=lambda item: item.number, default=None)

    def _restated_from(self, month: Month, value: Decimal | None) -> Decimal | None:
        """Return the value first reported where what stands now reads differently."""
        history = self.histories.get(month, ())
        if len(history) < 2:
            return None
        first = next((version.value for version in history if version.value is not None), None)
        if first is None or value == first:
            return None
        exact = judging.rounded(self.definition, first)
        is_same = value is not None and judging.rounded(self.definition, value) == exact
        return None if is_same else first

"""A KPI's trend as a chart takes it, on its page and in reports alike; pure."""

from collections.abc import Iterable, Mapping

from scrutable.contracts.facts import KpiDefinition, KpiMonth, RuleKind, Status
from scrutable.contracts.presenters import words
from scrutable.documents.charts.facts import Direction, Miss, TrendPoint

MISSES: Mapping[Status, Miss] = {Status.BELOW_TARGET: "target", Status.BELOW_MINIMUM: "minimum"}


def trend_points(entries: Iterable[KpiMonth]) -> tuple[TrendPoint, ...]:
    """Return each month with its levels, its miss, and what was first reported."""
    return tuple(_point(entry) for entry in entries)


def trend_direction(definition: KpiDefinition) -> Direction:
    """Return which side of the target is better; a two-sided rule wants to be within."""
    if definition.rule is RuleKind.TWO_SIDED:
        return "within"
    return definition.direction.value


def _point(entry: KpiMonth) -> TrendPoint:
    value = entry.result.value if entry.result else None
    return TrendPoint(
        period=entry.month.short,
        value=value,
        target=entry.level.target if entry.level else None,
        minimum=entry.level.minimum if entry.level else None,
        miss=MISSES.get(entry.status, ""),
        mitigated=entry.is_mitigated,
        restated_from=entry.restated_from,
        reason="" if value is not None else words.WORDS[entry.status],
    )

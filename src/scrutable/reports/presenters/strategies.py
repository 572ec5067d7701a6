"""KPIs as the line of sight shows them: by name, with the last status, in words; pure."""

from collections.abc import Mapping

from scrutable.contracts.facts import KpiDefinition, KpiMonth
from scrutable.contracts.presenters.addresses import kpi_address
from scrutable.contracts.presenters.words import SHAPES, TAG_COLOURS, WORDS
from scrutable.govuk.facts import Tag
from scrutable.portfolio.presenters.strategies.sight import KpiSeen


def kpis_seen(
    named: Mapping[str, tuple[KpiDefinition, KpiMonth | None]],
) -> dict[str, KpiSeen]:
    """Return each KPI by its reference."""
    return {reference: _seen(reference, *one) for reference, one in named.items()}


def _seen(reference: str, definition: KpiDefinition, month: KpiMonth | None) -> KpiSeen:
    status = month.status if month else None
    return KpiSeen(
        reference=reference,
        name=definition.title,
        status=Tag(WORDS[status], TAG_COLOURS[status], SHAPES[status]) if status else None,
        period=month.month.words if month else "",
        href=kpi_address(definition.contract, definition.code),
        version=definition.version,
    )

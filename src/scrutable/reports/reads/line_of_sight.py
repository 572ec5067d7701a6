"""The KPIs that stand on a line of sight, each with the last month in which it was judged."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from scrutable.contracts import reads as contracts
from scrutable.contracts.facts import KpiDefinition, KpiMonth
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import kpi_reference
from scrutable.registers import reads as registers

LOOKED_BACK = 12  # months in which the last judgement is looked for


def kpis_named(
    references: Collection[str], known: int, as_at: date
) -> dict[str, tuple[KpiDefinition, KpiMonth | None]]:
    """Return each KPI that there is with its last judged month, None where none was.

    A handful of queries for each contract that is named, however many KPIs.
    """
    last = Month.of(as_at).plus(-1)
    span = Span(last.plus(1 - LOOKED_BACK), last)
    by_contract: dict[str, set[str]] = defaultdict(set)
    for reference in references:
        by_contract[reference.split("/")[1]].add(reference)
    there = {one.code for one in registers.contracts(known)}
    found: dict[str, tuple[KpiDefinition, KpiMonth | None]] = {}
    for contract in sorted(set(by_contract) & there):
        judged = contracts.performance(contract, span, as_at, known)
        for definition in judged.definitions:
            reference = kpi_reference(contract, definition.code)
            if reference in by_contract[contract]:
                months = [one for one in judged.of(definition.code) if one.status.is_judged]
                found[reference] = definition, months[-1] if months else None
    return found

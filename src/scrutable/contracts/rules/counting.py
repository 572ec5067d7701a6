"""How many KPIs stand where; pure. Every KPI is in exactly one status of every total."""

from collections import Counter
from collections.abc import Iterable, Mapping

from scrutable.contracts.facts import Counts, KpiMonth, Performance, Status
from scrutable.kernel.periods import Month


def count(entries: Iterable[KpiMonth]) -> Counts:
    """Return the counts, with a nought for every status nobody has."""
    found: Counter[Status] = Counter()
    mitigated: Counter[Status] = Counter()
    for entry in entries:
        found[entry.status] += 1
        mitigated[entry.status] += entry.is_mitigated
    return Counts(
        by_status={status: found[status] for status in Status},
        mitigated={status: mitigated[status] for status in Status if status.is_miss},
    )


def count_by_month(performance: Performance) -> Mapping[Month, Counts]:
    """Return the counts of each month, oldest first."""
    months: dict[Month, list[KpiMonth]] = {month: [] for month in performance.span}
    for entry in performance.months:
        months[entry.month].append(entry)
    return {month: count(entries) for month, entries in months.items()}


def count_by_service(performance: Performance, month: Month) -> Mapping[str, Counts]:
    """Return the counts of each service in the month, in the order of the definitions."""
    service_of = {kpi.code: kpi.service for kpi in performance.definitions}
    services: dict[str, list[KpiMonth]] = {kpi.service: [] for kpi in performance.definitions}
    for entry in performance.during(month):
        services[service_of[entry.code]].append(entry)
    return {service: count(entries) for service, entries in services.items()}

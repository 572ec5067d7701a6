"""What is known now that was not known then, about the same months; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from scrutable.contracts.facts import (
    Changes,
    KpiDefinition,
    KpiMonth,
    Mitigation,
    Performance,
    Restated,
)
from scrutable.contracts.rules.judging import rounded
from scrutable.kernel.periods import Month


def changes(
    earlier: Performance,
    later: Performance,
    *,
    mitigations_then: Iterable[Mitigation] = (),
    mitigations_now: Iterable[Mitigation] = (),
) -> Changes:
    """Return the changes since `earlier` was known, in the order of the definitions.

    Only KPIs and months in both are compared; a value that reads the same at the KPI's precision
    has not been restated. A mitigation has lapsed if it held in the month of the earlier report
    and, run out or withdrawn, no longer does in the month of the later one. One that was
    granted and has lapsed in between is both new and lapsed.
    """
    kpis = {kpi.code: kpi for kpi in later.definitions}
    pairs = _pairs(earlier, later)
    then = {item.reference: item for item in mitigations_then}
    now = {item.reference: item for item in mitigations_now}
    return Changes(
        since=earlier.known,
        restated=tuple(
            Restated(before=before, after=after)
            for before, after in pairs
            if _is_restated(kpis[after.code], before, after)
        ),
        arrived=tuple(
            after for before, after in pairs if before.result is None and after.result is not None
        ),
        new_mitigations=tuple(now[name] for name in sorted(now, key=_number) if name not in then),
        lapsed_mitigations=_lapsed(then, now, earlier, later),
        redefined=_redefined(earlier.definitions, later.definitions),
        renewed_mitigations=tuple(
            item
            for name, item in now.items()
            if name in then and item.span.last > then[name].span.last
        ),
    )


def _pairs(earlier: Performance, later: Performance) -> list[tuple[KpiMonth, KpiMonth]]:
    known = {(entry.code, entry.month): entry for entry in earlier.months}
    return [
        (known[entry.code, entry.month], entry)
        for entry in later.months
        if (entry.code, entry.month) in known
    ]


def _is_restated(kpi: KpiDefinition, before: KpiMonth, after: KpiMonth) -> bool:
    if before.result is None or after.result is None:
        return False
    was, now = before.result, after.result
    if was.value is None or now.value is None:
        return was.value is not now.value or was.no_value is not now.no_value
    return rounded(kpi, was.value) != rounded(kpi, now.value)


def _number(reference: str) -> tuple[str, int]:
    contract, _, number = reference.rpartition("/")
    return contract, int(number)


def _lapsed(
    then: Mapping[str, Mitigation],
    now: Mapping[str, Mitigation],
    earlier: Performance,
    later: Performance,
) -> tuple[Mitigation, ...]:
    first, last = Month.of(earlier.as_at), Month.of(later.as_at)
    held = [name for name, item in then.items() if item.covers(first)]
    held += [name for name in now if name not in then]
    return tuple(
        now[name] for name in sorted(held, key=_number) if name in now and _over(now[name], last)
    )


def _over(item: Mitigation, month: Month) -> bool:
    """Test whether the mitigation is at its end, not merely yet to begin."""
    return not item.covers(month) and item.span.first <= month


def _redefined(earlier: Sequence[KpiDefinition], later: Sequence[KpiDefinition]) -> tuple[str, ...]:
    then = {kpi.code: _substance(kpi) for kpi in earlier}
    return tuple(
        kpi.code for kpi in later if kpi.code in then and _substance(kpi) != then[kpi.code]
    )


def _substance(kpi: KpiDefinition) -> KpiDefinition:
    """Return the definition without who wrote or checked it and the numbers of its events."""
    return replace(
        kpi,
        levels=tuple(replace(level, version=0) for level in kpi.levels),
        authored_by="",
        checked_by="",
        review_by=None,
        version=0,
    )

"""Results and their versions; the last version by a known moment is what stood then."""

from collections.abc import Iterable, Sequence
from typing import Any

from scrutable.contracts import facts, models
from scrutable.kernel.periods import Month, Span

Key = tuple[str, Month]

COLUMNS = (
    "code", "month", "value", "no_value", "standing", "source", "numerator", "denominator",
    "commentary", "file", "place", "why", "recorded_by", "recorded_at", "event",
)  # fmt: skip


def histories(
    contract: str, span: Span, known: int, codes: Sequence[str] | None = None
) -> dict[Key, list[facts.Result]]:
    """Return every version known of each result in the months, oldest first; one query.

    Of every KPI, or of those whose codes are given.
    """
    rows = models.Result.objects.filter(
        contract=contract, month__gte=span.first, month__lte=span.last, event__lte=known
    )
    if codes is not None:
        rows = rows.filter(code__in=codes)
    found: dict[Key, list[facts.Result]] = {}
    for row in rows.order_by("event").values_list(*COLUMNS):
        found.setdefault((row[0], row[1]), []).append(_result(contract, row))
    return found


def versions(contract: str, code: str, month: Month | None = None) -> list[facts.Result]:
    """Return every version of the KPI's results, oldest first; of one month if it is given."""
    rows = models.Result.objects.filter(contract=contract, code=code)
    if month is not None:
        rows = rows.filter(month=month)
    return [_result(contract, row) for row in rows.order_by("event").values_list(*COLUMNS)]


def standing_results(contract: str, span: Span, known: int) -> dict[str, dict[Month, facts.Result]]:
    """Return the results as they stood at the event, by code and month."""
    found: dict[str, dict[Month, facts.Result]] = {}
    for (code, month), history in histories(contract, span, known).items():
        found.setdefault(code, {})[month] = history[-1]
    return found


def versions_from(file: str) -> list[facts.Result]:
    """Return the results that came from the file with this SHA-256, by event."""
    rows = models.Result.objects.filter(file=file).order_by("event", "code")
    return [_result(contract, row) for contract, *row in rows.values_list("contract", *COLUMNS)]


def _result(contract: str, row: Iterable[Any]) -> facts.Result:
    code, month, value, no_value, standing, source, *rest = row
    numerator, denominator, commentary, file, place, why, by, at, event = rest
    return facts.Result(
        contract=contract,
        code=code,
        month=month,
        value=value,
        no_value=facts.NoValue(no_value) if no_value else None,
        standing=facts.Standing(standing),
        source=facts.Source(source),
        numerator=numerator,
        denominator=denominator,
        commentary=commentary,
        file=file,
        place=place,
        why=why,
        by=by,
        at=at,
        version=event,
    )

"""Since when projects are red or late, by all that was ever said of them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from scrutable.audit.models import Kept
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.benefit_rows import MOST_NAMED
from scrutable.portfolio.rules.attending.holding import held_since

RATINGS = {"": None, **{one.value: one for one in facts.Rating}}
Row = TypeVar("Row", bound=Kept)
SAID = ("override_reason", "overall", "time", "cost", "scope", "benefits")
DATED = ("original", "current", "forecast", "actual")


def held(known: int, as_at: date, red_after: int, wanted: Collection[str]) -> dict[str, facts.Held]:
    """Return since when each project with one of these numbers is red, or late."""
    rated, dated = _rated(known, as_at, wanted), _dated(known, as_at, wanted)
    return {
        number: held_since(rated.get(number, ()), dated.get(number, ()), red_after, as_at)
        for number in wanted
    }


def _rated(known: int, as_at: date, wanted: Collection[str]) -> dict[str, list[facts.Rated]]:
    said = models.Status.objects.filter(event__lte=known, on__lte=as_at)
    found: dict[str, list[facts.Rated]] = defaultdict(list)
    for number, *row in _told(said, wanted, ("on",), SAID):
        one = _rated_as(*row)
        if one is not None:
            found[number].append(one)
    return found


@lru_cache(maxsize=1 << 14)
def _rated_as(on: str, reason: str, overall: str, *parts: str) -> facts.Rated | None:
    is_over = bool(reason.strip())
    worst = rules.worst(RATINGS[text] for text in ([overall] if is_over else [overall, *parts]))
    if worst is None:
        return None
    return facts.Rated(on=date.fromisoformat(on), worst=worst, is_overridden=is_over)


def _dated(known: int, as_at: date, wanted: Collection[str]) -> dict[str, list[facts.Dated]]:
    said = models.DateMove.objects.filter(event__lte=known, on__lte=as_at, milestone=facts.GO_LIVE)
    found: dict[str, list[facts.Dated]] = defaultdict(list)
    for number, *row in _told(said, wanted, ("on", *DATED)):
        found[number].append(_dated_as(*row))
    return found


@lru_cache(maxsize=1 << 14)
def _dated_as(
    on: str, original: str, current: str, forecast: str | None, actual: str | None
) -> facts.Dated:
    return facts.Dated(
        on=date.fromisoformat(on),
        said=date.fromisoformat(actual or forecast or current),
        measure=min(date.fromisoformat(original), date.fromisoformat(current)),
        is_reached=actual is not None,
    )


def _told(
    rows: QuerySet[Row], wanted: Collection[str], days: Sequence[str], words: Sequence[str] = ()
) -> Iterator[tuple[Any, ...]]:
    """Yield the project, those days as text, and those words of each row, as they were said.

    Of very many projects it yields what was said of all. A hundred thousand days are read as the
    text that both databases give, because most of them are the same few.
    """
    if len(wanted) <= MOST_NAMED:
        rows = rows.filter(project__in=sorted(wanted))
    texts: dict[str, Any] = {f"{name}_text": Cast(name, TextField()) for name in days}
    said = rows.annotate(**texts).order_by("event", "id")
    yield from said.values_list("project", *texts, *words).iterator(chunk_size=5_000)

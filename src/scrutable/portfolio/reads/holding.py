"""Since when projects are red or late, by all that was ever said of them.

Carried from event to event: only projects that were written of since are gone through again.
"""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from scrutable.audit.models import Kept
from scrutable.audit.reads import Carried
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.rules.attending.holding import held_since

HELD: Carried[facts.Held] = Carried(
    {models.Project: "number", models.DateMove: "project", models.Status: "project"}
)
RATINGS = {"": None, **{one.value: one for one in facts.Rating}}
Row = TypeVar("Row", bound=Kept)
SAID = ("project", "on", "override_reason", "overall", "time", "cost", "scope", "benefits")


def held(known: int, as_at: date, red_after: int) -> dict[str, facts.Held]:
    """Return of every project that was rated or dated by the day since when it is red, or late."""

    def work_out(only: Collection[str] | None) -> dict[str, facts.Held]:
        rated, dated = _rated(known, as_at, only), _dated(known, as_at, only)
        return {
            number: held_since(rated.get(number, ()), dated.get(number, ()), red_after, as_at)
            for number in {*rated, *dated, *(only or ())}
        }

    return dict(HELD.of(known, (as_at, red_after), work_out))


def _rated(known: int, as_at: date, only: Collection[str] | None) -> dict[str, list[facts.Rated]]:
    said = _of(models.Status.objects.filter(event__lte=known, on__lte=as_at), only)
    found: dict[str, list[facts.Rated]] = defaultdict(list)
    for number, on, reason, overall, *parts in said.order_by("event", "id").values_list(*SAID):
        is_over = bool(reason.strip())
        words = [overall] if is_over else [overall, *parts]
        worst = rules.worst(RATINGS[text] for text in words)
        if worst is not None:
            found[number].append(facts.Rated(on=on, worst=worst, is_overridden=is_over))
    return found


def _dated(known: int, as_at: date, only: Collection[str] | None) -> dict[str, list[facts.Dated]]:
    said = models.DateMove.objects.filter(
        event__lte=known, on__lte=as_at, milestone=facts.GO_LIVE
    ).order_by("event", "id")
    found: dict[str, list[facts.Dated]] = defaultdict(list)
    columns = ("project", "on", "original", "current", "forecast", "actual")
    for number, on, original, current, forecast, actual in _of(said, only).values_list(*columns):
        found[number].append(
            facts.Dated(
                on=on,
                said=actual or forecast or current,
                measure=min(original, current),
                is_reached=actual is not None,
            )
        )
    return found


def _of(rows: QuerySet[Row], only: Collection[str] | None) -> QuerySet[Row]:
    return rows if only is None else rows.filter(project__in=sorted(only))

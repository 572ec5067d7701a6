"""Since when projects are red or late, by all that was ever said of them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from typing import TypeVar

from django.db.models import QuerySet

from scrutable.audit.models import Kept
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.benefit_rows import MOST_NAMED
from scrutable.portfolio.rules.attending.holding import held_since

RATINGS = {"": None, **{one.value: one for one in facts.Rating}}
Row = TypeVar("Row", bound=Kept)
SAID = ("project", "on", "override_reason", "overall", "time", "cost", "scope", "benefits")


def held(known: int, as_at: date, red_after: int, wanted: Collection[str]) -> dict[str, facts.Held]:
    """Return since when each project with one of these numbers is red, or late."""
    rated, dated = _rated(known, as_at, wanted), _dated(known, as_at, wanted)
    return {
        number: held_since(rated.get(number, ()), dated.get(number, ()), red_after, as_at)
        for number in wanted
    }


def _rated(known: int, as_at: date, wanted: Collection[str]) -> dict[str, list[facts.Rated]]:
    said = _of(models.Status.objects.filter(event__lte=known, on__lte=as_at), wanted)
    found: dict[str, list[facts.Rated]] = defaultdict(list)
    for number, on, reason, overall, *parts in said.order_by("event", "id").values_list(*SAID):
        is_over = bool(reason.strip())
        words = [overall] if is_over else [overall, *parts]
        worst = rules.worst(RATINGS[text] for text in words)
        if worst is not None:
            found[number].append(facts.Rated(on=on, worst=worst, is_overridden=is_over))
    return found


def _dated(known: int, as_at: date, wanted: Collection[str]) -> dict[str, list[facts.Dated]]:
    said = models.DateMove.objects.filter(
        event__lte=known, on__lte=as_at, milestone=facts.GO_LIVE
    ).order_by("event", "id")
    found: dict[str, list[facts.Dated]] = defaultdict(list)
    columns = ("project", "on", "original", "current", "forecast", "actual")
    for number, on, original, current, forecast, actual in _of(said, wanted).values_list(*columns):
        found[number].append(
            facts.Dated(
                on=on,
                said=actual or forecast or current,
                measure=min(original, current),
                is_reached=actual is not None,
            )
        )
    return found


def _of(rows: QuerySet[Row], wanted: Collection[str]) -> QuerySet[Row]:
    """Keep what was said of those projects; of very many, whatever was said."""
    return rows.filter(project__in=sorted(wanted)) if len(wanted) <= MOST_NAMED else rows

"""The projects that a timeline shows, each with its re-baselines."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from scrutable.portfolio import facts, models
from scrutable.portfolio.facts.planned import Planned
from scrutable.portfolio.rules.planning import most_telling


def planned(judged: Sequence[facts.Judged], known: int, as_at: date) -> list[Planned]:
    """Return the forty projects at most that a timeline shows, in its order; one query."""
    shown = most_telling(judged)
    found: dict[str, list[date]] = defaultdict(list)
    rows = models.DateMove.objects.filter(
        project__in=[one.project.number for one in shown if one.line],
        milestone=facts.GO_LIVE,
        kind=facts.MoveKind.REBASELINE.value,
        event__lte=known,
        on__lte=as_at,
    )
    for number, to in rows.order_by("event", "id").values_list("project", "to"):
        found[number].append(to)
    return [
        Planned(
            project=one.project,
            line=one.line,
            slip=one.slip,
            notches=tuple(found[one.project.number]),
        )
        for one in shown
    ]

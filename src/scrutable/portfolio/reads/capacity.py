"""Posts, procurements and redirections as they stood on a day, by what was known."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.cases import project_titles
from scrutable.portfolio.reads.rows import as_move
from scrutable.records.reads import every, history

Kind = TypeVar("Kind", bound=facts.Record)


def staffing(known: int, as_at: date) -> facts.Staffing:
    """Return the structure as it was on the day, with how much of the one wanted is there."""
    posts = [said[-1] for said in by_day(facts.Post, known, lambda one: one.since <= as_at)]
    return rules.staffing(posts, as_at)


def procurements(known: int, as_at: date) -> list[facts.ProcurementJudged]:
    """Return every procurement by the day: those that go on first, the latest against its day."""
    said = by_day(facts.Procurement, known, lambda one: one.since <= as_at)
    ended = _ended(known, {number for versions in said for number in versions[-1].projects})
    found = [rules.procurement_judged(versions, ended, as_at) for versions in said]
    return sorted(
        found,
        key=lambda one: (not one.is_open, -(one.late_against_first or 0), one.procurement.code),
    )


def redirections(
    known: int, as_at: date, project: str | None = None
) -> list[facts.RedirectionJudged]:
    """Return who was taken off projects by the day, the newest first; of one project if named."""
    only = {} if project is None else {"project": project}
    taken = every(facts.Redirection, known, starts_on__lte=as_at, **only)
    titles = project_titles(known, {one.project for one in taken})
    moves = _go_lives(known, as_at, {one.project for one in taken})
    found = [
        rules.redirection_judged(one, titles.get(one.project, ""), moves[one.project], as_at)
        for one in taken
    ]
    return sorted(
        found,
        key=lambda one: (-one.redirection.starts_on.toordinal(), one.redirection.reference),
    )


def by_day(kind: type[Kind], known: int, has_begun: Callable[[Any], bool]) -> list[list[Kind]]:
    """Return of each key what was recorded of it and had begun, in the order of the log.

    What had not begun by the day is left out, and so is a key of which nothing had.
    """
    by_key = groupby(history(kind, known), key=lambda one: [getattr(one, k) for k in kind.KEY])
    found = [[one for one in said if has_begun(one)] for _, said in by_key]
    return [said for said in found if said]


def _ended(known: int, numbers: set[str]) -> frozenset[str]:
    """Return which of the projects have ended; there are few that wait for anything."""
    rows = as_known(models.Project.objects.filter(number__in=numbers), known)
    over = [stage.value for stage in facts.ENDED]
    return frozenset(rows.filter(stage__in=over).order_by().values_list("number", flat=True))


def _go_lives(known: int, as_at: date, wanted: set[str]) -> dict[str, list[facts.Move]]:
    found: dict[str, list[facts.Move]] = defaultdict(list)
    rows = models.DateMove.objects.filter(
        event__lte=known, on__lte=as_at, milestone=facts.GO_LIVE, project__in=wanted
    )
    for row in rows.order_by("event", "id"):
        found[row.project].append(as_move(row))
    return found

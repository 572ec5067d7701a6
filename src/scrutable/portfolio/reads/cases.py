"""What projects cost, and what one of them waits for."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from scrutable.audit.reads import Resting, as_known
from scrutable.portfolio import facts, models
from scrutable.records.reads import every, rows_of

WAITS: Resting[list[facts.Dependency]] = Resting((models.Dependency,))
HANGING = (facts.BusinessCase, facts.Funding, facts.Dependency, facts.DelayCost)


def money_papers(judged: Sequence[facts.Judged], known: int, as_at: date) -> facts.ProgrammePapers:
    """Return what the page of money shows: the projects as judged already, their money, delay."""
    return facts.ProgrammePapers(
        as_at=as_at,
        judged=tuple(judged),
        cases=(),
        funding=tuple(every(facts.Funding, known)),
        dependencies=(),
        delays=tuple(every(facts.DelayCost, known, on__lte=as_at)),
    )


def project_titles(known: int, numbers: Collection[str] | None = None) -> dict[str, str]:
    """Return the title of every project by its number, or of those numbers alone."""
    if numbers is not None and not numbers:
        return {}
    asked = models.Project.objects.all()
    rows = as_known(asked if numbers is None else asked.filter(number__in=numbers), known)
    return dict(rows.order_by("number").values_list("number", "title"))


def newest_event(number: str, known: int) -> int:
    """Return the event by which the project, or anything that hangs on it, changed last."""
    of_it: dict[str, Any] = {"project": number}
    tables: tuple[QuerySet[Any], ...] = (
        models.Project.objects.filter(number=number),
        models.DateMove.objects.filter(project=number),
        models.Status.objects.filter(project=number),
        *(rows_of(kind).filter(**of_it) for kind in HANGING),
    )
    found = (rows.filter(event__lte=known).aggregate(last=Max("event"))["last"] for rows in tables)
    return max((last for last in found if last), default=0)


def waits_around(number: str, known: int) -> list[facts.Dependency]:
    """Return what the project waits for and what every project waits for of others, by key.

    Those between projects tell whom a late one holds up and who waits in a circle.
    """
    every_one = WAITS.of(known, None, lambda: every(facts.Dependency, known))
    return [one for one in every_one if one.project == number or one.on_whom.startswith("project/")]

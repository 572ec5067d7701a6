"""What projects cost and what one of them waits for, read fast for pages that show them all."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Max, QuerySet

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models
from scrutable.portfolio.reads.records import every, rows_of

HANGING = (facts.BusinessCase, facts.Funding, facts.Dependency, facts.DelayCost)
SOURCES = {one.value: one for one in facts.FundingSource}
FUNDING = (
    "project",
    "source",
    "year",
    "approved",
    "spent",
    "spent_by",
    "expected",
    "budget_line",
    "decision",
    "event",
)


def every_funding(known: int) -> list[facts.Funding]:
    """Return every line of funding, by project, source and year."""
    rows = as_known(models.Funding.objects.all(), known).order_by("project", "source", "year")
    return [_funding(row) for row in rows.values_list(*FUNDING)]


def money_papers(judged: Sequence[facts.Judged], known: int, as_at: date) -> facts.ProgrammePapers:
    """Return what the page of money shows: the projects as judged already, their money, delay."""
    return facts.ProgrammePapers(
        as_at=as_at,
        judged=tuple(judged),
        cases=(),
        funding=tuple(every_funding(known)),
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
    tables: tuple[QuerySet[Any], ...] = (
        models.Project.objects.filter(number=number),
        models.DateMove.objects.filter(project=number),
        models.Status.objects.filter(project=number),
        *(rows_of(kind).filter(project=number) for kind in HANGING),
    )
    found = (rows.filter(event__lte=known).aggregate(last=Max("event"))["last"] for rows in tables)
    return max((last for last in found if last), default=0)


def waits_around(number: str, known: int) -> list[facts.Dependency]:
    """Return what the project waits for and what every project waits for of others, by key.

    Those between projects tell whom a late one holds up and who waits in a circle.
    """
    own = every(facts.Dependency, known, project=number)
    between = every(facts.Dependency, known, on_whom__startswith="project/")
    return [*own, *(one for one in between if one.project != number)]


def _funding(row: Sequence[Any]) -> facts.Funding:
    project, source, year, approved, spent, spent_by, expected, budget_line, decision, event = row
    return facts.Funding(
        project=project,
        source=SOURCES[source],
        year=year,
        approved=approved,
        spent=spent,
        spent_by=spent_by,
        expected=expected,
        budget_line=budget_line,
        decision=decision,
        version=event,
    )

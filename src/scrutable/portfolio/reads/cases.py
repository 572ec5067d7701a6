"""What projects cost and what one of them waits for, read fast for pages that show them all."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Max, Q, QuerySet

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models
from scrutable.portfolio.reads.records import rows_of

HANGING = (facts.BusinessCase, facts.Funding, facts.Dependency, facts.DelayCost)
SOURCES = {one.value: one for one in facts.FundingSource}
STATES = {one.value: one for one in facts.DependencyState}
DEPENDENCY = (
    "project",
    "number",
    "on_whom",
    "what",
    "needed_by",
    "expected_on",
    "state",
    "settled_on",
    "owner",
    "note",
    "event",
)
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
        delays=tuple(every_delay(known, as_at)),
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
    asked = Q(project=number) | Q(on_whom__startswith="project/")
    return _dependencies(as_known(models.Dependency.objects.all(), known).filter(asked))


def every_dependency(known: int) -> list[facts.Dependency]:
    """Return everything that projects wait for, by project and number."""
    return _dependencies(as_known(models.Dependency.objects.all(), known))


def every_delay(known: int, by: date) -> list[facts.DelayCost]:
    """Return what delay has cost by the day, by project and number."""
    rows = as_known(models.DelayCost.objects.all(), known).filter(on__lte=by)
    return [
        facts.DelayCost(
            project=project,
            number=number,
            on=on,
            pounds=pounds,
            what_for=what_for,
            source=source,
            version=event,
        )
        for project, number, on, pounds, what_for, source, event in rows.order_by(
            "project", "number"
        ).values_list("project", "number", "on", "pounds", "what_for", "source", "event")
    ]


def _dependencies(rows: QuerySet[models.Dependency]) -> list[facts.Dependency]:
    found = rows.order_by("project", "number").values_list(*DEPENDENCY)
    return [_dependency(row) for row in found]


def _dependency(row: Sequence[Any]) -> facts.Dependency:
    project, number, on_whom, what, needed, expected, state, settled, owner, note, event = row
    return facts.Dependency(
        project=project,
        number=number,
        on_whom=on_whom,
        what=what,
        needed_by=needed,
        expected_on=expected,
        state=STATES[state],
        settled_on=settled,
        owner=owner,
        note=note,
        version=event,
    )


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

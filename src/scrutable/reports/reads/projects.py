"""Reports and decisions that used a project, and the KPIs that it is to move."""

from collections.abc import Iterable, Iterator, Sequence

from django.db.models import Count, Max, Q

from scrutable.access.facts import Role
from scrutable.contracts import reads as contracts
from scrutable.contracts.facts import KpiDefinition
from scrutable.meetings import reads as meetings
from scrutable.portfolio import facts as portfolio
from scrutable.portfolio import reads as projects
from scrutable.reports import facts, models
from scrutable.reports.reads.decisions import decisions_by_edition
from scrutable.reports.reads.editions import editions
from scrutable.reports.reads.seeing import sees


def printed(reference: str, role: Role, known: int) -> list[facts.Printed]:
    """Return the frozen editions that printed the record or a part of it, the newest first."""
    below = Q(reference=reference) | Q(reference__startswith=f"{reference}/")
    rows = models.FigureUsed.objects.filter(below, event__lte=known).order_by().values("edition")
    found = rows.annotate(figures=Count("id"), version=Max("version"))
    counts = {row["edition"]: (row["figures"], row["version"]) for row in found}
    if not counts:
        return []
    return [
        facts.Printed(edition=one, figures=counts[one.name][0], version=counts[one.name][1])
        for one in editions()
        if one.name in counts and sees(role, one)
    ]


def decisions_using(
    project: portfolio.Project,
    hanging: Iterable[portfolio.BusinessCase | portfolio.Funding],
    in_editions: Sequence[facts.Printed],
    known: int,
    *,
    closed: bool = False,
) -> list[facts.DecisionUsing]:
    """Return the decisions that used the project, each once for each way, the newest first."""
    linked = [*_of_hanging(hanging), *_of_strategies(project, known)]
    words = {one.code: one for one in meetings.decision_records(known)} if linked else {}
    found = [
        facts.DecisionUsing(
            reference=reference,
            how=how,
            words=said,
            on=record.decided_on if (record := words.get(reference.split("/")[-1])) else None,
        )
        for reference, how, said in dict.fromkeys(linked)
    ]
    found += _on_reports(in_editions)
    found += [
        facts.DecisionUsing(
            reference=one.reference, how=facts.NamedHow.NAMES, words=one.words, on=one.on
        )
        for one in meetings.naming(project.reference, known, closed=closed)
    ]
    return sorted(found, key=lambda one: (one.on is not None, one.on, one.reference), reverse=True)


def _of_hanging(
    hanging: Iterable[portfolio.BusinessCase | portfolio.Funding],
) -> Iterator[tuple[str, facts.NamedHow, str]]:
    for one in hanging:
        if one.decision:
            is_case = isinstance(one, portfolio.BusinessCase)
            how = facts.NamedHow.CASE if is_case else facts.NamedHow.FUNDING
            yield one.decision, how, one.reference


def _of_strategies(
    project: portfolio.Project, known: int
) -> Iterator[tuple[str, facts.NamedHow, str]]:
    codes = {one.split("/")[1] for one in project.objectives}
    for strategy in projects.every(portfolio.Strategy, known, code__in=sorted(codes)):
        if strategy.decision:
            yield strategy.decision, facts.NamedHow.STRATEGY, strategy.title


def _on_reports(in_editions: Sequence[facts.Printed]) -> list[facts.DecisionUsing]:
    names = {one.edition.name for one in in_editions}
    relying = decisions_by_edition() if names else {}
    return [
        facts.DecisionUsing(
            reference=record.reference,
            how=facts.NamedHow.REPORT,
            words=f"edition/{name}",
            on=record.decided_on,
        )
        for name in sorted(names)
        for record in relying.get(name, ())
    ]


def kpis_moved(project: portfolio.Project, known: int) -> dict[str, KpiDefinition | None]:
    """Return the KPIs that the project is to move, None where there is none with the name."""
    names = [one.split("/") for one in project.kpis]
    of = {code: {one.code: one for one in contracts.definitions(code, known)}
          for code in {contract for _, contract, _ in names}}  # fmt: skip
    return {f"kpi/{contract}/{code}": of[contract].get(code) for _, contract, code in names}

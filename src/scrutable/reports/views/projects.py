"""One project whole: its dates, status, money, benefits, lessons, and what has used it."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission, Role
from scrutable.access.views import Asked, actions, asked, needs, permits, viewer
from scrutable.govuk.facts import Table, Term
from scrutable.govuk.views import show
from scrutable.portfolio import facts as portfolio
from scrutable.portfolio import reads as projects
from scrutable.portfolio import rules
from scrutable.portfolio.presenters import (
    benefits,
    cases,
    charts,
    depending,
    project_page,
    redirections,
)
from scrutable.portfolio.presenters import lessons as lessons_shown
from scrutable.portfolio.presenters.words import project_address, project_name
from scrutable.portfolio.views.pages import project_seen
from scrutable.registers import reads as registers
from scrutable.reports import presenters, reads

SECTIONS = (
    ("dates", "Dates and how they moved"),
    ("range", "When it will go live"),
    ("status", "Status and the way back to green"),
    ("case", "Business case"),
    ("money", "Money"),
    ("delay", "What delay has cost"),
    ("dependencies", "What it waits for"),
    ("benefits", "Benefits"),
    ("people", "People taken off it"),
    ("lessons", "Lessons"),
    ("used", "Reports and decisions that used it"),
    ("what", "What it is"),
)


@needs(Permission.VIEW_PROJECTS)
def project(request: HttpRequest, number: str) -> HttpResponse:
    """Show one project: the finding at its head, then each section with its table."""
    at = asked(request)
    one = project_seen(number, at)
    context: dict[str, Any] = {
        "at": at,
        "name": project_name(one),
        "number": number,
        "sections": SECTIONS,
        "actions": _actions(request, number),
    }
    made = projects.every(portfolio.BusinessCase, at.known, project=number)
    lines = projects.every(portfolio.Funding, at.known, project=number)
    tables = (
        *_dates_and_status(one, at, context),
        cases.case_table(made),
        cases.funding_table(lines),
        *_delay(number, at),
        *_waits(one, at, context),
        *_around(request, one, at),
        *_used(request, one, [*made, *lines], at),
    )
    context["terms"] = _terms(one, at)
    return show(request, "reports/project.jinja", context, *tables)


def _actions(request: HttpRequest, number: str) -> list[tuple[str, str]]:
    here, change = project_address(number), Permission.MANAGE_PROJECTS
    return list(
        actions(
            request,
            (change, "Give a date", f"{here}date/"),
            (change, "Give a status", f"{here}status/"),
            (change, "Change the project", f"{here}change/"),
            (change, "Record a business case", f"{here}case/"),
            (change, "Record money", f"{here}funding/"),
            (change, "Record what it waits for", f"{here}dependency/"),
            (change, "Record what delay has cost", f"{here}delay-cost/"),
            (Permission.VIEW_LOG, "Who did what", f"/log/?subject=project/{number}"),
        )
    )


def _dates_and_status(
    one: portfolio.Project, at: Asked, context: dict[str, Any]
) -> Iterable[Table]:
    """Put the head of the page into the context, and return the tables of dates and status."""
    number, limits = one.number, projects.tolerance_at(at.as_at, at.known)
    lines = projects.lines(number, at.known, at.as_at)
    moves = projects.moves(number, at.known, at.as_at)
    statuses = projects.statuses(number, at.known, at.as_at)
    go_live = next((line for line in lines if line.milestone == portfolio.GO_LIVE), None)
    others = projects.histories(at.known, at.as_at, without=number)
    standing = projects.standing(one, go_live, statuses)
    judged = rules.judged(standing, at.as_at, limits)
    found = None
    if go_live:
        found = rules.forecast_range(go_live, moves[go_live.milestone], others, at.as_at)
    latest = rules.by_latest_baseline(judged.slip, limits) if judged.slip else None
    titles = {line.milestone: line.title for line in lines}
    context |= {
        "title": project_page.title(judged),
        "summary": project_page.summary(judged),
        "figures": project_page.figures(judged, latest, found, at.as_at),
        "warning": project_page.warning(judged, standing.status),
        "green": project_page.green_words(judged, at.as_at),
        "moved": project_page.moved_sentence(moves, titles),
        "range": project_page.range_words(found, rules.coverage(others)),
        "charts": charts.project_charts(lines, moves, at.as_at),
    }
    return (
        project_page.milestone_table(lines, at.as_at, limits),
        charts.trend_table(moves, titles),
        project_page.move_table(moves, titles),
        project_page.status_table(statuses),
    )


def _delay(number: str, at: Asked) -> Iterable[Table]:
    costs = projects.every(portfolio.DelayCost, at.known, project=number, on__lte=at.as_at)
    return (depending.delay_table(costs, rules.delay_cost(costs, at.as_at)),)


def _waits(one: portfolio.Project, at: Asked, context: dict[str, Any]) -> Iterable[Table]:
    around = projects.waits_around(one.number, at.known)
    own = [each for each in around if each.project == one.number]
    late = rules.late_dependencies(around, at.as_at, one.number)
    circle = rules.circle_of(one.number, around, at.as_at)
    named = [each.on_whom.removeprefix("project/") for each in own]
    titles = projects.project_titles(at.known, named)
    names = {firm.reference: firm.name for firm in registers.suppliers(at.known)}
    names |= {portfolio.project_reference(each): f"{each} {said}" for each, said in titles.items()}
    context |= {
        "held": [
            *depending.held_up_words(late),
            *depending.cycle_words([circle] if circle else []),
        ],
    }
    return (depending.dependency_table(own, names, at.as_at),)


def _around(request: HttpRequest, one: portfolio.Project, at: Asked) -> Iterable[Table]:
    """Return benefits, people taken off the project, and lessons learned or to be applied."""
    may_change = permits(request, Permission.MANAGE_PROJECTS)
    taken = projects.redirections(at.known, at.as_at, project=one.number)
    found = projects.benefits_found(at.as_at, at.known, project=one.number)
    return (
        benefits.table(found),
        redirections.redirection_table(taken, may_change=may_change),
        lessons_shown.offered_table(projects.lessons_for(one, at.known, at.as_at)),
    )


def _used(
    request: HttpRequest,
    one: portfolio.Project,
    hanging: Sequence[portfolio.BusinessCase | portfolio.Funding],
    at: Asked,
) -> Iterable[Table]:
    role = Role(viewer(request).role)
    in_editions = reads.printed(one.reference, role, at.known)
    using = []
    if permits(request, Permission.VIEW_MEETINGS):
        closed = permits(request, Permission.VIEW_EXEMPT)
        using = reads.decisions_using(one, hanging, in_editions, at.known, closed=closed)
    newest = projects.newest_event(one.number, at.known)
    return (
        presenters.printed_table(in_editions, newest),
        presenters.using_table(using),
        presenters.kpi_table(reads.kpis_moved(one, at.known)),
    )


def _terms(one: portfolio.Project, at: Asked) -> tuple[Term, ...]:
    firms = {firm.reference: firm.name for firm in registers.suppliers(at.known)}
    codes = sorted({each.split("/")[1] for each in one.objectives})
    objectives = projects.every(portfolio.Objective, at.known, strategy__in=codes) if codes else []
    under = {each.reference: each.title for each in registers.contracts(at.known)}
    served = {each.reference: each.text for each in objectives}
    return project_page.terms(one, firms, served, under)

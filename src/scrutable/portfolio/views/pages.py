"""The lists of projects, one project, and the workbook in which they report."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs
from scrutable.govuk.facts import Table
from scrutable.govuk.views import WORKBOOK, asks_for_file, show
from scrutable.portfolio import reads, rules
from scrutable.portfolio.facts import ENDED, GO_LIVE, Project, Tolerance
from scrutable.portfolio.intake import write_template
from scrutable.portfolio.presenters import lists, project_page
from scrutable.portfolio.presenters.lists import Judged
from scrutable.portfolio.presenters.words import (
    RATING_WORDS,
    THEME_WORDS,
    project_address,
    project_name,
)
from scrutable.registers import reads as registers

LIST = "/projects/"
ON_A_PAGE = 50
JUDGED: Memory[Sequence[Judged]] = Memory(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which projects the address asks for."""

    theme: str
    status: str
    supplier: str

    def holds(self, one: Judged) -> bool:
        """Test whether the project is among them."""
        shown = one.shown.value if one.shown else "none"
        return (
            self.theme in ("", one.project.theme.value)
            and self.status in ("", shown)
            and (not self.supplier or self.supplier in one.project.suppliers)
        )


@needs(Permission.VIEW_PROJECTS)
def projects(request: HttpRequest) -> HttpResponse:
    """Show the priority list, and beside it all projects, with both slips."""
    at = asked(request)
    every = _judged(at)
    names = {one.reference: one.name for one in registers.suppliers(at.known)}
    chosen = Chosen(**{name: request.GET.get(name, "") for name in ("theme", "status", "supplier")})
    table, pages = _page(request, [one for one in every if chosen.holds(one)], chosen)
    suppliers = lists.supplier_choices(every, names)
    context = {
        "at": at,
        "title": lists.title(every),
        "summary": lists.summary(every) if every else "",
        "figures": lists.figures(every, at.as_at) if every else (),
        "chosen": chosen,
        "filters": (
            ("theme", "Theme", "Every theme", [(k.value, v) for k, v in THEME_WORDS.items()]),
            ("status", "Status", "Every status", _statuses()),
            ("supplier", "Supplier", "Every supplier", suppliers),
        ),
        "pages": pages,
        "actions": actions(
            request,
            (Permission.MANAGE_PROJECTS, "Add a project", f"{LIST}new/"),
            (Permission.MANAGE_PROJECTS, "Workbook for the monthly update", f"{LIST}template/"),
        ),
    }
    priority = lists.priority_table(every)
    return show(request, "portfolio/projects.jinja", context, table, priority)


def _judged(at: Asked) -> Sequence[Judged]:
    """Return every project as judged by the day."""

    def judge() -> Sequence[Judged]:
        tolerance = _tolerance(at)
        found = reads.standings(at.known, at.as_at)
        return tuple(lists.judged(one, at.as_at, tolerance) for one in found)

    return JUDGED.of(at, "projects", judge)


def _page(
    request: HttpRequest, found: list[Judged], chosen: Chosen
) -> tuple[Table, dict[str, str]]:
    """Return one page of the list in the order asked for; a file has all of it."""
    said = [text for text in (chosen.theme, chosen.status, chosen.supplier) if text]
    order = (
        request.GET.get("order", "") if request.GET.get("table", "projects") == "projects" else ""
    )
    whole = lists.caption(len(found), len(found), 1, said)
    if asks_for_file(request, lists.project_table([], "")):
        return lists.project_table(found, whole), {}
    last = max(0, (len(found) - 1) // ON_A_PAGE)
    asked_for = request.GET.get("page", "")
    number = min(
        int(asked_for[:6]) if asked_for.isdecimal() and asked_for.isascii() else 1, last + 1
    )
    first = max(number - 1, 0) * ON_A_PAGE
    if order:
        every = lists.project_table(found, whole).sorted_by(order)
        table = replace(every, rows=every.rows[first : first + ON_A_PAGE])
    else:
        table = lists.project_table(found[first : first + ON_A_PAGE], whole)
    caption = lists.caption(len(table.rows), len(found), first + 1, said)
    pages = {
        "previous": _address(request, number - 1) if first else "",
        "next": _address(request, number + 1) if first + ON_A_PAGE < len(found) else "",
    }
    return replace(table, caption=caption), pages


def _address(request: HttpRequest, page: int) -> str:
    given = request.GET.copy()
    given["page"] = str(page)
    return f"?{given.urlencode()}"


def _statuses() -> list[tuple[str, str]]:
    return [*((one.value, text) for one, text in RATING_WORDS.items()), ("none", lists.NO_STATUS)]


@needs(Permission.VIEW_PROJECTS)
def project(request: HttpRequest, number: str) -> HttpResponse:
    """Show one project: its dates and their history, its status, the range of its go-live."""
    at = asked(request)
    one = project_seen(number, at)
    tolerance = _tolerance(at)
    lines = reads.lines(number, at.known, at.as_at)
    moves = reads.moves(number, at.known, at.as_at)
    statuses = reads.statuses(number, at.known, at.as_at)
    go_live = next((line for line in lines if line.milestone == GO_LIVE), None)
    others = reads.histories(at.known, at.as_at, without=number)
    standing = reads.standing(one, go_live, statuses)
    judged = lists.judged(standing, at.as_at, tolerance)
    found = rules.forecast_range(go_live, moves[GO_LIVE], others, at.as_at) if go_live else None
    latest = rules.by_latest_baseline(judged.slip, tolerance) if judged.slip else None
    names = {firm.reference: firm.name for firm in registers.suppliers(at.known)}
    here = project_address(number)
    context = {
        "at": at,
        "name": project_name(one),
        "number": number,
        "title": project_page.title(judged),
        "summary": project_page.summary(judged),
        "figures": project_page.figures(judged, latest, at.as_at),
        "warning": project_page.warning(judged, standing.status),
        "range": project_page.range_words(found, rules.coverage(others)),
        "terms": project_page.terms(one, names),
        "actions": actions(
            request,
            (Permission.MANAGE_PROJECTS, "Give a date", f"{here}date/"),
            (Permission.MANAGE_PROJECTS, "Give a status", f"{here}status/"),
            (Permission.MANAGE_PROJECTS, "Change the project", f"{here}change/"),
        ),
    }
    tables = (
        project_page.milestone_table(lines, at.as_at, tolerance),
        project_page.trend_table(moves),
        project_page.move_table(moves, {line.milestone: line.title for line in lines}),
        project_page.status_table(statuses),
    )
    return show(request, "portfolio/project.jinja", context, *tables)


@needs(Permission.MANAGE_PROJECTS)
def template(request: HttpRequest) -> HttpResponse:
    """Send the workbook in which projects report their dates and their status."""
    at = asked(request)
    content = write_template(
        projects=[one for one in reads.projects(at.known) if one.stage not in ENDED],
        lines=reads.every_line(at.known, at.as_at),
        on=at.as_at,
        council=registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME),
    )
    answer = HttpResponse(content, content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="projects-{at.as_at}.xlsx"'
    return answer


def project_seen(number: str, at: Asked) -> Project:
    """Return the project, or answer that there is none."""
    try:
        return reads.project(number, at.known)
    except reads.UnknownProject as fault:
        raise Http404(str(fault)) from fault


def _tolerance(at: Asked) -> Tolerance:
    return reads.tolerance(registers.policy("projects", at.as_at, at.known))

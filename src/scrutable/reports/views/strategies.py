"""A strategy's line of sight: objective, project, contract, KPI with its status, benefit."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import show
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ObjectiveSeen, Rung
from scrutable.portfolio.presenters.strategies import drawing, page, sight
from scrutable.portfolio.presenters.strategies.sight import Known
from scrutable.portfolio.presenters.strategies.words import (
    STRATEGIES,
    objective_address,
    objective_name,
    strategy_address,
)
from scrutable.portfolio.views.strategies import CHANGE, strategy_seen
from scrutable.registers import reads as registers
from scrutable.reports import reads
from scrutable.reports.presenters.strategies import kpis_seen

LONGEST = 200  # lines of a list; a longer one is told objective by objective
ON_A_PAGE = 50  # projects of one objective


@needs(Permission.VIEW_PROJECTS)
def line_of_sight(request: HttpRequest, code: str) -> HttpResponse:
    """Show the strategy's line of sight as a picture and as a list."""
    at = asked(request)
    seen = strategy_seen(code, at)
    trees = [one.tree for one in seen.objectives]
    known = _known(seen.objectives, at)
    is_long = sum(1 for tree in trees for _ in rules.walk(tree)) > LONGEST
    title = seen.strategy.title
    context = {
        "at": at,
        "crumbs": (
            ("Strategies", STRATEGIES),
            (title, strategy_address(code)),
            ("Line of sight", ""),
        ),
        "caption": f"Line of sight of strategy {code}",
        "title": sight.title(seen.objectives, title),
        "summary": sight.summary(seen.objectives, at.as_at),
        "network": drawing.picture(seen.objectives, known),
        "lines": () if is_long else sight.lines(trees, known),
        "is_long": is_long,
    }
    tables = (
        sight.group_table(seen.objectives),
        sight.gap_table(trees, known),
        page.unhung_table(seen.unhung),
    )
    return show(request, "reports/sight.jinja", context, *tables)


@needs(Permission.VIEW_PROJECTS)
def objective(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one objective: what it is, what hangs on it, what is missing, what became of it."""
    at = asked(request)
    seen = strategy_seen(code, at)
    found = next((one for one in seen.objectives if one.objective.number == number), None)
    if found is None:
        raise Http404(f"Strategy {code} has no objective {number}")
    known = _known([found], at)
    first = _first(request, len(found.tree.below))
    here = objective_address(code, number)
    name = objective_name(found.objective)
    context = {
        "at": at,
        "crumbs": (
            ("Strategies", STRATEGIES),
            (seen.strategy.title, strategy_address(code)),
            (f"Objective {number}", ""),
        ),
        "caption": f"Objective {number} of strategy {code}",
        "title": sight.title([found], name),
        "summary": sight.summary([found], at.as_at),
        "terms": page.objective_terms(found),
        "network": drawing.picture([found], known),
        "lines": sight.lines(found.tree.below[first : first + ON_A_PAGE], known),
        "nothing": sight.nothing_under(found.tree),
        "pages": _pages(first, len(found.tree.below)),
        "actions": actions(
            request,
            (CHANGE, "Look back on the objective", f"{here}look/"),
            (CHANGE, "Change the objective", f"{here}change/"),
        ),
    }
    tables = (
        page.hung_table(found.projects, "the objective"),
        sight.gap_table([found.tree], known),
    )
    return show(request, "reports/objective.jinja", context, *tables)


def _known(found: Sequence[ObjectiveSeen], at: Asked) -> Known:
    """Return the names of what stands on the line, and how it stands."""
    kpis = {
        node.reference for one in found for node in rules.walk(one.tree) if node.rung is Rung.KPI
    }
    return Known(
        contracts={f"contract/{one.code}": one.title for one in registers.contracts(at.known)},
        kpis=kpis_seen(reads.kpis_named(kpis, at.known, at.as_at)),
        projects={project.project.reference: project for one in found for project in one.projects},
    )


def _first(request: HttpRequest, many: int) -> int:
    asked_for = request.GET.get("page", "")
    number = int(asked_for[:6]) if asked_for.isdecimal() and asked_for.isascii() else 1
    last = max(0, many - 1) // ON_A_PAGE
    return min(max(number - 1, 0), last) * ON_A_PAGE


def _pages(first: int, many: int) -> dict[str, str]:
    number = first // ON_A_PAGE + 1
    return {
        "previous": f"?page={number - 1}#list" if first else "",
        "next": f"?page={number + 1}#list" if first + ON_A_PAGE < many else "",
        "words": f"Projects {first + 1:,} to {min(first + ON_A_PAGE, many):,} of {many:,}"
        if many > ON_A_PAGE
        else "",
    }

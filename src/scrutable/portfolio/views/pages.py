"""The lists of projects, their money, what they wait for, and the workbook in which they report."""

from collections.abc import Sequence
from dataclasses import dataclass, fields

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs
from scrutable.govuk.facts import Table
from scrutable.govuk.views import show
from scrutable.portfolio import facts, reads, rules
from scrutable.portfolio.facts import Judged, Project
from scrutable.portfolio.presenters import charts, depending, lists, tallies
from scrutable.portfolio.presenters.words import RATING_WORDS, STAGE_WORDS, THEME_WORDS
from scrutable.portfolio.reads.resting import ON_DEPENDENCIES
from scrutable.registers import reads as registers

LIST = "/projects/"
LATE = [
    ("late", "Late"),
    ("on_plan", "Late, on its latest plan"),
    ("behind", "Late, and behind its latest plan"),
]
WAITED: Memory[tuple[dict[str, object], tuple[Table, ...]]] = Memory(4, ON_DEPENDENCIES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which projects the address asks for."""

    theme: str
    status: str
    stage: str
    supplier: str
    objective: str
    late: str

    def holds(self, one: Judged) -> bool:
        """Test whether the project is among them."""
        project, shown = one.project, one.shown.value if one.shown else "none"
        return (
            self.theme in ("", project.theme.value)
            and self.status in ("", shown)
            and self.stage in ("", project.stage.value)
            and (not self.supplier or self.supplier in project.suppliers)
            and (not self.objective or self.objective in project.objectives)
            and self.is_as_late(one)
        )

    def is_as_late(self, one: Judged) -> bool:
        """Test whether it is late as asked: at all, though on its latest plan, or behind that."""
        ways = {
            "late": one.is_late,
            "on_plan": one.is_late and not one.is_behind_plan,
            "behind": one.is_late and one.is_behind_plan,
        }
        return ways.get(self.late, True)


@needs(Permission.VIEW_PROJECTS)
def projects(request: HttpRequest) -> HttpResponse:
    """Show the priority list, and below it all projects, with both slips."""
    at = asked(request)
    every = judged(at)
    given = {one.name: request.GET.get(one.name, "") for one in fields(Chosen)}
    chosen, offered = Chosen(**given), _filters(every, at)
    found = [one for one in every if chosen.holds(one)]
    words = [text for name, _, _, choices in offered for value, text in choices
             if value and value == given[name]]  # fmt: skip
    planned = reads.planned(every, at.known, at.as_at)
    context = {
        "at": at,
        "title": lists.title(every),
        "summary": lists.summary(every) if every else "",
        "figures": lists.figures(every, at.as_at) if every else (),
        "charts": charts.portfolio_charts(planned, at.as_at, of_all=len(every)),
        "chosen": given,
        "filters": offered,
        "actions": [
            ("What they cost", f"{LIST}money/"),
            ("What they wait for", f"{LIST}dependencies/"),
            *actions(
                request,
                (Permission.MANAGE_PROJECTS, "Add a project", f"{LIST}new/"),
                (Permission.VIEW_PROJECTS, "Monthly updates", f"{LIST}updates/"),
            ),
        ],
    }
    return show(
        request,
        "portfolio/projects.jinja",
        context,
        lists.project_table(found, lists.caption(len(found), words)),
        lists.priority_table(every, at.as_at),
        charts.timeline_table(planned),
        tallies.stage_table(every),
        tallies.theme_table(every),
    )


Offered = tuple[str, str, str, list[tuple[str, str]]]  # name, label, what stands for all, choices


def _filters(every: Sequence[Judged], at: Asked) -> tuple[Offered, ...]:
    suppliers = {one.reference: one.name for one in registers.suppliers(at.known)}
    objectives = {one.reference: one.text for one in reads.every(facts.Objective, at.known)}
    ratings = [(one.value, text) for one, text in RATING_WORDS.items()]
    return (
        ("theme", "Theme", "Every theme", [(one.value, text) for one, text in THEME_WORDS.items()]),
        ("status", "Status", "Every status", [*ratings, ("none", lists.NO_STATUS)]),
        ("late", "Against the first date", "Late or not", LATE),
        ("stage", "Stage", "Every stage", [(one.value, text) for one, text in STAGE_WORDS.items()]),
        (
            "supplier",
            "Supplier",
            "Every supplier",
            lists.choices_of(every, "suppliers", suppliers),
        ),
        (
            "objective",
            "Objective",
            "Every objective",
            lists.choices_of(every, "objectives", objectives),
        ),
    )


def judged(at: Asked) -> Sequence[Judged]:
    """Return every project as judged by the day."""
    return reads.judged(at.known, at.as_at)


@needs(Permission.VIEW_PROJECTS)
def money(request: HttpRequest) -> HttpResponse:
    """Show what projects cost by stage, status, source and year, each adding up to the whole."""
    at = asked(request)
    found = reads.money_papers(judged(at), at.known, at.as_at)
    tables = tallies.money_tables(found)
    context = {
        "at": at,
        "title": tallies.money_title(found),
        "summary": tallies.money_summary(found),
        "figures": tallies.money_figures(found) if found.funding else (),
        "names": [table.name for table in tables],
    }
    return show(request, "portfolio/money.jinja", context, *tables)


@needs(Permission.VIEW_PROJECTS)
def dependencies(request: HttpRequest) -> HttpResponse:
    """Show what projects wait for: what is late, whom it holds up, who waits in a circle."""
    at = asked(request)
    context, tables = WAITED.of(at, "dependencies", lambda: _waited(at))
    return show(request, "portfolio/dependencies.jinja", {"at": at, **context}, *tables)


def _waited(at: Asked) -> tuple[dict[str, object], tuple[Table, ...]]:
    """Return what the page on dependencies says, and its tables."""
    found = reads.every(facts.Dependency, at.known)
    late = rules.late_dependencies(found, at.as_at)
    circles = rules.cycles(found, at.as_at)
    titles = reads.project_titles(at.known)
    names = {one.reference: one.name for one in registers.suppliers(at.known)}
    names |= {facts.project_reference(one): f"{one} {title}" for one, title in titles.items()}
    context: dict[str, object] = {
        "title": depending.waiting_title(late, circles),
        "circles": depending.cycle_words(circles),
    }
    return context, (
        depending.late_table(late, names, titles),
        depending.open_table(found, names, at.as_at),
    )


def project_seen(number: str, at: Asked) -> Project:
    """Return the project, or answer that there is none."""
    try:
        return reads.project(number, at.known)
    except reads.UnknownProject as fault:
        raise Http404(str(fault)) from fault

"""Strategies, shown, recorded and looked back on."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.facts import Objective, Strategy
from scrutable.portfolio.forms.strategies import (
    LookForm,
    ObjectiveForm,
    StrategyForm,
    said_before,
)
from scrutable.portfolio.presenters.strategies import lists, looking_back, page
from scrutable.portfolio.presenters.strategies.words import (
    STRATEGIES,
    objective_address,
    objective_name,
    strategy_address,
)
from scrutable.portfolio.reads.resting import ON_STRATEGIES
from scrutable.portfolio.views.pages import judged
from scrutable.records.views import kept, recorded

CRUMBS = (("Strategies", STRATEGIES),)
CHANGE = Permission.MANAGE_PROJECTS
SEEN: Memory[Sequence[facts.StrategySeen]] = Memory(4, ON_STRATEGIES)


@needs(Permission.VIEW_PROJECTS)
def strategies(request: HttpRequest) -> HttpResponse:
    """Show every strategy with what hangs on it."""
    at = asked(request)
    found = every_strategy(at)
    context = {
        "at": at,
        "title": lists.list_title(found, at.as_at),
        "actions": actions(request, (CHANGE, "Record a strategy", f"{STRATEGIES}new/")),
    }
    return show(request, "portfolio/strategies.jinja", context, lists.strategy_table(found))


@needs(Permission.VIEW_PROJECTS)
def strategy(request: HttpRequest, code: str) -> HttpResponse:
    """Show one strategy: its objectives with what hangs on them, both slips, its principles."""
    at = asked(request)
    seen = strategy_seen(code, at)
    here = strategy_address(code)
    titles = {one.strategy.code: one.strategy.title for one in every_strategy(at)}
    context = {
        "at": at,
        "seen": seen,
        "title": page.title(seen),
        "summary": page.summary(seen),
        "figures": page.figures(seen),
        "terms": page.terms(seen, titles),
        "parts": page.sub_strategy_terms(seen.strategy),
        "actions": [
            ("Its line of sight", f"{here}sight/"),
            ("What became of it", f"{here}retrospective/"),
            *actions(
                request,
                (CHANGE, "Add an objective", f"{here}objectives/new/"),
                (CHANGE, "Look back on its objectives", f"{here}look/"),
                (CHANGE, "Change the strategy", f"{here}change/"),
            ),
        ],
    }
    tables = (
        page.objective_table(seen),
        page.hung_table(seen.projects, "its objectives"),
        page.unhung_table(seen.unhung),
    )
    return show(request, "portfolio/strategy.jinja", context, *tables)


@needs(Permission.VIEW_PROJECTS)
def retrospective(request: HttpRequest, code: str) -> HttpResponse:
    """Show what became of every objective: planned, delivered and when, evidence, verdict."""
    at = asked(request)
    try:
        found = reads.retrospective(code, at.known, at.as_at, projects=judged(at))
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    here = strategy_address(code)
    context = {
        "at": at,
        "strategy": found.strategy,
        "crumbs": (*CRUMBS, (found.strategy.title, here), ("What became of it", "")),
        "title": looking_back.title(found),
        "summary": looking_back.summary(found) if found.looked else "",
        "figures": looking_back.figures(found) if found.looked else (),
        "details": looking_back.details(found),
        "lessons": looking_back.lesson_links(found.lessons),
        "actions": actions(request, (CHANGE, "Look back on its objectives", f"{here}look/")),
    }
    return show(request, "portfolio/retrospective.jinja", context, looking_back.looked_table(found))


@needs(Permission.MANAGE_PROJECTS)
def record_strategy(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a strategy as it is from now on; without a code a new one."""
    at = asked(request)
    known = strategy_kept(code, at) if code else None
    form = StrategyForm(request.POST or None, known=known, strategies=reads.strategies(at.known))
    done = recorded(request, form, form.record, form.standing)
    if done is not None:
        messages.success(request, f"{done.title} is recorded")
        return redirect(strategy_address(done.code))
    return show_form(
        request,
        form,
        FormPage(
            title="Change the strategy" if known else "Record a strategy",
            button="Keep the change" if known else "Record the strategy",
            back=strategy_address(code) if known else STRATEGIES,
            summary="How it stood before is kept." if known else "",
            caption=known.title if known else "",
            crumbs=_crumbs(known) if known else CRUMBS,
        ),
    )


@needs(Permission.MANAGE_PROJECTS)
def record_objective(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """Take an objective as it is from now on; without a number a new one."""
    at = asked(request)
    of = strategy_kept(code, at)
    known = objective_kept(code, number, at) if number else None
    form = ObjectiveForm(request.POST or None, known=known)
    done = recorded(request, form, lambda: form.record(code), form.standing)
    if done is not None:
        messages.success(request, f"Objective {done.number} is recorded")
        return redirect(strategy_address(code))
    back = objective_address(code, number) if known else strategy_address(code)
    return show_form(
        request,
        form,
        FormPage(
            title=f"Change objective {number}" if known else "Add an objective",
            button="Keep the change" if known else "Add the objective",
            back=back,
            summary="How it stood before is kept." if known else "",
            caption=of.title,
            crumbs=_crumbs(of),
        ),
    )


@needs(Permission.MANAGE_PROJECTS)
def look_back(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """Take what a look back found of one objective, or of every objective in one go."""
    at = asked(request)
    of = strategy_kept(code, at)
    every = reads.objectives(at.known)
    chosen = [one for one in every if one.strategy == code and number in (0, one.number)]
    if number and not chosen:
        raise Http404(f"Strategy {code} has no objective {number}")
    looks = reads.reviews(at.known, at.as_at, strategy=code, objective=number) if number else []
    initial = {"on": at.as_at, **(said_before(looks[-1]) if looks else {})}
    form = LookForm(request.POST or None, objectives=chosen, others=every, initial=initial)
    if _looked_back(request, form):
        messages.success(request, "What became of it is recorded")
        return redirect(f"{strategy_address(code)}retrospective/")
    one = chosen[0] if number else None
    return show_form(
        request,
        form,
        FormPage(
            title="Look back on an objective" if one else "Look back on the objectives",
            button="Record what was found",
            back=objective_address(code, number) if one else strategy_address(code),
            summary=objective_name(one)
            if one
            else "Objectives to which you give no verdict are left as they are.",
            caption=of.title,
            crumbs=_crumbs(of),
        ),
    )


def _looked_back(request: HttpRequest, form: LookForm) -> bool:
    """Record what the form says; each fault stands at the field of its objective."""
    if not form.is_valid():
        return False
    try:
        by, at = viewer(request).username, clock.now()
        writes.review_objectives(reviews=form.reviews(), by=by, at=at)
    except writes.UnfitRecord as unfit:
        for one in unfit.faults:
            place = one.place if one.place in form.fields else one.place.partition(".")[2]
            form.add_error(place if place in form.fields else None, f"{one.fault}; {one.remedy}")
        return False
    return True


def every_strategy(at: Asked) -> Sequence[facts.StrategySeen]:
    """Return every strategy with what hangs on it, by the day."""
    return SEEN.of(
        at,
        "strategies",
        lambda: tuple(reads.strategies_seen(at.known, at.as_at, projects=judged(at))),
    )


def strategy_seen(code: str, at: Asked) -> facts.StrategySeen:
    """Return the strategy with what hangs on it, or answer that there is none."""
    for one in every_strategy(at):
        if one.strategy.code == code:
            return one
    raise Http404(f"There is no strategy {code}. Look for it in the list of strategies.")


def strategy_kept(code: str, at: Asked) -> Strategy:
    """Return the strategy, or answer that there is none."""
    return kept(Strategy, at, code=code)


def objective_kept(code: str, number: int, at: Asked) -> Objective:
    """Return the objective, or answer that there is none."""
    return kept(Objective, at, strategy=code, number=number)


def _crumbs(of: Strategy) -> tuple[tuple[str, str], ...]:
    return (*CRUMBS, (of.title, strategy_address(of.code)))

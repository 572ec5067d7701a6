"""The cost of IT shown: by area, pool, driver and year."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs
from scrutable.govuk.views import show
from scrutable.money.facts import CostsSeen
from scrutable.money.presenters.costs import area as area_words
from scrutable.money.presenters.costs import front, sharing, tables
from scrutable.money.presenters.costs import pool as pool_words
from scrutable.money.presenters.costs.words import (
    COSTS,
    SET_UP,
    address,
    area_address,
    year_words,
)
from scrutable.money.presenters.words import MONEY
from scrutable.money.reads import costs as reads
from scrutable.records.reads import UnknownRecord

VIEW, MANAGE = Permission.VIEW_MONEY, Permission.MANAGE_MONEY
CRUMBS = (("Money", MONEY), ("Cost by area", COSTS))
SEEN: Memory[CostsSeen | None] = Memory(6, (*reads.ON_COSTS,))


def year_asked(request: HttpRequest, name: str = "year") -> int | None:
    """Return the year that the address asks for; None where it asks for none, or for nonsense."""
    text = request.GET.get(name, "")
    return int(text) if len(text) == 4 and text.isascii() and text.isdigit() else None


def costs_of(at: Asked, year: int | None) -> CostsSeen | None:
    """Return the costs of a year, kept until something that they rest on is written."""
    return SEEN.of(at, year, lambda: reads.costs_seen(at.known, at.as_at, year))


def shown(request: HttpRequest, at: Asked) -> CostsSeen:
    """Return the costs of the year that is asked for, or answer that there are none."""
    found = costs_of(at, year_asked(request))
    if found is None:
        raise Http404(front.EMPTY)
    return found


@needs(VIEW)
def costs(request: HttpRequest) -> HttpResponse:
    """Show what came to each area, whether bodies outside pay, and what one of each costs."""
    at = asked(request)
    year = year_asked(request)
    seen = costs_of(at, year)
    others = [one for one in seen.years if seen and one != seen.year] if seen else []
    last = next((one for one in others if seen and one < seen.year), None)
    context = {
        "at": at,
        "title": front.title(seen),
        "summary": front.summary(seen),
        "figures": front.figures(seen) if seen else (),
        "picture": front.picture(seen) if seen else None,
        "seen": seen,
        "crumbs": (CRUMBS[0], ("Cost by area", "")),
        "actions": actions(
            request,
            *((VIEW, f"Costs of {year_words(one)}", address("", one)) for one in others),
            *(
                ((VIEW, f"Compare with {year_words(last)}", address("compare/", seen.year)),)
                if seen and last is not None
                else ()
            ),
            *(((VIEW, "Pools by areas", address("matrix/", seen.year)),) if seen else ()),
            (VIEW, "How costs are shared", address("set-up/", seen.year if seen else year)),
            (MANAGE, "Load cost lines", address("load/")),
            (MANAGE, "Allocate a year", address("allocate/")),
        ),
    }
    made = (
        (
            tables.area_table(seen),
            tables.list_table(seen),
            tables.body_table(seen),
            tables.unit_table(seen),
            tables.pool_table(seen),
        )
        if seen
        else ()
    )
    return show(request, "money/costs.jinja", context, *made)


@needs(VIEW)
def matrix(request: HttpRequest) -> HttpResponse:
    """Show what each pool gave each area."""
    at = asked(request)
    seen = shown(request, at)
    context = {
        "at": at,
        "title": f"Pools by areas, {year_words(seen.year)}",
        "summary": front.summary(seen),
        "crumbs": (*CRUMBS, ("Pools by areas", "")),
    }
    return show(request, "money/costs_table.jinja", context, tables.matrix_table(seen))


@needs(VIEW)
def area(request: HttpRequest, code: str) -> HttpResponse:
    """Show an area: what came to it and whence, what it gets, what it is charged."""
    at = asked(request)
    seen = shown(request, at)
    try:
        one = reads.area_seen(code, at.known, seen)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    context = {
        "at": at,
        "title": area_words.area_title(one, seen.year),
        "summary": area_words.area_summary(one),
        "figures": area_words.area_figures(one, seen.year),
        "is_outside": bool(one.charges) or one.cost.area.side.value == "outside",
        "crumbs": (*CRUMBS, (one.cost.area.title, "")),
        "actions": actions(
            request,
            (MANAGE, "Change the area", f"{SET_UP}areas/{code}/"),
            (MANAGE, "Record what it gets", f"{SET_UP}provisions/new/?year={seen.year}"),
        ),
    }
    return show(
        request,
        "money/costs_area.jinja",
        context,
        area_words.given_table(one, seen.year),
        area_words.provision_table(one),
        area_words.charge_table(one),
        sharing.line_table(
            one.straight,
            "straight",
            "Put straight to it",
            "No cost line is put straight to it.",
        ),
    )


@needs(VIEW)
def led_back(request: HttpRequest, code: str, pool: str) -> HttpResponse:
    """Show how a pool's share of an area came about, back to its cost lines."""
    at = asked(request)
    seen = shown(request, at)
    try:
        led = reads.led_back(code, pool, seen)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    titles, pools = titles_of(at)
    first, cost = led[0]
    lines = reads.lines_behind(led, seen.run)
    name = titles.get(code, code)
    context = {
        "at": at,
        "title": pool_words.led_title(first, name, seen.year),
        "summary": pool_words.led_summary(first, cost),
        "crumbs": (*CRUMBS, (name, area_address(code, seen.year)), (first.pool.title, "")),
    }
    return show(
        request,
        "money/costs_led_back.jinja",
        context,
        pool_words.led_table(led, titles, pools, seen.year),
        sharing.line_table(
            lines,
            "lines",
            pool_words.behind_caption(len(lines), led),
            "No cost line of its own.",
            pools,
        ),
    )


@needs(VIEW)
def pool(request: HttpRequest, code: str) -> HttpResponse:
    """Show a pool: its cost lines, what came to it, and where it went."""
    at = asked(request)
    seen = shown(request, at)
    try:
        one = reads.pool_seen(code, at.known, seen)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    titles, pools = titles_of(at)
    context = {
        "at": at,
        "title": pool_words.pool_title(one, seen.year),
        "summary": pool_words.pool_summary(one),
        "crumbs": (*CRUMBS, (one.cost.pool.title, "")),
        "actions": actions(request, (MANAGE, "Change the pool", f"{SET_UP}pools/{code}/")),
    }
    return show(
        request,
        "money/costs_pool.jinja",
        context,
        pool_words.gave_table(one, titles, pools, seen.year),
        pool_words.came_table(one, seen.year),
        sharing.line_table(
            one.lines, "lines", "Its own cost lines", "It has no cost lines of its own."
        ),
    )


def titles_of(at: Asked) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of areas and of pools, by code."""
    now = reads.beside(at.known)
    return (
        {code: one.title for code, one in now.areas.items()},
        {code: one.title for code, one in now.pools.items()},
    )

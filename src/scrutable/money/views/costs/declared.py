"""A driver as it was declared, and two years beside each other."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.views import Memory, actions, asked, needs
from scrutable.govuk.views import show
from scrutable.money.facts import Compared
from scrutable.money.presenters.costs import compared
from scrutable.money.presenters.costs import pool as pool_words
from scrutable.money.presenters.costs.words import SET_UP, year_words
from scrutable.money.reads import costs as reads
from scrutable.money.views.costs.showing import (
    CRUMBS,
    MANAGE,
    VIEW,
    costs_of,
    shown,
    titles_of,
    year_asked,
)
from scrutable.records.reads import UnknownRecord

COMPARED: Memory[Compared] = Memory(4, reads.ON_COSTS)


@needs(VIEW)
def driver(request: HttpRequest, code: str) -> HttpResponse:
    """Show a driver: who declared it, from what, every weight, and what it shares."""
    at = asked(request)
    year = year_asked(request)
    if year is None:
        seen = costs_of(at, None)
        year = seen.year if seen else at.month.year_start.year
    try:
        one, shares = reads.driver_seen(code, year, at.known)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    titles, pools = titles_of(at)
    context = {
        "at": at,
        "title": pool_words.driver_title(one),
        "caption": f"Driver {code}, {year_words(year)}",
        "summary": pool_words.driver_summary(shares, pools),
        "crumbs": (*CRUMBS, (one.title, "")),
        "terms": pool_words.driver_terms(one),
        "actions": actions(
            request, (MANAGE, "Declare it again", f"{SET_UP}drivers/{code}/{year}/")
        ),
    }
    table = pool_words.weight_table(one, titles, pools, year)
    return show(request, "money/costs_driver.jinja", context, table)


@needs(VIEW)
def compare(request: HttpRequest) -> HttpResponse:
    """Show what moved between two years, because of costs and because of drivers."""
    at = asked(request)
    seen = shown(request, at)
    other = year_asked(request, "with") or next(
        (one for one in seen.years if one < seen.year), seen.year - 1
    )
    try:
        found = COMPARED.of(
            at, (other, seen.year), lambda: reads.years_compared(other, seen.year, at.known)
        )
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    context = {
        "at": at,
        "title": compared.title(found),
        "summary": compared.summary(found),
        "figures": compared.figures(found),
        "method": compared.METHOD,
        "crumbs": (*CRUMBS, ("Two years compared", "")),
    }
    return show(
        request,
        "money/costs_compared.jinja",
        context,
        compared.area_table(found),
        compared.pool_table(found),
    )

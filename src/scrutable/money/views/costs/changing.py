"""How costs are shared, recorded and changed; cost lines loaded; years allocated."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import show, show_form
from scrutable.money import facts
from scrutable.money.forms import costs as forms
from scrutable.money.presenters.costs import setup
from scrutable.money.presenters.costs.words import SET_UP, address, year_words
from scrutable.money.reads import costs as reads
from scrutable.money.views.costs.showing import CRUMBS, VIEW, year_asked
from scrutable.records.facts import Record
from scrutable.records.reads import every
from scrutable.records.views import form_page, kept, recorded

MANAGE = Permission.MANAGE_MONEY
MOST_FAULTS = 50
YEARS = range(forms.FIRST, forms.LAST + 1)


class Kind(NamedTuple):
    """Something that costs are shared by: its form, and what pages call it."""

    form: type[forms.CostForm]
    what: str
    verb: str = "Record"


KINDS: Mapping[str, Kind] = {
    "areas": Kind(forms.AreaForm, "an area"),
    "pools": Kind(forms.PoolForm, "a pool"),
    "drivers": Kind(forms.DriverForm, "a driver", "Declare"),
    "steps": Kind(forms.StepForm, "a step"),
    "counts": Kind(forms.CountForm, "a count"),
    "charges": Kind(forms.ChargeForm, "a charge"),
    "provisions": Kind(forms.ProvisionForm, "what an area gets"),
    "lines": Kind(forms.LineForm, "the pool of a budget line"),
}


def year_of(request: HttpRequest, at: Asked) -> int:
    """Return the year asked for, else the last allocated or loaded, else that of the day."""
    asked_for = year_asked(request)
    if asked_for is not None:
        return asked_for
    years = reads.years_allocated(at.known) or reads.years_loaded(at.known)
    return reads.year_shown(years, at.as_at)


@needs(VIEW)
def set_up(request: HttpRequest) -> HttpResponse:
    """Show how costs are shared in a year, and what was loaded of it."""
    at = asked(request)
    year = year_of(request, at)
    now, load = reads.beside(at.known, year), reads.load_of(year, at.known)
    offered = [
        (MANAGE, f"{kind.verb} {kind.what}", f"{SET_UP}{name}/new/?year={year}")
        for name, kind in KINDS.items()
    ]
    context = {
        "at": at,
        "title": setup.title(now, year),
        "summary": f"{setup.loaded_words(load)}."
        if load
        else f"No cost lines of {year_words(year)} are loaded.",
        "crumbs": (*CRUMBS, ("How costs are shared", "")),
        "actions": actions(request, *offered, (MANAGE, "Load cost lines", address("load/", year))),
    }
    return show(
        request,
        "money/costs_set_up.jinja",
        context,
        setup.step_table(now, year),
        setup.driver_table(now.drivers, year),
        setup.pool_table(now.pools),
        setup.area_table(now.areas),
        setup.count_table(every(facts.UnitCount, at.known, year=year), now.pools, year),
        setup.charge_table(every(facts.Charge, at.known, year=year), now.areas, year),
        setup.line_table(every(facts.LineToPool, at.known), now.pools),
    )


@needs(MANAGE)
def change(request: HttpRequest, kind: str, key: str = "") -> HttpResponse:
    """Take something that costs are shared by, as it is from now on; without a key a new one."""
    at = asked(request)
    if kind not in KINDS:
        raise Http404(kind)
    of = KINDS[kind]
    known = kept(of.form.KIND, at, **_key(of.form.KIND, key)) if key else None
    year = _said_year(request, at, known)
    form = of.form(
        request.POST or None,
        known=known,
        beside=reads.beside(at.known, year),
        **({} if known else {"initial": {"year": year, "on": at.as_at, "declared_on": at.as_at}}),
    )
    if done := recorded(request, form, form.record, form.standing):
        messages.success(request, f"{of.form.KIND.WHAT.capitalize()} is recorded")
        return redirect(address("set-up/", getattr(done, "year", year)))
    page = form_page(
        of.what,
        _named(known),
        back=address("set-up/", year),
        crumbs=(*CRUMBS, ("How costs are shared", SET_UP)),
        verb=of.verb,
    )
    return show_form(request, form, page)


def _said_year(request: HttpRequest, at: Asked, known: Record | None) -> int:
    """Return the year of a known one, else what the form says, else the one asked for."""
    said = request.POST.get("year", "")
    if known is not None and hasattr(known, "year"):
        return int(known.year)
    if said.isascii() and said.isdigit() and int(said[:5]) in YEARS:
        return int(said)
    return year_of(request, at)


def _key(kind: type[Record], key: str) -> dict[str, Any]:
    parts = key.split("/")
    if len(parts) != len(kind.KEY):
        raise Http404(key)
    numbers = {"year", "number"}
    for name, part in zip(kind.KEY, parts, strict=True):
        if name in numbers and not (part.isascii() and part.isdigit() and len(part) < 8):
            raise Http404(key)
    return {
        name: int(part) if name in numbers else part
        for name, part in zip(kind.KEY, parts, strict=True)
    }


def _named(known: Record | None) -> str:
    if known is None:
        return ""
    return " ".join(str(getattr(known, name)) for name in type(known).KEY)

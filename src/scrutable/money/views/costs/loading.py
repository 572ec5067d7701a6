"""Cost lines loaded, and years allocated."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import WORKBOOK, FormPage, show_form
from scrutable.kernel.wording import count_words
from scrutable.money.forms import costs as forms
from scrutable.money.intake.costs import places_of, write_template
from scrutable.money.presenters.costs import setup
from scrutable.money.presenters.costs.words import COSTS, address, exact, year_words
from scrutable.money.reads import costs as reads
from scrutable.money.views.costs.changing import MANAGE, YEARS, year_of
from scrutable.money.views.costs.showing import CRUMBS, year_asked
from scrutable.money.writes import costs as writes
from scrutable.records.writes import UnfitRecord

MOST_FAULTS = 50


@needs(MANAGE)
def load(request: HttpRequest) -> HttpResponse:
    """Take the cost lines of a year in place of those before, all of them or none."""
    at = asked(request)
    form = forms.LoadForm(
        request.POST or None, request.FILES or None, initial={"year": year_of(request, at)}
    )
    if form.is_valid():
        file, by = form.cleaned_data["file"], viewer(request).username
        try:
            done, is_new = writes.load_costs(
                content=file.read(), name=file.name, year=form.cleaned_data["year"],
                control=form.pence, by=by, at=clock.now(),
            )  # fmt: skip
        except UnfitRecord as unfit:
            for fault in unfit.faults[:MOST_FAULTS]:
                form.add_error("file", str(fault))
            if (more := len(unfit.faults) - MOST_FAULTS) > 0:
                form.add_error("file", f"{count_words(more, 'more fault')}. Mend these first")
        else:
            said = setup.loaded_words(done)
            messages.success(request, said if is_new else f"Nothing is new. {said}")
            return redirect(address("set-up/", done.year))
    page = FormPage(
        title="Load the cost lines of a year",
        button="Load them",
        back=COSTS,
        summary="All of them are taken or none, in place of those before. Every penny names the "
        "pool, or the area, that it belongs to.",
        upload=True,
        crumbs=CRUMBS,
    )
    extra = {"template_at": address("template/", year_of(request, at))}
    return show_form(request, form, page, extra, "money/costs_load.jinja")


@needs(MANAGE)
def take_ledger(request: HttpRequest) -> HttpResponse:
    """Take the cost lines of a year from the ledger, by the pool of each budget line."""
    at = asked(request)
    form = forms.YearForm(request.POST or None, initial={"year": year_of(request, at)})
    if form.is_valid():
        year, by = form.cleaned_data["year"], viewer(request).username
        try:
            done, is_new = writes.load_ledger(year=year, by=by, at=clock.now())
        except UnfitRecord as unfit:
            for fault in unfit.faults[:MOST_FAULTS]:
                form.add_error("year", str(fault))
        else:
            said = setup.loaded_words(done)
            messages.success(request, said if is_new else f"Nothing is new. {said}")
            return redirect(address("set-up/", year))
    page = FormPage(
        title="Take cost lines from the ledger",
        button="Take them",
        back=address("load/"),
        summary="Each budget line goes to its pool; one that has none, and no reason, stops it.",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def allocate(request: HttpRequest) -> HttpResponse:
    """Allocate the cost lines of a year by the steps and drivers that stand."""
    at = asked(request)
    loaded = reads.years_loaded(at.known)
    year = year_asked(request) or reads.year_shown(loaded, at.as_at)
    form = forms.YearForm(request.POST or None, initial={"year": year})
    if form.is_valid():
        said, by = form.cleaned_data["year"], viewer(request).username
        try:
            run, is_new = writes.allocate(year=said, by=by, at=clock.now())
        except writes.NothingToAllocate as nothing:
            form.add_error("year", str(nothing))
        else:
            words = f"Allocation {run.number} of {year_words(said)}: {exact(run.put_in)}"
            messages.success(request, words if is_new else f"Nothing has changed. {words}")
            return redirect(address("", said))
    page = FormPage(
        title="Allocate a year",
        button="Allocate it",
        back=COSTS,
        summary="The cost lines go to areas by the steps and drivers that stand. What was "
        "allocated before stays as it was.",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def template(request: HttpRequest) -> HttpResponse:
    """Give the workbook in which cost lines are sent."""
    at = asked(request)
    now, year = reads.beside(at.known), year_of(request, at)
    if year not in YEARS:
        raise Http404(year)
    places = places_of(
        {code: one.title for code, one in now.pools.items()},
        {code: one.title for code, one in now.areas.items()},
    )
    answer = HttpResponse(write_template(places, year=year), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="cost-lines-{year}.xlsx"'
    return answer

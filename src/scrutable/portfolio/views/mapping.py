"""Cell maps: those recorded, one, its file, and sending one."""

import csv
import io

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.evidence.facts import RowError
from scrutable.evidence.presenters import fault_table
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import count_words
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.forms import updates as forms
from scrutable.portfolio.intake import map_lines, read_cell_map
from scrutable.portfolio.presenters import cellmaps
from scrutable.portfolio.presenters import updates as presenters
from scrutable.records.views import kept

LIST = presenters.MAPS
CRUMBS = (("Projects", "/projects/"), ("Updates", presenters.UPDATES), ("Cell maps", LIST))


@needs(Permission.VIEW_PROJECTS)
def maps(request: HttpRequest) -> HttpResponse:
    """Show the maps by which registers of the council's own are read."""
    at = asked(request)
    found = reads.every(facts.CellMap, at.known)
    context = {
        "at": at,
        "title": f"{count_words(len(found), 'cell map')}" if found else "No cell map yet",
        "crumbs": CRUMBS[:2],
        "actions": actions(request, (Permission.MANAGE_PROJECTS, "Send a map", f"{LIST}send/")),
    }
    return show(request, "portfolio/maps.jinja", context, cellmaps.maps_table(found))


@needs(Permission.VIEW_PROJECTS)
def cell_map(request: HttpRequest, code: str) -> HttpResponse:
    """Show one map: its columns, its words, who approved each version; or its file."""
    at = asked(request)
    one = kept(facts.CellMap, at, code=code)
    if request.GET.get("file") == "csv":
        return _file(one)
    here = presenters.map_address(code)
    context = {
        "at": at,
        "map": one,
        "crumbs": CRUMBS,
        "actions": actions(
            request,
            (Permission.VIEW_PROJECTS, "Download the map", f"{here}?file=csv"),
            (Permission.MANAGE_PROJECTS, "Send a later version", f"{here}send/"),
            (
                Permission.MANAGE_PROJECTS,
                "Send a register",
                f"{presenters.UPDATES}send/?map={code}",
            ),
        ),
    }
    tables = (
        cellmaps.column_table(one),
        cellmaps.word_table(one),
        cellmaps.version_table(reads.versions(facts.CellMap, at.known, code=code)),
    )
    return show(request, "portfolio/map.jinja", context, *tables)


@needs(Permission.MANAGE_PROJECTS)
def send_map(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a map, or a later version of one; say everything that is wrong with it."""
    at = asked(request)
    stands = kept(facts.CellMap, at, code=code) if code else None
    initial = {"title": stands.title, "note": stands.note} if stands else {}
    form = forms.SendMapForm(
        request.POST or None,
        request.FILES or None,
        code=code,
        initial={"approved_on": at.as_at, **initial},
    )
    faults: list[RowError] = []
    if form.is_valid():
        file = form.cleaned_data["file"]
        read = read_cell_map(file.read(), file.name)
        faults = read.errors
        if not faults:
            try:
                found = writes.record(
                    of=form.cell_map(read.parts), by=viewer(request).username, at=clock.now()
                )
            except writes.UnfitRecord as refusal:
                faults = list(refusal.faults)
            else:
                messages.success(request, f"The map {found.code} is recorded")
                return redirect("portfolio:map", found.code)
        form.add_error("file", f"{count_words(len(faults), 'fault')}: nothing was recorded")
    page = FormPage(
        title="Send a later version" if code else "Send a cell map",
        summary="It says which column of your register holds what, and what its words mean here.",
        button="Record the map",
        back=presenters.map_address(code) if code else LIST,
        upload=True,
        crumbs=CRUMBS,
    )
    extra = {"table": fault_table(faults)}
    return show_form(request, form, page, extra, template="portfolio/send.jinja")


def _file(one: facts.CellMap) -> HttpResponse:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([("line", "ours", "theirs"), *map_lines(one)])
    answer = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv")
    answer["Content-Disposition"] = f'attachment; filename="cell-map-{one.code}.csv"'
    return answer

"""Making a report: comment, check, freeze; and the council's Word template."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.reports import facts, forms, presenters, reads, tasks, writes
from scrutable.reports.views.doors import draft_made, may_freeze
from scrutable.work.writes import ask

WRITE_REFUSALS = (writes.TooLong, writes.WrittenMeanwhile, writes.AlreadyFrozen)
CRUMBS = (("Reports", "/reports/"),)
NAMING = {  # whether the report is on a contract
    True: "Name KPI and month wherever you say how it went: the check reads it.",
    False: "Name project and day wherever you say how it went: the check reads it.",
}


@needs(Permission.BUILD_REPORTS)
def commentaries(request: HttpRequest, name: str) -> HttpResponse:
    """List the sections, with what is written in each."""
    found = draft_made(request, name)
    written = reads.narrative(found.name, number_at())
    sections = [
        {
            "title": section.title,
            "href": reverse("reports:commentary", args=[found.name, section.anchor]),
            "hint": presenters.narrative_hint(written.get(section.anchor)),
            "text": written[section.anchor].text if section.anchor in written else "",
        }
        for section in reads.sections(found, reads.pin_of(found))
    ]
    context = {"edition": found, "sections": sections}
    return render(request, "reports/commentaries.jinja", context)


@needs(Permission.BUILD_REPORTS)
def commentary(request: HttpRequest, name: str, section: str) -> HttpResponse:
    """Write a section's commentary; a script keeps it as it is written, a button without one."""
    found = draft_made(request, name)
    pin = reads.pin_of(found)
    titles = {part.anchor: part.title for part in reads.sections(found, pin)}
    if section not in titles:
        raise Http404(section)
    if request.method == "POST" and "json" in request.headers.get("Accept", ""):
        return _keep_as_written(request, found, section)
    stands = reads.narrative(found.name, pin.words_known).get(section)
    initial = {"text": stands.text if stands else "", "based_on": stands.version if stands else 0}
    form = forms.CommentaryForm(
        request.POST or None,
        keep_at=request.path,
        hint=presenters.narrative_hint(stands),
        initial=initial,
    )
    if form.is_valid():
        try:
            _keep(request, form, found, section)
        except WRITE_REFUSALS as refusal:
            form.add_error("text", str(refusal))
        else:
            became = "kept" if form.cleaned_data["text"].strip() else "taken away"
            messages.success(request, f"The commentary of “{titles[section]}” is {became}")
            return redirect("reports:commentaries", found.name)
    return show_form(request, form, _commentary_page(found, titles[section]))


def _commentary_page(found: facts.Edition, title: str) -> FormPage:
    """Return what stands around the commentary of a section."""
    back = reverse("reports:commentaries", args=[found.name])
    return FormPage(
        title=title,
        button="Keep",
        back=back,
        caption=f"{found.name}: {found.title}",
        summary=NAMING[bool(found.contract)],
        crumbs=(*CRUMBS, (found.name, presenters.address(found.name)), ("Commentary", back)),
    )


def _keep(
    request: HttpRequest, form: forms.CommentaryForm, found: facts.Edition, section: str
) -> None:
    writes.narrate(
        edition=found.name,
        section=section,
        text=form.cleaned_data["text"],
        based_on=form.cleaned_data["based_on"],
        by=viewer(request).username,
        at=clock.now(),
    )


def _keep_as_written(request: HttpRequest, found: facts.Edition, section: str) -> JsonResponse:
    form = forms.CommentaryForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"fault": "Send the text"}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _keep(request, form, found, section)
    except WRITE_REFUSALS as refusal:
        return JsonResponse({"fault": str(refusal)}, status=HTTPStatus.CONFLICT)
    return JsonResponse({"kept": True})


@needs(Permission.VIEW_REPORTS)
def check(request: HttpRequest, name: str) -> HttpResponse:
    """Say what stops the report; where nothing does, offer to freeze it."""
    return _check_page(request, draft_made(request, name), HTTPStatus.OK)


def _check_page(request: HttpRequest, found: facts.Edition, status: int) -> HttpResponse:
    faults = reads.check(found.name)
    context = {
        "edition": found,
        "title": presenters.faults_title(faults),
        "may_freeze": not faults and may_freeze(request, found),
        "is_fit": not faults,
        "who_freezes": presenters.who_freezes(found),
        "written_at": presenters.written_at(found),
        "write_words": presenters.WRITE_WORDS[found.kind],
        "looks_for": presenters.LOOKS_FOR[found.subject],
    }
    table = presenters.faults_table(faults, found.name)
    return show(request, "reports/check.jinja", context, table, status=status)


@require_POST
@needs(Permission.VIEW_REPORTS)
def freeze(request: HttpRequest, name: str) -> HttpResponse:
    """Freeze the report as a job whose page shows how far it is; faults are shown instead."""
    found = draft_made(request, name)
    if not may_freeze(request, found):
        raise PermissionDenied(PERMISSION_WORDS[reads.KINDS[found.kind].frozen_by])
    if reads.check(found.name):
        return _check_page(request, found, HTTPStatus.UNPROCESSABLE_ENTITY)
    number = ask(
        title=f"Freeze {found.name}",
        task=tasks.freeze,
        arguments={"edition": found.name, "by": viewer(request).username},
        by=viewer(request).username,
        at=clock.now(),
    )
    return redirect("work:job", number)


@needs(Permission.FREEZE_REPORTS)
def template(request: HttpRequest) -> HttpResponse:
    """Show and replace the council's own Word template."""
    form = forms.TemplateForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            lacking = writes.keep_word_template(
                content=file.read(), name=file.name, by=viewer(request).username, at=clock.now()
            )
        except writes.UnfitTemplate as unfit:
            form.add_error("file", str(unfit))
        else:
            messages.success(request, f"Word reports use {file.name} from now on")
            if lacking:
                messages.info(request, presenters.lacking_words(lacking))
            return redirect("reports:reports")
    used = reads.word_template(number_at())
    page = FormPage(
        title="Word template",
        button="Use this template",
        back=reverse("reports:reports"),
        summary=f"In use: {used.name}"
        if used
        else "In use: the template that ships with Scrutable",
        upload=True,
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)

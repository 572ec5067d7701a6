"""Projects added and changed, dates and status given."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import date_words
from scrutable.portfolio import forms, reads, writes
from scrutable.portfolio.facts import RESERVED_NUMBERS, DateLine, Objective, Project, Status
from scrutable.portfolio.presenters.words import MOVE_WORDS, project_address, project_name
from scrutable.portfolio.views.pages import LIST, project_seen
from scrutable.records.views import taken
from scrutable.registers import reads as registers

CRUMBS = (("Projects", LIST),)


@needs(Permission.MANAGE_PROJECTS)
def add_project(request: HttpRequest) -> HttpResponse:
    """Take a project."""
    at = asked(request)
    form = _project_form(request, at, initial={"based_on": 0})
    numbers = {one.number for one in reads.projects(at.known)} | RESERVED_NUMBERS
    if form.is_valid() and form.cleaned_data["number"] in numbers:
        form.add_error("number", "A project has this number already. Choose another.")
    page = FormPage(title="Add a project", button="Add the project", back=LIST, crumbs=CRUMBS)
    return _taken(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def change_project(request: HttpRequest, number: str) -> HttpResponse:
    """Take the project as it is from now on; how it stood before is kept."""
    at = asked(request)
    one = project_seen(number, at)
    shown = set(forms.ProjectForm.base_fields) - {"based_on"}
    initial = {"based_on": one.version, **{name: getattr(one, name) for name in shown}}
    form = _project_form(request, at, number=number, initial=initial)
    return _taken(request, form, _form_page("Change the project", "Keep the change", one))


def _project_form(request: HttpRequest, at: Asked, **options: Any) -> forms.ProjectForm:
    return forms.ProjectForm(
        request.POST or None,
        suppliers=registers.suppliers(at.known),
        objectives=reads.every(Objective, at.known),
        contracts=registers.contracts(at.known),
        **options,
    )


def _taken(request: HttpRequest, form: forms.ProjectForm, page: FormPage) -> HttpResponse:
    def act() -> Project:
        by, based_on = viewer(request).username, form.cleaned_data["based_on"]
        one = form.project()
        return writes.record_project(project=one, by=by, at=clock.now(), based_on=based_on)

    if done := taken(form, act):
        messages.success(request, f"{done.title} is recorded")
        return redirect(project_address(done.number))
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def move_date(request: HttpRequest, number: str) -> HttpResponse:
    """Take a forecast, a new plan, a first date, or the day on which a milestone was reached."""
    at = asked(request)
    one = project_seen(number, at)
    lines = reads.lines(number, at.known, at.as_at)
    form = forms.MoveForm(request.POST or None, lines=lines, initial={"on": at.as_at})
    page = _form_page(
        "Give a date",
        "Record the date",
        one,
        "The date first set stays for ever: a new plan takes nothing from how late it is.",
    )

    def act() -> DateLine:
        milestone, title = form.milestone_named()
        return writes.move_date(
            project=number,
            milestone=milestone,
            title=title,
            move=form.move(),
            by=viewer(request).username,
            at=clock.now(),
        )

    if taken(form, act):
        move = form.move()
        messages.success(request, f"{MOVE_WORDS[move.kind]}: {date_words(move.to)}")
        return redirect(project_address(number))
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def give_status(request: HttpRequest, number: str) -> HttpResponse:
    """Take what somebody found of the project."""
    at = asked(request)
    one = project_seen(number, at)
    form = forms.StatusForm(request.POST or None, initial={"on": at.as_at, "scale": "three"})
    page = _form_page(
        "Give a status",
        "Record the status",
        one,
        "The project is shown no better than its worst part and its dates, unless you say why.",
    )

    def act() -> Status:
        by, now = viewer(request).username, clock.now()
        return writes.give_status(status=form.status(number), by=by, at=now)

    if done := taken(form, act):
        messages.success(request, f"The status of {date_words(done.on)} is recorded")
        return redirect(project_address(number))
    return show_form(request, form, page)


def _form_page(title: str, button: str, one: Project, summary: str = "") -> FormPage:
    here = project_address(one.number)
    return FormPage(
        title=title,
        button=button,
        back=here,
        summary=summary or "How it stood before is kept.",
        caption=project_name(one),
        crumbs=(*CRUMBS, (project_name(one), here)),
    )

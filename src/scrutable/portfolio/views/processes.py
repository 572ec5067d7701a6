"""Process reviews and features that are paid for, shown and recorded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.portfolio import facts, reads
from scrutable.portfolio.forms.processes import FeatureForm, ReviewForm
from scrutable.portfolio.presenters import processes as words
from scrutable.portfolio.presenters.processes import PROCESSES
from scrutable.records.views import form_page, kept, recorded

CRUMBS = (("Processes", PROCESSES),)


@needs(Permission.VIEW_PROJECTS)
def processes(request: HttpRequest) -> HttpResponse:
    """Show what was standardised and simplified, and what is paid for and not used."""
    at = asked(request)
    reviews = reads.process_reviews(at.known, at.as_at)
    features = reads.features(at.known, at.as_at)
    doors = actions(
        request,
        (Permission.MANAGE_PROJECTS, "Add a process review", f"{PROCESSES}new/"),
        (Permission.MANAGE_PROJECTS, "Add a feature", f"{PROCESSES}features/new/"),
    )
    context = {
        "at": at,
        "title": words.title(reviews, features),
        "summary": words.summary(reviews, features),
        "figures": words.figures(reviews, features, at.as_at),
        "actions": doors,
    }
    tables = (
        words.feature_table(features, may_change=bool(doors)),
        words.uncounted_table(features, may_change=bool(doors)),
        words.review_table(reviews, may_change=bool(doors)),
    )
    return show(request, "portfolio/processes.jinja", context, *tables)


@needs(Permission.MANAGE_PROJECTS)
def process_review(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a process review as it is from now on; without a number a new one."""
    known = kept(facts.ProcessReview, asked(request), number=number) if number else None
    form = ReviewForm(request.POST or None, known=known)
    if done := recorded(request, form, form.review, form.standing):
        messages.success(request, f"The review of {done.process} is recorded")
        return redirect(f"{PROCESSES}#reviews")
    return show_form(request, form, _page("a process review", known.process if known else ""))


@needs(Permission.MANAGE_PROJECTS)
def feature(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a feature that is paid for, or a new count of it; without a number a new one."""
    known = kept(facts.Feature, asked(request), number=number) if number else None
    form = FeatureForm(request.POST or None, known=known)
    if done := recorded(request, form, form.feature, form.standing):
        messages.success(request, f"{done.product}: {done.title} is recorded")
        return redirect(f"{PROCESSES}#features")
    return show_form(request, form, _page("a feature", known.title if known else ""))


def _page(what: str, title: str) -> FormPage:
    return form_page(what, title, back=PROCESSES, crumbs=CRUMBS, verb="Add")

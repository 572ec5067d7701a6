"""Remediation plans shown, and their steps taken from forms."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.assurance.facts import ORGANISATION, Remediation, StepState
from scrutable.assurance.forms.assessments import AcceptForm, StepForm
from scrutable.assurance.presenters.assessments import plans
from scrutable.assurance.presenters.assessments import words as words_of
from scrutable.assurance.reads import assessments as reads
from scrutable.assurance.rules.assessing import step_standing
from scrutable.assurance.views.assessments.doors import MANAGE, assessed, crumbs_to
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.records.views import kept, recorded


@needs(Permission.VIEW_ASSURANCE)
def plan(request: HttpRequest, code: str) -> HttpResponse:
    """Show every step of a plan, the overdue first."""
    at = asked(request)
    found = assessed(request, code, at)
    steps = reads.plan(code, at.known, at.as_at)
    context = {
        "at": at,
        "title": plans.title(steps),
        "summary": plans.summary(steps),
        "caption": f"Remediation plan after {found.title}",
        "exempt": words_of.exempt_words(found),
        "figures": plans.figures(steps),
        "crumbs": crumbs_to(code, ("Remediation plan", "")),
        "actions": actions(request, (MANAGE, "Plan a step", f"{words_of.plan_address(code)}new/")),
    }
    table = plans.plan_table(steps, reads.system_titles(at.known))
    return show(request, "assurance/remediation.jinja", context, table)


@needs(Permission.VIEW_ASSURANCE)
def step(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one step of a plan."""
    at = asked(request)
    found = assessed(request, code, at)
    held = kept(Remediation, at, assessment=code, number=number)
    standing = step_standing(held, at.as_at)
    base = words_of.step_address(code, number)
    change = (MANAGE, "Report progress or change the step", f"{base}change/")
    accept = (MANAGE, "Accept it as done", f"{base}accept/")
    offered = (change, accept) if standing.state is StepState.WAITING else (change,)
    titles = reads.system_titles(at.known)
    context = {
        "at": at,
        "title": held.what,
        "caption": f"Step {number} after {found.title}",
        "summary": plans.step_words(standing),
        "exempt": words_of.exempt_words(found),
        "crumbs": crumbs_to(
            code, ("Remediation plan", words_of.plan_address(code)), (f"Step {number}", "")
        ),
        "terms": plans.step_terms(standing, reads.framework_of(found), titles),
        "actions": actions(request, *offered),
    }
    return show(request, "assurance/step.jinja", context)


@needs(MANAGE)
def record_step(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """Take a step of a plan as it is from now on; without a number the next one."""
    at = asked(request)
    found = assessed(request, code, at)
    known = kept(Remediation, at, assessment=code, number=number) if number else None
    titles = reads.system_titles(at.known)
    scope = [(one, words_of.system_words(one, titles)) for one in (ORGANISATION, *found.systems)]
    form = StepForm(request.POST or None, known=known, systems=scope)
    if done := recorded(request, form, lambda: form.step(code), form.standing):
        messages.success(request, f"Step {done.number} is recorded")
        return redirect(words_of.step_address(code, done.number))
    page = FormPage(
        title="Change the step" if known else "Plan a step",
        button="Keep the change" if known else "Record it",
        back=words_of.step_address(code, number) if known else words_of.plan_address(code),
        summary="How it stood before is kept." if known else "",
        caption=f"Step {number} after {found.title}" if known else found.title,
        crumbs=crumbs_to(code, ("Remediation plan", words_of.plan_address(code))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def accept(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take that another than its owner accepts a step as done."""
    at = asked(request)
    assessed(request, code, at)
    known = kept(Remediation, at, assessment=code, number=number)
    form = AcceptForm(
        request.POST or None,
        initial={
            "accepted_on": at.as_at,
            "evidence": known.evidence,
            "based_on": known.version,
        },
    )

    def accepted() -> Remediation:
        given = form.cleaned_data
        return replace(
            known,
            accepted_by=given["accepted_by"],
            accepted_on=given["accepted_on"],
            evidence=given["evidence"],
        )

    based_on = form.cleaned_data["based_on"] if form.is_valid() else None
    if recorded(request, form, accepted, based_on):
        messages.success(request, f"Step {number} is done")
        return redirect(words_of.step_address(code, number))
    page = FormPage(
        title="Accept it as done",
        button="Accept it",
        back=words_of.step_address(code, number),
        summary=f"Its owner, {known.owner}, cannot accept it.",
        caption=known.what,
        crumbs=crumbs_to(code, ("Remediation plan", words_of.plan_address(code))),
    )
    return show_form(request, form, page)

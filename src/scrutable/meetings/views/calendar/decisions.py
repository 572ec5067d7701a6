"""The forward plan and decisions, and each step of one."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms.calendar import calling_in
from scrutable.meetings.forms.calendar import decisions as forms
from scrutable.meetings.forms.calendar.closures import filled_closure
from scrutable.meetings.presenters.addresses import (
    decision_address,
)
from scrutable.meetings.presenters.calendar import forward_plan as presenters
from scrutable.meetings.presenters.decisions import STAGE_TAGS, decision_title
from scrutable.meetings.rules.lifecycle import call_in_window
from scrutable.meetings.views.calendar.asking import found, taken

LIST = "/decisions/"
CRUMBS = (("Decisions", LIST),)
PLAN, RECORD = Permission.MANAGE_MEETINGS, Permission.RECORD_DECISIONS


@needs(Permission.VIEW_MEETINGS)
def decisions(request: HttpRequest) -> HttpResponse:
    """Show the forward plan and the decisions made, of the body and the kind asked for."""
    at = asked(request)
    every = reads.courses(at.known, at.as_at)
    chosen = {name: request.GET.get(name, "") for name in ("maker", "key", "stage")}
    courses = presenters.shown(every, chosen)
    makers = {one.case.maker.code: one.case.maker.name for one in every}
    context = {
        "at": at,
        "title": presenters.decisions_title(courses),
        "summary": presenters.summary(courses),
        "chosen": chosen,
        "makers": sorted(makers.items(), key=lambda pair: pair[1]),
        "stages": [(stage.value, tag.word) for stage, tag in STAGE_TAGS.items()],
        "actions": actions(
            request,
            (PLAN, "Enter a decision in the plan", f"{LIST}plan/"),
            (Permission.VIEW_MEETINGS, "Delegations and their uses", "/delegations/"),
            (Permission.VIEW_MEETINGS, "What scrutiny recommended", "/recommendations/"),
        ),
    }
    plan = presenters.plan_table(courses, at.as_at)
    return show(request, "meetings/decisions.jinja", context, plan, presenters.made_table(courses))


@needs(PLAN)
def plan(request: HttpRequest) -> HttpResponse:
    """Take a decision for the forward plan."""
    at = asked(request)
    initial = filled_closure() | {"route": facts.KeyRoute.NOTICE.value}
    form = _plan_form(request, at, initial)
    codes = {one.case.code for one in reads.courses(at.known, at.as_at)}
    if form.is_valid() and form.cleaned_data["code"] in codes:
        form.add_error("code", "A decision has this reference already. Choose another.")
    made = taken(request, form, lambda **who: writes.plan_decision(planned=form.planned(), **who))
    if made:
        messages.success(request, f"{made.code} is in the forward plan")
        return redirect(decision_address(made.code))
    page = FormPage(
        title="Enter a decision in the forward plan",
        summary="Items (a) to (h) of SI 2012/2089 regulation 9; what it owes is worked out.",
        button="Enter it",
        back=LIST,
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(PLAN)
def change_plan(request: HttpRequest, code: str) -> HttpResponse:
    """Take an entry of the forward plan as it is from now on: noticed, moved, withdrawn."""
    at = asked(request)
    stands = found(reads.planned_decision, code, at.known)
    form = _plan_form(request, at, forms.filled_plan(stands), is_known=True)
    made = taken(
        request, form, lambda **who: writes.plan_decision(planned=form.planned(code), **who)
    )
    if made:
        messages.success(request, f"{code} is changed")
        return redirect(decision_address(code))
    return show_form(
        request, form, _page("Change the plan", "Keep the change", stands.matter, code)
    )


def _plan_form(
    request: HttpRequest, at: Asked, initial: dict[str, object], *, is_known: bool = False
) -> forms.PlanForm:
    return forms.PlanForm(
        request.POST or None,
        bodies=reads.bodies(at.known),
        meetings=reads.meetings(at.known),
        is_known=is_known,
        initial=initial,
    )


@needs(RECORD)
def record(request: HttpRequest, code: str) -> HttpResponse:
    """Take the record of a decision, or its correction; a key one only once it is lawful."""
    at = asked(request)
    case = found(reads.case_of, code, at.known, closed=True)
    form = forms.RecordForm(
        request.POST or None,
        bodies=reads.bodies(at.known),
        meetings=reads.meetings(at.known),
        initial=dict(forms.filled_record(case.record, case.planned)),
    )
    made = taken(
        request, form, lambda **who: writes.record_decision(record=form.record(code), **who)
    )
    if made:
        messages.success(request, f"The decision {code} is recorded")
        return redirect(decision_address(code))
    title = "Correct the record" if case.record else "Record the decision"
    return show_form(request, form, _page(title, "Record it", decision_title(case), code))


@needs(RECORD)
def call_in(request: HttpRequest, code: str) -> HttpResponse:
    """Take a call-in: who asked, when, on what grounds."""
    at = asked(request)
    case = found(reads.case_of, code, at.known)
    law = reads.law(at.as_at, at.known)
    form = calling_in.CallInForm(request.POST or None, initial={"asked_on": at.as_at})
    made = taken(request, form, lambda **who: writes.call_in(call_in=form.call_in(code), **who))
    if made:
        messages.success(request, f"{code} is called in; it waits for the hearing")
        return redirect(decision_address(code))
    window = call_in_window(case, law.rules, law.notices)
    summary = presenters.window_summary(window, law.notices.requisitioners)
    page = _page("Record a call-in", "Record it", decision_title(case), code, summary)
    return show_form(request, form, page)


@needs(RECORD)
def hearing(request: HttpRequest, code: str) -> HttpResponse:
    """Take what scrutiny made of a call-in."""
    at = asked(request)
    case = found(reads.case_of, code, at.known)
    meetings = reads.meetings(at.known, last=at.as_at)
    form = calling_in.HearingForm(request.POST or None, meetings=meetings[::-1])

    def write(by: str, at: datetime) -> facts.CallIn:
        given = form.cleaned_data
        return writes.hear_call_in(
            decision=code,
            result=form.result_of(),
            heard_in=given["heard_in"],
            reasons=given["reasons"],
            by=by,
            at=at,
        )

    made = taken(request, form, write)
    if made:
        messages.success(request, f"The hearing of {code} is recorded")
        return redirect(decision_address(code))
    return show_form(
        request, form, _page("Record the hearing", "Record it", decision_title(case), code)
    )


@needs(RECORD)
def carried_out(request: HttpRequest, code: str) -> HttpResponse:
    """Take when a decision was carried out; not before its call-in is over."""
    at = asked(request)
    case = found(reads.case_of, code, at.known)
    form = calling_in.CarriedOutForm(request.POST or None, initial={"on": at.as_at})
    made = taken(
        request,
        form,
        lambda **who: writes.carry_out_decision(code=code, on=form.cleaned_data["on"], **who),
    )
    if made:
        messages.success(request, f"{code} is recorded as carried out")
        return redirect(decision_address(code))
    return show_form(
        request,
        form,
        _page("Record that it was carried out", "Record it", decision_title(case), code),
    )


def _page(title: str, button: str, caption: str, code: str, summary: str = "") -> FormPage:
    here = decision_address(code)
    return FormPage(
        title=title,
        button=button,
        caption=caption,
        summary=summary,
        back=here,
        crumbs=(*CRUMBS, (code, here)),
    )

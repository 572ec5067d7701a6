"""Scrutiny's recommendations: the list, one with its answer, and each step on its way."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms import powers as forms
from scrutable.meetings.presenters.addresses import (
    recommendation_address,
)
from scrutable.meetings.presenters.powers import recommendations as presenters
from scrutable.meetings.views.powers.prefilling import prefilled

LIST = "/recommendations/"
CRUMBS = (("Recommendations", LIST),)
MANAGES = Permission.MANAGE_RECOMMENDATIONS


@needs(Permission.VIEW_MEETINGS)
def recommendations(request: HttpRequest) -> HttpResponse:
    """Show every recommendation with its answer."""
    at = asked(request)
    found = reads.recommendations(at.known)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    context = {
        "at": at,
        "title": presenters.title(found, at.as_at),
        "actions": actions(request, (MANAGES, "Record a recommendation", f"{LIST}new/")),
    }
    table = presenters.recommendation_table(found, names, at.as_at)
    return show(request, "meetings/recommendations.jinja", context, table)


@needs(Permission.VIEW_MEETINGS)
def recommendation(request: HttpRequest, code: str) -> HttpResponse:
    """Show one recommendation: when its answer is due, the answer, and what it made."""
    at = asked(request)
    one = _seen(code, at.known)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    promises = reads.commitments(at.known, source=one.reference)
    here = recommendation_address(one)
    context = {
        "at": at,
        "recommendation": one,
        "title": presenters.one_title(one, names, at.as_at),
        "summary": presenters.summary(one, at.as_at),
        "tags": presenters.tags(one, at.as_at),
        "terms": presenters.recommendation_terms(one, names, promises),
        "actions": actions(
            request,
            (MANAGES, "Record the notice", f"{here}notice/"),
            (MANAGES, "Record the answer", f"{here}answer/"),
            *((MANAGES, "Record that it was published", f"{here}publish/"),)
            * (one.answered_on is not None),
        ),
    }
    table = presenters.version_table(reads.recommendation_versions(code, at.known))
    return show(request, "meetings/recommendation.jinja", context, table)


@needs(MANAGES)
def recommend(request: HttpRequest) -> HttpResponse:
    """Take what a committee recommends; `?from=` names the limb it is filled from."""
    known = asked(request).known
    initial = prefilled(request, known)
    form = forms.RecommendForm(request.POST or None, bodies=reads.bodies(known), initial=initial)
    page = FormPage(
        title="Record a recommendation",
        summary="An answer is owed once notice of it is given in writing.",
        button="Record it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> facts.Recommendation:
        by, at = viewer(request).username, clock.now()
        return writes.recommend(recommendation=form.recommendation(), by=by, at=at)

    refusals = (writes.UnfitRecommendation, reads.UnknownBody, reads.UnknownMeeting)
    if carried_out(form, act, *refusals):
        messages.success(request, "The recommendation is recorded")
        return redirect(LIST)
    return show_form(request, form, page)


@needs(MANAGES)
def notice(request: HttpRequest, code: str) -> HttpResponse:
    """Take the days on which report and notice were received."""
    one = _seen(code, asked(request).known)
    initial = {name: getattr(one, name) for name in forms.NoticeForm.base_fields}
    form = forms.NoticeForm(request.POST or None, initial=initial)
    summary = "The answer is due two months after the later of the two days, that day included."
    page = _page(one, "Record the notice", "Record it", summary)

    def act() -> facts.Recommendation:
        by, at = viewer(request).username, clock.now()
        return writes.notice_recommendation(code=code, **form.cleaned_data, by=by, at=at)

    if carried_out(form, act, writes.UnfitRecommendation):
        messages.success(request, f"The notice of recommendation {code} is recorded")
        return redirect(recommendation_address(one))
    return show_form(request, form, page)


@needs(MANAGES)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Take the executive's answer; what it accepts becomes a commitment."""
    at = asked(request)
    one = _seen(code, at.known)
    form = forms.AnswerForm(request.POST or None, initial={"on": at.as_at})
    page = _page(one, "Record the answer", "Record the answer", f"It recommends: {one.text}")

    def act() -> facts.Recommendation:
        given = form.cleaned_data
        return writes.answer_recommendation(
            code=code,
            answer=facts.Answer(given["answer"]),
            reasons=given["reasons"],
            action=given["action"],
            on=given["on"],
            owner=given["owner"],
            due=form.due_by(),
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitRecommendation, writes.UnfitCommitment):
        messages.success(request, f"The answer to recommendation {code} is recorded")
        return redirect(recommendation_address(one))
    return show_form(request, form, page)


@needs(MANAGES)
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Take the day on which the answer was published."""
    at = asked(request)
    one = _seen(code, at.known)
    form = forms.PublishForm(request.POST or None, initial={"on": at.as_at})
    page = _page(one, "Record that the answer was published", "Record it", "")

    def act() -> facts.Recommendation:
        by, now = viewer(request).username, clock.now()
        return writes.publish_answer(code=code, on=form.cleaned_data["on"], by=by, at=now)

    if carried_out(form, act, writes.UnfitRecommendation):
        messages.success(request, f"The answer to recommendation {code} is published")
        return redirect(recommendation_address(one))
    return show_form(request, form, page)


def _page(one: facts.Recommendation, title: str, button: str, summary: str) -> FormPage:
    here = recommendation_address(one)
    return FormPage(
        title=title,
        summary=summary,
        caption=f"Recommendation {one.code}",
        button=button,
        back=here,
        crumbs=(*CRUMBS, (one.code, here)),
    )


def _seen(code: str, known: int) -> facts.Recommendation:
    try:
        return reads.recommendation(code, known)
    except reads.UnknownRecommendation as fault:
        raise Http404(str(fault)) from fault

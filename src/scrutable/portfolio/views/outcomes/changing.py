"""Transitions, outcomes, evidence, judgements and hand-overs recorded; looks put forward."""

from dataclasses import replace
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show_form
from scrutable.kernel.wording import date_words
from scrutable.meetings import reads as meetings
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.forms import outcomes as forms
from scrutable.portfolio.presenters.outcomes import one
from scrutable.portfolio.presenters.outcomes.words import (
    OUTCOMES,
    outcome_address,
    transition_address,
)
from scrutable.portfolio.views.outcomes.showing import CRUMBS, outcome_seen, transition_seen
from scrutable.records.views import recorded

MANAGE = Permission.MANAGE_PROJECTS
KEPT = "How it stood before is kept."


@needs(MANAGE)
def record_transition(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a transition as it is from now on; without a code a new one."""
    at = asked(request)
    known = transition_seen(code, at).transition if code else None
    form = forms.TransitionForm(request.POST or None, known=known, bodies=meetings.bodies(at.known))
    taken = {each.code for each in reads.every(facts.Transition, at.known)}
    if known is None and form.is_valid() and form.cleaned_data["code"] in taken:
        form.add_error("code", "A transition has this code already. Choose another.")
    if done := recorded(request, form, form.transition, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(transition_address(done.code))
    page = FormPage(
        title="Change the transition" if known else "Record a transition",
        button="Keep the change" if known else "Record it",
        back=transition_address(code) if code else OUTCOMES,
        summary=KEPT if known else "A service that came over from somebody else.",
        caption=known.title if known else "",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_outcome(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """Take an outcome as it is stated from now on; without a number a new one."""
    standing = transition_seen(code, asked(request))
    known = outcome_seen(standing, number).outcome if number else None
    form = forms.OutcomeForm(request.POST or None, known=known)
    if done := recorded(request, form, lambda: form.outcome(code), form.standing):
        messages.success(request, f"Outcome {done.number} is recorded")
        return redirect(outcome_address(code, done.number))
    page = _page(
        standing.transition,
        title="Change the outcome" if known else "Add an outcome",
        button="Keep the change" if known else "Add it",
        summary=KEPT if known else "What the transition is to have achieved.",
    )
    return show_form(request, form, page)


@needs(MANAGE)
def evidence(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take evidence for an outcome, or against it."""
    standing = transition_seen(code, asked(request))
    of = outcome_seen(standing, number).outcome
    form = forms.EvidenceForm(request.POST or None)
    if recorded(request, form, lambda: form.evidence(of)):
        messages.success(request, "The evidence is recorded")
        return redirect(outcome_address(code, number))
    summary = "What speaks against it counts as much as what speaks for it."
    page = _page(standing.transition, title="Add evidence", button="Add it", summary=summary, of=of)
    return show_form(request, form, page)


@needs(MANAGE)
def withdraw(request: HttpRequest, code: str, number: int, evidence: int) -> HttpResponse:
    """Take the reason for which evidence no longer counts; it stays on the page."""
    standing = transition_seen(code, asked(request))
    found = outcome_seen(standing, number)
    given = next((each for each in found.evidence if each.number == evidence), None)
    if given is None or given.withdrawn_reason:
        raise Http404(f"Outcome {number} has no evidence {evidence} that stands.")
    form = forms.WithdrawForm(request.POST or None)

    def withdrawn() -> facts.OutcomeEvidence:
        return replace(given, withdrawn_reason=form.cleaned_data["withdrawn_reason"])

    if recorded(request, form, withdrawn, given.version):
        messages.success(request, "The evidence is withdrawn")
        return redirect(outcome_address(code, number))
    page = _page(
        standing.transition,
        title="Withdraw evidence",
        button="Withdraw it",
        summary=f"“{given.what}” stays on the page, and counts no more.",
        of=found.outcome,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def judge(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take what somebody judged of an outcome."""
    at = asked(request)
    standing = transition_seen(code, at)
    found = outcome_seen(standing, number)
    of = found.outcome
    form = forms.JudgeForm(request.POST or None, initial={"on": at.as_at})
    if done := recorded(request, form, lambda: form.judgement(of)):
        messages.success(request, f"The judgement of {date_words(done.on)} is recorded")
        return redirect(outcome_address(code, number))
    summary = f"{one.speaks(found)} Without evidence for it, it is not evidenced."
    page = _page(
        standing.transition, title="Judge the outcome", button="Record it", summary=summary, of=of
    )
    return show_form(request, form, page)


@needs(MANAGE)
def hand_over(request: HttpRequest, code: str, name: str = "") -> HttpResponse:
    """Take how far a project in flight has come over; without a name a new one."""
    standing = transition_seen(code, asked(request))
    known = next((each for each in standing.hand_overs if each.name == name), None)
    if name and known is None:
        raise Http404(f"{standing.transition.title} has no project {name} in flight.")
    form = forms.HandOverForm(request.POST or None, known=known)
    if done := recorded(request, form, lambda: form.hand_over(code), form.standing):
        messages.success(request, f"{done.project} is recorded")
        return redirect(f"{transition_address(code)}#hand-overs")
    page = _page(
        standing.transition,
        title=f"{known.project}: how far it has come" if known else "Add a project in flight",
        button="Keep the change" if known else "Add it",
        summary=KEPT if known else "Of others’ projects the name is enough.",
    )
    return show_form(request, form, page)


@needs(MANAGE)
def look(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """Put the look of a day in the work programme of the body that looks."""
    standing = transition_seen(code, asked(request))
    on = _day(day)
    form = forms.LookForm(request.POST if request.method == "POST" else None)

    def put() -> facts.Look:
        by, at = viewer(request).username, clock.now()
        return writes.put_look(transition=code, on=on, by=by, at=at)

    if carried_out(form, put, writes.UnfitRecord, writes.WrittenMeanwhile):
        messages.success(request, f"The look of {date_words(on)} is in the work programme")
        return redirect(f"{transition_address(code)}#looks")
    page = _page(
        standing.transition,
        title="Put the look in the work programme",
        button="Put it in",
        summary=f"The look of {date_words(on)} is put to the body’s first meeting from that day.",
    )
    return show_form(request, form, page)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise Http404(text) from fault


def _page(
    of_transition: facts.Transition,
    *,
    title: str,
    button: str,
    summary: str,
    of: facts.Outcome | None = None,
) -> FormPage:
    code = of_transition.code
    above = (*CRUMBS, (of_transition.title, transition_address(code)))
    if of is None:
        return FormPage(
            title=title,
            button=button,
            back=transition_address(code),
            summary=summary,
            caption=of_transition.title,
            crumbs=above,
        )
    here = outcome_address(code, of.number)
    return FormPage(
        title=title,
        button=button,
        back=here,
        summary=summary,
        caption=f"{of.number}. {of.text}",
        crumbs=(*above, (f"Outcome {of.number}", here)),
    )

"""Putting a result right, saying why it moved, verifying a month."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, writes
from scrutable.contracts.presenters.addresses import kpi_address, month_address
from scrutable.contracts.views.doors import asked, contract_seen, kpi_seen, month_in
from scrutable.govuk.views import FormPage, carried_out, show_form
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words


@needs(Permission.CORRECT_RESULTS)
def correct(request: HttpRequest, code: str, kpi: str, month: str) -> HttpResponse:
    """Take what a result should have been; what was said before is kept."""
    when, known = _when(request, code, kpi, month)
    form = forms.CorrectionForm(request.POST or None)
    page = FormPage(
        title=f"Correct {kpi} for {when.words}",
        summary=f"{known}. The figure as it stood is kept, with when, who and why.",
        button="Record the correction",
        back=month_address(code, kpi, when),
    )

    def act() -> None:
        correction = form.correction(code, kpi, when)
        by = viewer(request).username
        writes.correct_result(correction=correction, by=by, at=clock.now())

    if carried_out(form, act, writes.UnfitCorrection):
        messages.success(request, f"{kpi} for {when.words} is corrected")
        return redirect(month_address(code, kpi, when))
    return show_form(request, form, page)


@needs(Permission.BUILD_REPORTS)
def give_reason(request: HttpRequest, code: str, kpi: str, month: str) -> HttpResponse:
    """Take an officer's words on why the KPI got better or worse."""
    when, known = _when(request, code, kpi, month)
    form = forms.ReasonForm(request.POST or None)
    page = FormPage(
        title=f"Why did {kpi} move in {when.words}?",
        summary=known,
        button="Keep the reason",
        back=month_address(code, kpi, when),
    )

    def act() -> None:
        writes.give_trend_reason(
            contract=code,
            code=kpi,
            month=when,
            reason=form.cleaned_data["reason"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act):
        messages.success(request, "The reason is kept")
        return redirect(kpi_address(code, kpi))
    return show_form(request, form, page)


def _when(request: HttpRequest, code: str, kpi: str, month: str) -> tuple[Month, str]:
    """Return the month and the KPI's title; 404 for a month before the contract or to come."""
    at = asked(request)
    contract, known = kpi_seen(request, code, kpi, at.known)
    when = month_in(month)
    if when not in contract.span or when > Month.of(at.as_at):
        raise Http404(month)
    return when, known.title


@require_POST
@needs(Permission.LOAD_RETURNS)
def verify(request: HttpRequest, code: str, month: str) -> HttpResponse:
    """Mark the month's provisional results as verified."""
    contract_seen(request, code, asked(request).known)
    when = month_in(month)
    try:
        number = writes.verify_results(
            contract=code, month=when, by=viewer(request).username, at=clock.now()
        )
    except writes.NothingToVerify as refusal:
        messages.warning(request, str(refusal))
    else:
        said = count_words(number, "result")
        messages.success(request, f"{said} of {code} for {when.words} are now verified")
    return redirect("contracts:returns")

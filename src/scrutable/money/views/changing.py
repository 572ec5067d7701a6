"""Budget lines, virements, approvals, commitments and forecasts recorded."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.views import asked, needs
from scrutable.govuk.views import FormPage, show_form
from scrutable.money import reads, rules
from scrutable.money.facts import Approval, BudgetLine, Commitment, Forecast, Virement
from scrutable.money.forms.money import (
    ApprovalForm,
    CommitmentForm,
    ForecastForm,
    LineForm,
    VirementForm,
    offer_decisions,
)
from scrutable.money.presenters.words import (
    APPROVALS,
    COMMITMENTS,
    LINES,
    MONEY,
    VIREMENTS,
    exact,
    line_address,
)
from scrutable.money.views.glance import MANAGE
from scrutable.money.views.lines import CRUMBS
from scrutable.records.reads import stands
from scrutable.records.views import form_page, kept, recorded


@needs(MANAGE)
def record_line(request: HttpRequest, code: str = "", year: int = 0) -> HttpResponse:
    """Take a budget line as it is from now on; without a code a new one."""
    at = asked(request)
    known = kept(BudgetLine, at, code=code, year=year) if code else None
    initial = {"year": rules.year_of(at.as_at)}
    form = LineForm(request.POST or None, known=known, initial=initial)
    if done := recorded(request, form, form.line, form.standing):
        messages.success(request, f"Budget line {done.code} is recorded")
        return redirect(line_address(done.code, done.year))
    back = line_address(code, year) if known else LINES
    page = form_page("a budget line", known.title if known else "", back=back, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(MANAGE)
def record_virement(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a virement; without a number a new one."""
    at = asked(request)
    known = kept(Virement, at, number=number) if number else None
    form = VirementForm(request.POST or None, known=known, initial=_initial(request, at.as_at))
    if done := recorded(request, form, form.virement, form.standing):
        messages.success(request, f"Virement {done.number} of {exact(done.pence)} is recorded")
        return redirect(VIREMENTS)
    page = FormPage(
        title="Change the virement" if known else "Move money",
        button="Keep the change" if known else "Record it",
        back=VIREMENTS,
        summary="Between lines of the same fund and year, and only what is free of the first.",
        crumbs=(("Money", MONEY), ("Virements", VIREMENTS)),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_approval(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take an approval; without a number a new one. What is beyond its decision is refused."""
    at = asked(request)
    known = kept(Approval, at, number=number) if number else None
    form = ApprovalForm(request.POST or None, known=known, initial=_initial(request, at.as_at))
    offer_decisions(form, list(reads.decisions(at.known).values()))
    if done := recorded(request, form, form.approval, form.standing):
        messages.success(request, f"Approval {done.number} of {exact(done.pence)} is recorded")
        return redirect(line_address(done.line, done.year))
    page = FormPage(
        title="Change the approval" if known else "Approve money",
        button="Keep the change" if known else "Approve it",
        back=APPROVALS,
        summary="Nothing goes beyond the decision, or beyond what the line may spend.",
        crumbs=(("Money", MONEY), ("Approvals", APPROVALS)),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_commitment(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a commitment; without a number a new one. What nobody approved is refused."""
    at = asked(request)
    known = kept(Commitment, at, number=number) if number else None
    form = CommitmentForm(request.POST or None, known=known, initial=_initial(request, at.as_at))
    offer_decisions(form, list(reads.decisions(at.known).values()))
    if done := recorded(request, form, form.commitment, form.standing):
        messages.success(request, f"Commitment {done.number} of {exact(done.pence)} is recorded")
        return redirect(line_address(done.line, done.year))
    page = FormPage(
        title="Change the commitment" if known else "Commit money",
        button="Keep the change" if known else "Record it",
        back=COMMITMENTS,
        summary="Nothing goes beyond what was approved of the line under its decision.",
        crumbs=(("Money", MONEY), ("Commitments", COMMITMENTS)),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_forecast(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Take what is expected of a line, month by month."""
    at = asked(request)
    line = stands(BudgetLine, at.known, code=code, year=year)
    if line is None:
        raise Http404(f"There is no budget line {code} of {year}. Check it in the list.")
    said = stands(Forecast, at.known, line=code, year=year)
    form = ForecastForm(request.POST or None, line=line, said=said, initial={"on": at.as_at})
    back = line_address(code, year)
    if done := recorded(request, form, form.forecast, form.standing):
        messages.success(request, f"The forecast of {exact(done.pence)} is recorded")
        return redirect(back)
    page = FormPage(
        title=f"Forecast {line.title}",
        button="Keep the forecast",
        back=back,
        summary="What is expected of every month, those that have passed as they were.",
        caption=f"{code}, {rules.year_words(year)}",
        crumbs=(*CRUMBS, (code, back)),
    )
    return show_form(request, form, page)


def _initial(request: HttpRequest, as_at: date) -> dict[str, object]:
    """Return what a form begins with: the line and year that led here, and today."""
    year = request.GET.get("year", "")
    line = request.GET.get("line", "")[:60]
    wanted = int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None
    return {"line": line, "from_line": line, "year": wanted or rules.year_of(as_at), "on": as_at}

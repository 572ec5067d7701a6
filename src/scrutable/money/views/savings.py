"""Savings shown and recorded."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.views import Asked, actions, asked, needs, viewer
from scrutable.govuk.views import show, show_form
from scrutable.money import reads
from scrutable.money.facts import SavingSeen
from scrutable.money.forms.savings import ProofForm, SavingForm
from scrutable.money.presenters import savings as words
from scrutable.money.presenters.words import MONEY, SAVINGS
from scrutable.money.views.glance import MANAGE, VIEW
from scrutable.records.reads import UnknownRecord
from scrutable.records.views import form_page, recorded

CRUMBS = (("Money", MONEY), ("Savings", SAVINGS))


@needs(VIEW)
def savings(request: HttpRequest) -> HttpResponse:
    """Show every saving from planned to verified, and lines counted twice."""
    at = asked(request)
    found = reads.savings(at.known, at.as_at)
    twice = reads.doubled(found, at.known)
    context = {
        "at": at,
        "title": words.title(found, twice),
        "figures": words.figures(found),
        "twice": bool(twice),
        "actions": actions(request, (MANAGE, "Record a saving", f"{SAVINGS}new/")),
    }
    tables = words.saving_table(found, twice), words.doubled_table(twice)
    return show(request, "money/savings.jinja", context, *tables)


@needs(VIEW)
def saving(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Show one saving and everything that was found of it."""
    at = asked(request)
    one = _seen(code, year, at)
    here = words.saving_address(code, year)
    context = {
        "at": at,
        "title": words.one_title(one),
        "caption": f"Saving {code}",
        "crumbs": (*CRUMBS, (code, "")),
        "terms": words.terms(one),
        "actions": actions(
            request,
            (MANAGE, "Say what was found of it", f"{here}found/"),
            (MANAGE, "Change the saving", f"{here}change/"),
        ),
    }
    found = reads.proofs(code, year, at.known, at.as_at)
    return show(request, "money/saving.jinja", context, words.proof_table(found))


@needs(MANAGE)
def record_saving(request: HttpRequest, code: str = "", year: int = 0) -> HttpResponse:
    """Take a saving as it is from now on; without a code a new one."""
    at = asked(request)
    known = _seen(code, year, at).saving if code else None
    form = SavingForm(request.POST or None, known=known)
    if done := recorded(request, form, form.saving, form.standing):
        messages.success(request, f"Saving {done.code} is recorded")
        return redirect(words.saving_address(done.code, done.year))
    back = words.saving_address(code, year) if known else SAVINGS
    page = form_page("saving", known.title if known else "", back=back, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(MANAGE)
def record_proof(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Take what was found of a saving; nobody verifies their own."""
    at = asked(request)
    one = _seen(code, year, at).saving
    by = viewer(request).username
    initial = {"on": at.as_at, "evidence": f"ledger/{one.line}/{one.year}"}
    form = ProofForm(request.POST or None, initial=initial)
    if recorded(request, form, lambda: form.proof(one, by)):
        messages.success(request, "What was found is recorded")
        return redirect(words.saving_address(code, year))
    back = words.saving_address(code, year)
    page = form_page("a finding", "", back=back, crumbs=(*CRUMBS, (code, back)))
    return show_form(request, form, page)


def _seen(code: str, year: int, at: Asked) -> SavingSeen:
    try:
        return reads.saving(code, year, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault

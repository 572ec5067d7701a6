"""Agreements, renewals, causes and cures taken from forms; registers from files."""

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.housekeeping.facts.agreements import Agreement, Cure, NoticeUnit, Renewal
from scrutable.housekeeping.forms.agreements import (
    AgreementForm,
    CureForm,
    RegisterForm,
    RenewalForm,
)
from scrutable.housekeeping.presenters.agreements.register import loaded_words
from scrutable.housekeeping.presenters.agreements.words import (
    AGREEMENTS,
    again_words,
    agreement_address,
    next_words,
)
from scrutable.housekeeping.views.agreements.showing import CRUMBS, seen
from scrutable.housekeeping.writes.agreements import load_agreements
from scrutable.kernel.wording import count_words, date_words
from scrutable.records.reads import stands
from scrutable.records.views import kept, recorded
from scrutable.records.writes import UnfitRecord
from scrutable.registers import reads as registers

MANAGE = Permission.MANAGE_AGREEMENTS
MOST_FAULTS = 50  # named on the page; the rest are counted


@needs(MANAGE)
def record_agreement(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take an agreement as it stands from now on; without a code a new one."""
    at = asked(request)
    known = kept(Agreement, at, code=code) if code else None
    suppliers = registers.suppliers(at.known)
    if not suppliers:
        messages.warning(request, "Add the supplier first, then its agreements.")
        return redirect(AGREEMENTS)
    form = AgreementForm(
        request.POST or None,
        known=known,
        suppliers=suppliers,
        initial={"notice_unit": NoticeUnit.MONTHS.value},
    )
    if done := recorded(request, form, form.agreement, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(agreement_address(done.code))
    page = FormPage(
        title="Change the agreement" if known else "Add an agreement",
        button="Keep the change" if known else "Record it",
        back=agreement_address(code) if known else AGREEMENTS,
        summary="How it stood before is kept. A renewal is recorded as one, not here."
        if known
        else "As it was first made; what was renewed since is recorded after it.",
        caption=f"Agreement {code}" if known else "",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_renewal(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """Take a renewal; without a number the next one."""
    at = asked(request)
    one = seen(code, at)
    known = kept(Renewal, at, agreement=code, number=number) if number else None
    form = RenewalForm(request.POST or None, known=known, initial={"agreed_on": at.as_at})
    if done := recorded(request, form, lambda: form.renewal(code), form.standing):
        messages.success(request, f"Renewal {done.number} is recorded")
        return redirect(agreement_address(code))
    page = FormPage(
        title=f"Change renewal {number}" if known else "Record a renewal",
        button="Keep the change" if known else "Record it",
        back=agreement_address(code),
        summary=next_words(one),
        caption=one.agreement.title,
        crumbs=(*CRUMBS, (one.agreement.title, agreement_address(code))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_cure(request: HttpRequest, code: str, since: str) -> HttpResponse:
    """Take why an agreement ran on from a day, and what was done so that none does again."""
    at = asked(request)
    one = seen(code, at)
    time = next((time for time in one.ran_on if str(time.since) == since), None)
    if time is None:
        raise Http404(f"{code} did not begin to run on with {since}")
    known = stands(Cure, at.known, agreement=code, since=date.fromisoformat(since))
    of = Cure(agreement=code, since=time.since, cause="")
    form = CureForm(request.POST or None, known=known)
    if recorded(request, form, lambda: form.found(of), form.standing):
        messages.success(request, "Cause and cure are recorded")
        return redirect(agreement_address(code))
    days = count_words(time.days, "day")
    again = f" {again_words(time)}." if time.is_recurrence else ""
    page = FormPage(
        title="Record cause and cure",
        button="Keep it",
        back=agreement_address(code),
        summary=f"It ran on without approval for {days}, from {date_words(time.since)}.{again}",
        caption=one.agreement.title,
        crumbs=(*CRUMBS, (one.agreement.title, agreement_address(code))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def load_register(request: HttpRequest) -> HttpResponse:
    """Take the register that the council keeps, all of it or nothing."""
    form = RegisterForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        by = viewer(request).username
        try:
            done = load_agreements(content=file.read(), name=file.name, by=by, at=clock.now())
        except UnfitRecord as unfit:
            for fault in unfit.faults[:MOST_FAULTS]:
                form.add_error("file", str(fault))
            if (more := len(unfit.faults) - MOST_FAULTS) > 0:
                form.add_error("file", f"{count_words(more, 'more fault')}. Mend these first")
        else:
            messages.success(request, loaded_words(done.new, done.changed, done.known))
            return redirect(AGREEMENTS)
    page = FormPage(
        title="Load a register of agreements",
        button="Load it",
        back=AGREEMENTS,
        summary="All of it is taken or nothing. What it says already changes nothing.",
        upload=True,
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)

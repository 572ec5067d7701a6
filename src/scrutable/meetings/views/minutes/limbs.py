"""One limb of minutes: looked at, corrected, struck, added."""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms import minutes as forms
from scrutable.meetings.presenters.addresses import (
    limb_place,
    minutes_address,
)
from scrutable.meetings.presenters.minutes.words import (
    KIND_WORDS,
)
from scrutable.meetings.views.minutes.seen import limb_seen, minutes_seen

REFUSALS = (writes.UnfitLimb, writes.MinutesAlreadyConfirmed, reads.UnknownLimb)


@require_POST
@needs(Permission.READ_MINUTES)
def look_at(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Say that a limb was read rightly, or whether it is tracked; either is a look at it."""
    limb = limb_seen(request, code, number, asked(request).known)
    try:
        writes.settle_limb(
            limb=_looked_at(limb, request.POST.get("tracked", "")),
            by=viewer(request).username,
            at=clock.now(),
        )
    except REFUSALS as refusal:
        messages.warning(request, str(refusal))
    return redirect(limb_place(code, number))


def _looked_at(limb: facts.Limb, tracked: str) -> facts.Limb:
    """Return the limb as it stands after the look; what an officer has corrected stays so."""
    if tracked in ("yes", "no"):
        limb = replace(limb, is_tracked=tracked == "yes")
    if limb.state in (facts.LimbState.CORRECTED, facts.LimbState.ADDED):
        return limb
    return replace(limb, state=facts.LimbState.CONFIRMED, reason="")


@needs(Permission.READ_MINUTES)
def correct(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take what the limb says in truth, with the reason."""
    found, known = _open_minutes(request, code), asked(request).known
    limb = limb_seen(request, code, number, known)
    form = forms.SettleForm(
        request.POST or None, minutes=found, limb=limb, initial=forms.begun_with(limb)
    )

    def act() -> facts.Limb:
        return writes.settle_limb(limb=form.limb(), by=viewer(request).username, at=clock.now())

    if carried_out(form, act, *REFUSALS):
        messages.success(request, f"Limb {number} is corrected")
        return redirect(limb_place(code, number))
    page = _page(found, f"Correct limb {number}", "Correct it", KIND_WORDS[limb.outcome.kind])
    return show_form(request, form, page, {"limb": limb}, "meetings/limb.jinja")


@needs(Permission.READ_MINUTES)
def strike(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take the reason why there is no outcome where the reader saw one."""
    found, known = _open_minutes(request, code), asked(request).known
    limb = limb_seen(request, code, number, known)
    form = forms.StrikeForm(request.POST or None)

    def act() -> facts.Limb:
        struck = replace(limb, state=facts.LimbState.STRUCK, reason=form.cleaned_data["reason"])
        return writes.settle_limb(limb=struck, by=viewer(request).username, at=clock.now())

    if carried_out(form, act, *REFUSALS):
        messages.success(request, f"Limb {number} is struck")
        return redirect(limb_place(code, number))
    page = _page(found, f"Strike limb {number}", "Strike it", limb.outcome.text)
    return show_form(request, form, page)


@needs(Permission.READ_MINUTES)
def add(request: HttpRequest, code: str) -> HttpResponse:
    """Take a limb that the reader missed, by words quoted from the text."""
    found = _open_minutes(request, code)
    initial = {"wording": facts.Wording.GIVEN.value, "is_tracked": True}
    form = forms.AddForm(request.POST or None, minutes=found, initial=initial)
    added: list[facts.Limb] = []

    def act() -> None:
        by, at = viewer(request).username, clock.now()
        added.append(writes.add_limb(limb=form.limb(), by=by, at=at))

    if carried_out(form, act, *REFUSALS):
        number = added[0].number
        messages.success(request, f"Limb {number} is added")
        return redirect(limb_place(code, number))
    summary = "Quote the words of the text that the reader missed, and say what they decide."
    return show_form(request, form, _page(found, "Add an outcome", "Add it", summary))


def _open_minutes(request: HttpRequest, code: str) -> facts.Minutes:
    """Return the minutes; 404 where they are confirmed and nothing of them changes."""
    found = minutes_seen(request, code, asked(request).known)
    if found.is_confirmed:
        raise Http404(str(writes.MinutesAlreadyConfirmed(found)))
    return found


def _page(found: facts.Minutes, title: str, button: str, summary: str) -> FormPage:
    return FormPage(
        title=title,
        summary=summary,
        caption=f"Minutes {found.code}",
        button=button,
        back=minutes_address(found.code),
        crumbs=(("Minutes", "/minutes/"), (found.code, minutes_address(found.code))),
    )

"""What councillors need: their own form, the named officers' pages, and who is named."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.councillors import reads, writes
from scrutable.councillors.facts import AccessForm, AccessNeeds, Councillor, NamedOfficer
from scrutable.councillors.forms.arranging import OfficerForm
from scrutable.councillors.forms.own import NeedsForm
from scrutable.councillors.presenters import people as words
from scrutable.councillors.presenters.words import ACCESS, COUNCILLORS, MINE
from scrutable.councillors.views.doors import (
    may_name,
    named_only,
    nowhere_kept,
    oneself,
    sees_needs,
)
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.wording import count_words, london_day
from scrutable.records.reads import stands
from scrutable.records.views import form_page, taken

SEE = Permission.VIEW_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("What councillors need", ACCESS))
OFFICERS = f"{ACCESS}officers/"


@needs(Permission.SAY_OWN_SKILLS)
@require_http_methods(["GET", "POST"])
def own_needs(request: HttpRequest) -> HttpResponse:
    """Take what the councillor who looks needs, and show them who has looked."""
    one = oneself(request)
    found = reads.access_form(one.number)
    form = NeedsForm(request.POST or None, known=_opened(found))
    if _told(request, form, one):
        messages.success(request, "Kept, for you and the officers named")
        return redirect(MINE)
    known = number_at()
    names = dict(reads.nameable())
    context = {
        "officers": [names.get(each.username, each.username) for each in _named(known)],
        "looks": words.look_table(reads.looks(found), names).rows if found else (),
        "erase_href": f"{MINE}access/erase/" if found else "",
    }
    page = FormPage(
        title="What you need",
        button="Keep it",
        back=MINE,
        summary="You and the officers named below see this, and nobody else.",
        crumbs=(("Councillors", COUNCILLORS), ("Yours", MINE)),
    )
    return nowhere_kept(show_form(request, form, page, context, "councillors/needs_form.jinja"))


@needs(Permission.SAY_OWN_SKILLS)
@require_POST
def erase_own(request: HttpRequest) -> HttpResponse:
    """Erase what the councillor who looks needs."""
    one = oneself(request)
    writes.erase_needs(councillor=one.number, by=viewer(request).username, at=clock.now())
    messages.success(request, "What you told is erased")
    return redirect(MINE)


@needs(SEE)
def forms_kept(request: HttpRequest) -> HttpResponse:
    """List who filled in a form, to the officers named."""
    named_only(request)
    found = reads.access_forms()
    context = {
        "title": f"{count_words(len(found), 'form')} filled in",
        "caption": "What councillors need",
        "summary": "To open one is written into the log, and the councillor sees who has.",
        "crumbs": (("Councillors", COUNCILLORS), ("What councillors need", "")),
    }
    names = reads.names([one.councillor for one in found])
    page = show(request, "councillors/page.jinja", context, words.form_table(found, names))
    return nowhere_kept(page)


@needs(SEE)
@require_http_methods(["GET"])
def form_seen(request: HttpRequest, number: int) -> HttpResponse:
    """Open one form to an officer who is named, once the look is in the log."""
    named_only(request)
    one, found = _filled(number)
    _log(request, found)
    names = dict(reads.nameable())
    context = {
        "title": words.name_of(one),
        "caption": "What councillors need",
        "summary": "Your look is in the log. Tell nobody who need not know.",
        "crumbs": (*CRUMBS, (words.name_of(one), "")),
        "terms": words.need_terms(_shown(found)),
        "actions": [("Change it for them", f"{ACCESS}{number}/change/")],
    }
    table = words.look_table(reads.looks(found), names)
    return nowhere_kept(show(request, "councillors/page.jinja", context, table))


@needs(SEE)
@require_http_methods(["GET", "POST"])
def change_form(request: HttpRequest, number: int) -> HttpResponse:
    """Take what a councillor told an officer who is named."""
    named_only(request)
    one = reads.councillor(number)
    if one is None:
        raise Http404(f"There is no councillor {number}")
    found = reads.access_form(number)
    if found is not None:
        _log(request, found)
    form = NeedsForm(request.POST or None, known=_opened(found))
    if _told(request, form, one):
        messages.success(request, "Kept")
        return redirect(ACCESS)
    page = FormPage(
        title="What they need",
        button="Keep it",
        back=ACCESS,
        caption=words.name_of(one),
        summary="As they told you. They see it, and who has looked at it.",
        crumbs=CRUMBS,
    )
    return nowhere_kept(show_form(request, form, page))


@needs(SEE)
def officers(request: HttpRequest) -> HttpResponse:
    """Show who is named to see what councillors need."""
    at = asked(request)
    names = dict(reads.nameable())
    may_change, sees = may_name(request), sees_needs(request)
    context = {
        "at": at,
        "title": "Officers named to see what councillors need",
        "caption": "Councillors",
        "summary": "Nobody else can open it: no role does, not an administrator’s.",
        "actions": [
            *([("Forms filled in", ACCESS)] if sees else []),
            *([("Name an officer", f"{OFFICERS}new/")] if may_change else []),
        ],
    }
    table = words.officer_table(
        reads.named_officers(at.known), names, at.as_at, may_change=may_change
    )
    return show(request, "councillors/page.jinja", context, table)


@needs(SEE)
def name_officer(request: HttpRequest, username: str = "") -> HttpResponse:
    """Name an officer, or end that: the clerk or an administrator, and never themselves."""
    if not may_name(request):
        raise PermissionDenied("name the officers who see what councillors need")
    at = asked(request)
    known = stands(NamedOfficer, at.known, username=username) if username else None
    if username and known is None:
        raise Http404(f"{username} is not named")
    form = OfficerForm(
        request.POST or None,
        officers=reads.nameable(),
        known=known,
        **({} if known else {"initial": {"since": at.as_at}}),
    )
    by = viewer(request).username
    if taken(form, lambda: writes.name_officer(named=form.named(), by=by, at=clock.now())):
        messages.success(request, "It is recorded")
        return redirect(OFFICERS)
    crumbs = (("Councillors", COUNCILLORS), ("Officers named", OFFICERS))
    page = form_page(
        "an officer", username if known else "", back=OFFICERS, crumbs=crumbs, verb="Name"
    )
    return show_form(request, form, page)


def _told(request: HttpRequest, form: NeedsForm, one: Councillor) -> bool:
    by = viewer(request).username
    return carried_out(
        form,
        lambda: writes.tell_needs(councillor=one.number, needs=form.said(), by=by, at=clock.now()),
        writes.NoKey,
    )


def _named(known: int) -> list[NamedOfficer]:
    at = london_day(clock.now())
    return [
        one for one in reads.named_officers(known) if reads.may_see_needs(one.username, known, at)
    ]


def _filled(number: int) -> tuple[Councillor, AccessForm]:
    one, found = reads.councillor(number), reads.access_form(number)
    if one is None or found is None:
        raise Http404(f"Councillor {number} has filled in no form")
    return one, found


def _log(request: HttpRequest, found: AccessForm) -> None:
    """Log the look before anything is shown; where the log cannot be written nothing is."""
    writes.look(form=found, by=viewer(request).username, at=clock.now())


def _opened(found: AccessForm | None) -> AccessNeeds | None:
    return _shown(found) if found else None


def _shown(found: AccessForm) -> AccessNeeds:
    try:
        return reads.access_needs(found)
    except writes.WrongKey as wrong:
        raise Http404(str(wrong)) from wrong

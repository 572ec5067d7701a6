"""Sessions, who came to them, and pilots."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.councillors import reads, rules, writes
from scrutable.councillors.facts import Councillor, Pilot, Session
from scrutable.councillors.forms.arranging import AttendanceForm, PilotForm, SessionForm
from scrutable.councillors.presenters import sessions as words
from scrutable.councillors.presenters.words import COUNCILLORS, PILOTS, SESSIONS, why_few
from scrutable.councillors.views.doors import nowhere_kept
from scrutable.govuk.facts import Table
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import ended
from scrutable.records.views import form_page, kept, recorded, taken

MANAGE = Permission.MANAGE_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("Sessions", SESSIONS))


@needs(Permission.VIEW_COUNCILLORS)
def sessions(request: HttpRequest) -> HttpResponse:
    """Show every session and briefing, with who came in totals."""
    at = asked(request)
    found = reads.session_totals(at.known, at.as_at)
    areas = {one.code: one for one in reads.skill_areas(at.known)}
    context = {
        "at": at,
        "title": words.title(found),
        "caption": "Sessions",
        "summary": "Sessions and bite-size briefings, and whether they helped three months later.",
        "actions": actions(request, (MANAGE, "Arrange a session", f"{SESSIONS}new/")),
        "worked_out_words": (why_few(reads.least_shown(at.known, at.as_at)),),
    }
    return show(request, "councillors/page.jinja", context, words.session_table(found, areas))


@needs(Permission.VIEW_COUNCILLORS)
def session(request: HttpRequest, number: int) -> HttpResponse:
    """Show one session: to a councillor with their own place, to who arranges it with all."""
    at = asked(request)
    kept(Session, at, number=number)
    found = reads.session(number, at.known, at.as_at)
    areas = {one.code: one for one in reads.skill_areas(at.known)}
    manages = permits(request, MANAGE)
    context = {
        "at": at,
        "number": number,
        "title": found.session.title,
        "caption": f"Session {number}",
        "summary": ended(words.when_words(found.session)),
        "crumbs": (*CRUMBS, (found.session.title, "")),
        "terms": words.session_terms(found, areas),
        "actions": actions(
            request,
            (MANAGE, "Change the session", f"{SESSIONS}{number}/change/"),
            (MANAGE, "Record who came", f"{SESSIONS}{number}/attendance/"),
        ),
        "own": _own(request, found.session, at, is_full=found.is_full),
    }
    tables = [_places(number, at)] if manages else []
    return nowhere_kept(show(request, "councillors/session.jinja", context, *tables))


def _places(number: int, at: Asked) -> Table:
    places = reads.places(number, at.known)
    return words.attendance_table(places, reads.names([one.councillor for one in places]))


def _own(request: HttpRequest, found: Session, at: Asked, *, is_full: bool) -> dict[str, bool]:
    """Return what a councillor who looks may do about their own place; nothing for others."""
    one = own_councillor(request)
    if one is None:
        return {}
    place = reads.own_places(one.number, at.known).get(found.number)
    has_place = place is not None and place.is_booked
    can = rules.bookable(found, at.as_at)
    return {
        "has_place": has_place,
        "may_book": can and not has_place and not is_full,
        "may_give_back": can and has_place,
    }


def own_councillor(request: HttpRequest) -> Councillor | None:
    """Return the councillor who looks, None for everybody else."""
    if not permits(request, Permission.SAY_OWN_SKILLS):
        return None
    return reads.councillor_of(viewer(request).username)


@needs(MANAGE)
def record_session(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a session as it is from now on; without a number a new one."""
    at = asked(request)
    known = kept(Session, at, number=number) if number else None
    form = SessionForm(request.POST or None, areas=reads.skill_areas(at.known), known=known)
    if done := recorded(request, form, form.session, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(f"{SESSIONS}{done.number}/")
    back = f"{SESSIONS}{number}/" if number else SESSIONS
    page = form_page(
        "a session", known.title if known else "", back=back, crumbs=CRUMBS, verb="Arrange"
    )
    return show_form(request, form, page)


@needs(MANAGE)
def attendance(request: HttpRequest, number: int) -> HttpResponse:
    """Take who came to a session."""
    at = asked(request)
    found = kept(Session, at, number=number)
    places = reads.places(number, at.known)
    serving = reads.serving(found.on) | {one.councillor for one in places}
    form = AttendanceForm(request.POST or None, names=reads.names(sorted(serving)), places=places)
    by = viewer(request).username

    def record() -> bool:
        writes.record_attendance(session=number, came=form.said(), by=by, at=clock.now())
        return True

    if request.method == "POST" and taken(form, record):
        messages.success(request, "Who came is recorded")
        return redirect(f"{SESSIONS}{number}/")
    page = FormPage(
        title="Record who came",
        button="Record it",
        back=f"{SESSIONS}{number}/",
        summary="Those who came are asked three months later whether it helped.",
        caption=found.title,
        crumbs=(*CRUMBS, (found.title, f"{SESSIONS}{number}/")),
    )
    return nowhere_kept(show_form(request, form, page))


@needs(Permission.VIEW_COUNCILLORS)
def pilots(request: HttpRequest) -> HttpResponse:
    """Show every pilot with its result."""
    at = asked(request)
    found = reads.pilots(at.known)
    least = reads.least_shown(at.known, at.as_at)
    context = {
        "at": at,
        "title": "Pilots",
        "summary": "What is tried with a few councillors before it is offered to all.",
        "caption": "Councillors",
        "actions": actions(request, (MANAGE, "Record a pilot", f"{PILOTS}new/")),
    }
    table = words.pilot_table(found, least, may_change=permits(request, MANAGE))
    return show(request, "councillors/page.jinja", context, table)


@needs(MANAGE)
def record_pilot(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a pilot as it is from now on; without a number a new one."""
    at = asked(request)
    known = kept(Pilot, at, number=number) if number else None
    form = PilotForm(request.POST or None, known=known)
    if done := recorded(request, form, form.pilot, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(PILOTS)
    crumbs = (("Councillors", COUNCILLORS), ("Pilots", PILOTS))
    page = form_page("a pilot", known.title if known else "", back=PILOTS, crumbs=crumbs)
    return show_form(request, form, page)

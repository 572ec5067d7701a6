"""A councillor's own pages: nobody else's number ever comes from the address."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.councillors import reads, rules, writes
from scrutable.councillors.facts import Session, SkillsSaid
from scrutable.councillors.forms.own import FaultForm, HelpedForm, OpinionForm, SkillsForm
from scrutable.councillors.presenters import kit, sessions, skills
from scrutable.councillors.presenters.words import COUNCILLORS, MINE, SESSIONS
from scrutable.councillors.views.doors import NOT_LINKED, nowhere_kept, oneself
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import count_words, date_words, london_day
from scrutable.records.views import kept, taken
from scrutable.records.writes import UnfitRecord

OWN = Permission.SAY_OWN_SKILLS
CRUMBS = (("Councillors", COUNCILLORS), ("Yours", MINE))


@needs(OWN)
def mine(request: HttpRequest) -> HttpResponse:
    """Show a councillor their own skills, programme, sessions and kit."""
    one = reads.councillor_of(viewer(request).username)
    if one is None:
        said_so = {"title": "Yours", "summary": NOT_LINKED, "caption": "Councillors"}
        return show(request, "councillors/page.jinja", said_so)
    known, today = number_at(), london_day(clock.now())
    areas, said = reads.skill_areas(known), reads.skills_said(one.number, known)
    held = {each.number: each for each in reads.sessions(known)}
    places = reads.own_places(one.number, known)
    after = reads.ask_after_days(known, today)
    asking = {
        n
        for n, place in places.items()
        if n in held and rules.is_to_be_asked(held[n], place, today, after)
    }
    context = {
        "title": "Your skills, sessions and kit",
        "caption": "Yours alone",
        "summary": _answered(said, len(areas)),
        "asking": [
            (held[n].title, date_words(held[n].on), f"{MINE}sessions/{n}/helped/")
            for n in sorted(asking)
        ],
        "opinions": kit.opinion_words(reads.own_opinions(one.number, known)),
        "actions": [
            (
                "Go on with the form" if said else "Say how you see your own skills",
                f"{MINE}skills/",
            ),
            ("Raise a fault", f"{MINE}kit/fault/"),
            ("Say what you think of your kit", f"{MINE}kit/opinion/"),
            ("Say what you need", f"{MINE}access/"),
        ],
    }
    page = show(
        request,
        "councillors/mine.jinja",
        context,
        skills.programme_table(rules.programme(areas, said, list(held.values()), today)),
        sessions.own_place_table(places, held, today, asking),
        skills.own_table(said, areas),
        kit.device_table(reads.own_kit(one.number, known, today), {}, own=True),
        kit.fault_list(reads.own_faults(one.number, known), {}, today, own=True),
    )
    return nowhere_kept(page)


def _answered(said: SkillsSaid | None, asked_about: int) -> str:
    if said is None:
        return "You have not answered yet. It takes five minutes."
    answered = len(said.confidence)
    if answered < asked_about:
        return f"You answered {answered} of {count_words(asked_about, 'question')}. Go on any time."
    return "You answered every question. Change what is no longer so."


@needs(OWN)
def skills_form(request: HttpRequest) -> HttpResponse:
    """Take how a councillor sees their own skills, as far as they have got."""
    one = oneself(request)
    known = number_at()
    areas, said = reads.skill_areas(known), reads.skills_said(one.number, known)
    form = SkillsForm(request.POST if request.method == "POST" else None, areas=areas, known=said)
    by, at = viewer(request).username, clock.now()
    done = taken(
        form,
        lambda: writes.say_skills(said=form.said(one.number, london_day(at)), by=by, at=at),
    )
    if done:
        answered = len(done.confidence)
        left = len(areas) - answered
        rest = f" {count_words(left, 'question')} left for another time." if left else ""
        messages.success(request, f"Kept: {answered} of {len(areas)} answered.{rest}")
        return redirect(MINE)
    page = FormPage(
        title="How you see your own skills",
        button="Keep my answers",
        back=MINE,
        back_words="Back",
        summary=(
            "It takes five minutes. Leave out what you like, and go on another day. "
            "Others see totals: only what you ask help with is seen by your name."
        ),
        crumbs=CRUMBS,
    )
    return nowhere_kept(show_form(request, form, page, template="councillors/skills_form.jinja"))


@needs(OWN)
@require_POST
def book(request: HttpRequest, number: int) -> HttpResponse:
    """Book the councillor's own place."""
    return _place(request, number, writes.book, "Your place is booked")


@needs(OWN)
@require_POST
def give_back(request: HttpRequest, number: int) -> HttpResponse:
    """Give the councillor's own place back."""
    return _place(request, number, writes.give_back, "Your place is given back")


def _place(
    request: HttpRequest, number: int, act: Callable[..., object], said: str
) -> HttpResponse:
    one = oneself(request)
    kept(Session, asked(request), number=number)
    by = viewer(request).username
    try:
        act(session=number, councillor=one.number, by=by, at=clock.now())
    except UnfitRecord as unfit:
        messages.error(request, str(unfit))
    else:
        messages.success(request, said)
    return redirect(f"{SESSIONS}{number}/")


@needs(OWN)
def helped(request: HttpRequest, number: int) -> HttpResponse:
    """Take whether a session helped."""
    one = oneself(request)
    found = kept(Session, asked(request), number=number)
    form = HelpedForm(request.POST or None)
    by = viewer(request).username
    return _own_form(
        request,
        form,
        lambda: writes.say_helped(
            session=number, councillor=one.number, helped=form.said(), by=by, at=clock.now()
        ),
        FormPage(
            title="Did it help?",
            button="Keep my answer",
            back=MINE,
            caption=found.title,
            summary="Only totals are shown to others.",
            crumbs=CRUMBS,
        ),
    )


@needs(OWN)
def raise_fault(request: HttpRequest) -> HttpResponse:
    """Take a fault of the councillor's own kit."""
    one = oneself(request)
    form = FaultForm(request.POST or None)
    by, at = viewer(request).username, clock.now()
    return _own_form(
        request,
        form,
        lambda: writes.raise_fault(fault=form.fault(one.number, london_day(at)), by=by, at=at),
        FormPage(
            title="Raise a fault",
            button="Raise it",
            back=MINE,
            summary="Who mends it sees it by your name; others see totals.",
            crumbs=CRUMBS,
        ),
    )


@needs(OWN)
def opinion(request: HttpRequest) -> HttpResponse:
    """Take what a councillor says of a kind of kit."""
    one = oneself(request)
    form = OpinionForm(request.POST or None)
    by, at = viewer(request).username, clock.now()
    return _own_form(
        request,
        form,
        lambda: writes.say_of_kit(said=form.said(one.number, london_day(at)), by=by, at=at),
        FormPage(
            title="What you think of your kit",
            button="Keep my answer",
            back=MINE,
            summary="Only totals are shown to others.",
            crumbs=CRUMBS,
        ),
    )


def _own_form(
    request: HttpRequest, form: forms.Form, act: Callable[[], object], page: FormPage
) -> HttpResponse:
    if taken(form, act):
        messages.success(request, "Kept")
        return redirect(MINE)
    return nowhere_kept(show_form(request, form, page))

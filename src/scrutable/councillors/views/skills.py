"""Skills in totals, the skills that are asked about, and needs by name for who arranges help."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits
from scrutable.councillors import reads
from scrutable.councillors.facts import SkillArea
from scrutable.councillors.forms.arranging import AreaForm
from scrutable.councillors.presenters import skills as words
from scrutable.councillors.presenters.words import COUNCILLORS, MINE, SKILLS, why_few
from scrutable.councillors.views.doors import nowhere_kept
from scrutable.govuk.views import show, show_form
from scrutable.records.views import form_page, kept, recorded

MANAGE = Permission.MANAGE_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("Skills", SKILLS))


@needs(Permission.VIEW_COUNCILLORS)
def skills(request: HttpRequest) -> HttpResponse:
    """Show how councillors see their own skills, and what is needed."""
    at = asked(request)
    cover = reads.cover(at.known, at.as_at)
    areas = {one.code: one for one in reads.skill_areas(at.known)}
    held = {one.number: one for one in reads.sessions(at.known)}
    context = {
        "at": at,
        "title": words.title(cover),
        "caption": "Skills",
        "summary": "By what councillors say of themselves, in totals that give nobody away.",
        "figures": words.figures(cover),
        "actions": actions(
            request,
            (Permission.SAY_OWN_SKILLS, "Say how you see your own skills", f"{MINE}skills/"),
            (MANAGE, "Who asked for help", f"{SKILLS}needs/"),
            (MANAGE, "Ask about another skill", f"{SKILLS}areas/new/"),
        ),
        "worked_out_words": (
            why_few(reads.least_shown(at.known, at.as_at)),
            (
                "Somebody has not enough of a skill who says less than what counts as enough. How "
                "many have not is shown only where the numbers of the line above say it already."
            ),
        ),
    }
    return show(
        request,
        "councillors/page.jinja",
        context,
        words.cover_table(cover, areas, may_change=permits(request, MANAGE)),
        words.need_table(cover, areas, held),
    )


@needs(MANAGE)
def by_name(request: HttpRequest) -> HttpResponse:
    """Show who asked for help with what, and what else they agreed to show."""
    at = asked(request)
    found = reads.needs_by_name(at.known, at.as_at)
    context = {
        "at": at,
        "title": "Who asked for help",
        "summary": "Only what councillors asked help with, or agreed to show, stands here by name.",
        "crumbs": (*CRUMBS, ("Who asked for help", "")),
    }
    page = show(request, "councillors/page.jinja", context, words.by_name_table(found))
    return nowhere_kept(page)


@needs(MANAGE)
def record_area(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a skill that the form asks about; without a code a new one."""
    at = asked(request)
    known = kept(SkillArea, at, code=code) if code else None
    form = AreaForm(request.POST or None, known=known)
    if done := recorded(request, form, form.area, form.standing):
        messages.success(request, f"{done.title} is asked about")
        return redirect(SKILLS)
    page = form_page("a skill", known.title if known else "", back=SKILLS, crumbs=CRUMBS)
    return show_form(request, form, page)

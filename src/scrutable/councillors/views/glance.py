"""Councillors at a glance: learning, kit and paper, in totals."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits
from scrutable.councillors import reads
from scrutable.councillors.presenters import kit, paper, sessions, skills
from scrutable.councillors.presenters.words import ACCESS, MINE, PEOPLE, SKILLS, why_few
from scrutable.councillors.views.doors import may_name
from scrutable.govuk.views import show

MANAGE = Permission.MANAGE_COUNCILLORS


@needs(Permission.VIEW_COUNCILLORS)
def glance(request: HttpRequest) -> HttpResponse:
    """Show what councillors need and have, and how paper stands."""
    at = asked(request)
    cover = reads.cover(at.known, at.as_at)
    areas = {one.code: one for one in reads.skill_areas(at.known)}
    held = {one.number: one for one in reads.sessions(at.known)}
    papers = reads.paper(at.known, at.as_at)
    offered = actions(
        request,
        (Permission.SAY_OWN_SKILLS, "Your own skills, sessions and kit", MINE),
        (MANAGE, "Councillors and their accounts", PEOPLE),
        (MANAGE, "Who asked for help", f"{SKILLS}needs/"),
    )
    naming = [("Officers named to see what councillors need", f"{ACCESS}officers/")]
    context = {
        "at": at,
        "title": skills.title(cover),
        "caption": "Councillors",
        "summary": "How councillors are helped with IT: skills, sessions, kit and paper.",
        "figures": (
            *skills.figures(cover)[:1],
            sessions.session_figure(reads.session_totals(at.known, at.as_at), at.as_at),
            *kit.figures(reads.kit_totals(at.known, at.as_at), at.as_at)[:1],
            *paper.figures(papers, at.as_at)[:1],
        ),
        "actions": [*offered, *(naming if may_name(request) else [])],
        "worked_out_words": (
            why_few(reads.least_shown(at.known, at.as_at)),
            (
                "What a councillor needs because of a disability or for any other reason is "
                "seen by them and by the officers named, and stands in no total."
            ),
        ),
    }
    may_change = permits(request, MANAGE)
    return show(
        request,
        "councillors/page.jinja",
        context,
        skills.need_table(cover, areas, held),
        skills.cover_table(cover, areas, may_change=may_change),
        paper.target_table(papers),
    )

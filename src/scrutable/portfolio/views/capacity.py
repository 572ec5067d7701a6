"""Capacity: posts, procurements and people taken off projects, shown and recorded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.portfolio import facts, reads
from scrutable.portfolio.forms.capacity import PostForm, ProcurementForm, RedirectionForm
from scrutable.portfolio.presenters import capacity as posts
from scrutable.portfolio.presenters import procurements as buying
from scrutable.portfolio.presenters import redirections as away
from scrutable.portfolio.presenters.capacity import CAPACITY
from scrutable.records.views import form_page, kept, recorded

CRUMBS = (("Capacity", CAPACITY),)


@needs(Permission.VIEW_PROJECTS)
def capacity(request: HttpRequest) -> HttpResponse:
    """Show posts against the structure wanted, procurements, and people taken off projects."""
    at = asked(request)
    found = reads.staffing(at.known, at.as_at)
    bought = reads.procurements(at.known, at.as_at)
    taken = reads.redirections(at.known, at.as_at)
    names = reads.project_titles(at.known, {name for one in bought for name in one.waiting})
    doors = actions(
        request,
        (Permission.MANAGE_PROJECTS, "Add a post", f"{CAPACITY}add-post/"),
        (Permission.MANAGE_PROJECTS, "Add a procurement", f"{CAPACITY}add-procurement/"),
        (
            Permission.MANAGE_PROJECTS,
            "Record people taken off a project",
            f"{CAPACITY}add-redirection/",
        ),
    )
    may_change = bool(doors)
    context = {
        "at": at,
        "title": posts.title(found),
        "summary": posts.summary(found),
        "figures": posts.figures(found, bought, taken),
        "buying": buying.procurement_title(bought),
        "away": away.redirection_title(taken),
        "actions": doors,
    }
    tables = (
        posts.team_table(found),
        posts.post_table(found, may_change=may_change),
        buying.procurement_table(bought, may_change=may_change, names=names),
        away.redirection_table(taken, may_change=may_change),
    )
    return show(request, "portfolio/capacity.jinja", context, *tables)


@needs(Permission.MANAGE_PROJECTS)
def post(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a post as it is from a day on; without a code a new one."""
    known = kept(facts.Post, asked(request), code=code) if code else None
    form = PostForm(request.POST or None, known=known)
    if done := recorded(request, form, form.post, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(CAPACITY)
    return show_form(request, form, _page("a post", known.title if known else ""))


@needs(Permission.MANAGE_PROJECTS)
def procurement(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a procurement as it is from a day on; without a code a new one."""
    known = kept(facts.Procurement, asked(request), code=code) if code else None
    form = ProcurementForm(request.POST or None, known=known)
    if done := recorded(request, form, form.procurement, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(f"{CAPACITY}#procurements")
    return show_form(request, form, _page("a procurement", known.title if known else ""))


@needs(Permission.MANAGE_PROJECTS)
def redirection(request: HttpRequest, project: str = "", number: int = 0) -> HttpResponse:
    """Take people that were taken off a project, or what became of it; without a number anew."""
    at = asked(request)
    known = kept(facts.Redirection, at, project=project, number=number) if project else None
    form = RedirectionForm(request.POST or None, known=known)
    if done := recorded(request, form, form.redirection, form.standing):
        messages.success(request, f"People taken off project {done.project} are recorded")
        return redirect(f"{CAPACITY}#redirections")
    return show_form(
        request, form, _page("people taken off a project", f"Project {project}" if known else "")
    )


def _page(what: str, title: str) -> FormPage:
    return form_page(what, title, back=CAPACITY, crumbs=CRUMBS)

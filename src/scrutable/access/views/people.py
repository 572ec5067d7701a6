"""Pages of people: who there is, adding and changing them."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from scrutable.access import presenters, reads, writes
from scrutable.access.facts import Permission, PersonFact
from scrutable.access.forms import NewPersonForm, PersonForm, supplier_choices
from scrutable.access.views.doors import needs, permits, viewer
from scrutable.audit.clock import now
from scrutable.govuk.views import show

UNDO = {
    "deactivate": (writes.deactivate, "{} no longer signs in"),
    "reactivate": (writes.reactivate, "{} may sign in again"),
    "remove-second-factor": (writes.remove_second_factor, "{} signs in with the password alone"),
}


@needs(Permission.VIEW_PEOPLE)
def people(request: HttpRequest) -> HttpResponse:
    """List everybody, and lead to each."""
    found = reads.people()
    names = dict(supplier_choices()[1:])
    context = {
        "summary": presenters.people_summary(found),
        "may_manage": permits(request, Permission.MANAGE_PEOPLE),
    }
    return show(request, "access/people.jinja", context, presenters.people_table(found, names))


@needs(Permission.MANAGE_PEOPLE)
def add(request: HttpRequest) -> HttpResponse:
    """Add somebody; without a password the next page shows the link by which they choose one."""
    form = NewPersonForm(request.POST or None)
    if form.is_valid():
        details = form.details(form.cleaned_data["username"])
        password = form.cleaned_data["password"] or None
        try:
            writes.add_person(details=details, password=password, by=_by(request), at=now())
        except writes.UsernameTaken as taken:
            form.add_error("username", str(taken))
        else:
            messages.success(request, f"{details.full_name} is added")
            return redirect("access:person", details.username)
    return _form_page(request, "access/add.jinja", form)


@needs(Permission.VIEW_PEOPLE)
def person(request: HttpRequest, username: str) -> HttpResponse:
    """Show one person and what may be done about them."""
    found = _found(username)
    manages = permits(request, Permission.MANAGE_PEOPLE)
    context = {
        "person": found,
        "view": presenters.present_person(found, dict(supplier_choices()[1:])),
        "may_manage": manages,
        "link": reads.password_link(username)
        if manages and found.is_active and not found.has_password
        else "",
    }
    return render(request, "access/person.jinja", context)


@needs(Permission.MANAGE_PEOPLE)
def change(request: HttpRequest, username: str) -> HttpResponse:
    """Change somebody's name, address, role or supplier."""
    found = _found(username)
    initial = {
        "full_name": found.full_name,
        "email": found.email,
        "role": found.role.value,
        "supplier": found.supplier,
    }
    form = PersonForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            writes.change_person(details=form.details(username), by=_by(request), at=now())
        except writes.LastAdministrator as last:
            form.add_error("role", str(last))
        else:
            messages.success(request, f"{form.cleaned_data['full_name']} is changed")
            return redirect("access:person", username)
    return _form_page(request, "access/change.jinja", form, person=found)


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def do(request: HttpRequest, username: str, what: str) -> HttpResponse:
    """Stop somebody from signing in, let them in again, or take off a lost second factor."""
    found = _found(username)
    if what not in UNDO:
        raise Http404(f"There is no {what}")
    write, words = UNDO[what]
    act: Callable[..., None] = write
    try:
        act(username=username, by=_by(request), at=now())
    except writes.LastAdministrator as last:
        messages.error(request, str(last))
    else:
        messages.success(request, words.format(found.full_name))
    return redirect("access:person", username)


@needs(Permission.MANAGE_PEOPLE)
def link(request: HttpRequest, username: str) -> HttpResponse:
    """Show a link, which works once, by which somebody chooses a new password."""
    found = _found(username)
    if not found.is_active:
        raise Http404(f"{username} may not sign in")
    return render(
        request, "access/link.jinja", {"person": found, "link": reads.password_link(username)}
    )


def _form_page(request: HttpRequest, template: str, form: PersonForm, **more: Any) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **more}, status=status)


def _found(username: str) -> PersonFact:
    found = reads.person(username)
    if found is None:
        raise Http404(f"Nobody has the username {username}")
    return found


def _by(request: HttpRequest) -> str:
    return viewer(request).username

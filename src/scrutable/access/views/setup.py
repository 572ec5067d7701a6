"""The page that makes the first administrator, open only while there is nobody."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from scrutable.access import reads, writes
from scrutable.access.forms import FirstAdministratorForm
from scrutable.audit.clock import now


@sensitive_post_parameters("password", "setup_code")
def first(request: HttpRequest) -> HttpResponse:
    """Make the first administrator, then lead to signing in."""
    if reads.anybody():
        raise Http404("Scrutable is set up already")
    form = FirstAdministratorForm(request.POST or None, setup_code=settings.SETUP_CODE)
    if form.is_valid():
        details = form.details()
        try:
            writes.first_administrator(
                details=details,
                password=form.cleaned_data["password"],
                by=details.username,
                at=now(),
            )
        except writes.AlreadySetUp as already:
            form.add_error(None, str(already))
        else:
            messages.success(request, "You are the first administrator. Sign in to go on")
            return redirect("account_login")
    status = 422 if form.errors else 200
    return render(request, "access/first.jinja", {"form": form}, status=status)

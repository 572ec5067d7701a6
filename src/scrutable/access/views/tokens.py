"""A person's own token: made, shown once, revoked."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from scrutable.access import reads, writes
from scrutable.access.views.doors import viewer
from scrutable.audit.clock import now
from scrutable.kernel.wording import moment_words


@never_cache
@login_required
def token(request: HttpRequest) -> HttpResponse:
    """Say whether the person has a token; a POST makes one and shows it, this once."""
    username = viewer(request).username
    made = ""
    if request.method == "POST":
        made = writes.make_token(username=username, by=username, at=now())
    made_at = reads.token_made_at(username)
    context = {"token": made, "made": moment_words(made_at) if made_at else ""}
    return render(request, "access/token.jinja", context)


@require_POST
@login_required
def revoke_token(request: HttpRequest) -> HttpResponse:
    """Let the person's token work no longer."""
    username = viewer(request).username
    try:
        writes.revoke_token(username=username, by=username, at=now())
    except writes.NoToken as none:
        messages.error(request, str(none))
    else:
        messages.success(request, "Your token works no longer")
    return redirect("access:token")

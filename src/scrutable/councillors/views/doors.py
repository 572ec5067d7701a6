"""Who may open what of one councillor: their own, and what the named officers may."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import permits, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.councillors import reads
from scrutable.councillors.facts import Councillor
from scrutable.kernel.wording import london_day

NOT_LINKED = "You are linked to no councillor yet. Ask democratic services to link your account."
NOT_NAMED = "see what councillors need. The officers named for it may"


def oneself(request: HttpRequest) -> Councillor:
    """Return the councillor who is looking, or answer that there is none."""
    found = reads.councillor_of(viewer(request).username)
    if found is None:
        raise Http404(NOT_LINKED)
    return found


def sees_needs(request: HttpRequest) -> bool:
    """Test whether the person is named now, whatever day the page is asked for."""
    today = london_day(clock.now())
    return reads.may_see_needs(viewer(request).username, number_at(), today)


def named_only(request: HttpRequest) -> None:
    """Let an officer through who is named now."""
    if not sees_needs(request):
        raise PermissionDenied(NOT_NAMED)


def may_name(request: HttpRequest) -> bool:
    """Test whether the person may say who is named: the clerk or an administrator."""
    return permits(request, Permission.MANAGE_COUNCILLORS) or permits(
        request, Permission.MANAGE_PEOPLE
    )


def nowhere_kept(answer: HttpResponse) -> HttpResponse:
    """Return a page about one councillor, which no browser is to keep."""
    answer["Cache-Control"] = "private, no-store"
    return answer

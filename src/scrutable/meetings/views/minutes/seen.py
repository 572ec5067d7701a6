"""Which minutes the person looking may see."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from scrutable.access.facts import Permission
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import permits
from scrutable.meetings import facts, reads


def minutes_seen(request: HttpRequest, code: str, known: int) -> facts.Minutes:
    """Return the minutes; 404 where there are none, 403 where they are not for this person."""
    try:
        found = reads.minutes(code, known, closed=True)
    except reads.UnknownMinutes as fault:
        raise Http404(str(fault)) from fault
    if not found.closure.is_open:
        _ask(request, Permission.VIEW_EXEMPT)
    if not found.is_confirmed:
        _ask(request, Permission.VIEW_READINGS)
    return found


def limb_seen(request: HttpRequest, code: str, number: int, known: int) -> facts.Limb:
    """Return the limb as it is kept; 404 where there is none, 403 as for its minutes."""
    minutes_seen(request, code, known)
    try:
        return reads.kept_limb(code, number, known)
    except reads.UnknownLimb as fault:
        raise Http404(str(fault)) from fault


def _ask(request: HttpRequest, permission: Permission) -> None:
    if not permits(request, permission):
        raise PermissionDenied(PERMISSION_WORDS[permission])

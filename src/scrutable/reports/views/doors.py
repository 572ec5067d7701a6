"""What every door of this app asks: which edition, and whether the person may see it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from scrutable.access.facts import Role
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import permits, viewer
from scrutable.reports import facts, reads, writes


def edition_seen(request: HttpRequest, name: str) -> facts.Edition:
    """Return the edition; 404 for one that is not there or not the person's to see."""
    try:
        return reads.edition_for(viewer(request), name)
    except reads.UnknownEdition as unknown:
        raise Http404(str(unknown)) from unknown


def draft_made(request: HttpRequest, name: str) -> facts.Edition:
    """Return a draft for those who make such reports; 404 where there is none to be seen."""
    found = edition_seen(request, name)
    if not reads.makes(Role(viewer(request).role), found.kind):
        raise PermissionDenied(PERMISSION_WORDS[reads.KINDS[found.kind].begun_by[0]])
    if found.is_frozen:
        raise Http404(str(writes.AlreadyFrozen(found.name)))
    return found


def may_freeze(request: HttpRequest, found: facts.Edition) -> bool:
    """Test whether the person looking freezes reports of this kind."""
    return permits(request, reads.KINDS[found.kind].frozen_by)


def sees_any_draft(request: HttpRequest) -> bool:
    """Test whether the person looking sees reports of some kind before they are issued."""
    role = Role(viewer(request).role)
    return any(reads.sees_drafts(role, kind) for kind in reads.KINDS)

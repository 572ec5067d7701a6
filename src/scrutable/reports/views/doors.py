"""What every door of this app asks: which edition, and whether the person may see it."""

from collections.abc import Sequence

from django.http import Http404, HttpRequest

from scrutable.access.facts import Permission, Role
from scrutable.access.rules import may
from scrutable.access.views.doors import viewer
from scrutable.reports import facts, reads


def edition_seen(request: HttpRequest, name: str) -> facts.Edition:
    """Return the edition; 404 for one that is not there or not the person's to see."""
    try:
        return reads.edition_for(viewer(request), name)
    except reads.UnknownEdition as unknown:
        raise Http404(str(unknown)) from unknown


def permits(request: HttpRequest, permission: Permission) -> bool:
    """Test whether the person looking may do it."""
    return may(Role(viewer(request).role), permission)


def sees_drafts(request: HttpRequest) -> bool:
    """Test whether the person looking sees reports before they are issued."""
    return reads.sees_drafts(Role(viewer(request).role))


def actions(
    request: HttpRequest, *offered: tuple[Permission, str, str]
) -> Sequence[tuple[str, str]]:
    """Return text and address of each thing that the person may do from here."""
    return [(text, href) for permission, text, href in offered if permits(request, permission)]

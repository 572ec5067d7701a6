"""What every door of this app asks: which edition, and whether the person may see it."""

from django.http import Http404, HttpRequest

from scrutable.access.facts import Role
from scrutable.access.views import viewer
from scrutable.reports import facts, reads


def edition_seen(request: HttpRequest, name: str) -> facts.Edition:
    """Return the edition; 404 for one that is not there or not the person's to see."""
    try:
        return reads.edition_for(viewer(request), name)
    except reads.UnknownEdition as unknown:
        raise Http404(str(unknown)) from unknown


def sees_drafts(request: HttpRequest) -> bool:
    """Test whether the person looking sees reports before they are issued."""
    return reads.sees_drafts(Role(viewer(request).role))

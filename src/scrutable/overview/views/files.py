"""Files that figures were read from, as they came."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs
from scrutable.evidence import reads as evidence
from scrutable.evidence.presenters import plain_name
from scrutable.overview import reads
from scrutable.overview.views.pages import is_shut


@needs(Permission.VIEW_TRACE)
def stored(request: HttpRequest, digest: str) -> HttpResponse:
    """Give a file that results or updates were read from; 404 for any other."""
    at = asked(request)
    try:
        found = reads.evidence_of(f"file/{digest}", as_at=at.as_at, known=at.known)
    except reads.UnknownReference as fault:
        raise Http404(str(fault)) from fault
    file = found.file
    content = evidence.content(file.sha256) if file and found.is_source else None
    if file is None or content is None or is_shut(request, found):
        raise Http404(digest)
    answer = HttpResponse(content, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{plain_name(file.name)}"'
    return answer

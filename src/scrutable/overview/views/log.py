"""Who did what: the log, one event of it, and whether its chain holds."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import needs
from scrutable.audit import reads as audit
from scrutable.govuk.views import show
from scrutable.overview.presenters import events as presenters

PAGE = 100


@needs(Permission.VIEW_LOG)
def log(request: HttpRequest) -> HttpResponse:
    """Show events, newest first, of one person or one record where they are asked for."""
    by, subject = request.GET.get("by", "").strip(), request.GET.get("subject", "").strip()
    text = request.GET.get("before", "")
    before = int(text) if text.isdecimal() and len(text) < 16 else None
    found = audit.events(subject=subject, by=by, before=before, most=PAGE)
    older = found[-1].number if len(found) == PAGE and found[-1].number > 1 else None
    asked = request.GET.copy()
    asked["before"] = str(older)
    context = {
        "by": by,
        "subject": subject,
        "last": audit.number_at(),
        "older": f"?{asked.urlencode()}" if older else "",
    }
    nothing = "No event fits. Leave a filter empty, or check the name or the reference."
    table = presenters.event_table(found, empty=nothing)
    return show(request, "overview/log.jinja", context, table)


@needs(Permission.VIEW_LOG)
def event(request: HttpRequest, number: int) -> HttpResponse:
    """Show one event with what stood before and after."""
    found = audit.event(number) if number < 2**63 else None
    if found is None:
        raise Http404(number)
    context = {
        "event": found,
        "title": f"Event {found.number}: {presenters.verb_words(found.verb).lower()}",
        "terms": presenters.event_terms(found),
    }
    return show(request, "overview/event.jinja", context, presenters.change_table(found))


@require_POST
@needs(Permission.VIEW_LOG)
def verify(request: HttpRequest) -> HttpResponse:
    """Walk the chain of seals and say whether it holds."""
    breaks = audit.verify_chain()
    said = presenters.chain_words(breaks, audit.number_at())
    (messages.error if breaks else messages.success)(request, said)
    return redirect("overview:log")

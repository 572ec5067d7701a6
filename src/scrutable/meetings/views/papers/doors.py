"""What every page of a decision report asks: which report, as known when, for whom."""

from django.conf import settings
from django.http import Http404, HttpRequest

from scrutable.access.views import asked
from scrutable.meetings import facts, reads
from scrutable.meetings.presenters.papers_page import address
from scrutable.registers import reads as registers


def paper_of(request: HttpRequest, code: str) -> facts.DecisionPaper:
    """Return the report on a planned decision; 404 where none is planned."""
    at = asked(request)
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    try:
        return reads.paper(code, at.known, council=council, dated=at.as_at)
    except reads.UnknownDecision as unknown:
        raise Http404(str(unknown)) from unknown


def crumbs(code: str, *more: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Return where a page below the report stands."""
    decision = (("Decisions", "/decisions/"), (code, f"/decisions/{code}/"))
    return (*decision, ("Report", address(code)), *more)

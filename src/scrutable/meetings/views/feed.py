"""Published meetings in the shape of modern.gov's web service, for programs that read it.

Open to everybody where the council has switched it on; only what is open and published is in it.
"""

import re
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from scrutable.audit.reads import number_at
from scrutable.meetings.facts.modern_gov import ServedVisit
from scrutable.meetings.presenters import feed
from scrutable.meetings.reads import served

XML = "text/xml; charset=utf-8"
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})|(\d{4})-(\d{2})-(\d{2})")
ALL = (0, -1)  # committees: how clients of the service say that they mean every one


class Misasked(Exception):
    """The request does not say what the method needs."""


@require_safe
def answer(request: HttpRequest, method: str) -> HttpResponse:
    """Answer one of the service's methods; 404 for a method or a meeting that is not served."""
    if not settings.MEETINGS_FEED or method not in METHODS:
        raise Http404(f"There is no {method}")
    try:
        content = METHODS[method](request, number_at())
    except served.NotServed as unknown:
        raise Http404(str(unknown)) from unknown
    except Misasked as fault:
        said = HttpResponse(str(fault), content_type="text/plain; charset=utf-8")
        said.status_code = HTTPStatus.BAD_REQUEST
        return said
    page = HttpResponse(content, content_type=XML)
    page["Cache-Control"] = "public, max-age=300"
    return page


def _committees(_request: HttpRequest, known: int) -> bytes:
    return feed.committees_xml(served.committees(known))


def _meetings(request: HttpRequest, known: int) -> bytes:
    asked = _committee(request)
    committees = [one for one in served.committees(known) if asked is None or one.id == asked]
    return feed.visits_xml(committees, _visits(request, known, asked))


def _by_date(request: HttpRequest, known: int) -> bytes:
    visits = _visits(request, known, _committee(request))
    if request.GET.get("bIsAscendingDateOrder", "true").lower() == "false":
        visits.reverse()
    return feed.visits_by_date_xml(visits)


def _visits(request: HttpRequest, known: int, committee: int | None) -> list[ServedVisit]:
    first, last = _day(request, "sFromDate"), _day(request, "sToDate")
    return served.visits(known, first=first, last=last, committee=committee)


def _meeting(request: HttpRequest, known: int) -> bytes:
    return feed.meeting_xml(served.meeting(_number(request, "lMeetingId"), known))


def _committee(request: HttpRequest) -> int | None:
    number = _number(request, "lCommitteeId", otherwise=0)
    return None if number in ALL else number


def _number(request: HttpRequest, name: str, otherwise: int | None = None) -> int:
    said = request.GET.get(name, "").strip()
    if not said and otherwise is not None:
        return otherwise
    if not re.fullmatch(r"-?[0-9]{1,9}", said):
        raise Misasked(f"{name} is “{said[:40]}”. Give a number.")
    return int(said)


def _day(request: HttpRequest, name: str) -> date | None:
    """Return the day asked for; none where nothing is said, or "0" as clients say for any."""
    said = request.GET.get(name, "").strip()
    if said in ("", "0"):
        return None
    found = DAY.fullmatch(said)
    try:
        if found and found[4]:
            return date(int(found[4]), int(found[5]), int(found[6]))
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise Misasked(f"{name} is “{said[:40]}”. Give a day such as 24/09/2026.")


METHODS: dict[str, Callable[[HttpRequest, int], bytes]] = {
    "GetCommittees": _committees,
    "GetMeetings": _meetings,
    "GetAllMeetingsByDate": _by_date,
    "GetMeeting": _meeting,
}

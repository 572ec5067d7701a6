"""Names are shown only once the log holds that they were, and kept by no browser."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from scrutable.access.views import viewer
from scrutable.audit import clock
from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import Thing


def shows_names(request: HttpRequest) -> bool:
    """Test whether an answer can show names at all: that to HEAD has no body."""
    return request.method == "GET"


def looked(
    request: HttpRequest, answer: HttpResponse, things: Iterable[Thing], where: str
) -> HttpResponse:
    """Log the look at these names, then return the answer, which is to be kept nowhere.

    Where the log cannot be written nothing is shown.
    """
    if shows_names(request):
        writes.look(things=things, where=where, by=viewer(request).username, at=clock.now())
    return unkept(answer)


def unkept(answer: HttpResponse) -> HttpResponse:
    """Return the answer, which no browser and nobody on its way is to keep."""
    answer["Cache-Control"] = "private, no-store"
    return answer

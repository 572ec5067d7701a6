"""How the estate moved from snapshot to snapshot."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs
from scrutable.govuk.views import show
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.presenters import trends as words
from scrutable.housekeeping.presenters.words import PART_WORDS


@needs(Permission.VIEW_ESTATE)
def trends(request: HttpRequest) -> HttpResponse:
    """Show one part's lines, faults and changes by snapshot."""
    at = asked(request)
    part = _part(request.GET.get("part", ""))
    found = reads.snapshots(at.known, at.as_at, part=part)
    pictures = (
        (words.line_chart(part, found), "lines"),
        (words.fault_chart(part, found), "faults"),
    )
    context = {
        "at": at,
        "title": words.title(part, found),
        "part": part.value,
        "parts": [(one.value, text) for one, text in PART_WORDS.items()],
        "charts": [(picture, table) for picture, table in pictures if picture],
        "drawn": {table for picture, table in pictures if picture},
    }
    tables = (
        words.line_table(part, found),
        words.fault_table(part, found),
        words.change_table(part, found),
    )
    return show(request, "housekeeping/trends.jinja", context, *tables)


def _part(text: str) -> PartOfEstate:
    return (
        PartOfEstate(text) if text in {one.value for one in PartOfEstate} else PartOfEstate.ACCOUNTS
    )

"""The estate at a glance: every sum that adds up."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import show
from scrutable.housekeeping import reads
from scrutable.housekeeping.presenters import estate as words


@needs(Permission.VIEW_ESTATE)
def estate(request: HttpRequest) -> HttpResponse:
    """Show what each part of the estate comes to, line by line."""
    at = asked(request)
    found = reads.estate(at.known, at.as_at)
    context = {
        "at": at,
        "title": words.title(found),
        "figures": words.figures(found),
        "parts": [
            words.part_page(one, found.stale_days, is_first=not place)
            for place, one in enumerate(found.parts)
        ],
        "actions": actions(
            request,
            (Permission.MANAGE_ESTATE, "Take an extract", "/estate/extracts/take/"),
        ),
    }
    tables = [
        table for one in found.parts for table in (words.sum_table(one), words.fault_table(one))
    ]
    return show(request, "housekeeping/estate.jinja", context, *tables)

"""The estate at a glance: every sum that adds up."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs
from scrutable.govuk.views import show
from scrutable.housekeeping import reads
from scrutable.housekeeping.presenters import estate as words


@needs(Permission.VIEW_ESTATE)
def estate(request: HttpRequest) -> HttpResponse:
    """Show what each part of the estate comes to, line by line."""
    at = asked(request)
    found = reads.last_snapshots(at.known, at.as_at)
    context = {"at": at, "title": words.title(found), "parts": [one.part.value for one in found]}
    tables = [words.sum_table(one) for one in found]
    return show(request, "housekeeping/estate.jinja", context, *tables)

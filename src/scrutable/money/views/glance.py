"""Money at a glance."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs
from scrutable.govuk.views import show


@needs(Permission.VIEW_MONEY)
def glance(request: HttpRequest) -> HttpResponse:
    """Show what is budgeted, approved, committed and spent."""
    return show(request, "money/glance.jinja", {"at": asked(request), "title": "Money"})

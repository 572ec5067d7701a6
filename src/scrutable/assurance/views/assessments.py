"""Assessments shown."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs
from scrutable.assurance.facts import Assessment
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.views import show
from scrutable.records.reads import every


@needs(Permission.VIEW_ASSURANCE)
def assessments(request: HttpRequest) -> HttpResponse:
    """Show every assessment, and what everybody may read of it."""
    at = asked(request)
    found = every(Assessment, at.known, begun_on__lte=at.as_at)
    table = Table(
        name="assessments",
        caption="Assessments",
        columns=(Column("assessment", "Assessment"), Column("framework", "Framework")),
        rows=tuple((Cell(one.title), Cell(one.framework)) for one in found),
        empty="No assessment is recorded.",
    )
    return show(request, "assurance/assessments.jinja", {"at": at, "title": "Assessments"}, table)

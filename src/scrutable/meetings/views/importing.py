"""Importing from modern.gov, as a job whose page shows how far it is."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import london_day
from scrutable.meetings import tasks
from scrutable.meetings.forms.importing import ImportForm

DAYS_BACK = 90
CRUMBS = (("Minutes", "/minutes/"),)
UNKNOWN = (
    "No modern.gov is known here. Whoever runs Scrutable sets MODERN_GOV_URL to its address, "
    "such as https://democracy.council.gov.uk."
)


@needs(Permission.READ_MINUTES)
def import_meetings(request: HttpRequest) -> HttpResponse:
    """Ask for the meetings of some days; where no service is known, say who can set it."""
    today = london_day(clock.now())
    initial = {"first": today - timedelta(days=DAYS_BACK), "last": today}
    form = ImportForm(request.POST or None, initial=initial)
    if form.is_valid() and not settings.MODERN_GOV_URL:
        form.add_error(None, UNKNOWN)
    if form.is_valid():
        by = viewer(request).username
        number = tasks.ask_to_import(asked=form.asked(), by=by, at=clock.now())
        return redirect("work:job", number)
    page = FormPage(
        title="Import from modern.gov",
        summary="Meetings, items, decisions and minutes come in as they are served; restricted "
        "items without their text. Minutes then wait to be confirmed."
        if settings.MODERN_GOV_URL
        else UNKNOWN,
        button="Import",
        back="/minutes/",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)

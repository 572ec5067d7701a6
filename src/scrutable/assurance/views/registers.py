"""The workbook of systems, issues and claims: issued, and taken in whole."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import asked, needs, viewer
from scrutable.assurance import writes
from scrutable.assurance.forms.registers import RegisterForm
from scrutable.assurance.presenters.claims.words import MAP
from scrutable.assurance.presenters.registers import loaded_words
from scrutable.assurance.reads.registers import issued_register
from scrutable.audit import clock
from scrutable.evidence.presenters import fault_table
from scrutable.govuk.views import WORKBOOK, FormPage, show_form
from scrutable.records.writes import UnfitRecord
from scrutable.registers import reads as registers

MANAGE = Permission.MANAGE_ASSURANCE
PAGE = FormPage(
    title="Send the workbook of systems, issues and claims",
    button="Take it in",
    back=MAP,
    summary="What it says already changes nothing; anything wrong, and nothing is taken.",
    upload=True,
    crumbs=(("Reassurance map", MAP),),
)


@needs(MANAGE)
def register(request: HttpRequest) -> HttpResponse:
    """Take a workbook, all of it or nothing; say everything that is wrong with it."""
    form = RegisterForm(request.POST or None, request.FILES or None)
    faults = fault_table(())
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            done = writes.load_register(
                content=file.read(), name=file.name, by=viewer(request).username, at=clock.now()
            )
        except UnfitRecord as unfit:
            faults = fault_table(unfit.faults)
            form.add_error("file", "The workbook cannot be taken. What is wrong is below")
        else:
            messages.success(request, loaded_words(done.new, done.changed, done.known))
            return redirect(MAP)
    return show_form(request, form, PAGE, {"table": faults}, "assurance/register.jinja")


@needs(MANAGE)
def template(request: HttpRequest) -> HttpResponse:
    """Send the workbook with all that is recorded."""
    at = asked(request)
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    answer = HttpResponse(issued_register(at.known, at.as_at, council), content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="assurance-{at.as_at}.xlsx"'
    return answer

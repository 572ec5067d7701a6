"""Critical systems, public services and tests of recovery, recorded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, needs
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.facts import CriticalSystem, PublicService
from scrutable.assurance.forms.systems import ServiceForm, SystemForm, TestForm
from scrutable.assurance.presenters.systems.words import (
    SERVICES,
    SYSTEMS,
    service_address,
    system_address,
    system_name,
)
from scrutable.assurance.views.systems.showing import CRUMBS, OF_SERVICES
from scrutable.govuk.views import show_form
from scrutable.records.reads import every
from scrutable.records.views import form_page, kept, recorded
from scrutable.registers import reads as registers

MANAGE = Permission.MANAGE_ASSURANCE


@needs(MANAGE)
def record_system(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a critical system as it is from now on; without a code a new one."""
    at = asked(request)
    known = kept(CriticalSystem, at, code=code) if code else None
    form = SystemForm(
        request.POST or None,
        known=known,
        systems=_systems(at),
        suppliers=[(one.reference, one.name) for one in registers.suppliers(at.known)],
        contracts=[(one.reference, one.title) for one in registers.contracts(at.known)],
    )
    if done := recorded(request, form, form.system, form.standing):
        messages.success(request, f"Critical system {done.code} is recorded")
        return redirect(system_address(done.code))
    back = system_address(code) if code else SYSTEMS
    page = form_page("a critical system", known.title if known else "", back=back, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(MANAGE)
def record_service(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a public service as it is from now on; without a code a new one."""
    at = asked(request)
    known = kept(PublicService, at, code=code) if code else None
    form = ServiceForm(request.POST or None, known=known, systems=_systems(at))
    if done := recorded(request, form, form.service, form.standing):
        messages.success(request, f"Public service {done.code} is recorded")
        return redirect(service_address(done.code))
    back = service_address(code) if code else SERVICES
    page = form_page(
        "a public service", known.title if known else "", back=back, crumbs=OF_SERVICES
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_test(request: HttpRequest, code: str) -> HttpResponse:
    """Take a test of a system’s recovery."""
    at = asked(request)
    system = kept(CriticalSystem, at, code=code)
    form = TestForm(request.POST or None)
    if done := recorded(request, form, lambda: form.test(code)):
        messages.success(request, f"Test {done.number} of {system.title} is recorded")
        return redirect(system_address(code))
    crumbs = (*CRUMBS, (code, system_address(code)))
    page = form_page("a test of its recovery", "", back=system_address(code), crumbs=crumbs)
    return show_form(request, form, page)


def _systems(at: Asked) -> list[tuple[str, str]]:
    return [(one.code, system_name(one)) for one in every(CriticalSystem, at.known)]

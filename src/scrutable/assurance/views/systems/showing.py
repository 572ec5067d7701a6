"""Critical systems, what stops with each, and public services, shown."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.assurance.facts import Landscape, PublicService, SystemSeen
from scrutable.assurance.presenters.systems import listing, one
from scrutable.assurance.presenters.systems.drawing import picture
from scrutable.assurance.presenters.systems.words import (
    SERVICES,
    SYSTEMS,
    service_address,
    system_address,
)
from scrutable.assurance.reads import systems as reads
from scrutable.govuk.views import show
from scrutable.kernel.wording import ended
from scrutable.registers import reads as registers

VIEW, MANAGE, CYBER = (
    Permission.VIEW_ASSURANCE,
    Permission.MANAGE_ASSURANCE,
    Permission.VIEW_CYBER,
)
CRUMBS = (("Critical systems", SYSTEMS),)
OF_SERVICES = (*CRUMBS, ("Public services", SERVICES))


@needs(VIEW)
def systems(request: HttpRequest) -> HttpResponse:
    """Show every critical system, the worst first."""
    at = asked(request)
    found = reads.landscape(at.known, at.as_at)
    closed = permits(request, CYBER)
    context = {
        "at": at,
        "title": listing.title(found),
        "summary": listing.summary(found),
        "figures": listing.figures(found),
        "actions": [
            ("Public services", SERVICES),
            *actions(
                request,
                (MANAGE, "Record a system", f"{SYSTEMS}new/"),
                (MANAGE, "Send a workbook", "/assurance/register/"),
            ),
        ],
    }
    table = listing.system_table(found, closed=closed)
    return show(request, "assurance/systems.jinja", context, table)


@needs(VIEW)
def system(request: HttpRequest, code: str) -> HttpResponse:
    """Show one system: what stops with it, its tests, and to some what it has no second of."""
    at = asked(request)
    found = reads.landscape(at.known, at.as_at)
    seen = _seen(code, found)
    closed = permits(request, CYBER)
    suppliers = {each.reference: each.name for each in registers.suppliers(at.known)}
    here = system_address(code)
    context = {
        "at": at,
        "title": seen.system.title,
        "caption": f"Critical system {code}",
        "summary": f"{ended(one.finding(seen))} {ended(one.stops_finding(seen))}",
        "crumbs": (*CRUMBS, (code, "")),
        "terms": one.terms(seen, found, suppliers),
        "picture": picture(seen, found),
        "single_points": one.single_points(seen) if closed else (),
        "actions": actions(
            request,
            (MANAGE, "Change the system", f"{here}change/"),
            (MANAGE, "Record a test of its recovery", f"{here}tests/new/"),
        ),
    }
    tables = one.stops_table(seen, found), one.test_table(seen, found, closed=closed)
    return show(request, "assurance/system.jinja", context, *tables)


@needs(VIEW)
def services(request: HttpRequest) -> HttpResponse:
    """Show every public service and what it stands on."""
    at = asked(request)
    found = reads.landscape(at.known, at.as_at)
    context = {
        "at": at,
        "title": listing.service_title(found),
        "crumbs": OF_SERVICES,
        "actions": actions(request, (MANAGE, "Record a service", f"{SERVICES}new/")),
    }
    return show(request, "assurance/services.jinja", context, listing.service_table(found))


@needs(VIEW)
def service(request: HttpRequest, code: str) -> HttpResponse:
    """Show one public service and every system that it stands on."""
    at = asked(request)
    found = reads.landscape(at.known, at.as_at)
    held = _service(code, found)
    context = {
        "at": at,
        "title": held.title,
        "caption": f"Public service {code}",
        "summary": ended(f"The longest recovery under it: {listing.longest_words(held, found)}"),
        "crumbs": (*OF_SERVICES, (code, "")),
        "terms": one.service_terms(held),
        "actions": actions(
            request, (MANAGE, "Change the service", f"{service_address(code)}change/")
        ),
    }
    table = one.under_table(held, found, closed=permits(request, CYBER))
    return show(request, "assurance/service.jinja", context, table)


def seen_at(code: str, at: Asked) -> SystemSeen:
    """Return one system as it stands, or answer that there is none."""
    return _seen(code, reads.landscape(at.known, at.as_at))


def _seen(code: str, found: Landscape) -> SystemSeen:
    seen = next((each for each in found.systems if each.system.code == code), None)
    if seen is None:
        raise Http404(f"There is no critical system {code}. Check it in the list.")
    return seen


def _service(code: str, found: Landscape) -> PublicService:
    held = next((each for each in found.services if each.code == code), None)
    if held is None:
        raise Http404(f"There is no public service {code}. Check it in the list.")
    return held

"""Orders at a glance, every supplier, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import show
from scrutable.housekeeping import facts
from scrutable.housekeeping.presenters.orders import glance, listing, tables
from scrutable.housekeeping.presenters.orders import supplier as words
from scrutable.housekeeping.presenters.orders.words import ORDERS, SUPPLIERS, supplier_address
from scrutable.housekeeping.presenters.words import ESTATE, findings_address
from scrutable.housekeeping.reads import orders as reads
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.views.findings.looking import looked, shows_names
from scrutable.housekeeping.writes.suppliers import look_at_suppliers

VIEW, NAMES = Permission.VIEW_ESTATE, Permission.VIEW_FINDINGS
CRUMBS = (("Estate", ESTATE), ("Orders", ORDERS))
MANY = "Nothing was bought without an order or before one was placed."
ONCE = "No one-time supplier was used more than once."


@needs(VIEW)
def orders(request: HttpRequest) -> HttpResponse:
    """Show how things were bought: with an order, before the invoice, within what was approved."""
    at = asked(request)
    seen = reads.orders_seen(at.known, at.as_at)
    context = {
        "at": at,
        "title": glance.title(seen),
        "summary": glance.summary(seen),
        "crumbs": (CRUMBS[0], ("Orders", "")),
        "seen": seen,
        "figures": glance.figures(seen) if seen else (),
        "policy": seen.policy if seen else None,
        "actions": actions(
            request,
            (VIEW, "Every supplier", SUPPLIERS),
            (NAMES, "What is wrong, as work", findings_address(facts.PartOfEstate.ORDERS)),
        ),
    }
    shown = (
        (
            tables.line_table(seen),
            tables.month_table(seen),
            tables.supplier_table(
                seen.suppliers, "suppliers", "Suppliers with the most bought without an order", MANY
            ),
            tables.supplier_table(seen.one_time, "one-time", "One-time suppliers used again", ONCE),
            tables.size_table(seen),
            tables.contract_table(seen.contracts),
        )
        if seen
        else ()
    )
    return show(request, "housekeeping/orders.jinja", context, *shown)


@needs(VIEW)
def suppliers(request: HttpRequest) -> HttpResponse:
    """Show every supplier with what was bought of it, the largest spend first."""
    at = asked(request)
    found = reads.suppliers_seen(at.known, at.as_at)
    context = {
        "at": at,
        "title": listing.title(found),
        "summary": listing.summary(found),
        "crumbs": (*CRUMBS, ("Suppliers", "")),
    }
    table = tables.supplier_table(found, "suppliers", "Suppliers", glance.NEEDED)
    return show(request, "housekeeping/suppliers.jinja", context, table)


@needs(VIEW)
def supplier(request: HttpRequest, code: str) -> HttpResponse:
    """Show one supplier: spend, orders, and what was found wrong; names need their permission."""
    at = asked(request)
    all_names = permits(request, NAMES) and shows_names(request)
    seen = reads.supplier_seen(code, at.known, at.as_at, all_names=all_names)
    if seen is None:
        raise Http404(code)
    if seen.one.name and not seen.one.spend.may_be_published:
        look_at_suppliers(
            codes=[code],
            where=supplier_address(code),
            by=viewer(request).username,
            at=clock.now(),
        )
    context = {
        "at": at,
        "title": words.title(seen),
        "summary": words.summary(seen),
        "caption": f"Supplier {code}",
        "crumbs": (*CRUMBS, ("Suppliers", SUPPLIERS), (code, "")),
        "terms": words.terms(seen),
        "all_names": all_names,
    }
    shown = (words.history_table(seen), *((words.finding_table(seen),) if all_names else ()))
    answer = show(request, "housekeeping/supplier.jinja", context, *shown)
    if not all_names:
        return answer
    things = worklist.things([one.thing for one, *_ in seen.findings])
    return looked(request, answer, things.values(), supplier_address(code))

"""What hangs on each supplier, and one supplier with its contracts and projects."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs
from scrutable.govuk.facts import Table
from scrutable.govuk.views import show
from scrutable.portfolio import reads
from scrutable.portfolio.facts import Dependence
from scrutable.portfolio.presenters.dependence import pages
from scrutable.portfolio.presenters.dependence.holdings import contracts_table, projects_table
from scrutable.portfolio.presenters.dependence.pictures import charts, shown_suppliers
from scrutable.portfolio.presenters.dependence.saying import figures, largest_of, summary, title
from scrutable.portfolio.presenters.dependence.tables import (
    idle,
    over_time_table,
    supplier_table,
    work_table,
)
from scrutable.portfolio.reads.dependence import served_by
from scrutable.registers import reads as registers

LIST = "/suppliers/"
FOUND: Memory[Dependence] = Memory(4)


@needs(Permission.VIEW_PROJECTS)
def suppliers(request: HttpRequest) -> HttpResponse:
    """Show every supplier with what it carries, now and over time."""
    at = asked(request)
    found = _found(at)
    largest, recorded = largest_of(found), registers.suppliers(at.known)
    add = (Permission.MANAGE_CONTRACTS, "Add a supplier", f"{LIST}new/")
    context = {
        "at": at,
        "title": title(found),
        "summary": summary(found),
        "figures": figures(found),
        "charts": charts(found),
        "idle": idle(found, recorded),
        "actions": actions(request, add),
    }
    tables: list[Table] = [
        supplier_table(found, recorded),
        over_time_table(found, shown_suppliers(found)),
    ]
    if largest is not None:
        tables.append(work_table(found, largest))
    return show(request, "portfolio/suppliers.jinja", context, *tables)


@needs(Permission.VIEW_PROJECTS)
def supplier(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one supplier: what it carries, its contracts, its projects with both slips."""
    at = asked(request)
    try:
        firm = registers.supplier(f"supplier/{slug}", at.known)
    except registers.UnknownSupplier as fault:
        raise Http404(str(fault)) from fault
    found = _found(at)
    held = [one for one in found.contracts if one.supplier.reference == firm.reference]
    under = {one.reference for one in held}
    served = served_by(firm.reference, under, at.known, at.as_at)
    rename = (Permission.MANAGE_CONTRACTS, "Change the name", f"{LIST}{slug}/change/")
    context = {
        "at": at,
        "name": firm.name,
        "title": pages.title(found, firm),
        "summary": pages.summary(found, firm),
        "figures": pages.figures(found, firm),
        "actions": actions(request, rename),
    }
    tables = (
        contracts_table(held, at.as_at),
        projects_table(served),
        pages.own_table(found, firm),
    )
    return show(request, "portfolio/supplier.jinja", context, *tables)


def _found(at: Asked) -> Dependence:
    return FOUND.of(at, "dependence", lambda: reads.dependence(at.as_at, at.known))

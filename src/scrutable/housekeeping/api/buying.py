"""How things were bought: sums of orders and invoices, and suppliers without sole traders."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router
from ninja.pagination import paginate

from scrutable.access.api import asker
from scrutable.access.facts import Permission
from scrutable.access.views import permits
from scrutable.audit import clock
from scrutable.housekeeping import facts
from scrutable.housekeeping.api.shapes import VIEW, Counted, Standing, made, unkept
from scrutable.housekeeping.reads import orders as reads
from scrutable.housekeeping.writes.suppliers import look_at_suppliers
from scrutable.meetings.api.recording import several
from scrutable.meetings.api.shapes import WhenAsked, answers, lists, shown, told

router = Router(tags=["Orders"])
Spend = shown(facts.SupplierSpend, "reference", "may_be_published")
OneSupplier = shown(facts.OneSupplier, spend=Spend)
Month = shown(facts.InvoiceMonth, "reference")
Contract = shown(facts.ContractSpend, "reference")
Size = shown(facts.SizeSum)
Policy = shown(facts.OrdersPolicy)
Orders = shown(
    facts.OrdersSeen,
    "reference",
    "needing",
    faults=several(Counted),
    months=several(Month),
    sizes=several(Size),
    suppliers=several(OneSupplier),
    one_time=several(OneSupplier),
    contracts=several(Contract),
    policy=Policy,
)


OrderFound = made(
    "OrderFound",
    "A finding of a supplier, the state of work on it, and the key of what it is of.",
    standing=Standing,
    state=facts.WorkState,
    key=str,
)


Supplier = made(
    "Supplier",
    "A supplier by the day; its findings are for whoever may see what names people.",
    one=OneSupplier,
    history=several(Spend),
    findings=several(OrderFound) | None,
)


@router.get("/estate/orders", response=answers(Orders), url_name="orders", auth=VIEW)
def orders(request: HttpRequest, when: WhenAsked) -> Mapping[str, object]:
    """Show how things were bought by the last extracts: with an order, before it, without one."""
    at = when.of(request)
    seen = reads.orders_seen(at.known, at.as_at)
    if seen is None:
        raise Http404("No orders were reconciled by the day. Take extracts of them first.")
    return told(
        seen,
        "reference",
        "needing",
        faults=[{"name": name, "number": number, "pence": None} for name, number in seen.faults],
        months=[told(one, "reference") for one in seen.months],
        suppliers=[_supplier(one) for one in seen.suppliers],
        one_time=[_supplier(one) for one in seen.one_time],
        contracts=[told(one, "reference") for one in seen.contracts],
    )


@router.get(
    "/estate/suppliers", response=lists(OneSupplier), url_name="suppliers_bought_of", auth=VIEW
)
@paginate
def suppliers(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List every supplier with what was bought of it, the largest spend first; no sole traders."""
    at = when.of(request)
    return [_supplier(one) for one in reads.suppliers_seen(at.known, at.as_at)]


@router.get(
    "/estate/suppliers/{code}", response=answers(Supplier), url_name="supplier_bought_of", auth=VIEW
)
def supplier(
    request: HttpRequest, code: str, when: WhenAsked, response: HttpResponse
) -> Mapping[str, object]:
    """Show one supplier; its name and findings need their permission, and the look is logged."""
    at = when.of(request)
    all_names = permits(request, Permission.VIEW_FINDINGS)
    seen = reads.supplier_seen(code, at.known, at.as_at, all_names=all_names)
    if seen is None:
        raise Http404(f"Nothing was bought of {code}. Check it in the list.")
    if all_names:
        unkept(response)
    if seen.one.name and not seen.one.spend.may_be_published:
        by, where = asker(request).username, f"/estate/suppliers/{code}/"
        look_at_suppliers(codes=[code], where=where, by=by, at=clock.now())
    return {
        "one": _supplier(seen.one),
        "history": [_spend(one) for one in seen.history],
        "findings": [
            {"standing": told(one, "reference"), "state": state, "key": key}
            for one, state, key in seen.findings
        ]
        if all_names
        else None,
    }


def _supplier(one: facts.OneSupplier) -> Mapping[str, object]:
    return told(one, spend=_spend(one.spend))


def _spend(one: facts.SupplierSpend) -> Mapping[str, object]:
    return told(one, "reference", "may_be_published")

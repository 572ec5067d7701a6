"""How much hangs on each supplier."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest
from ninja import Router
from ninja.pagination import paginate

from scrutable.meetings.api.shapes import WhenAsked, answers, lists, shown, told
from scrutable.portfolio import facts, reads
from scrutable.portfolio.api.shapes import VIEW, several
from scrutable.registers import facts as registers_facts
from scrutable.registers import reads as registers

router = Router(tags=["Supplier dependence"])
Share = shown(facts.SupplierShare, "is_prime", roles=list[registers_facts.Role])
On = shown(facts.DependenceOn, shares=several(Share))
Supplier = shown(registers_facts.Supplier, now=Share | None, before=Share | None)


@router.get("/suppliers", response=lists(Share), url_name="suppliers", auth=VIEW)
@paginate
def suppliers(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List suppliers with what each carries on the day, the largest share first."""
    at = when.of(request)
    return [_share(one) for one in reads.dependence(at.as_at, at.known).now.shares]


@router.get("/suppliers/over-time", response=lists(On), url_name="suppliers_over_time", auth=VIEW)
@paginate
def over_time(request: HttpRequest, when: WhenAsked) -> list[Mapping[str, object]]:
    """List what hung on whom at the end of each period, the oldest first; the last is the day."""
    at = when.of(request)
    found = reads.dependence(at.as_at, at.known).over_time
    return [told(one, shares=[_share(each) for each in one.shares]) for one in found]


@router.get("/suppliers/{slug}", response=answers(Supplier), url_name="supplier", auth=VIEW)
def supplier(request: HttpRequest, slug: str, when: WhenAsked) -> Mapping[str, object]:
    """Show what one supplier carries on the day, and a year before."""
    at = when.of(request)
    try:
        firm = registers.supplier(f"supplier/{slug}", at.known)
    except registers.UnknownSupplier as fault:
        raise Http404(str(fault)) from fault
    found = reads.dependence(at.as_at, at.known)
    held = {"now": found.now.of(firm.reference), "before": found.before.of(firm.reference)}
    return told(firm, **{then: _share(one) if one else None for then, one in held.items()})


def _share(one: facts.SupplierShare) -> Mapping[str, object]:
    return told(one, "is_prime", roles=sorted(one.roles))

"""What every door of this app asks: who is looking, at which contract, as known when."""

from http import HTTPStatus

from django.http import Http404, HttpRequest

from scrutable.access.models import Person
from scrutable.access.views import YEARS, Asked, asked, viewer
from scrutable.contracts import reads
from scrutable.contracts.facts import KpiDefinition
from scrutable.kernel.periods import Month
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

__all__ = [
    "REFUSED",
    "Asked",
    "asked",
    "contract_seen",
    "contracts_seen",
    "kpi_seen",
    "let_through",
    "may_see",
    "month_asked",
    "month_in",
]
REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY


def month_asked(request: HttpRequest, default: Month, name: str = "month") -> Month:
    """Return the month in the address, or the default; 404 for what is no month."""
    text = request.GET.get(name, "")
    return month_in(text) if text else default


def month_in(text: str) -> Month:
    """Return the month that the address names; 404 for what is none."""
    try:
        month = Month.parse(text)
    except ValueError as fault:
        raise Http404(text) from fault
    if month.year not in YEARS:
        raise Http404(text)
    return month


def may_see(person: Person, contract: Contract) -> bool:
    """Test whether the contract is the person's to see: a supplier's people see their own only."""
    return not person.supplier or person.supplier == contract.supplier.reference


def contract_seen(request: HttpRequest, code: str, known: int) -> Contract:
    """Return the contract; 404 for one that is not there, and alike for another supplier's."""
    try:
        return let_through(request, registers.contract(code, known))
    except registers.UnknownContract as fault:
        raise Http404(code) from fault


def let_through(request: HttpRequest, contract: Contract) -> Contract:
    """Return the contract if it is the person's to see, else 404."""
    if not may_see(viewer(request), contract):
        raise Http404(contract.code)
    return contract


def contracts_seen(request: HttpRequest, known: int) -> list[Contract]:
    """Return the contracts that are the person's to see."""
    return [one for one in registers.contracts(known) if may_see(viewer(request), one)]


def kpi_seen(
    request: HttpRequest, code: str, kpi: str, known: int
) -> tuple[Contract, KpiDefinition]:
    """Return contract and KPI; 404 where either is not there or not the person's to see."""
    contract = contract_seen(request, code, known)
    try:
        return contract, reads.definition(code, kpi, known)
    except reads.UnknownKpi as fault:
        raise Http404(kpi) from fault

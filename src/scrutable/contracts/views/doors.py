"""What every door of this app asks: who is looking, at which contract, as known when."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from http import HTTPStatus

from django.http import Http404, HttpRequest
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.timezone import is_naive

from scrutable.access.models import Person
from scrutable.access.views import viewer
from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.contracts import reads
from scrutable.contracts.facts import KpiDefinition
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON, london_day, moment_words
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

REFUSED = HTTPStatus.UNPROCESSABLE_ENTITY
YEARS = range(2000, 2100)  # of which a page speaks; calendars end, and sums with months beyond them


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The day and the event that a page speaks of; `known_words` is "" where that is now."""

    as_at: date
    known: int
    known_words: str
    seal: str

    @property
    def month(self) -> Month:
        """Return the last whole month before the day."""
        return Month.of(self.as_at).plus(-1)


def asked(request: HttpRequest) -> Asked:
    """Return what `?known_at=2026-10-12T09:00` asks, or the end of a day; 404 for neither."""
    text = request.GET.get("known_at", "")
    moment = _moment(text) if text else None
    number, seal = audit.last_event(moment)
    return Asked(
        as_at=london_day(moment or clock.now()),
        known=number,
        known_words=moment_words(moment) if moment else "",
        seal=seal,
    )


def _moment(text: str) -> datetime:
    try:
        day = parse_date(text)
        moment = datetime.combine(day, time.max) if day else parse_datetime(text.replace(" ", "+"))
    except ValueError as fault:
        raise Http404(text) from fault
    if moment is None or moment.year not in YEARS:
        raise Http404(text)
    moment = moment.replace(tzinfo=LONDON) if is_naive(moment) else moment
    return moment.astimezone(UTC)  # PostgreSQL refuses zones that are half a day and more away


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

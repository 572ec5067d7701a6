"""Suppliers, contracts and projects for tests of dependence."""

from datetime import date
from decimal import Decimal

from scrutable.portfolio.facts import Dependence, ProjectHeld
from scrutable.portfolio.rules import dependence as rules
from scrutable.registers.facts import Contract, Extension, Regime, Role, Supplier

NORLAND = Supplier(reference="supplier/norland-services", name="Norland Services")
FENBRIDGE = Supplier(reference="supplier/fenbridge-networks", name="Fenbridge Networks")
CLEARWATER = Supplier(reference="supplier/clearwater-cloud", name="Clearwater Cloud")
NAMES = {one.reference: one.name for one in (NORLAND, FENBRIDGE, CLEARWATER)}


def day(text):
    return date.fromisoformat(text)


def contract(code="CSS", firm=NORLAND, pounds=68_400_000, span="2021-04-01 2026-03-31", **said):
    """Return a contract, by default of a prime supplier for five years."""
    start, end = map(day, span.split())
    plain = {
        "title": f"Contract {code}",
        "role": Role.PRIME,
        "regime": Regime.PCR2015,
        "services": ("IMT",),
        "critical_services": ("IMT",),
    }
    value = None if pounds is None else Decimal(pounds)
    given = plain | said
    if "critical_services" in said:
        given["services"] = said["critical_services"] or ("IMT",)
    return Contract(
        code=code, supplier=firm, value_pounds=value, start_on=start, end_on=end, **given
    )


def extension(until, on=None):
    return Extension(until=day(until), exercised_on=day(on) if on else None)


CSS = contract(
    extensions=(extension("2028-03-31", "2025-06-01"),),
    critical_services=("IMT", "Payroll", "Care finance"),
    version=4,
)
WAN = contract(
    "WAN",
    FENBRIDGE,
    6_200_000,
    "2025-10-01 2030-09-30",
    role=Role.SPECIALIST,
    critical_services=("Network",),
    version=7,
)
HOST = contract(
    "HOST",
    CLEARWATER,
    None,
    "2024-06-15 2027-06-14",
    role=Role.SPECIALIST,
    critical_services=("Hosting",),
    version=9,
)


def held(number, *firms, place=True, version=0):
    """Return a running project of the firms; on the priority list unless told otherwise."""
    suppliers = frozenset(firm.reference for firm in firms)
    return ProjectHeld(number=number, suppliers=suppliers, has_place=place, version=version)


RUNNING = (
    held("201", NORLAND, version=11),
    held("202", NORLAND, FENBRIDGE, version=12),
    held("203", FENBRIDGE, version=13),
    held("204", version=14),
    held("205", NORLAND, place=False, version=15),
)


def dependence(as_at="2026-10-12", contracts=(CSS, WAN, HOST), running=RUNNING, since="2026-01-01"):
    """Return what hangs on whom; projects were first recorded on the day `since`."""
    today = day(as_at)

    def on(when):
        known = running if when >= day(since) else None
        return rules.dependence_on(when, rules.agreed(contracts, today), known, NAMES)

    first = min((one.start_on for one in contracts), default=today)
    return Dependence(
        as_at=today,
        now=on(today),
        before=on(rules.year_before(today)),
        over_time=tuple(on(when) for when in rules.points(first, today)),
        contracts=tuple(contracts),
    )

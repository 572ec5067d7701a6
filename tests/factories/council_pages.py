"""A small council for pages: two suppliers, two contracts, months of every kind of status."""

from datetime import UTC, date, datetime
from decimal import Decimal

from factories.contract_facts import (
    AT,
    contract,
    incoming,
    kpi,
    level,
    mitigation,
    row,
    stored_contract,
)
from scrutable.contracts import facts, writes
from scrutable.kernel.periods import Month
from scrutable.registers import facts as registers
from scrutable.registers import writes as register_writes

TODAY = datetime(2026, 10, 12, 8, tzinfo=UTC)
FENBRIDGE = registers.Supplier(reference="supplier/fenbridge", name="Fenbridge Networks")
ANSWERED = kpi(
    code="CSC_KPI_05",
    title="Calls answered in 20 seconds",
    direction=facts.Direction.HIGHER,
    levels=(level(80, 75),),
    bands=(facts.Band(severity=facts.Severity.SEVERE, from_value=Decimal(75), points=3),),
)
INCIDENTS = kpi(
    code="IMT_KPI_01",
    service="IMT",
    title="Priority 1 incidents",
    kind=facts.Kind.COUNT,
    unit="incidents",
    decimals=0,
    levels=(level(2, 4),),
)
MONTHS = {
    "2026-06": (4.1, 83, 1),
    "2026-07": (6.0, 82, 2),
    "2026-08": (9.4, 74, 3),
    "2026-09": (5.6, 81, None),
}
TERMS = facts.CreditTerms(
    contract="CSS",
    effective_from=Month(2026, 4),
    percent_per_point=Decimal("0.5"),
    cap_percent=Decimal(5),
    repeat_multiplier=2,
    points=dict.fromkeys(facts.Severity, 1),
    approved_by="Director of Finance",
)


def stored_council():
    """Store the council; its own contract manager is j.smith."""
    stored_contract(kpi(), ANSWERED, INCIDENTS)
    for month, (abandoned, answered, incidents) in MONTHS.items():
        load(month, abandoned, answered, incidents)
    said = {"by": "j.smith", "at": AT}
    writes.grant_mitigation(mitigation=mitigation(), **said)
    writes.set_credit_terms(terms=TERMS, **said)
    charge = {"contract": "CSS", "month": Month(2026, 8), "pounds": Decimal(800_000)}
    writes.record_charge(**charge, **said)
    writes.record_matter(matter=MATTER, **said)
    other_supplier()


def load(month, abandoned, answered, incidents):
    """Load a month's return as the supplier sends it."""
    none = facts.NoValue.NO_ACTIVITY if incidents is None else None
    rows = (
        row(abandoned, commentary="Performance remained strong."),
        row(answered, code="CSC_KPI_05", place="Return!F5"),
        row(incidents, code="IMT_KPI_01", place="Return!F6", no_value=none),
    )
    writes.load_return(incoming=incoming(month, *rows), by="n.ward", at=AT)


def other_supplier():
    """Store another supplier's contract, which Norland's people must not see."""
    said = {"by": "j.smith", "at": AT}
    register_writes.record_supplier(supplier=FENBRIDGE, **said)
    network = contract(
        code="WAN", title="Wide-area network", supplier=FENBRIDGE, services=("Network",)
    )
    register_writes.record_contract(contract=network, **said)


MATTER = facts.Matter(
    contract="CSS",
    number=0,
    title="Payroll arrears of 41 people",
    owner="Head of People",
    state=facts.MatterState.OPEN,
    raised_on=date(2026, 7, 1),
    due=date(2026, 9, 1),
)

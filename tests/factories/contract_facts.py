"""Dull contract facts for tests; say only what the test is about."""

from datetime import UTC, date, datetime
from decimal import Decimal

from scrutable.contracts import facts
from scrutable.contracts import writes as contract_writes
from scrutable.kernel.periods import Month, Span
from scrutable.registers import facts as registers
from scrutable.registers import writes as register_writes

AT = datetime(2026, 4, 2, 9, tzinfo=UTC)
NORLAND = registers.Supplier(reference="supplier/norland-services", name="Norland Services")


def contract(**said):
    """Return Corporate Support Services, April 2021 to March 2028."""
    plain = {
        "code": "CSS",
        "title": "Corporate Support Services",
        "supplier": NORLAND,
        "role": registers.Role.PRIME,
        "regime": registers.Regime.PCR2015,
        "start_on": date(2021, 4, 1),
        "end_on": date(2028, 3, 31),
        "services": ("Customer Service Centre", "IMT"),
        "value_pounds": Decimal(68_400_000),
    }
    return registers.Contract(**plain | said)


def kpi(**said):
    """Return calls abandoned: lower is better, target 5%, minimum 8%."""
    plain = {
        "contract": "CSS",
        "code": "CSC_KPI_04",
        "service": "Customer Service Centre",
        "title": "Calls abandoned",
        "kind": facts.Kind.PERCENTAGE,
        "direction": facts.Direction.LOWER,
        "unit": "%",
        "decimals": 1,
        "levels": (level(5, 8),),
    }
    return facts.KpiDefinition(**plain | said)


def level(target, minimum, start="2021-04"):
    """Return a level from a month on."""
    lowest = None if minimum is None else Decimal(str(minimum))
    return facts.Level(
        effective_from=Month.parse(start), target=Decimal(str(target)), minimum=lowest
    )


def row(value=None, code="CSC_KPI_04", **said):
    """Return one KPI's line of a return."""
    number = None if value is None else Decimal(str(value))
    plain = {"code": code, "value": number, "no_value": None, "place": "Return!F4"}
    return facts.ReturnRow(**plain | said)


def incoming(month, *rows, **said):
    """Return a file for the month with the rows."""
    plain = {
        "contract": "CSS",
        "month": Month.parse(month),
        "rows": rows,
        "content": f"{month} {rows}".encode(),
        "name": f"{month}.xlsx",
        "standing": facts.Standing.PROVISIONAL,
    }
    return facts.IncomingReturn(**plain | said)


def mitigation(**said):
    """Return relief for calls abandoned, April to December 2026."""
    plain = {
        "contract": "CSS",
        "code": "CSC_KPI_04",
        "number": 0,
        "span": Span(Month(2026, 4), Month(2026, 12)),
        "reason": "Training on a new system",
        "asked_by": "Norland Services",
        "granted_by": "Partnership Board",
        "granted_on": date(2026, 4, 1),
        "long_term_fix": "Two systems talk to each other",
        "fix_due": date(2026, 12, 31),
    }
    return facts.Mitigation(**plain | said)


def stored_contract(*kpis, at=AT):
    """Store the contract with its supplier and the KPIs; calls abandoned if none is given."""
    register_writes.record_supplier(supplier=NORLAND, by="j.smith", at=at)
    register_writes.record_contract(contract=contract(), by="j.smith", at=at)
    for definition in kpis or (kpi(),):
        contract_writes.define_kpi(definition=definition, by="j.smith", at=at)

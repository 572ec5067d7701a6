"""A small council's costs of IT: two areas, an outside body, three pools in order, two years."""

from datetime import UTC, date, datetime
from decimal import Decimal

from scrutable.money import facts
from scrutable.money.writes import costs as writes
from scrutable.records.writes import record

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
DECLARED = date(2026, 4, 20)
LINES = """Code,Pool or area,Pounds,Text
1001,Management,"1,000.00",Head of IT
1002,DESK,600.00,Service desk contract
1003,DEVICES,"2,400.01",Laptops
1004,HIGHWAYS,99.99,Their own surveying tablets
"""


def areas():
    inside = facts.Side.INSIDE
    return (
        facts.BusinessArea(code="CARE", title="Adult care", side=inside, owner="Director of care"),
        facts.BusinessArea(code="HIGHWAYS", title="Highways", side=inside),
        facts.BusinessArea(code="TRUST", title="Schools trust", side=facts.Side.OUTSIDE),
    )


def pools():
    return (
        facts.CostPool(code="MGMT", title="Management", tower="Running IT"),
        facts.CostPool(code="DESK", title="Service desk", tower="Support"),
        facts.CostPool(code="DEVICES", title="Devices", tower="Workplace"),
    )


def driver(code, year=2025, on=DECLARED, unit="users", **weights):
    return facts.CostDriver(
        code=code,
        year=year,
        title=f"{code.capitalize()} of the year",
        unit=unit,
        source="Asset register, 31 March 2026",
        declared_by="Head of IT",
        declared_on=on,
        weights=tuple(facts.Weight(to, Decimal(weight)) for to, weight in weights.items()),
    )


def drivers(year=2025):
    return (
        driver("EFFORT", year, unit="days", DESK=1, DEVICES=3),
        driver("CONTACTS", year, unit="contacts", CARE=600, HIGHWAYS=300, TRUST=100),
        driver("DEVICES-HELD", year, unit="devices", CARE=50, HIGHWAYS=30, TRUST=20),
    )


def steps(year=2025):
    said = (("MGMT", "EFFORT"), ("DESK", "CONTACTS"), ("DEVICES", "DEVICES-HELD"))
    return tuple(
        facts.AllocationStep(year=year, number=number, pool=pool, driver=by)
        for number, (pool, by) in enumerate(said, 1)
    )


def counts(year=2025):
    said = {"source": "Asset register", "declared_by": "Head of IT", "declared_on": DECLARED}
    return (
        facts.UnitCount(unit="user", year=year, number=Decimal(200), **said),
        facts.UnitCount(
            unit="device", year=year, number=Decimal(100), pools=("DEVICES",),
            driver="DEVICES-HELD", **said,
        ),
        facts.UnitCount(
            unit="contact", year=year, number=Decimal(1000), pools=("DESK",), driver="CONTACTS",
            **said,
        ),
    )  # fmt: skip


def charge(pence, year=2025, body="TRUST"):
    return facts.Charge(
        body=body, year=year, number=0, what="Support", pence=pence, on=DECLARED, source="SLA 4"
    )


def provision(area="CARE", year=2025):
    return facts.Provision(
        area=area, year=year, number=0, kind=facts.Provided.DEVICES, title="Laptops", count=50,
        source="Asset register",
    )  # fmt: skip


def keep(*records, by="h.brandt", at=AT):
    return [record(of=one, by=by, at=at) for one in records]


def set_up(year=2025):
    """Keep all that costs of the year are shared by."""
    keep(*areas(), *pools(), *drivers(year), *steps(year))


def load(text=LINES, year=2025, name="costs.csv", control=None, at=AT):
    return writes.load_costs(
        content=text.encode(), name=name, year=year, control=control, by="h.brandt", at=at
    )


def allocate(year=2025, at=AT):
    return writes.allocate(year=year, by="h.brandt", at=at)


def council(year=2025, charged=10_000):
    """Keep a whole year: set up, loaded, allocated, the trust charged."""
    set_up(year)
    keep(*counts(year), charge(charged, year), provision(year=year))
    load(year=year)
    return allocate(year)[0]

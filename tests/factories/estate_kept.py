"""An estate with one of everything kept, without any engine; people who must not leak are in it."""

from datetime import UTC, date, datetime
from decimal import Decimal

from factories import stored_agreements
from factories.findings import found, reconciled
from scrutable.audit import reads as audit
from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.facts import (
    CameTo,
    Consumption,
    ContractSpend,
    Counted,
    Counts,
    Entitlement,
    Extract,
    ExtractKind,
    Initiative,
    Inventoried,
    InvoiceMonth,
    Metric,
    OrderLine,
    PartOfEstate,
    SoftwareProduct,
    SupplierSize,
    SupplierSpend,
    Verdict,
)
from scrutable.housekeeping.rules import licences
from scrutable.records.writes import record

DAY = date(2026, 9, 30)
AT = datetime(2026, 10, 2, 9, tzinfo=UTC)
BY = "b.khan"
LEAVER, LOGIN, TRADER = "Lena Leaver", "lena.left", "Petra Planted"


def one_of_each():
    """Keep an extract, findings, licences, agreements, orders and an initiative."""
    extract = record(
        of=Extract(
            kind=ExtractKind.ACCOUNTS, as_at=DAY, name="ad.csv", sha256="ab" * 32, rows=200,
            refused=1, columns=(("login", "Login"),),
        ), by=BY, at=AT,
    )  # fmt: skip
    read = (f"{extract.reference}@{extract.version}",)
    accounts = [found(f"{LOGIN}.{at}", person=LEAVER, place=at + 2) for at in range(3)]
    reconciled(DAY, *accounts, at=AT, extracts=read)
    stored_agreements.stored(at=AT)
    _licences()
    _orders()
    record(of=INITIATIVE, by=BY, at=AT)


INITIATIVE = Initiative(
    code="ACC-1", title="Fewer accounts of leavers",
    part=PartOfEstate.ACCOUNTS, counts=Counts.FAULT,
    name="leaver_open", owner="Head of IT", baseline=3, baseline_on=DAY, target=0,
    due=date(2026, 12, 31), saving_pounds=Decimal("12.50"),
)  # fmt: skip


def _licences():
    software = SoftwareProduct(name="Database", other_names=("DB",), metrics=(Metric.CORE,))
    record(of=software, by=BY, at=AT)
    lines = [
        Entitlement(
            row=2, agreement="DB-1", product="Database", metric=Metric.CORE, quantity=120,
            once_pence=4900_00,
        )
    ]  # fmt: skip
    used = Consumption(
        product="database", metric=Metric.CORE, number=160, rows=9, uncounted=2, idle=0
    )
    known = licences.known_products([software], lines)
    left_out = licences.uncounted([used], known, DAY)
    positions = licences.positions(lines, [used], known, as_at=DAY)
    devices = Inventoried(devices=100, inventoried=93)
    coverage = licences.coverage(as_at=DAY, rows=9, used=3, left_out=left_out, devices=devices)
    came_to = CameTo(
        part=PartOfEstate.LICENCES, as_at=DAY, lines=(Counted("short", 1, 196_000_00),),
        found=licences.licence_findings(positions), extracts=(), engine="duckdb",
        kept=(coverage, *positions, *licences.terms(lines, known, as_at=DAY), *left_out),
    )  # fmt: skip
    writes.keep_snapshot(came_to=came_to, by=BY, at=AT)
    statement = licences.statement(
        reads.licences(audit.number_at(), DAY),
        verdict=Verdict.SOME,
        not_assessed="Two rows name no server",
        signed=("Priya Nair", "Director of Finance", date(2026, 10, 1)),
    )
    record(of=statement, by=BY, at=AT)


def _orders():
    kept = (
        *(_spend(code, sole) for code, sole in (("S1", False), ("S2", True), ("S3", None))),
        InvoiceMonth(
            as_at=DAY, month=date(2026, 9, 1), line=OrderLine.WITHOUT, invoices=3, pence=900
        ),
        ContractSpend(
            as_at=DAY, code="C-1", title="Scanners", pence=100_000, billed=120_000, ordered=90_000
        ),
    )
    came_to = CameTo(
        part=PartOfEstate.ORDERS, as_at=DAY, lines=(Counted("without", 3, 900),),
        found=[found("invoice/S2/I9", "no_order", person=TRADER, pence=900)], extracts=(),
        engine="duckdb", kept=kept,
        suppliers={"S1": "Acme Ltd", "S2": TRADER, "S3": "Quentin Quiet"},
    )  # fmt: skip
    writes.keep_snapshot(came_to=came_to, by=BY, at=AT)


def _spend(code, is_sole_trader):
    return SupplierSpend(
        as_at=DAY, supplier=code, size=SupplierSize.MICRO, is_sole_trader=is_sole_trader,
        is_one_time=code == "S3", orders=1, ordered_pence=900, invoices=2, pence=900, without=1,
        without_pence=300, retrospective=1, in_time=1, late=0, overdue=1,
    )  # fmt: skip

"""Agreements: one in order, one that renews itself, one that ran on, was cured and ran on again."""

from datetime import date
from decimal import Decimal

from scrutable.housekeeping.facts.agreements import Agreement, Cure, Renewal
from scrutable.registers.facts import Supplier

AS_AT = date(2026, 10, 12)
SUPPLIER = Supplier(reference="supplier/clearwater-cloud", name="Clearwater Cloud")
HOST = Agreement(
    code="HOST",
    title="Hosting of the website",
    supplier=SUPPLIER.reference,
    starts_on=date(2022, 6, 15),
    months=60,
    approved_on=date(2022, 5, 30),
    approved_by="The Executive",
    decision="I012345",
    extensions=(12, 12),
    notice_count=6,
    yearly_pounds=Decimal(120000),
    owner="Head of Digital",
)
# renews itself by twelve months unless notice is given three months before 31 March
DESK = Agreement(
    code="DESK",
    title="Service desk software",
    supplier=SUPPLIER.reference,
    starts_on=date(2026, 4, 1),
    months=12,
    approved_on=date(2026, 3, 2),
    approved_by="Head of IT",
    notice_count=3,
    renews_itself_by=12,
    yearly_pounds=Decimal("18000.50"),
    owner="Service Desk Manager",
)
# ended on 31 March 2024, was approved 41 days late for twelve months, runs on since April 2025
MAIL = Agreement(
    code="MAIL",
    title="Mail filtering",
    supplier=SUPPLIER.reference,
    starts_on=date(2021, 4, 1),
    months=36,
    approved_on=date(2021, 3, 1),
    approved_by="Director of Finance",
    decision="Minute 45 of 1 March 2021",
    yearly_pounds=Decimal(36500),
    owner="Head of Infrastructure",
)
LATE = Renewal(
    agreement="MAIL",
    number=1,
    months=12,
    agreed_on=date(2024, 5, 12),
    approved_on=date(2024, 5, 12),
    approved_by="Director of Finance",
)
CURE = Cure(
    agreement="MAIL",
    since=date(2024, 4, 1),
    cause="Nobody looked after the dates of agreements",
    cure="A register with an owner of each agreement",
    owner="Director of Finance",
    cured_on=date(2024, 9, 1),
)
ALL = (HOST, DESK, MAIL, LATE, CURE)

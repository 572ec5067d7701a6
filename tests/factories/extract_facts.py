"""Small estates as Hypothesis makes them, and their tables before an engine."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from scrutable.housekeeping.facts import (
    Account,
    AccountClass,
    Device,
    LeaverRule,
    LeaverRuleKind,
    Person,
)

numbers = st.sampled_from(["", " ", "E0007", "e 0007", "7 ", "0007", "8", "E8", "0", "İ7", "7\t"])
addresses = st.sampled_from(
    ["", "  ", "a@x.gov.uk", " A@X.gov.uk", "b@x.gov.uk ", "é@x.gov.uk", "É@x.gov.uk", "ſ@x"]
)
names = st.sampled_from(["", "Ann Marsh", "ann  marsh", "Zoë Ward", "ZOË WARD", "Ann\u00a0Marsh"])
days = st.none() | st.dates(date(2026, 5, 1), date(2026, 10, 5))
person = st.builds(
    Person, row=st.just(0), number=numbers, address=addresses, name=names, left_on=days
)
account = st.builds(
    Account,
    row=st.just(0),
    login=st.text("ab", max_size=2),
    number=numbers,
    address=addresses,
    name=names,
    account_class=st.sampled_from([AccountClass.PERSON, AccountClass.PERSON, *AccountClass]),
    is_enabled=st.sampled_from([True, True, False]),
    last_sign_in=days,
    retained_until=st.none() | days,
)
device = st.builds(
    Device,
    row=st.just(0),
    tag=st.text("ab", max_size=2),
    kind=st.sampled_from(["", "Laptop", "laptop ", "Phone"]),
    number=numbers,
    address=addresses,
    last_seen=days,
    supported_until=days,
    is_encrypted=st.none() | st.booleans(),
    disposed_on=st.none() | st.none() | days,
    certificate=st.sampled_from(["", " ", "C1"]),
)
people = st.lists(person, max_size=6)
accounts = st.lists(account, max_size=8)
devices = st.lists(device, max_size=8)
leaver_rules = st.builds(LeaverRule, kind=st.sampled_from(LeaverRuleKind), days=st.integers(0, 40))

PERSON_COLUMNS = (
    ("at_row", "BIGINT"),
    ("number", "VARCHAR"),
    ("address", "VARCHAR"),
    ("name", "VARCHAR"),
    ("left_on", "DATE"),
)
ACCOUNT_COLUMNS = (
    ("at_row", "BIGINT"),
    ("login", "VARCHAR"),
    ("number", "VARCHAR"),
    ("address", "VARCHAR"),
    ("name", "VARCHAR"),
    ("account_class", "VARCHAR"),
    ("is_enabled", "BOOLEAN"),
    ("last_sign_in", "DATE"),
    ("retained_until", "DATE"),
)
DEVICE_COLUMNS = (
    ("at_row", "BIGINT"),
    ("tag", "VARCHAR"),
    ("kind", "VARCHAR"),
    ("number", "VARCHAR"),
    ("address", "VARCHAR"),
    ("last_seen", "DATE"),
    ("supported_until", "DATE"),
    ("is_encrypted", "BOOLEAN"),
    ("disposed_on", "DATE"),
    ("certificate", "VARCHAR"),
)


def numbered(found):
    return [replace(one, row=row) for row, one in enumerate(found, start=2)]


def lay_people(engine, found):
    rows = [(at, p.number, p.address, p.name, p.left_on) for at, p in enumerate(found)]
    engine.table("people", PERSON_COLUMNS, rows)


def lay_accounts(engine, found):
    rows = [
        (
            a.row,
            a.login,
            a.number,
            a.address,
            a.name,
            a.account_class.value,
            a.is_enabled,
            a.last_sign_in,
            a.retained_until,
        )
        for a in found
    ]
    engine.table("accounts", ACCOUNT_COLUMNS, rows)


def lay_devices(engine, found):
    rows = [
        (
            d.row,
            d.tag,
            d.kind,
            d.number,
            d.address,
            d.last_seen,
            d.supported_until,
            d.is_encrypted,
            d.disposed_on,
            d.certificate,
        )
        for d in found
    ]
    engine.table("devices", DEVICE_COLUMNS, rows)

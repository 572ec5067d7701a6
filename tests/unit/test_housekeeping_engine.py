"""The engine says what the rules say: of nulls, blanks, duplicates, case, Unicode and twins."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping import engine, rules
from scrutable.housekeeping.facts import (
    Account,
    AccountClass,
    Device,
    DeviceLimits,
    LeaverRule,
    LeaverRuleKind,
    MatchedBy,
    Person,
)
from scrutable.housekeeping.rules import accounts as of_accounts
from scrutable.housekeeping.rules import devices as of_devices

AS_AT = date(2026, 9, 30)
LIMITS = DeviceLimits(unseen_days=90, most_of_a_kind=1)
numbers = st.sampled_from(["", " ", "E0007", "e 0007", "7 ", "0007", "8", "E8", "0", "İ7", "7\t"])
addresses = st.sampled_from(
    ["", "  ", "a@x.gov.uk", " A@X.gov.uk", "b@x.gov.uk ", "é@x.gov.uk", "É@x.gov.uk", "ſ@x"]
)
names = st.sampled_from(["", "Ann Marsh", "ann  marsh", "Zoë Ward", "ZOË WARD", "Ann\u00a0Marsh"])
days = st.none() | st.dates(date(2026, 5, 1), date(2026, 10, 5))
people = st.lists(
    st.builds(Person, row=st.just(0), number=numbers, address=addresses, name=names, left_on=days),
    max_size=6,
)
accounts = st.lists(
    st.builds(
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
    ),
    max_size=8,
)
devices = st.lists(
    st.builds(
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
    ),
    max_size=8,
)
leaver_rules = st.builds(LeaverRule, kind=st.sampled_from(LeaverRuleKind), days=st.integers(0, 40))


@pytest.fixture(scope="module")
def duck():
    return engine.DuckEngine()


def numbered(found):
    return [replace(one, row=row) for row, one in enumerate(found, start=2)]


def put_people(duck, found):
    columns = (
        ("at_row", "BIGINT"),
        ("number", "VARCHAR"),
        ("address", "VARCHAR"),
        ("name", "VARCHAR"),
        ("left_on", "DATE"),
    )
    duck.table(
        "people",
        columns,
        [(at, p.number, p.address, p.name, p.left_on) for at, p in enumerate(found)],
    )


@given(people=people, accounts=accounts, rule=leaver_rules)
def test_accounts_are_judged_alike(duck, people, accounts, rule):
    accounts = numbered(accounts)
    put_people(duck, people)
    columns = (
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
    duck.table(
        "accounts",
        columns,
        [
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
            for a in accounts
        ],
    )

    engine.know_people(duck)
    engine.judge_accounts(duck, as_at=AS_AT, rule=rule)
    judged = rules.judged_accounts(accounts, rules.staff(people), as_at=AS_AT, rule=rule)

    rows = duck.rows(
        "SELECT at_row, line, sureness, coalesce(person, ''), due_on FROM judged_accounts AS j"
        " LEFT JOIN staff AS s ON s.person_id = j.person_id ORDER BY at_row"
    )
    assert rows == [
        (one.row, one.line, list(MatchedBy).index(one.matched_by) + 1, one.person, one.due_on)
        for one in judged
    ]
    assert engine.account_lines(duck) == of_accounts.lines(judged)
    assert sum(engine.account_lines(duck).values()) == len(accounts)
    engine.keep_account_findings(duck, as_at=AS_AT, idle_days=60)
    assert engine.account_findings(duck) == rules.account_findings(
        judged, as_at=AS_AT, idle_days=60
    )


@given(people=people, devices=devices)
def test_devices_are_judged_alike(duck, people, devices):
    devices = numbered(devices)
    put_people(duck, people)
    columns = (
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
    duck.table(
        "devices",
        columns,
        [
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
            for d in devices
        ],
    )

    engine.know_people(duck)
    engine.judge_devices(duck, as_at=AS_AT)
    judged = rules.judged_devices(devices, rules.staff(people), as_at=AS_AT)

    rows = duck.rows(
        "SELECT at_row, line, coalesce(person, ''), coalesce(place, 0) FROM judged_devices AS j"
        " LEFT JOIN staff AS s ON s.person_id = j.person_id ORDER BY at_row"
    )
    assert rows == [(one.row, one.line, one.person, one.place) for one in judged]
    assert engine.device_lines(duck) == of_devices.lines(judged)
    engine.keep_device_findings(duck, as_at=AS_AT, limits=LIMITS)
    assert engine.device_findings(duck) == rules.device_findings(judged, as_at=AS_AT, limits=LIMITS)

"""The engine says what the rules say: of nulls, blanks, duplicates, case, Unicode and twins."""

from datetime import date

import pytest
from hypothesis import given

from factories import extract_facts as made
from scrutable.housekeeping import engine, rules
from scrutable.housekeeping.facts import DeviceLimits, MatchedBy
from scrutable.housekeeping.rules import accounts as of_accounts
from scrutable.housekeeping.rules import devices as of_devices

AS_AT = date(2026, 9, 30)
LIMITS = DeviceLimits(unseen_days=90, most_of_a_kind=1)


@pytest.fixture(scope="module")
def duck():
    return engine.DuckEngine()


@given(people=made.people, accounts=made.accounts, rule=made.leaver_rules)
def test_accounts_are_judged_alike(duck, people, accounts, rule):
    accounts = made.numbered(accounts)
    made.lay_people(duck, people)
    made.lay_accounts(duck, accounts)

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


@given(people=made.people, devices=made.devices)
def test_devices_are_judged_alike(duck, people, devices):
    devices = made.numbered(devices)
    made.lay_people(duck, people)
    made.lay_devices(duck, devices)

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

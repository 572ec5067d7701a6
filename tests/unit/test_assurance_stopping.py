"""What stops if a system stops, and whether recovery is proved."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.assurance.facts import (
    CriticalSystem,
    PublicService,
    Readiness,
    RecoveryOutcome,
    RecoveryTest,
)
from scrutable.assurance.rules import months_since, readiness, what_stops

AS_AT = date(2026, 9, 30)


def system(code, *stands_on, **more):
    return CriticalSystem(code=code, title=code, owner="", stands_on=stands_on, **more)


def service(code, *needs, bearable=None):
    return PublicService(code=code, title=code, owner="", needs=needs, bearable_hours=bearable)


def drill(on, outcome=RecoveryOutcome.PASSED, number=1):
    return RecoveryTest(system="CARE", number=number, on=on, outcome=outcome)


def test_a_service_stops_with_what_its_systems_stand_on():
    systems = [system("NET", recovery_hours=8), system("CARE", "NET"), system("PAY", "CARE", "NET")]
    services = [service("visits", "CARE", bearable=4), service("wages", "PAY", bearable=72)]

    found = what_stops("NET", systems, services)

    assert [(one.service, one.chain, one.short_by) for one in found] == [
        ("visits", ("NET", "CARE"), 4),
        ("wages", ("NET", "PAY"), 0),
    ]
    assert what_stops("PAY", systems, services)[0].chain == ("PAY",)


def test_hours_that_nobody_gave_are_not_nought():
    found = what_stops("NET", [system("NET")], [service("a", "NET", bearable=4)])

    assert found[0].short_by is None


def test_a_ring_of_systems_ends():
    ring = [system("A", "B"), system("B", "C"), system("C", "A")]

    assert what_stops("A", ring, [service("x", "B")])[0].chain == ("A", "C", "B")


CODES = st.sampled_from("ABCDEF")


@given(st.dictionaries(CODES, st.frozensets(CODES)), CODES, st.frozensets(CODES, min_size=1))
def test_exactly_what_is_reached_stops(stands_on, failed, needs):
    systems = [system(code, *sorted(below)) for code, below in stands_on.items()]

    found = what_stops(failed, systems, [service("x", *sorted(needs))])

    reached, grown = {failed}, True
    while grown:
        more = {code for code, below in stands_on.items() if below & reached}
        grown = not more <= reached
        reached |= more
    assert bool(found) is bool(needs & reached)


@pytest.mark.parametrize(
    ("tests", "months", "expected"),
    [
        ([], 12, Readiness.NEVER),
        ([drill(date(2024, 7, 30))], 24, Readiness.OVERDUE),
        ([drill(date(2025, 9, 30))], 12, Readiness.OVERDUE),
        ([drill(date(2025, 10, 1))], 12, Readiness.PROVED),
        ([drill(date(2020, 1, 1))], None, Readiness.PROVED),
        ([drill(date(2026, 10, 1))], 12, Readiness.NEVER),
        ([drill(date(2026, 9, 1), RecoveryOutcome.FAILED)], 12, Readiness.FAILED),
        ([drill(date(2026, 9, 1), RecoveryOutcome.LATE)], 12, Readiness.LATE),
        (
            [drill(date(2026, 9, 1), RecoveryOutcome.FAILED), drill(date(2026, 9, 1), number=2)],
            12,
            Readiness.PROVED,
        ),
    ],
)
def test_recovery_is_as_its_last_test_left_it(tests, months, expected):
    found, _ = readiness(system("CARE", test_months=months), tests, AS_AT)

    assert found is expected


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2024, 7, 30), 26),
        (date(2024, 7, 31), 25),
        (date(2026, 9, 30), 0),
        (date(2026, 8, 31), 0),
    ],
)
def test_a_month_is_whole_on_its_corresponding_day(day, months):
    assert months_since(day, AS_AT) == months

"""Whether recovery is proved, what nobody has said, and what cannot be said."""

import pytest

from factories.assurance_facts import AS_AT, ago, drill, service, system
from scrutable.assurance.facts import Lack, Readiness
from scrutable.assurance.facts.beside import Beside
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.systems import SystemGravity, below, landscape, systems_attention
from scrutable.kernel.attention import Gravity
from scrutable.records.rules import refusals_of, refusals_on

HELD = SystemGravity(not_proved=Gravity.GRAVE, overdue=Gravity.SERIOUS, lacking=Gravity.CONCERN)


def places(faults):
    return [one.place for one in faults]


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (system("CARE", "NET"), []),
        (system("", title=""), ["code", "title"]),
        (system(owner=""), []),
        (system("CARE", "CARE"), ["stands_on"]),
        (system("CARE", "NET", "NET"), ["stands_on"]),
        (system(test_months=0), ["test_months"]),
        (system(recovery_hours=10_000, loss_hours=10_001), ["loss_hours"]),
        (service(owner=""), ["owner"]),
        (service("VISITS", "CARE", "CARE"), ["needs"]),
        (drill(ago(1)), []),
        (drill(ago(1), hours=None), ["hours"]),
        (drill(ago(1), "failed"), []),
        (drill(ago(1), "failed", found=" "), ["found"]),
        (drill(ago(1), "late", found=""), ["found"]),
    ],
)
def test_what_cannot_be_said(of, expected):
    assert places(refusals_of(of)) == expected


def test_a_service_needs_a_system():
    none = service("VISITS", "CARE")
    object.__setattr__(none, "needs", ())

    assert places(refusals_of(none)) == ["needs"]


@pytest.mark.parametrize(
    ("outcome", "hours", "expected"),
    [("passed", 24, []), ("passed", 25, ["outcome"]), ("late", 24, ["outcome"]), ("late", 25, [])],
)
def test_the_outcome_of_a_test_goes_with_the_objective(outcome, hours, expected):
    beside = Beside(systems={"CARE": system()})

    assert places(unfit_beside(drill(ago(1), outcome, hours=hours), beside)) == expected


def test_what_is_named_must_be_recorded():
    beside = Beside(systems={"CARE": system()}, references=frozenset({"contract/CSS"}))
    named = system("PAY", "CARE", "NET", supplier="supplier/nobody", contract="contract/CSS")

    assert places(unfit_beside(named, beside)) == ["stands_on", "supplier"]
    assert places(unfit_beside(service("WAGES", "PAY", "CARE"), beside)) == ["needs"]
    assert places(unfit_beside(drill(ago(1), system="PAY"), beside)) == ["system"]


def test_nothing_was_tested_tomorrow():
    assert places(refusals_on(drill(ago(-1)), AS_AT)) == ["on"]
    assert refusals_on(drill(AS_AT), AS_AT) == []


def test_the_worst_come_first_and_say_what_nobody_has_said():
    systems = [
        system("NET", recovery_hours=8),
        system("CARE", "NET", recovery_hours=48),
        system("PAY", owner=" ", recovery_hours=None, loss_hours=None, test_months=None),
    ]
    tests = [
        drill(ago(30), system="NET", number=1, hours=6),
        drill(ago(400), system="CARE", number=1),
        drill(ago(-1), system="PAY", number=1),
    ]

    found = landscape(systems, [service("VISITS", "CARE", bearable_hours=4)], tests, AS_AT)

    assert [(one.system.code, one.readiness, one.months) for one in found.systems] == [
        ("PAY", Readiness.NEVER, None),
        ("CARE", Readiness.OVERDUE, 13),
        ("NET", Readiness.PROVED, 1),
    ]
    assert found.systems[0].lacks == (Lack.OWNER, Lack.RECOVERY, Lack.LOSS, Lack.RHYTHM)
    assert [one.short_by for one in found.systems[1].short] == [44]
    assert [one.chain for one in found.systems[2].stops] == [("NET", "CARE")]
    assert [one.system for one in found.tests] == ["NET", "CARE"]
    assert (found.title("CARE"), found.title("GONE")) == ("Care", "GONE")


def test_everything_below_a_system_is_found_even_in_a_ring():
    ring = [system("A", "B"), system("B", "C", "D"), system("C", "A"), system("D")]

    assert below("A", ring) == ["B", "C", "D"]
    assert below("D", ring) == []


def test_a_system_needs_a_person_without_its_weakness_being_told():
    systems = [system(), system("PAY"), system("NET"), system("MAPS", owner="")]
    tests = [
        drill(ago(30), "failed", number=1, found="secret"),
        drill(ago(400), system="PAY", number=1),
        drill(ago(30), system="MAPS", number=1),
    ]
    found = landscape(systems, [service()], tests, AS_AT)

    items = {one.reference: one for one in systems_attention(found, HELD)}

    assert items["system/CARE"].why == (
        "The test of 12 September 2026 did not prove its recovery; "
        "1 public service would stop with it"
    )
    assert items["system/CARE"].gravity is Gravity.GRAVE
    assert items["system/PAY"].why == (
        "Its recovery was last tested on 7 September 2025, 13 months ago; it is to be tested "
        "every 12 months; 0 public services would stop with it"
    )
    assert items["system/NET"].why.startswith("Its recovery was never tested; ")
    assert (items["system/MAPS"].why, items["system/MAPS"].owner) == (
        "No owner is recorded",
        "Nobody",
    )
    assert "secret" not in repr(items)

"""Westmere's extracts hold the story that its estate is told with: every sum closes."""

from datetime import date

import pytest

from scrutable.audit.reads import number_at
from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.facts import PartOfEstate, WorkState
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.reads.agreements import agreements_seen
from scrutable.housekeeping.reads.orders import orders_seen, suppliers_seen
from scrutable.records.reads import every

DAY = date(2026, 10, 12)
pytestmark = [pytest.mark.usefixtures("westmere"), pytest.mark.django_db]


@pytest.fixture
def snapshots():
    found = every(facts.Snapshot, number_at(), as_at=date(2026, 9, 30))
    return {one.part: one for one in found}


def counted(lines):
    return {one.name: one.number for one in lines if one.number}


def test_six_thousand_two_hundred_accounts_are_accounted_for(snapshots):
    accounts = snapshots[facts.PartOfEstate.ACCOUNTS]

    assert accounts.number == 6200
    assert counted(accounts.lines) == {
        "person": 5000,
        "shared": 412,
        "service": 96,
        "member": 58,
        "partner": 131,
        "agency": 56,
        "retained": 203,
        "leaver": 159,
        "nobody": 85,
    }
    assert counted(accounts.faults) == {
        "leaver_open": 159,
        "nobodys": 85,
        "retained_past": 61,
        "signed_in_after": 11,
    }


def test_what_a_restored_directory_brought_back_is_back(snapshots):
    accounts = snapshots[facts.PartOfEstate.ACCOUNTS]

    assert (accounts.new, accounts.back) == (52, 8)
    assert (accounts.fixed, accounts.gone) == (76, 32)


def test_devices_are_unseen_unsupported_and_with_leavers(snapshots):
    assert counted(snapshots[facts.PartOfEstate.DEVICES].faults) == {
        "leavers": 37,
        "no_certificate": 3,
        "nobodys": 64,
        "not_seen": 240,
        "out_of_support": 118,
        "several": 31,
        "unencrypted": 9,
    }


@pytest.fixture
def work():
    """Return how many findings of each part and fault are in each state of work."""
    found = {}
    for one in worklist.counted(worklist.reach(number_at(), DAY)):
        key = one.part, one.fault, one.state
        found[key] = found.get(key, 0) + one.number
    return found


def test_forty_licences_of_the_database_are_wanting_and_nine_hundred_seats_idle():
    seen = reads.licences_seen(number_at(), DAY)
    by_title = {one.title: one for one in seen.found.positions}

    database = by_title["Arkle Database"]
    assert (database.entitled, database.used, database.short) == (128, 168, 40)
    assert database.liability_pence == 196_000_00
    assert by_title["Parley Meetings"].over == 900
    assert seen.sums.liability_pence == 196_000_00
    assert [one.title for one in seen.found.gaps] == ["Quillmark PDF"]


def test_somebody_signed_that_there_are_liabilities_and_it_still_agrees():
    ((signed, no_longer),) = reads.licences_seen(number_at(), DAY).signed

    assert (signed.verdict.value, signed.short, signed.post) == (
        "some",
        1,
        "Director of Resources",
    )
    assert signed.liability_pence == 196_000_00
    assert no_longer == ()


def test_two_agreements_run_on_without_approval_and_one_does_so_again():
    found = {one.agreement.code: one for one in agreements_seen(number_at(), DAY).found}

    running = {code: one.running for code, one in found.items() if one.running}
    assert {code: time.since for code, time in running.items()} == {
        "DATABASE": date(2026, 4, 1),
        "MAPS": date(2026, 4, 1),
    }
    assert {code for code, time in running.items() if time.is_recurrence} == {"MAPS"}
    assert running["MAPS"].is_after_cure


def test_seven_in_a_hundred_invoices_had_no_order_and_312_had_it_too_late():
    seen = orders_seen(number_at(), DAY)
    line = facts.OrderLine

    without = seen.invoices(line.WITHOUT)
    assert (without, seen.needing) == (340, 4850)
    assert round(100 * without / seen.needing) == 7
    assert seen.invoices(line.RETROSPECTIVE) == 312
    assert seen.fault(facts.OrderFault.UNKNOWN_ORDER) == 14


def test_a_supplier_set_up_for_once_was_used_nineteen_times():
    seen = orders_seen(number_at(), DAY)

    assert [one.spend.invoices for one in seen.one_time] == [19]
    assert seen.fault(facts.OrderFault.ONE_TIME_AGAIN) == 18
    assert all(one.spend.is_sole_trader is not True or not one.name for one in suppliers_seen(
        number_at(), DAY
    ))  # fmt: skip


def test_accounts_said_to_be_closed_are_fixed_once_the_extract_bears_it_out(work):
    of_leavers = {
        state: number for (_, fault, state), number in work.items() if fault == "leaver_open"
    }

    assert of_leavers == {
        WorkState.FIXED: 145,
        WorkState.BACK: 6,
        WorkState.STILL_SHOWN: 4,
        WorkState.OPEN: 149,
    }
    assert work[PartOfEstate.DEVICES, "out_of_support", WorkState.FIXED] == 53
    assert work[PartOfEstate.DEVICES, "out_of_support", WorkState.STILL_SHOWN] == 37


def test_an_explanation_holds_until_its_day_and_no_longer(work):
    assert work[PartOfEstate.DEVICES, "not_seen", WorkState.EXPLAINED] == 60
    assert work[PartOfEstate.DEVICES, "no_certificate", WorkState.EXPLANATION_ENDED] == 3
    assert work[PartOfEstate.LICENCES, "over", WorkState.EXPLAINED] == 5


def test_initiatives_are_measured_by_the_snapshots():
    found = {one.initiative.code: one for one in reads.initiatives(number_at(), DAY)}

    assert {code: (one.last.value, one.state.value) for code, one in found.items()} == {
        "LEAVERS": (159, "behind"),
        "ORDERS": (340, "behind"),
        "SPARE": (64, "behind"),
        "SUPPORTED": (118, "on_track"),
    }

"""Westmere's extracts hold the story that its estate is told with: every sum closes."""

from datetime import date

import pytest

from scrutable.audit.reads import number_at
from scrutable.housekeeping import facts
from scrutable.records.reads import every

pytestmark = pytest.mark.usefixtures("westmere")


@pytest.fixture
def snapshots():
    found = every(facts.Snapshot, number_at(), as_at=date(2026, 9, 30))
    return {one.part: one for one in found}


def counted(lines):
    return {one.name: one.number for one in lines if one.number}


def test_six_thousand_two_hundred_accounts_are_accounted_for(snapshots):
    accounts = snapshots[facts.Part.ACCOUNTS]

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
    accounts = snapshots[facts.Part.ACCOUNTS]

    assert (accounts.new, accounts.back, accounts.gone) == (52, 8, 108)


def test_devices_are_unseen_unsupported_and_with_leavers(snapshots):
    assert counted(snapshots[facts.Part.DEVICES].faults) == {
        "leavers": 37,
        "no_certificate": 3,
        "nobodys": 64,
        "not_seen": 240,
        "out_of_support": 118,
        "several": 31,
        "unencrypted": 9,
    }

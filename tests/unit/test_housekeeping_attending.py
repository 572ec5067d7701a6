"""What of findings needs a person: by fault and owner, with since, due and doing."""

from datetime import date

import pytest

from scrutable.housekeeping.facts import (
    AccountFault,
    DeviceFault,
    LicenceFault,
    OrderFault,
    PartOfEstate,
    Reach,
    WorkCounted,
    WorkState,
    fault_count_words,
)
from scrutable.housekeeping.rules.attending import FindingsWatched, findings_attention
from scrutable.kernel.attention import Gravity

JULY, SEPTEMBER, TODAY = date(2026, 7, 31), date(2026, 9, 30), date(2026, 10, 12)
POLICY = {
    "any": {"gravity": "concern"},
    "signed_in_after": {"gravity": "serious"},
    "answer_within_days": 28,
}


def counted(state=WorkState.OPEN, number=1, fault="leaver_open", owner="", **said):
    return WorkCounted(
        part=PartOfEstate.ACCOUNTS,
        fault=fault,
        owner=owner,
        state=state,
        number=number,
        oldest=said.get("oldest", SEPTEMBER),
        until=said.get("until"),
        pence=None,
    )


def attention(*found):
    to = Reach(
        as_at=TODAY, known={PartOfEstate.ACCOUNTS: 9}, last={PartOfEstate.ACCOUNTS: SEPTEMBER}
    )
    watched = FindingsWatched(
        counted=found, to=to, policy=POLICY, versions=dict.fromkeys(PartOfEstate, 9)
    )
    return list(findings_attention(watched))


def test_thousands_of_findings_are_one_item():
    (one,) = attention(counted(number=159))

    assert one.what == "159 leavers’ accounts still open"
    assert one.why == (
        "By the extract as at 30 September 2026: 159 of which nobody has said anything"
    )
    assert one.reference == "estate/accounts/2026-09-30/leaver_open"
    assert (one.since, one.due) == (SEPTEMBER, date(2026, 10, 28))
    assert (one.owner, one.doing, one.version) == ("Nobody", "", 9)
    assert one.gravity is Gravity.CONCERN


def test_each_owner_has_an_item_of_their_own():
    found = attention(counted(number=2), counted(number=3, owner="Head of ICT"))

    assert [(one.owner, one.what) for one in found] == [
        ("Nobody", "2 leavers’ accounts still open"),
        ("Head of ICT", "3 leavers’ accounts still open"),
    ]


def test_what_is_being_done_is_said_beside_what_is_not():
    (one,) = attention(
        counted(WorkState.BACK, 4, oldest=JULY),
        counted(WorkState.STILL_SHOWN, 2),
        counted(WorkState.EXPLANATION_ENDED, 1),
        counted(WorkState.EXPLAINED, 12, until=date(2026, 12, 31)),
        counted(WorkState.SAID_FIXED, 3),
    )

    assert one.what == "7 leavers’ accounts still open"
    assert one.why == (
        "By the extract as at 30 September 2026: 4 back again after they had gone, 2 said to be "
        "fixed and shown still and 1 whose explanation has ended"
    )
    assert one.doing == (
        "12 explained, the first until 31 December 2026 and 3 said to be fixed, which the next "
        "extract will tell"
    )
    assert one.since == JULY


@pytest.mark.parametrize(
    "state", [WorkState.EXPLAINED, WorkState.SAID_FIXED, WorkState.FIXED, WorkState.GONE]
)
def test_what_is_quiet_or_over_needs_nobody(state):
    assert attention(counted(state, 500)) == []


def test_how_grave_a_fault_is_the_council_says():
    (one,) = attention(counted(fault="signed_in_after"))

    assert one.gravity is Gravity.SERIOUS


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        *((PartOfEstate.ACCOUNTS, fault) for fault in AccountFault),
        *((PartOfEstate.DEVICES, fault) for fault in DeviceFault),
        *((PartOfEstate.LICENCES, fault) for fault in LicenceFault),
        *((PartOfEstate.ORDERS, fault) for fault in OrderFault),
    ],
)
def test_every_fault_has_words_for_one_and_for_many(part, fault):
    one, many = (fault_count_words(part, fault.value, number) for number in (1, 1200))

    assert one.startswith("1 ")
    assert many.startswith("1,200 ")
    assert "finding" not in one
    assert one[1:] != many[5:]

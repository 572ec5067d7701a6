import pytest

from scrutable.meetings.facts import BodyKind, MeetingState, Presence, Purpose
from scrutable.meetings.rules.served import (
    body_code,
    body_kind,
    presence_of,
    purpose_of,
    state_of_status,
    status_of_state,
)


@pytest.mark.parametrize(
    ("title", "taken", "expected"),
    [
        ("Overview and Scrutiny Management Board", (), "OSMB"),
        ("Cabinet", (), "CABINET"),
        ("Cabinet", {"CABINET"}, "CABINET2"),
        ("Cabinet", {"CABINET", "CABINET2"}, "CABINET3"),
        ("The Audit & Governance Committee", (), "AGC"),
        ("14 – 19", (), "BODY"),
        ("Extraordinarilylongname", (), "EXTRAORDINAR"),
        ("", (), "BODY"),
    ],
)
def test_body_code(title, taken, expected):
    assert body_code(title, taken) == expected


@pytest.mark.parametrize(
    ("title", "category", "expected"),
    [
        ("Council", "", BodyKind.COUNCIL),
        ("County Council", "", BodyKind.COUNCIL),
        ("Executive", "", BodyKind.EXECUTIVE),
        ("Mayor in Cabinet", "", BodyKind.EXECUTIVE),
        ("Executive Councillor for Highways", "", BodyKind.EXECUTIVE_MEMBER),
        ("Cabinet Member Decisions", "", BodyKind.EXECUTIVE_MEMBER),
        ("Officer Decisions", "", BodyKind.OFFICER),
        ("Overview and Scrutiny Management Board", "", BodyKind.SCRUTINY),
        ("Health Committee", "Scrutiny", BodyKind.SCRUTINY),
        ("Audit Committee", "Regulatory", BodyKind.COMMITTEE),
        ("Council Tax Panel", "", BodyKind.COMMITTEE),
    ],
)
def test_body_kind(title, category, expected):
    assert body_kind(title, category) is expected


@pytest.mark.parametrize(
    ("title", "decision", "expected"),
    [
        ("Minutes of the meeting held on 1 May", False, Purpose.MINUTES),
        ("Exception report on KPIs", False, Purpose.EXCEPTION),
        ("Six-monthly overview", False, Purpose.OVERVIEW),
        ("IT strategy", True, Purpose.DECISION),
        ("IT strategy", False, Purpose.OTHER),
    ],
)
def test_purpose_of(title, decision, expected):
    assert purpose_of(title, is_decision=decision) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Present", Presence.PRESENT),
        ("In attendance", Presence.PRESENT),
        ("Present virtually", Presence.REMOTE),
        ("Apologies", Presence.APOLOGIES),
        ("Not present", Presence.ABSENT),
        ("Absent", Presence.ABSENT),
        ("Expected", None),
        ("", None),
    ],
)
def test_presence_of(said, expected):
    assert presence_of(said) is expected


@pytest.mark.parametrize(
    ("status", "minutes", "expected"),
    [
        ("Confirmed", True, MeetingState.HELD),
        ("Confirmed", False, MeetingState.PLANNED),
        ("CANCELLED", True, MeetingState.CANCELLED),
        ("", False, MeetingState.PLANNED),
    ],
)
def test_state_of_status(status, minutes, expected):
    assert state_of_status(status, has_minutes=minutes) is expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [(MeetingState.CANCELLED, "Cancelled"), (MeetingState.HELD, "Confirmed")],
)
def test_status_of_state(state, expected):
    assert status_of_state(state) == expected

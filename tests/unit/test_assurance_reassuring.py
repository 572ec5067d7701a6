"""A claim without fresh evidence is shown as that."""

from datetime import date, timedelta

import pytest

from scrutable.assurance.facts import (
    Claim,
    Evidence,
    Issue,
    IssueState,
    Line,
    Priority,
    Reassurance,
)
from scrutable.assurance.rules import claim_judged, issue_state

AS_AT = date(2026, 9, 30)
CLAIM = Claim(
    code="BACKUPS",
    text="Everything that is critical can be restored",
    body="OSMB",
    owner="Head of IT",
    shelf_days=365,
    wants=Line.SECOND,
)


def evidence(days, line=Line.SECOND, number=1, **more):
    return Evidence(
        claim="BACKUPS",
        number=number,
        what="Restored in a test",
        on=AS_AT - timedelta(days=days),
        checked_by="Internal audit",
        line=line,
        **more,
    )


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ([], Reassurance.NOTHING),
        ([evidence(-1)], Reassurance.NOTHING),
        ([evidence(365)], Reassurance.BORNE_OUT),
        ([evidence(366)], Reassurance.STALE),
        ([evidence(10, Line.FIRST)], Reassurance.WEAK),
        ([evidence(10, Line.FIRST), evidence(300, Line.THIRD)], Reassurance.BORNE_OUT),
        ([evidence(10, Line.FIRST), evidence(366, Line.THIRD)], Reassurance.WEAK),
        ([evidence(10, bears_out=False)], Reassurance.CONTRADICTED),
        ([evidence(10), evidence(10, number=2, bears_out=False)], Reassurance.CONTRADICTED),
        ([evidence(20, bears_out=False), evidence(10)], Reassurance.BORNE_OUT),
        (
            [evidence(20, Line.THIRD, bears_out=False), evidence(10, Line.FIRST)],
            Reassurance.WEAK,
        ),
    ],
)
def test_reassurance(held, expected):
    assert claim_judged(CLAIM, held, AS_AT).reassurance is expected


def test_the_age_is_that_of_the_newest():
    found = claim_judged(CLAIM, [evidence(400), evidence(380, number=2)], AS_AT)

    assert (found.age, found.fresh, found.newest.number) == (380, 0, 2)


def issue(**more):
    return Issue(
        number=1, source="Internal audit 2025", found_on=AS_AT, what="x", owner="y",
        priority=Priority.HIGH, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (issue(), IssueState.NO_DATE),
        (issue(due=AS_AT), IssueState.OPEN),
        (issue(due=AS_AT - timedelta(days=1)), IssueState.OVERDUE),
        (issue(due=AS_AT - timedelta(days=1), said_closed_on=AS_AT), IssueState.WAITING),
        (issue(said_closed_on=AS_AT, accepted_by="z", accepted_on=AS_AT), IssueState.CLOSED),
        (
            issue(said_closed_on=AS_AT, accepted_by="z", accepted_on=AS_AT + timedelta(days=1)),
            IssueState.WAITING,
        ),
    ],
)
def test_only_acceptance_closes_an_issue(found, expected):
    assert issue_state(found, AS_AT) is expected

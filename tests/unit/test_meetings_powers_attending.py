"""What of delegations and recommendations needs a person, on the boundary days of the policy."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from scrutable.kernel.attention import Gravity
from scrutable.meetings.facts import Answer, Delegation, DelegationUse, Recommendation
from scrutable.meetings.rules.powers import Powers, powers_attention

POLICY = {
    "refused_for_days": 90,
    "expires_within_days": 60,
    "used_percent": 80,
    "answer_within_days": 21,
}
DELEGATION = Delegation(
    year=2026,
    number=3,
    body="EXEC",
    to="Director of Finance",
    acts=("Appoint ICT officers",),
    limit_pounds=Decimal(1000),
    from_on=date(2026, 1, 1),
    made_in="EXEC-2025-12-16",
)
USE = DelegationUse(
    delegation="2026-003",
    number=1,
    on=date(2026, 7, 1),
    used_by="Director of Finance",
    act="Appoint ICT officers",
    what="Two engineers",
    pounds=Decimal(800),
)
REFUSED = replace(USE, number=2, what="A building", refused_because=("Sum: too much. Stop.",))
RECOMMENDATION = Recommendation(
    year=2026,
    number=1,
    body="OSMB",
    to="EXEC",
    text="Publish the reasons.",
    made_in="OSMB-2026-07-23",
    received_on=date(2026, 8, 4),
    noticed_on=date(2026, 8, 4),
    published_on=date(2026, 8, 4),
)


def items(as_at, *, delegations=(), uses=(), recommendations=()):
    found = Powers(
        as_at=as_at,
        delegations=delegations,
        uses={"2026-003": uses},
        recorded={use.reference: date(2026, 7, 2) for use in uses},
        recommendations=recommendations,
        names={"EXEC": "Executive"},
        policy=POLICY,
    )
    return list(powers_attention(found))


@pytest.mark.parametrize(
    ("as_at", "count"),
    [(date(2026, 7, 1), 0), (date(2026, 7, 2), 1), (date(2026, 9, 30), 1), (date(2026, 10, 1), 0)],
)
def test_a_refused_use_is_named_for_as_long_as_the_policy_says(as_at, count):
    assert len(items(as_at, delegations=[DELEGATION], uses=[REFUSED])) == count


def test_a_refused_use_says_why_and_whose_it_was():
    (item,) = items(date(2026, 7, 3), delegations=[DELEGATION], uses=[REFUSED])

    assert item.reference == "delegation/2026-003/2"
    assert item.what == "Use outside delegation 2026-003: A building"
    assert item.why == "Sum: too much. Stop."
    assert (item.owner, item.gravity) == ("Director of Finance", Gravity.SERIOUS)
    assert item.since == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("as_at", "why"),
    [
        (date(2026, 10, 31), None),
        (date(2026, 11, 1), "It expires on 31 December 2026, in 60 days"),
        (date(2026, 12, 31), "It expires on 31 December 2026, today"),
        (date(2027, 1, 1), None),
    ],
)
def test_a_delegation_is_named_before_it_expires(as_at, why):
    expiring = replace(DELEGATION, expires_on=date(2026, 12, 31))

    assert [item.why for item in items(as_at, delegations=[expiring])] == ([why] if why else [])


@pytest.mark.parametrize(
    ("pounds", "why"),
    [
        ("799.99", None),
        ("800", "£200 is left of £1,000"),
        ("1000", "£0 is left of £1,000"),
    ],
)
def test_a_limit_is_named_once_so_much_of_it_is_used(pounds, why):
    uses = [replace(USE, pounds=Decimal(pounds))]
    found = items(date(2026, 12, 1), delegations=[DELEGATION], uses=uses)

    assert [item.why for item in found] == ([why] if why else [])


@pytest.mark.parametrize(
    ("as_at", "why", "gravity"),
    [
        (date(2026, 9, 11), None, None),
        (
            date(2026, 9, 12),
            "The answer is due on 3 October 2026, in 21 days",
            Gravity.CONCERN,
        ),
        (date(2026, 10, 3), "The answer is due on 3 October 2026, today", Gravity.CONCERN),
        (date(2026, 10, 4), "The answer was due on 3 October 2026, 1 day ago", Gravity.SERIOUS),
        (date(2026, 10, 12), "The answer was due on 3 October 2026, 9 days ago", Gravity.SERIOUS),
    ],
)
def test_an_answer_is_named_before_it_is_due_and_until_it_is_given(as_at, why, gravity):
    found = items(as_at, recommendations=[RECOMMENDATION])

    assert [(item.why, item.gravity) for item in found] == ([(why, gravity)] if why else [])
    assert {item.owner for item in found} <= {"Executive"}


def test_an_answer_that_is_not_published_is_named_until_it_is():
    answered = replace(
        RECOMMENDATION,
        answer=Answer.ACCEPTED,
        action="Publish them",
        answered_on=date(2026, 9, 1),
    )
    (item,) = items(date(2026, 9, 2), recommendations=[answered])

    assert item.why == (
        "The answer is given and not published: it is due on 3 October 2026, in 31 days"
    )
    published = replace(answered, answer_published_on=date(2026, 9, 2))
    assert items(date(2026, 9, 2), recommendations=[published]) == []


def test_without_notice_nothing_is_owed():
    unnoticed = replace(RECOMMENDATION, noticed_on=None)

    assert items(date(2028, 1, 1), recommendations=[unnoticed]) == []


def test_a_long_recommendation_is_cut_between_words():
    long = replace(RECOMMENDATION, text="Publish the reasons behind each of the top twenty " * 3)
    (item,) = items(date(2026, 10, 4), recommendations=[long])

    assert item.what.endswith("Publish the reasons behind…")

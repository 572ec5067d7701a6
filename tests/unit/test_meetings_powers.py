"""What lies within a delegation, to the penny and to the day; when an answer to scrutiny is due."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.meetings.facts import (
    Answer,
    Delegation,
    DelegationState,
    DelegationUse,
    Fault,
    Recommendation,
    RecommendationState,
)
from scrutable.meetings.rules import powers

DELEGATION = Delegation(
    year=2026,
    number=3,
    body="EXEC",
    to="Director of Finance",
    acts=("Appoint ICT officers on an interim basis", "Commence procurement for an ICT partner"),
    consultees=("Leader",),
    limit_pounds=Decimal(250_000),
    each_pounds=Decimal(100_000),
    from_on=date(2026, 6, 1),
    expires_on=date(2026, 12, 31),
    made_in="EXEC-2026-05-19",
    source_reference="limb/EXEC-2026-05-19-1/2",
)
USE = DelegationUse(
    delegation="2026-003",
    number=0,
    on=date(2026, 7, 1),
    used_by="Director of Finance",
    act="Appoint ICT officers on an interim basis",
    what="Two network engineers until March",
    pounds=Decimal(90_000),
    consulted=("Leader",),
    consulted_on=date(2026, 6, 28),
)
RECOMMENDATION = Recommendation(
    year=2026,
    number=1,
    body="OSMB",
    to="EXEC",
    text="That the reasons behind the top twenty projects be published.",
    made_in="OSMB-2026-07-23",
)


def places(use, delegation=DELEGATION, earlier=()):
    return [fault.place for fault in powers.scope_faults(use, delegation, earlier, "Executive")]


def spent(*pounds, refused=()):
    return [
        replace(USE, number=at, pounds=Decimal(each), refused_because=("Sum: too much",) * at_fault)
        for at, (each, at_fault) in enumerate(
            [*((each, 0) for each in pounds), *((each, 1) for each in refused)], start=1
        )
    ]


def test_a_use_within_every_bound_has_no_fault():
    assert powers.scope_faults(USE, DELEGATION, (), "Executive") == ()


@pytest.mark.parametrize(
    ("pounds", "faults"),
    [("99999.99", []), ("100000", []), ("100000.00", []), ("100000.01", ["Sum"])],
)
def test_the_limit_for_each_use_holds_to_the_penny(pounds, faults):
    assert places(replace(USE, pounds=Decimal(pounds))) == faults


@pytest.mark.parametrize(
    ("pounds", "faults"), [("49999.99", []), ("50000", []), ("50000.01", ["Sum"]), ("0", [])]
)
def test_what_is_left_of_the_limit_holds_to_the_penny(pounds, faults):
    assert places(replace(USE, pounds=Decimal(pounds)), earlier=spent("99999.50", "100000.50")) == (
        faults
    )


def test_a_use_over_what_is_left_is_told_the_sum_that_is():
    (fault,) = powers.scope_faults(USE, DELEGATION, spent("100000", "80000"), "Executive")

    assert str(fault) == (
        "Sum: £90,000 is over what is left, £70,000 of £250,000. "
        "Keep within what is left, or ask Executive for more."
    )


def test_refused_attempts_never_count_against_the_limit():
    earlier = spent("100000", "50000", refused=("900000", "100000"))

    assert powers.left_of(DELEGATION, earlier) == Decimal(100_000)
    assert places(replace(USE, pounds=Decimal(100_000)), earlier=earlier) == []


@pytest.mark.parametrize(
    ("on", "faults"),
    [
        (date(2026, 5, 31), ["Day"]),
        (date(2026, 6, 1), []),
        (date(2026, 12, 31), []),
        (date(2027, 1, 1), ["Day"]),
    ],
)
def test_the_days_it_begins_and_expires_are_within(on, faults):
    assert places(replace(USE, on=on, consulted_on=date(2026, 5, 20))) == faults


@pytest.mark.parametrize(("on", "faults"), [(date(2026, 9, 1), []), (date(2026, 9, 2), ["Day"])])
def test_the_day_it_is_ended_is_its_last(on, faults):
    ended = replace(DELEGATION, ended_on=date(2026, 9, 1), ended_because="The post is gone")

    assert places(replace(USE, on=on), ended) == faults


@pytest.mark.parametrize(
    ("consulted", "on", "faults"),
    [
        (("Leader",), date(2026, 7, 1), []),
        (("the  leader",), date(2026, 7, 1), []),
        (("Leader",), date(2026, 7, 2), ["Consultation"]),
        ((), None, ["Consultation"]),
        (("Deputy Leader",), date(2026, 6, 1), ["Consultation"]),
    ],
)
def test_consultees_are_consulted_on_the_day_of_the_use_or_before(consulted, on, faults):
    assert places(replace(USE, consulted=consulted, consulted_on=on)) == faults


def test_a_deputy_may_not_use_what_was_given_to_another():
    (fault,) = powers.scope_faults(
        replace(USE, used_by="Deputy Director of Finance"), DELEGATION, (), "Executive"
    )

    assert fault == Fault(
        "Post",
        "it was given to Director of Finance, and Deputy Director of Finance used it.",
        "Leave it to Director of Finance, "
        "or ask Executive to delegate to Deputy Director of Finance.",
    )


def test_every_fault_is_said_at_once():
    use = replace(
        USE,
        used_by="Head of IT",
        act="Buy a building",
        on=date(2027, 2, 1),
        pounds=Decimal(300_000),
        consulted=(),
        consulted_on=None,
    )

    assert places(use) == ["Post", "Act", "Day", "Sum", "Sum", "Consultation"]


def test_a_delegation_without_limits_asks_for_no_sum():
    free = replace(DELEGATION, limit_pounds=None, each_pounds=None, expires_on=None)
    use = replace(USE, pounds=None, on=date(2031, 1, 1))

    assert powers.left_of(free, spent("1000000")) is None
    assert powers.unfit_parts(use, free, date(2031, 1, 1)) == ()
    assert places(use, free) == []


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({}, []),
        ({"pounds": None}, ["Sum"]),
        ({"pounds": Decimal("-0.01")}, ["Sum"]),
        ({"pounds": Decimal("0.005")}, ["Sum"]),
        ({"pounds": Decimal("NaN")}, ["Sum"]),
        ({"used_by": "x" * 201}, ["Post"]),
        ({"on": date(2026, 7, 3)}, ["Day"]),
        ({"consulted_on": None}, ["Consultation"]),
        ({"used_by": " ", "act": "", "what": ""}, ["Post", "Act", "What"]),
    ],
)
def test_what_cannot_be_judged_is_said_before_judging(change, faults):
    found = powers.unfit_parts(replace(USE, **change), DELEGATION, date(2026, 7, 2))

    assert [fault.place for fault in found] == faults


@given(
    st.decimals(0, 1000, places=2),
    st.lists(st.tuples(st.decimals(0, 400, places=2), st.booleans()), max_size=8),
)
def test_a_use_fits_exactly_where_accepted_uses_with_it_stay_within_the_limit(pounds, earlier):
    limited = replace(DELEGATION, limit_pounds=Decimal(1000), each_pounds=None)
    uses = [
        replace(USE, pounds=each, refused_because=("Act: no",) if refused else ())
        for each, refused in earlier
    ]
    total = pounds + sum(each for each, refused in earlier if not refused)

    assert places(replace(USE, pounds=pounds), limited, uses) == (["Sum"] if total > 1000 else [])


@pytest.mark.parametrize(
    ("as_at", "state"),
    [
        (date(2026, 5, 31), DelegationState.NOT_BEGUN),
        (date(2026, 6, 1), DelegationState.IN_FORCE),
        (date(2026, 12, 31), DelegationState.IN_FORCE),
        (date(2027, 1, 1), DelegationState.EXPIRED),
    ],
)
def test_a_delegation_stands_somewhere_on_every_day(as_at, state):
    assert powers.state_of_delegation(DELEGATION, as_at) is state


def test_a_delegation_taken_back_is_ended_from_the_day_after():
    ended = replace(DELEGATION, ended_on=date(2026, 9, 1), ended_because="x")

    assert powers.state_of_delegation(ended, date(2026, 9, 1)) is DelegationState.IN_FORCE
    assert powers.state_of_delegation(ended, date(2026, 9, 2)) is DelegationState.ENDED


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"to": " "}, "Name the post"),
        ({"to": "x" * 201}, "200 letters or fewer"),
        ({"limit_pounds": Decimal("Infinity"), "each_pounds": None}, "limit for all uses"),
        ({"acts": ()}, "at least one act"),
        ({"limit_pounds": Decimal(0), "each_pounds": None}, "limit for all uses"),
        ({"each_pounds": Decimal(-1)}, "each use must be more"),
        ({"each_pounds": Decimal("250000.01")}, "must not be over"),
        ({"expires_on": date(2026, 5, 31)}, "expire before"),
        ({"made_in": "", "source_reference": ""}, "Name the meeting"),
        ({"source_reference": "kpi/CSS/CSC_KPI_04"}, "Name a limb or a decision"),
    ],
)
def test_a_delegation_says_what_it_must(change, said):
    (sentence,) = powers.lacking_in_delegation(replace(DELEGATION, **change))

    assert said in sentence


def test_a_whole_delegation_lacks_nothing():
    assert powers.lacking_in_delegation(DELEGATION) == ()


@pytest.mark.parametrize(
    ("received", "noticed", "due"),
    [
        (date(2026, 8, 4), date(2026, 8, 4), date(2026, 10, 3)),
        (date(2026, 7, 28), date(2026, 8, 4), date(2026, 10, 3)),
        (date(2026, 8, 4), date(2026, 7, 28), date(2026, 10, 3)),
        (date(2026, 1, 15), date(2026, 1, 15), date(2026, 3, 14)),
        (date(2026, 12, 31), date(2026, 12, 1), date(2027, 2, 28)),
        (date(2027, 12, 31), date(2027, 12, 31), date(2028, 2, 29)),
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 2, 28)),
        (date(2026, 8, 4), None, None),
        (None, date(2026, 8, 4), None),
    ],
)
def test_two_months_begin_with_the_later_of_report_and_notice(received, noticed, due):
    asked = replace(RECOMMENDATION, received_on=received, noticed_on=noticed)

    assert powers.answer_due(asked) == due


NOTICED = replace(RECOMMENDATION, received_on=date(2026, 8, 4), noticed_on=date(2026, 8, 4))
ANSWERED = replace(
    NOTICED, answer=Answer.REJECTED, answer_reasons="No.", answered_on=date(2026, 9, 1)
)


@pytest.mark.parametrize(
    ("recommendation", "as_at", "state"),
    [
        (RECOMMENDATION, date(2030, 1, 1), RecommendationState.NOT_NOTICED),
        (NOTICED, date(2026, 10, 3), RecommendationState.AWAITED),
        (NOTICED, date(2026, 10, 4), RecommendationState.OVERDUE),
        (ANSWERED, date(2026, 8, 31), RecommendationState.AWAITED),
        (ANSWERED, date(2026, 9, 1), RecommendationState.ANSWERED),
        (
            replace(ANSWERED, published_on=date(2026, 8, 1)),
            date(2026, 9, 1),
            RecommendationState.TO_BE_PUBLISHED,
        ),
        (
            replace(ANSWERED, published_on=date(2026, 8, 1), answer_published_on=date(2026, 9, 2)),
            date(2026, 9, 2),
            RecommendationState.ANSWERED,
        ),
        (
            replace(
                RECOMMENDATION,
                published_on=date(2026, 8, 1),
                answer=Answer.ACCEPTED,
                answered_on=date(2026, 9, 1),
            ),
            date(2026, 9, 2),
            RecommendationState.ANSWERED,
        ),
    ],
)
def test_a_recommendation_stands_somewhere_on_every_day(recommendation, as_at, state):
    assert powers.state_of_recommendation(recommendation, as_at) is state


@pytest.mark.parametrize(
    ("answer", "reasons", "action", "lacking"),
    [
        (Answer.ACCEPTED, "", "Publish them", 0),
        (Answer.ACCEPTED, "", " ", 1),
        (Answer.ACCEPTED_IN_PART, "", "", 2),
        (Answer.ACCEPTED_IN_PART, "Ten only", "Publish ten", 0),
        (Answer.REJECTED, " ", "", 1),
        (Answer.REJECTED, "It would cost too much", "", 0),
    ],
)
def test_an_answer_gives_reasons_for_what_it_rejects_and_action_for_the_rest(
    answer, reasons, action, lacking
):
    assert len(powers.lacking_in_answer(answer, reasons, action)) == lacking


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"text": " "}, "Enter what"),
        ({"made_in": ""}, "Name the meeting"),
        ({"to": "OSMB"}, "Name another body"),
    ],
)
def test_a_recommendation_says_what_it_must(change, said):
    (sentence,) = powers.lacking_in_recommendation(replace(RECOMMENDATION, **change))

    assert said in sentence

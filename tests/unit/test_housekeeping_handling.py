"""What is to be done about a finding by a day: each boundary on both sides."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.housekeeping.facts import (
    Finding,
    FindingState,
    Handling,
    PartOfEstate,
    Thing,
    WorkState,
)
from scrutable.housekeeping.rules import handling

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
TODAY = date(2026, 10, 12)


def finding(state=FindingState.FOUND, as_at=SEPTEMBER):
    return Finding(
        number=1,
        part=PartOfEstate.ACCOUNTS,
        fault="idle",
        thing=3,
        state=state,
        first_on=SEPTEMBER,
        as_at=as_at,
        place=7,
        version=4,
    )


def word(stood_since=SEPTEMBER, **said):
    return Handling(finding=1, stood_since=stood_since, version=9, **said)


def state(said=None, *, of=None, as_at=TODAY, last=SEPTEMBER):
    return handling.work_state(handling.standing_of(of or finding(), said), as_at, last)


def test_a_finding_of_which_nobody_said_anything_is_open():
    assert state() is WorkState.OPEN


def test_an_owner_alone_keeps_nothing_quiet():
    assert state(word(owner="Head of IT")) is WorkState.OPEN


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (TODAY - timedelta(days=1), WorkState.EXPLANATION_ENDED),
        (TODAY, WorkState.EXPLAINED),
        (TODAY + timedelta(days=1), WorkState.EXPLAINED),
    ],
)
def test_an_explanation_holds_up_to_and_with_its_day(until, expected):
    assert state(word(why="Kept for a case", until=until)) is expected


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (SEPTEMBER, WorkState.SAID_FIXED),
        (TODAY, WorkState.SAID_FIXED),  # drawn on that day, perhaps before
        (TODAY + timedelta(days=1), WorkState.STILL_SHOWN),
    ],
)
def test_a_word_that_it_is_fixed_holds_until_a_later_extract_shows_it(last, expected):
    assert state(word(fixed_on=TODAY), last=last, as_at=OCTOBER) is expected


@pytest.mark.parametrize(
    ("left", "expected"),
    [(FindingState.FIXED, WorkState.FIXED), (FindingState.GONE, WorkState.GONE)],
)
def test_what_the_extract_no_longer_shows_is_over_whatever_was_said(left, expected):
    gone = finding(left, OCTOBER)

    assert state(word(why="Kept", until=date(2027, 1, 1)), of=gone) is expected


def test_what_is_back_is_no_longer_explained_and_keeps_its_owner():
    back = finding(FindingState.BACK, OCTOBER)
    said = word(owner="Head of IT", why="Kept", until=date(2027, 1, 1))

    stood = handling.standing_of(back, said)

    assert (stood.owner, stood.why, stood.until) == ("Head of IT", "", None)
    assert handling.work_state(stood, OCTOBER, OCTOBER) is WorkState.BACK


def test_what_is_said_after_it_came_back_holds():
    back = finding(FindingState.BACK, OCTOBER)

    said = word(OCTOBER, why="Kept", until=OCTOBER)

    assert state(said, of=back, as_at=OCTOBER, last=OCTOBER) is WorkState.EXPLAINED


def test_one_word_takes_the_place_of_another_and_the_owner_stays():
    stood = handling.standing_of(finding(), word(owner="Head of IT", why="Kept", until=OCTOBER))

    fixed = handling.said_fixed(stood, TODAY)
    again = handling.explained(handling.standing_of(finding(), fixed), "Kept again", OCTOBER)

    assert (fixed.owner, fixed.why, fixed.until, fixed.fixed_on) == ("Head of IT", "", None, TODAY)
    assert (again.owner, again.why, again.fixed_on) == ("Head of IT", "Kept again", None)
    assert handling.assigned(stood, "Payroll").until == OCTOBER


@pytest.mark.parametrize(
    ("until", "refused"),
    [
        (TODAY - timedelta(days=1), ["until"]),
        (TODAY, []),
        (TODAY + timedelta(days=30), []),
        (TODAY + timedelta(days=31), ["until"]),
    ],
)
def test_an_explanation_ends_from_today_to_the_council_s_longest(until, refused):
    found = handling.refusals_of_explanation("Kept", until, TODAY, 30)

    assert [one.place for one in found] == refused


def test_everything_wrong_with_an_explanation_is_said_at_once():
    found = handling.refusals_of_explanation("  ", TODAY - timedelta(days=1), TODAY, 30)

    assert [(one.place, one.remedy) for one in found] == [
        ("why", "enter it"),
        ("until", "give 12 October 2026 or a later day"),
    ]


@pytest.mark.parametrize(
    ("on", "refused"),
    [(SEPTEMBER - timedelta(days=1), 1), (SEPTEMBER, 0), (TODAY, 0), (OCTOBER, 1)],
)
def test_nothing_was_fixed_in_the_future_or_before_the_extract_that_shows_it(on, refused):
    stood = [handling.standing_of(finding(), None)]

    found = handling.refusals_of_fixed(stood, on, TODAY, {PartOfEstate.ACCOUNTS: SEPTEMBER})

    assert len(found) == refused


def test_unknown_and_vanished_findings_are_refused_together():
    gone = handling.standing_of(finding(FindingState.GONE, OCTOBER), None)

    found = handling.refusals_of_chosen([gone], [1, 5, 6, 7])

    assert [one.fault for one in found] == [
        "There is no finding 5-7",
        "The last extract no longer shows 1",
    ]
    assert [one.fault for one in handling.refusals_of_chosen([], [])] == ["No finding is chosen"]


@pytest.mark.parametrize(
    ("part", "key", "person", "expected"),
    [
        (PartOfEstate.ACCOUNTS, "jbloggs", "", True),
        (PartOfEstate.ACCOUNTS, "", "", False),  # erased
        (PartOfEstate.DEVICES, "LT-7", "", False),
        (PartOfEstate.DEVICES, "LT-7", "104233", True),
        (PartOfEstate.LICENCES, "Database", "", False),
        (PartOfEstate.ORDERS, "invoice/J Bloggs/7", "", True),
    ],
)
def test_what_names_somebody(part, key, person, expected):
    assert handling.names_somebody(Thing(1, part, key, person)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kept for a court case", []),
        ("Asked JBloggs, who knows", [1]),
        ("Held by “104233”.", [1]),
        ("jbloggsson is another", []),
    ],
)
def test_a_text_that_names_the_account_or_its_person_is_found(text, expected):
    assert (
        handling.names_said(text, [Thing(1, PartOfEstate.ACCOUNTS, "jbloggs", "104233")])
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Petra Planted wanted her money", [1]),
        ("Asked of petra\nPLANTED; paid", [1]),
        ("Planted by Petra", []),
        ("The database by core is old", []),  # of a licence no name
    ],
)
def test_a_name_of_two_words_is_found_and_a_product_is_none(text, expected):
    trader = Thing(1, PartOfEstate.ORDERS, "invoice/S2/I9", "Petra Planted")
    product = Thing(2, PartOfEstate.LICENCES, "database by core", "")
    assert handling.names_said(text, [trader, product]) == expected


@given(st.sets(st.integers(1, 400)))
def test_ranges_say_every_number_and_no_other(numbers):
    assert handling.within(handling.ranges(numbers)) == numbers


@given(
    st.sampled_from(FindingState),
    st.none() | st.dates(TODAY, OCTOBER),
    st.none() | st.dates(SEPTEMBER, OCTOBER),
    st.dates(SEPTEMBER, OCTOBER),
)
def test_every_finding_is_loud_quiet_or_over_and_never_two(of, until, fixed_on, as_at):
    stood = handling.standing_of(finding(of), None)
    one = handling.work_state(replace(stood, until=until, fixed_on=fixed_on), as_at, SEPTEMBER)

    assert handling.is_over(one) is not stood.stands
    if handling.needs_somebody(one):
        assert stood.stands
        assert until is None or fixed_on is not None or until < as_at

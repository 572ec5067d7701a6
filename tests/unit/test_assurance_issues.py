"""How issues stand and age, who may close them, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from factories.assurance_facts import AS_AT, ago, closed, issue, phase
from scrutable.assurance.facts import IssueState, Priority, Visibility
from scrutable.assurance.facts.beside import Beside
from scrutable.assurance.rules.beside import unfit_beside
from scrutable.assurance.rules.issues import (
    IssueGravity,
    ages,
    by_phase,
    is_same,
    issue_standing,
    issues_attention,
    standings,
)
from scrutable.kernel.attention import Gravity
from scrutable.records.rules import refusals_of, refusals_on

PERSONS = {
    "k.adeyemi": "person k.adeyemi",
    "kemi adeyemi": "person k.adeyemi",
    "head of ict": "person k.adeyemi",
    "chief auditor": "person r.lindqvist",
}


def places(faults):
    return [one.place for one in faults]


@pytest.mark.parametrize(
    ("owner", "accepter", "expected"),
    [
        ("Head of ICT", "Internal audit", False),
        ("Head of ICT", "head of  ICT", True),
        ("the Head of ICT", "Head of ICT", True),
        ("Head of ICT (Kemi Adeyemi)", "Kemi Adeyemi", True),
        ("Head of ICT, Kemi Adeyemi", "Cllr Kemi Adeyemi", True),
        ("Kemi Adeyemi", "k.adeyemi", True),
        ("Kemi Adeyemi", "b.adeyemi", False),
        ("Kemi Okoye-Adeyemi", "k.adeyemi", False),
        ("Head of ICT", "Head of ICT Audit", False),
        ("", "", False),
    ],
)
def test_names_tell_whether_both_are_one(owner, accepter, expected):
    assert is_same(owner, accepter, {}) is expected


@pytest.mark.parametrize(
    ("accepter", "expected"),
    [("Kemi Adeyemi", True), ("k.adeyemi", True), ("Chief auditor", False), ("A post", False)],
)
def test_a_post_is_known_by_the_person_behind_its_letters(accepter, expected):
    assert is_same("Head of ICT", accepter, {}) is False
    assert is_same("Head of ICT", accepter, PERSONS) is expected


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (issue(), []),
        (closed(), []),
        (issue(source=" ", what="", owner=""), ["source", "what", "owner"]),
        (issue(due=ago(200)), []),
        (issue(due=ago(201)), ["due"]),
        (closed(said_closed_on=ago(201), accepted_on=ago(201)), ["said_closed_on"]),
        (closed(evidence=()), ["evidence"]),
        (closed(evidence=(" ",)), ["evidence"]),
        (closed(accepted_by="Head of ICT"), ["accepted_by"]),
        (closed(accepted_by=""), ["accepted_by"]),
        (closed(accepted_on=None), ["accepted_on"]),
        (closed(said_closed_on=None), ["accepted_on"]),
        (closed(accepted_on=ago(21)), ["accepted_on"]),
        (phase(), []),
        (phase(begins_on=AS_AT, ends_on=ago(1)), ["ends_on"]),
    ],
)
def test_what_cannot_be_said(of, expected):
    assert places(refusals_of(of)) == expected


def test_nothing_is_found_or_closed_tomorrow():
    tomorrow = ago(-1)
    of = issue(found_on=tomorrow, said_closed_on=tomorrow, accepted_on=tomorrow)

    assert places(refusals_on(of, AS_AT)) == ["found_on", "said_closed_on", "accepted_on"]
    assert refusals_on(of, tomorrow) == []


def test_the_holder_of_the_owning_post_closes_nothing():
    of = closed(accepted_by="Kemi Adeyemi", phase="P9")

    found = unfit_beside(of, Beside(persons=PERSONS))

    assert places(found) == ["phase", "accepted_by"]
    assert found[1].fault == (
        "Kemi Adeyemi owns the issue (Head of ICT): nobody accepts their own closure"
    )


def test_a_day_that_was_moved_hides_nothing():
    versions = [issue(1, due=ago(100)), issue(1, due=ago(60)), issue(1, due=ago(-10))]

    found = issue_standing(versions, AS_AT)

    assert found.state is IssueState.OPEN
    assert (found.first_due, found.moves) == (ago(100), 2)
    assert (found.late, found.late_by_first) == (0, 100)


def test_what_is_closed_or_has_no_day_is_not_late():
    assert issue_standing([closed(1)], AS_AT).late_by_first == 0
    assert issue_standing([issue(1, due=None)], AS_AT).late_by_first is None


def test_the_most_pressing_come_first_and_what_is_not_found_yet_is_left_out():
    history = [
        closed(1),
        issue(2, due=ago(-1)),
        issue(3, priority=Priority.LOW),
        issue(4, priority=Priority.CRITICAL),
        issue(5, due=None),
        issue(6, found_on=ago(-1), due=None),
    ]

    found = standings(history, AS_AT)

    assert [one.issue.number for one in found] == [4, 3, 5, 2, 1]


@pytest.mark.parametrize(
    ("days", "band"), [(0, 0), (1, 1), (30, 1), (31, 2), (90, 2), (91, 3), (400, 3)]
)
def test_ages_are_counted_by_bands_up_to_and_with_their_last_day(days, band):
    found = ages([issue_standing([issue(1, found_on=ago(500), due=ago(days))], AS_AT)], (30, 90))

    assert [one.number for one in found] == [int(at == band) for at in range(5)]
    assert [(one.least, one.most) for one in found] == [
        (0, 0), (1, 30), (31, 90), (91, None), (None, None),
    ]  # fmt: skip


def test_ages_leave_out_what_is_closed_and_keep_what_has_no_day():
    found = ages(standings([closed(1), issue(2, due=None)], AS_AT), (30,))

    assert [one.numbers for one in found] == [(0,) * 4] * 3 + [(0, 1, 0, 0)]


def test_phases_stand_in_the_order_of_their_days_and_last_what_is_of_none():
    late, early = phase("P2", begins_on=ago(10), ends_on=ago(-90)), phase("P1")
    found = by_phase([late, early], standings([closed(1, phase="P1"), issue(2)], AS_AT))

    assert [one.phase.code if one.phase else None for one in found] == ["P1", "P2", None]
    assert [(len(one.issues), one.closed, one.overdue) for one in found] == [
        (1, 1, 0), (0, 0, 0), (1, 0, 1),
    ]  # fmt: skip


HELD = IssueGravity(
    overdue={
        Priority.CRITICAL: Gravity.GRAVE,
        Priority.HIGH: Gravity.SERIOUS,
        Priority.MEDIUM: Gravity.CONCERN,
        Priority.LOW: Gravity.NOTE,
    },
    no_date=Gravity.CONCERN,
    waiting=Gravity.CONCERN,
    waiting_days=14,
    most=2,
)


def attention(*history):
    return list(issues_attention(standings(history, AS_AT), HELD, AS_AT))


def test_an_overdue_issue_needs_a_person_and_says_when_it_was_first_due():
    (item,) = attention(issue(1, due=ago(60)), issue(1, due=ago(5), progress="Half done"))

    assert (item.reference, item.gravity, item.owner) == ("issue/1", Gravity.SERIOUS, "Head of ICT")
    assert item.why == "High priority, 5 days late; first due on 13 August 2026"
    assert (item.since, item.due, item.doing) == (date(2026, 8, 13), ago(5), "Half done")


def test_the_words_of_an_exempt_issue_do_not_reach_attention():
    (item,) = attention(issue(1, what="secret", progress="secret", visibility=Visibility.EXEMPT))

    assert item.what == "Issue 1: its detail is exempt"
    assert "secret" not in repr(item)


@pytest.mark.parametrize(("days", "needs"), [(14, 0), (15, 1)])
def test_a_closure_may_wait_so_long_to_be_accepted(days, needs):
    waiting = closed(1, said_closed_on=ago(days), accepted_by="", accepted_on=None)

    assert len(attention(waiting)) == needs


def test_more_than_so_many_of_one_priority_are_told_together():
    (item,) = attention(*(issue(number, due=ago(number)) for number in (1, 2, 3)))

    assert item.reference == "issues-of/overdue/high"
    assert item.what == "3 issues of high priority"
    assert item.why == "They are overdue; the oldest is issue 3"
    assert (item.since, item.owner) == (ago(3), "Head of ICT")
    assert attention(replace(closed(1))) == []

"""Every rule of deadlines: its day on literal cases, its words, how it stands, what it assumes."""

import csv
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from scrutable.meetings.facts import AgendaItem as Item
from scrutable.meetings.facts import (
    Body,
    BodyKind,
    Closure,
    Counting,
    Deadline,
    DeadlineKind,
    DeadlineState,
    Meeting,
    MeetingState,
    Notices,
    Openness,
    Way,
)
from scrutable.meetings.reads.deadlines import deadline_rules
from scrutable.meetings.rules import deadlines
from scrutable.meetings.rules.deadlines import Law, count_of, counting_of, day_of, state_of
from scrutable.meetings.rules.lifecycle import latest_notice

SHEET = Path(__file__).parents[3] / "shared/facts/deadlines.csv"
RULES = deadline_rules()
NUMBER = re.compile(r"(\d+) (?:clear |working )?(days?|months?|years?)")
POLICY = Notices(
    counting={},
    closed_days=frozenset(),
    key_decision_pounds=Decimal(500000),
    call_in_days=5,
    requisitioners=4,
    callable_makers=frozenset({BodyKind.EXECUTIVE}),
    officers_key_callable=True,
    warn_within_days=10,
)
# rule, the day that sets it going, the day it leads to (None: the law gives none)
DAYS = [
    ("PA52-KPI", date(2026, 3, 12), None),
    ("PA53-CDN", date(2026, 2, 24), date(2026, 3, 25)),
    ("PA53-CDN-LT", date(2026, 2, 24), date(2026, 6, 23)),
    ("PA53-COPY", date(2026, 2, 24), date(2026, 5, 24)),
    ("PA53-COPY-LT", date(2026, 2, 24), date(2026, 8, 22)),
    ("PA68-PAY", date(2026, 1, 31), date(2026, 3, 1)),
    ("PA69-PCN", date(2026, 3, 31), date(2026, 4, 29)),
    ("PA69-PCN", date(2026, 9, 30), date(2026, 10, 29)),
    ("PA70-PAY", date(2026, 6, 30), date(2026, 7, 29)),
    ("PA70-PAY", date(2026, 12, 31), date(2027, 1, 29)),
    ("PA71-KPI", date(2026, 4, 1), date(2027, 3, 31)),
    ("PA71-FAIL", date(2026, 3, 12), date(2026, 4, 10)),
    ("PA75-CHANGE", date(2026, 3, 12), None),
    ("PA76-STANDSTILL", date(2026, 4, 1), date(2026, 4, 14)),
    ("PA77-COPY", date(2026, 2, 24), date(2026, 5, 24)),
    ("PA80-TERM", date(2026, 11, 26), date(2026, 12, 25)),
    ("LGTC-SPEND", date(2026, 6, 30), date(2026, 7, 30)),
    ("LGTC-GPC", date(2026, 9, 30), date(2026, 10, 30)),
    ("LGTC-TENDERS", date(2026, 12, 31), date(2027, 1, 31)),
    ("LGTC-CONTRACTS", date(2026, 3, 31), date(2026, 4, 30)),
    ("LGTC-GRANTS", date(2026, 4, 1), date(2027, 3, 31)),
    ("EA5-PRIVATE1", date(2026, 7, 1), date(2026, 6, 2)),
    ("EA5-PRIVATE2", date(2026, 6, 16), date(2026, 6, 8)),
    ("EA6-PUBLIC", date(2026, 6, 22), date(2026, 6, 12)),
    ("EA9-KEY", date(2026, 7, 1), date(2026, 6, 2)),
    ("EA10-GENERAL", date(2026, 4, 2), date(2026, 4, 14)),
    ("EA11-URGENT", date(2026, 4, 2), None),
    ("EA12-RECORD", date(2026, 4, 2), None),
    ("EA16-MEMBERS", date(2026, 4, 2), date(2026, 4, 3)),
    ("EA17-OS", date(2026, 6, 1), date(2026, 6, 12)),
    ("EA19-REPORT", date(2026, 4, 1), date(2027, 3, 31)),
    ("EA21-DECISIONS6", date(2026, 6, 16), date(2032, 6, 15)),
    ("EA21-BACKGROUND4", date(2024, 2, 29), date(2028, 2, 28)),
    ("OD7-RECORD", date(2026, 4, 2), None),
    ("OD8-DECISIONS6", date(2024, 2, 29), date(2030, 2, 28)),
    ("OD8-BACKGROUND4", date(2026, 6, 16), date(2030, 6, 15)),
    ("LGA100B-AGENDA", date(2026, 4, 9), date(2026, 3, 30)),
    ("LGA100C-MINUTES6", date(2026, 6, 16), date(2032, 6, 15)),
    ("LGA100D-BACKGROUND4", date(2026, 6, 16), date(2030, 6, 15)),
    ("LGA9FE-RESPONSE", date(2026, 12, 31), date(2027, 2, 28)),
    ("LGA9F-CALLIN", date(2026, 4, 1), date(2026, 4, 10)),
    ("EQ4-INFO", date(2026, 4, 1), date(2027, 3, 31)),
    ("EQ5-OBJECTIVES", date(2026, 4, 1), date(2030, 3, 31)),
    ("ACC8-STATEMENT", date(2026, 4, 1), None),
]


@pytest.mark.parametrize(("name", "start", "expected"), DAYS)
def test_a_rule_leads_to_its_day(name, start, expected):
    assert day_of(RULES[name], start, POLICY) == expected


def test_every_rule_is_tried_and_says_what_where_and_when():
    assert {name for name, _, _ in DAYS} == set(RULES)
    for name, rule in RULES.items():
        assert rule.rule == name
        assert all((rule.trigger, rule.what, rule.words, rule.source)), name
        assert not rule.what.endswith("."), name
        counts = rule.way not in (Way.BEFORE, Way.PRACTICABLE)
        assert counts == (rule.counting is not None), name
        assert counts == (count_of(rule, POLICY) > 0), name
        assert (rule.count is None) == (not counts or name == "LGA9F-CALLIN"), name


def test_the_rules_are_those_of_the_sheet_with_its_counting_and_its_number():
    rows = list(csv.DictReader(SHEET.read_text("utf-8").splitlines())) if SHEET.exists() else []

    assert {row["rule_id"] for row in rows} in (set(RULES), set())
    for row in rows:
        rule = RULES[row["rule_id"]]
        said = rule.counting.value if rule.counting else "n/a"
        assert row["counting"] in (said, f"policy (default {said})"), row["rule_id"]
        if number := NUMBER.search(row["deadline"]):
            months = 12 if number[2].startswith("year") else 1
            assert int(number[1]) * months == count_of(rule, POLICY), row["rule_id"]


def test_council_policy_chooses_how_days_are_counted_and_the_assumption_says_so():
    working = replace(POLICY, counting={"EA9-KEY": Counting.WORKING})
    rule = RULES["EA9-KEY"]

    assert counting_of(rule, POLICY) is Counting.CALENDAR
    assert day_of(rule, date(2026, 7, 1), working) == date(2026, 5, 20)
    made = deadlines.deadline(rule, date(2026, 7, 1), working, about="decision/I1")
    assert made.counting == "working"
    assert made.assumption == (
        "The regulations do not say how 28 clear days are counted; council policy counts "
        "working days"
    )


def test_call_in_runs_as_long_as_council_policy_says():
    three = replace(POLICY, call_in_days=3, closed_days=frozenset({date(2026, 4, 8)}))
    made = deadlines.deadline(RULES["LGA9F-CALLIN"], date(2026, 4, 2), three, about="decision/I1")

    assert made.by == date(2026, 4, 10)  # 7, 9 and 10 April: the 8th is closed
    assert made.words == "3 working days after the day of publication"


@pytest.mark.parametrize(
    ("kind", "by", "done", "expected"),
    [
        (DeadlineKind.DUE, date(2026, 6, 8), None, DeadlineState.DUE),
        (DeadlineKind.DUE, date(2026, 6, 7), None, DeadlineState.OVERDUE),
        (DeadlineKind.DUE, date(2026, 6, 7), date(2026, 6, 7), DeadlineState.DONE),
        (DeadlineKind.DUE, date(2026, 6, 7), date(2026, 6, 8), DeadlineState.DONE_LATE),
        (DeadlineKind.DUE, date(2026, 6, 7), date(2026, 6, 9), DeadlineState.OVERDUE),
        (DeadlineKind.DUE, None, None, DeadlineState.OWED),
        (DeadlineKind.DUE, None, date(2026, 6, 8), DeadlineState.DONE),
        (DeadlineKind.KEEP, date(2026, 6, 8), None, DeadlineState.KEEPING),
        (DeadlineKind.KEEP, date(2026, 6, 7), None, DeadlineState.KEPT),
        (DeadlineKind.WINDOW, None, None, DeadlineState.NOT_BEGUN),
        (DeadlineKind.WINDOW, date(2026, 6, 8), None, DeadlineState.OPEN),
        (DeadlineKind.WINDOW, date(2026, 6, 7), None, DeadlineState.CLOSED),
    ],
)
def test_a_deadline_stands_by_its_day(kind, by, done, expected):
    found = Deadline(
        rule="X", what="", about="", by=by, words="", source="", counting="",
        done_on=done, kind=kind,
    )  # fmt: skip

    assert state_of(found, date(2026, 6, 8)) is expected


def body(kind):
    return Body(code="B", name="The body", kind=kind)


HELD = Meeting(code="B-2026-06-16", body="B", on=date(2026, 6, 16), state=MeetingState.HELD)
EXEMPT = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices.")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (BodyKind.COUNCIL, ["LGA100B-AGENDA", "LGA100D-BACKGROUND4", "LGA100C-MINUTES6"]),
        (BodyKind.SCRUTINY, ["LGA100B-AGENDA", "LGA100D-BACKGROUND4", "LGA100C-MINUTES6"]),
        (BodyKind.COMMITTEE, ["LGA100B-AGENDA", "LGA100D-BACKGROUND4", "LGA100C-MINUTES6"]),
        (BodyKind.EXECUTIVE, ["EA6-PUBLIC"]),
        (BodyKind.EXECUTIVE_MEMBER, []),
        (BodyKind.OFFICER, []),
    ],
)
def test_what_a_meeting_owes_follows_from_the_kind_of_its_body(kind, expected):
    found = deadlines.of_meeting(HELD, body(kind), (), RULES, POLICY)

    assert [one.rule for one in found] == expected


@pytest.mark.parametrize(
    ("closure", "withdrawn", "is_private"),
    [(EXEMPT, False, True), (EXEMPT, True, False), (Closure(), False, False)],
)
def test_a_closed_item_makes_a_meeting_of_the_executive_private(closure, withdrawn, is_private):
    item = Item(
        meeting=HELD.code, number=1, printed="1", title="", closure=closure, withdrawn=withdrawn
    )
    found = deadlines.of_meeting(HELD, body(BodyKind.EXECUTIVE), [item], RULES, POLICY)
    elsewhere = deadlines.of_meeting(HELD, body(BodyKind.SCRUTINY), [item], RULES, POLICY)

    assert ("EA5-PRIVATE1" in [one.rule for one in found]) == is_private
    assert "EA5-PRIVATE1" not in [one.rule for one in elsewhere]


def test_a_planned_meeting_keeps_nothing_yet_and_a_cancelled_one_owes_nothing():
    planned = replace(HELD, state=MeetingState.PLANNED)
    cancelled = replace(HELD, state=MeetingState.CANCELLED)
    of_council = body(BodyKind.COUNCIL)

    found = deadlines.of_meeting(planned, of_council, (), RULES, POLICY)
    assert [one.rule for one in found] == ["LGA100B-AGENDA"]
    assert deadlines.of_meeting(cancelled, of_council, (), RULES, POLICY) == []


def test_the_latest_notice_of_each_route_is_counted_back_from_the_decision():
    event = date(2026, 4, 14)

    assert latest_notice(RULES["EA9-KEY"], event, POLICY) == date(2026, 3, 16)
    assert latest_notice(RULES["EA10-GENERAL"], event, POLICY) == date(2026, 4, 2)
    assert latest_notice(RULES["EA11-URGENT"], event, POLICY) == event


def test_a_law_is_judged_on_its_day():
    assert Law(rules=RULES, notices=POLICY, today=date(2026, 6, 8)).today == date(2026, 6, 8)

"""Meetings, programmes and decisions in words: each state has its own, none missing is nought."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from scrutable.meetings.facts import (
    Body,
    BodyKind,
    Closure,
    Course,
    Deadline,
    DeadlineState,
    DecisionCase,
    DecisionRecord,
    KeyGround,
    KeyRoute,
    Meeting,
    MeetingState,
    Openness,
    PlannedDecision,
    Presence,
    Purpose,
    Scheduled,
    Stage,
)
from scrutable.meetings.presenters import deadlines, schedule
from scrutable.meetings.presenters.calendar import bodies, forward_plan, meetings, words
from scrutable.meetings.presenters.decisions import (
    STAGE_TAGS,
    course_table,
    decision_title,
    plan_terms,
    record_terms,
    stage_words,
)

TODAY = date(2026, 9, 17)
BOARD = Body(code="OSMB", name="The Board", kind=BodyKind.SCRUTINY)
MEETING = Meeting(code="OSMB-2026-09-24", body="OSMB", on=date(2026, 9, 24))
AGENDA = Deadline(
    rule="LGA100B-AGENDA",
    what="Publish the agenda",
    about=MEETING.reference,
    by=date(2026, 9, 16),
    words="5 clear days before",
    source="s.100B",
    counting="working",
)


def scheduled(meeting=MEETING, *owed):
    stamp = datetime(2026, 9, 1, tzinfo=UTC)
    return Scheduled(
        meeting=meeting, body=BOARD, items=(), deadlines=tuple(owed), recorded_at=stamp, version=2
    )


@pytest.mark.parametrize(
    ("table", "enum"),
    [
        (words.KIND_WORDS, BodyKind),
        (words.MEETING_WORDS, MeetingState),
        (words.PURPOSE_WORDS, Purpose),
        (words.PRESENCE_WORDS, Presence),
        (schedule.OPENNESS_WORDS, Openness),
        (schedule.OPENNESS_SHAPES, Openness),
        (deadlines.STATE_WORDS, DeadlineState),
        ({stage: tag.word for stage, tag in STAGE_TAGS.items()}, Stage),
    ],
)
def test_every_value_has_a_word_of_its_own(table, enum):
    assert set(table) == set(enum)
    assert len(set(table.values())) == len(enum)


@pytest.mark.parametrize("state", DeadlineState)
def test_every_state_has_a_colour_and_a_shape(state):
    tag = deadlines.state_tag(state)

    assert tag.word
    assert tag.shape
    assert tag.colour in ("green", "yellow", "red", "blue", "grey")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((), "No meeting is coming"),
        ((scheduled(),), "The Board meets next, on 24 September 2026"),
        ((scheduled(MEETING, AGENDA),), "One notice of coming meetings is overdue"),
        ((scheduled(MEETING, AGENDA, AGENDA),), "Two notices of coming meetings are overdue"),
        (
            (scheduled(replace(MEETING, state=MeetingState.CANCELLED)),),
            "No meeting is coming",
        ),
        ((scheduled(replace(MEETING, on=date(2026, 9, 16)), AGENDA),), "No meeting is coming"),
    ],
)
def test_the_calendar_begins_with_what_matters(found, expected):
    assert meetings.calendar_title(found, TODAY) == expected


def test_what_is_due_next_names_how_much_more_is():
    later = replace(AGENDA, by=date(2026, 9, 20), what="Publish more")

    assert deadlines.due_cell([], TODAY).text == "Nothing is due"
    assert deadlines.due_cell([AGENDA], TODAY).words == (
        "By 16 September 2026; Overdue; Publish the agenda"
    )
    assert deadlines.due_cell([AGENDA, later], TODAY).note == "Publish the agenda and 1 more"
    assert deadlines.due_cell([replace(AGENDA, by=None)], TODAY).text == "As soon as practicable"
    assert deadlines.due_cell([replace(AGENDA, done_on=TODAY)], TODAY).text == "Nothing is due"


def test_a_body_without_recorded_members_is_not_said_to_have_none():
    table = bodies.body_table([BOARD], [], TODAY)

    assert [cell.words for cell in table.rows[0]] == [
        "The Board; OSMB",
        "Scrutiny",
        "Not recorded",
        "Not recorded",
        "None planned",
    ]


@pytest.mark.parametrize(
    ("found", "coming", "expected"),
    [
        ([], [], "Bodies"),
        ([BOARD], [], "One body, one of them without a meeting planned"),
        ([BOARD], [MEETING], "One body, and each that meets has a meeting planned"),
    ],
)
def test_the_list_of_bodies_says_who_has_nothing_planned(found, coming, expected):
    assert bodies.bodies_title(found, coming, TODAY) == expected


PLAN = PlannedDecision(
    code="I1",
    matter="The lease",
    maker="EXEC",
    key_grounds=(KeyGround.MONEY,),
    window_from=date(2026, 12, 1),
    window_to=date(2026, 12, 31),
    owner="Director",
)
RECORD = DecisionRecord(
    code="I1",
    decided_on=date(2026, 12, 1),
    maker="EXEC",
    text="That the lease end.\nAnd soon.",
    reasons="Cost.",
    none_considered=True,
    no_interests=True,
    no_dispensations=True,
)
EXECUTIVE = Body(code="EXEC", name="The Executive", kind=BodyKind.EXECUTIVE)


def said(terms):
    return {term.label: term.value for term in terms}


def test_a_plan_says_every_item_of_the_notice_and_what_is_not_recorded():
    found = said(plan_terms(PLAN, {"EXEC": "The Executive"}, ("Councillor A", "Councillor B")))

    assert found["Key decision"] == "Yes: significant spending or savings"
    assert found["Decided by"] == "The Executive"
    assert found["Its members"] == "Councillor A and Councillor B"
    assert found["When"] == "Between 1 December 2026 and 31 December 2026"
    assert found["Value"] == found["Copies from"] == "Not recorded"
    assert found["Notice published"] == "Not yet"
    urgent = replace(PLAN, route=KeyRoute.SPECIAL_URGENCY, route_agreed_by="The chair")
    assert said(plan_terms(urgent, {}))["Agreed by"] == "The chair"


def test_an_exempt_record_withheld_says_why_in_place_of_its_words():
    closure = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices.")
    withheld = replace(RECORD, text="", reasons="", none_considered=False, closure=closure)

    found = said(record_terms(withheld, {}))

    assert found["Decision"].startswith("Paragraph 3 of Part 1 of Schedule 12A")
    assert found["Reasons"] == found["Decision"]
    assert found["Interests declared"] == "None"
    assert said(record_terms(RECORD, {}))["Alternatives considered and rejected"] == "None"


def test_what_modern_gov_keeps_back_says_so_and_is_no_answer_of_an_officer():
    closure = Closure(openness=Openness.RESTRICTED)

    assert schedule.closure_reason(closure).startswith("Kept back in modern.gov")
    assert not closure.is_open
    assert set(words.OPEN_WORDS) == {Openness.OPEN, Openness.EXEMPT, Openness.CONFIDENTIAL}


def test_a_decision_is_called_by_its_plan_or_by_its_first_line():
    planned = DecisionCase(code="I1", maker=EXECUTIVE, planned=PLAN, record=RECORD)

    assert decision_title(planned) == "The lease"
    assert decision_title(replace(planned, planned=None)) == "That the lease end."
    withheld = replace(RECORD, text="")
    assert decision_title(replace(planned, planned=None, record=withheld)) == "Decision I1"


@pytest.mark.parametrize("stage", Stage)
def test_every_stage_is_said_in_a_sentence(stage):
    case = DecisionCase(code="I1", maker=EXECUTIVE, planned=PLAN, record=RECORD)

    assert stage_words(case, stage, None).startswith("Decided on 1 December 2026 by The Executive")
    before = replace(case, record=None)
    assert stage_words(before, Stage.PLANNED, None) == (
        "To be decided between 1 December 2026 and 31 December 2026 by The Executive."
    )


def test_the_course_names_what_has_not_happened():
    case = DecisionCase(code="I1", maker=EXECUTIVE, planned=PLAN)

    rows = course_table(case, None, None).rows

    assert [(row[0].text, row[1].text) for row in rows] == [
        ("Notice published", "Not yet"),
        ("May be decided from", "Not before notice"),
        ("Decided", "Not yet"),
        ("Record published", "Not yet"),
        ("Carried out", "Not yet"),
    ]


def course(stage, **given):
    case = DecisionCase(**{"code": "I1", "maker": EXECUTIVE, "planned": PLAN} | given)
    return Course(case=case, stage=stage, deadlines=())


def test_the_forward_plan_begins_with_what_has_no_notice():
    made = course(Stage.CALL_IN_OPEN, record=RECORD)

    assert forward_plan.decisions_title([made]) == "No decision is planned"
    assert forward_plan.decisions_title([course(Stage.NOTICED)]) == "One decision is planned"
    assert forward_plan.decisions_title([course(Stage.PLANNED), course(Stage.NOTICED)]) == (
        "Two decisions are planned, one of them key and without notice"
    )
    assert forward_plan.summary([made]) == "One decision is recorded, one may be called in."
    assert forward_plan.summary([]) == "No decision is recorded yet."


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 1),
        ({"maker": "EXEC"}, 1),
        ({"maker": "CC"}, 0),
        ({"key": "yes"}, 1),
        ({"key": "no"}, 0),
        ({"stage": "planned"}, 1),
        ({"stage": "free"}, 0),
    ],
)
def test_the_plan_is_narrowed_by_what_is_asked(asked, number):
    assert len(forward_plan.shown([course(Stage.PLANNED)], asked)) == number


def test_a_rule_that_nobody_read_at_its_source_says_so():
    unread = replace(AGENDA, unconfirmed="The judgment’s own text")

    found = deadlines.deadline_table([AGENDA, unread], TODAY, empty="")

    assert [row[-1].note for row in found.rows] == [
        "s.100B",
        "s.100B. Not read at its source: the judgment’s own text",
    ]

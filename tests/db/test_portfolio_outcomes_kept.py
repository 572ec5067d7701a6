"""Transitions kept and read: evidence, judgements, hand-overs, looks in the work programme."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from factories.outcome_facts import (
    day,
    evidence,
    hand_over,
    judgement,
    lesson,
    outcome,
    transition,
    use,
)
from factories.project_facts import project
from scrutable.audit import reads as audit
from scrutable.kernel.attention import gravest_first
from scrutable.meetings import facts as meetings_facts
from scrutable.meetings import reads as meetings
from scrutable.meetings import writes as meetings_writes
from scrutable.portfolio import facts, reads, writes
from scrutable.portfolio.facts import LessonWhy, OutcomeState
from scrutable.portfolio.reads.attending import lessons, outcomes

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
TODAY = date(2026, 10, 12)
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("003_*.txt"))


def record(of, **options):
    return writes.record(of=of, by="a.patel", at=AT, **options)


def refused(of):
    with pytest.raises(writes.UnfitRecord) as caught:
        record(of)
    return [one.place for one in caught.value.faults]


@pytest.fixture
def board():
    body = meetings_facts.Body(
        code="OSMB", name="Overview Board", kind=meetings_facts.BodyKind.SCRUTINY
    )
    meetings_writes.record_body(body=body, by="a.clerk", at=AT)
    for on in ("2026-04-30", "2026-10-15", "2026-12-03"):
        meeting = meetings_facts.Meeting(code="", body="OSMB", on=day(on))
        meetings_writes.record_meeting(meeting=meeting, by="a.clerk", at=AT)


@pytest.fixture
def infra():
    record(transition())
    record(outcome(text="Have no licensing liabilities"))
    record(outcome(text="Have no unresolved compliance issues"))


def test_an_outcome_is_evidenced_once_its_evidence_is_in(infra):
    assert refused(judgement()) == ["verdict"]
    record(evidence())
    record(judgement())

    found = reads.transition("INFRA", audit.number_at(), TODAY)

    assert [one.state for one in found.outcomes] == [
        OutcomeState.EVIDENCED,
        OutcomeState.NO_EVIDENCE,
    ]
    assert found.next_look == date(2026, 4, 14)  # of the second, that nobody has judged
    assert found.outcomes[0].next_look == TODAY


def test_evidence_against_is_answered(infra):
    record(evidence())
    record(evidence("against", what="Twelve servers are not in the count"))

    assert refused(judgement("partly")) == ["answer"]
    record(judgement("partly", answer="Seen: the twelve are to be counted by May"))


def test_withdrawn_evidence_stays_with_its_reason(infra):
    given = record(evidence())
    record(judgement())
    record(replace(given, withdrawn_reason="The count left out the cloud"))

    found = reads.transition("INFRA", audit.number_at(), TODAY).outcomes[0]

    assert [one.withdrawn_reason for one in found.withdrawn] == ["The count left out the cloud"]
    assert found.state is OutcomeState.NO_EVIDENCE
    assert [one.number for one in found.since] == [1]
    versions = reads.versions(
        facts.OutcomeEvidence, audit.number_at(), transition="INFRA", outcome=1, number=1
    )
    assert [one.withdrawn_reason for one in versions] == ["", "The count left out the cloud"]


def test_a_transition_is_told_as_it_was_known_and_as_it_stood(infra):
    record(evidence())
    first = record(judgement("partly"))
    record(evidence(on="2026-09-01", what="The last twelve were counted"))
    record(judgement(on="2026-10-12"))

    now = reads.transition("INFRA", audit.number_at(), TODAY).outcomes[0]
    in_may = reads.transition("INFRA", audit.number_at(), date(2026, 5, 1)).outcomes[0]
    as_known = reads.transition("INFRA", first.version, TODAY).outcomes[0]

    assert [one.verdict.value for one in now.judgements] == ["partly", "evidenced"]
    assert now.since == ()
    assert [one.verdict.value for one in in_may.judgements] == ["partly"]
    assert len(in_may.evidence) == len(as_known.evidence) == 1


def test_projects_come_over_one_by_one(infra):
    writes.record_project(project=project("277"), by="a.patel", at=AT)
    record(hand_over())
    record(hand_over("Library till", for_whom="Fenmarsh Borough", due="2026-09-30"))
    record(hand_over(state="handed_over", on=day("2026-07-02"), accepted_by="Sam Hale"))
    known = audit.number_at()

    found = reads.transition("INFRA", known, TODAY)
    in_june = reads.transition("INFRA", known, date(2026, 7, 1))

    assert [(one.project, one.state.value) for one in found.hand_overs] == [
        ("277", "handed_over"),
        ("Library till", "waiting"),
    ]
    assert found.titles == {"277": "Document store migration"}
    assert [one.project for one in found.late(TODAY)] == ["Library till"]
    assert [one.project for one in in_june.late(date(2026, 7, 1))] == ["277"]
    assert found.hand_overs[1].reference == "transition/INFRA/hand-over/library-till"


@pytest.mark.parametrize(
    ("of", "places"),
    [
        (transition(body="NONE"), ["body"]),
        (outcome(transition="OTHER"), ["transition"]),
        (hand_over(transition="OTHER"), ["transition"]),
        (evidence(outcome=9), ["outcome"]),
        (judgement(outcome=9), ["outcome"]),
        (evidence(source="project/999"), ["source"]),
        (evidence(source="kpi/CSS/CSC_KPI_04/2026-09"), ["source"]),
        (lesson(), ["learned_from"]),
        (lesson(learned_from="contract/NONE", should_apply_to=("project/1",)),
         ["learned_from", "should_apply_to"]),
        (use(), ["applied_to", "lesson"]),
    ],
)  # fmt: skip
def test_what_names_nothing_that_is_recorded_is_refused(infra, of, places):
    before = audit.number_at()

    assert refused(of) == places
    assert audit.number_at() == before


def test_a_source_is_a_record_of_the_product_or_words(infra):
    writes.record_project(project=project("277"), by="a.patel", at=AT)

    kept = [
        record(evidence(source=source))
        for source in ("project/277", "project/277/status/2026-09-30", "transition/INFRA", "A note")
    ]

    assert [one.number for one in kept] == [1, 2, 3, 4]


def test_a_look_stands_in_the_work_programme_and_each_names_the_other(infra, board):
    record(transition(body="OSMB"))

    look = writes.put_look(transition="INFRA", on=TODAY, by="a.patel", at=AT)

    known = audit.number_at()
    entry = meetings.programme_entry("OSMB", 1, known)
    assert look.entry == entry.reference == "programme/OSMB/1"
    assert entry.asked_in == "transition/INFRA"
    assert entry.due_meeting == "OSMB-2026-10-15"
    assert entry.title == "Infrastructure support: the outcomes at 12 October 2026"
    assert reads.transition("INFRA", known, TODAY).looks == (look,)
    assert [event.verb for event in audit.events(most=2)] == [
        "look_recorded",
        "programme_entry_put",
    ]


def test_a_look_after_the_last_meeting_waits_for_one(infra, board):
    record(transition(body="OSMB", judged_on=(day("2027-04-12"),)))

    writes.put_look(transition="INFRA", on=day("2027-04-12"), by="a.patel", at=AT)

    assert meetings.programme_entry("OSMB", 1, audit.number_at()).due_meeting == ""


@pytest.mark.parametrize(
    ("of", "places"),
    [
        (transition(code="C" * 41, title="T" * 201), ["code", "title"]),
        (evidence(source="S" * 201), ["source"]),
        (judgement(judge="J" * 201), ["judge"]),
        (hand_over("P" * 41), ["project"]),
        (lesson(owner="O" * 201), ["owner"]),
    ],
)
def test_what_is_longer_than_is_kept_of_it_is_refused_at_its_field(infra, of, places):
    assert refused(of) == places


def test_a_look_is_put_once_for_a_day_that_is_set_where_a_body_looks(infra, board):
    def put(on):
        with pytest.raises(writes.UnfitRecord) as caught:
            writes.put_look(transition="INFRA", on=on, by="a.patel", at=AT)
        return [one.place for one in caught.value.faults]

    assert put(TODAY) == ["body"]
    record(transition(body="OSMB"))
    assert put(date(2026, 10, 13)) == ["on"]
    writes.put_look(transition="INFRA", on=TODAY, by="a.patel", at=AT)
    before = audit.number_at()
    assert put(TODAY) == ["on"]
    assert audit.number_at() == before
    assert len(meetings.programme("OSMB", before)) == 1
    with pytest.raises(reads.UnknownRecord, match="There is no transition NONE"):
        writes.put_look(transition="NONE", on=TODAY, by="a.patel", at=AT)


@pytest.mark.parametrize("many", [1, 7])
def test_reading_costs_the_same_whatever_there_is(many, django_assert_num_queries):
    record(transition())
    for number in range(1, many + 1):
        record(outcome())
        record(evidence(outcome=number))
        record(judgement(outcome=number))
        record(hand_over(str(number)))
    known = audit.number_at()

    with django_assert_num_queries(7):
        reads.transition("INFRA", known, TODAY)
    with django_assert_num_queries(7):
        reads.transitions(known, TODAY)


def _lessons(many):
    for number in range(1, many + 1):
        writes.record_project(project=project(str(number)), by="a.patel", at=AT)
        record(lesson(learned_from=f"project/{number}", should_apply_to=("project/1",)))
        record(use(lesson=number, applied_to="project/1"))


@pytest.mark.parametrize("many", [1, 7])
def test_lessons_cost_the_same_however_many(many, django_assert_num_queries):
    _lessons(many)
    known = audit.number_at()
    one = reads.project("1", known)

    with django_assert_num_queries(2):
        assert len(reads.lessons(known, TODAY)) == many
    with django_assert_num_queries(5):
        assert len(reads.lessons_for(one, known, TODAY)) == many
    with django_assert_num_queries(2):
        reads.lesson(1, known, TODAY)


def test_a_lesson_is_told_as_it_stood_by_the_day():
    for number in ("9", "277", "278"):
        writes.record_project(project=project(number), by="a.patel", at=AT)
    record(lesson(should_apply_to=("project/277", "project/278")))
    record(use())
    known = audit.number_at()

    assert reads.lesson(1, known, TODAY).wanting == ("project/278",)
    assert reads.lesson(1, known, date(2026, 2, 1)).wanting == ("project/277", "project/278")
    assert reads.lessons(known, date(2026, 1, 4)) == []
    with pytest.raises(reads.UnknownRecord, match="There is no lesson 1"):
        reads.lesson(1, known, date(2026, 1, 4))
    offered = reads.lessons_for(reads.project("278", known), known, TODAY)
    assert [(one.why, one.use) for one in offered] == [(LessonWhy.NAMED, None)]


def test_what_needs_a_person_is_said_once_with_its_owner(infra, board):
    record(transition(body="OSMB", judged_on=(day("2026-09-07"), day("2026-11-30"))))
    record(evidence())
    record(judgement(on="2026-09-07"))
    record(evidence(on="2026-09-20"))
    record(hand_over(due="2026-08-31"))
    for number in ("9", "278"):
        writes.record_project(project=project(number), by="a.patel", at=AT)
    record(lesson(should_apply_to=("project/278",)))

    known = audit.number_at()

    found = gravest_first([*outcomes.attention(TODAY, known), *lessons.attention(TODAY, known)])

    assert [(one.reference, one.gravity.name, one.why) for one in found] == [
        ("transition/INFRA/hand-over/277", "SERIOUS",
         "It was due on 31 August 2026, 42 days ago"),
        ("transition/INFRA", "SERIOUS", "The look was due on 7 September 2026, 35 days ago"),
        ("lesson/1", "CONCERN",
         "Not applied to 278 Document store migration, 280 days after it was learned"),
        ("outcome/INFRA/2", "CONCERN",
         "No evidence for it or against it, 194 days after the change"),
        ("transition/INFRA", "NOTE", "It is not in the work programme of OSMB"),
        ("outcome/INFRA/1", "NOTE",
         "Evidence has come or gone since it was judged on 7 September 2026"),
    ]  # fmt: skip


if SEEDS:

    @pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
    def test_the_ten_vision_statements_are_ten_outcomes(seed):
        lines = seed.read_text("utf-8").splitlines()
        stated = {}
        for line in lines:
            number, dot, text = line.partition(". ")
            if dot and number.isdigit():
                stated[int(number)] = text.strip()
            elif line.startswith("  ") and stated:
                stated[max(stated)] += f" {line.strip()}"
        record(
            transition(
                code="BTLS",
                title="ICT services",
                from_whom="BTLS",
                to_whom="Lancashire County Council",
                on=day("2021-03-31"),
            )
        )
        for text in stated.values():
            record(outcome(transition="BTLS", text=text, owner="Chief Digital Officer"))

        found = reads.transition("BTLS", audit.number_at(), day("2021-10-01"))

        assert [one.outcome.number for one in found.outcomes] == list(range(1, 11))
        assert found.count(OutcomeState.NO_EVIDENCE) == 10
        assert (
            found.outcomes[6].outcome.text
            == "Have no licensing liabilities (under licenced software)"
        )
        assert found.outcomes[8].outcome.text == "Have the management structure to run the service"

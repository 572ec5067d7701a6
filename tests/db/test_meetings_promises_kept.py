"""Commitments, questions and wants as the database keeps them, each change with its event."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from factories.promise_facts import commitment, day, in_words, question
from factories.stored_promises import (
    AT,
    CANCELLED,
    HELD,
    made,
    promised,
    stored_board,
    stored_meeting,
    taken,
)
from scrutable.audit import reads as audit
from scrutable.meetings import facts, models, reads, writes
from scrutable.meetings.facts import CommitmentState as State
from scrutable.meetings.facts import Keeping
from scrutable.meetings.rules.promises import counts, due_of, state_of

pytestmark = pytest.mark.django_db
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being negotiated"
)


@pytest.fixture(autouse=True)
def board():
    stored_board()


def known():
    return audit.number_at()


def test_a_commitment_is_numbered_within_its_year_and_read_back_whole():
    first = made(consultees=("Chair",), condition="subject to budget", contract="")
    second = made(made_on=date(2025, 12, 31), made_in="")
    third = made()

    assert [first.code, second.code, third.code] == ["2026-001", "2025-001", "2026-002"]
    assert first == commitment(
        number=1, consultees=("Chair",), condition="subject to budget", version=first.version
    )
    assert reads.commitments(known()) == [second, first, third]


def test_its_event_says_what_was_made():
    told = made()

    event = audit.event(told.version)

    assert (event.verb, event.subject, event.by) == (
        "commitment_made",
        "commitment/2026-001",
        "a.clerk",
    )
    assert event.after["text"] == "Bring a report on the service desk"
    assert event.after["due_to"] == "2026-09-30"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"text": " "}, "Enter what was promised."),
        ({"made_on": date(2026, 10, 13)}, "13 October 2026 has not come yet."),
        ({"due": facts.Due(words="", first=None, last=date(2026, 6, 24))},
         "It is due by 24 June 2026, before it was made."),
        ({"body": "AUDIT"}, "AUDIT"),
        ({"made_in": "OSMB-2026-01-01"}, "OSMB-2026-01-01"),
        ({"due_meeting": "OSMB-2027-01-01"}, "OSMB-2027-01-01"),
        ({"contract": "CSS"}, "There is no contract CSS."),
    ],
)  # fmt: skip
def test_an_unfit_commitment_is_refused_and_nothing_is_kept(given, said):
    before = known()

    with pytest.raises(Exception, match=said):
        made(**given)

    assert known() == before
    assert not models.Commitment.objects.exists()


def test_every_fault_of_a_commitment_is_said_at_once():
    with pytest.raises(writes.UnfitCommitment) as refused:
        made(text="", made_on=date(2026, 10, 13))

    assert str(refused.value) == (
        "Enter what was promised. 13 October 2026 has not come yet. Give the day it was made on. "
        "It is due by 30 September 2026, before it was made. Give a later day."
    )


def test_a_number_that_is_taken_is_refused():
    made()

    with pytest.raises(writes.UnfitCommitment, match="There is a commitment 2026-001 already"):
        made(number=1)


def test_steps_are_added_and_earlier_numbers_still_say_what_they_said():
    told = made()
    before = known()

    answered = taken(told.code, "answered", "9-20", words="Appended", paper="edition/CSS-2026-4")

    assert [step.kind for step in answered.steps] == [facts.StepKind.ANSWERED]
    assert answered.version == known() > told.version
    assert reads.commitment(told.code, before) == told
    assert state_of(reads.commitment(told.code, known()), day("10-12")) is State.ANSWERED


def test_the_whole_life_of_a_commitment_is_its_history():
    code = made().code
    for kind, on, given in (
        ("chased", "9-1", {}),
        ("extended", "9-20", {"words": "Late figures", "due": facts.Due(
            words="", first=day("10-5"), last=day("10-5"))}),
        ("reassigned", "9-21", {"owner": "Head of IT"}),
        ("answered", "10-2", {"words": "Here it is"}),
        ("closure_proposed", "10-3", {}),
        ("reopened", "10-4", {"words": "Not what was asked"}),
        ("closed_unagreed", "10-5", {"words": "Overtaken"}),
        ("closed", "10-6", {"words": "Agreed after all", "agreed_in": "OSMB-2026-09-24"}),
    ):  # fmt: skip
        found = taken(code, kind, on, **given)

    assert [step.kind.value for step in found.steps] == [
        "chased", "extended", "reassigned", "answered", "closure_proposed", "reopened",
        "closed_unagreed", "closed",
    ]  # fmt: skip
    assert state_of(found, day("10-6")) is State.CLOSED
    assert models.CommitmentStep.objects.count() == 8


def test_only_a_meeting_that_was_held_closes():
    code = made().code
    taken(code, "answered", "9-20", words="Appended")

    with pytest.raises(writes.IllegalStep, match="26 November 2026 has not been held"):
        taken(code, "closed", "10-1", agreed_in="OSMB-2026-11-26")
    with pytest.raises(reads.UnknownMeeting):
        taken(code, "closed", "10-1", agreed_in="OSMB-2026-12-31")

    assert len(taken(code, "closed", "9-24", agreed_in="OSMB-2026-09-24").steps) == 2


def test_a_refused_step_leaves_no_event():
    code = made().code
    before = known()

    with pytest.raises(writes.IllegalStep, match="Enter the reason"):
        taken(code, "extended", "9-20")
    with pytest.raises(reads.UnknownCommitment, match="There is no commitment 2026-900"):
        taken("2026-900", "chased", "9-20")

    assert known() == before


def test_neither_a_commitment_nor_a_step_can_be_edited_or_removed():
    taken(made().code, "chased", "10-1")

    for rows in (models.Commitment.objects, models.CommitmentStep.objects):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(owner="Nobody")
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.all().delete()


def test_the_next_meeting_becomes_a_day_when_the_calendar_knows_it():
    code = made(due=in_words("next meeting")).code
    then = known()

    assert due_of(reads.commitment(code, then)).last == day("9-24")
    stored_meeting("9-24", state=CANCELLED)
    assert due_of(reads.commitment(code, known())).last == day("11-26")
    stored_meeting("10-22")
    assert due_of(reads.commitment(code, known())).last == day("10-22")
    assert due_of(reads.commitment(code, then)).last == day("9-24")


def test_a_commitment_may_be_put_off_to_a_meeting():
    code = made().code

    found = taken(code, "deferred", "9-20", words="No report yet", due_meeting="OSMB-2026-11-26")

    assert due_of(found).last == day("11-26")
    with pytest.raises(reads.UnknownMeeting):
        taken(code, "deferred", "9-20", words="x", due_meeting="OSMB-2027-01-28")


def test_commitments_of_a_body_and_of_a_contract():
    stored_meeting("7-1", body="CABINET", state=HELD)
    made()
    other = made(body="CABINET", made_in="CABINET-2026-07-01", made_on=day("7-1"))

    assert reads.commitments(known(), body="CABINET") == [other]
    assert len(reads.commitments(known(), contract="CSS")) == 2


def test_exempt_words_are_read_only_where_they_are_asked_for():
    code = made(text="Renegotiate the price", closure=EXEMPT, condition="below £2m").code
    taken(code, "answered", "9-20", words="£1.9m was agreed")

    hidden, whole = reads.commitment(code, known()), reads.commitment(code, known(), closed=True)

    assert (hidden.text, hidden.condition, hidden.steps[0].words) == ("", "", "")
    assert hidden.said == "Exempt matter, not shown here"
    assert (whole.text, whole.steps[0].words) == ("Renegotiate the price", "£1.9m was agreed")
    assert reads.commitments(known()) == [hidden]
    assert reads.commitments(known(), closed=True) == [whole]
    said = " ".join(str(event.after) for event in audit.events(subject=whole.reference))
    assert "Renegotiate" not in said
    assert "£" not in said


def test_reads_ask_the_same_few_queries_of_many_as_of_one(django_assert_num_queries):
    code = made().code
    with django_assert_num_queries(3):
        reads.commitments(10_000)
    for _ in range(20):
        taken(made().code, "chased", "10-1")

    with django_assert_num_queries(3):
        found = reads.commitments(10_000)
    with django_assert_num_queries(3):
        reads.commitment(code, 10_000)

    assert len(found) == 21
    assert counts(found, day("10-12"))[Keeping.FORGOTTEN] == 21


@pytest.mark.parametrize("code", ["", "2026", "2026-", "x-1", "2026-0014567", "２０２６-1"])
def test_what_is_no_code_is_unknown(code):
    with pytest.raises(reads.UnknownCommitment):
        reads.commitment(code, known())


def test_a_question_is_numbered_within_its_meeting_and_then_answered():
    first = writes.ask_question(question=question(0), by="a.clerk", at=AT)
    second = writes.ask_question(question=question(0, to=""), by="a.clerk", at=AT)

    told = facts.Question(
        meeting=first.meeting, number=1, item="", asked_by="", text="",
        answer="112 calls", answered_by="Head of IT", answered_on=day("7-3"),
    )  # fmt: skip
    answered = writes.answer_question(answered=told, by="a.patel", at=AT)

    assert (first.number, second.number) == (1, 2)
    assert answered.text == "How many calls were abandoned?"
    assert reads.question("OSMB-2026-06-25", 1, known()) == answered
    assert reads.questions(first.version) == [first]
    assert reads.questions(known(), body="OSMB") == [answered, second]
    assert reads.questions(known(), body="CABINET") == []
    assert reads.questions(known(), meeting="OSMB-2026-09-24") == []


def test_a_question_that_is_put_right_keeps_its_answer():
    writes.ask_question(question=question(0), by="a.clerk", at=AT)
    told = question(1, answer="112 calls", answered_by="Head of IT", answered_on=day("7-3"))
    answered = writes.answer_question(answered=told, by="a.patel", at=AT)

    again = writes.ask_question(
        question=question(1, text="How many calls were lost?"), by="a.clerk", at=AT
    )

    assert again == replace(answered, text="How many calls were lost?", version=again.version)
    assert reads.questions(known()) == [again]
    with pytest.raises(reads.UnknownQuestion):
        writes.ask_question(question=question(9), by="a.clerk", at=AT)


def test_an_answer_may_promise_something_and_both_are_kept_or_neither():
    asked = writes.ask_question(question=question(0), by="a.clerk", at=AT)
    told = question(1, answer="112 calls", answered_by="Head of IT", answered_on=day("7-3"))

    answered = writes.answer_question(answered=told, promise=promised(), by="a.patel", at=AT)

    made_of_it = reads.commitment(answered.commitment, known())
    assert made_of_it.source_reference == asked.reference
    before = known()
    with pytest.raises(writes.UnfitQuestion, match="Enter the answer"):
        writes.answer_question(
            answered=question(1, answered_by="Head of IT"), promise=promised(), by="a.patel", at=AT
        )
    assert known() == before
    assert len(reads.commitments(known())) == 1


def test_an_unfit_question_or_answer_is_refused_with_every_fault():
    with pytest.raises(writes.UnfitQuestion) as refused:
        writes.ask_question(question=question(0, asked_by="", text=" "), by="a.clerk", at=AT)
    assert str(refused.value) == "Enter who asked. Enter what was asked."
    with pytest.raises(reads.UnknownMeeting):
        writes.ask_question(question=question(0, meeting="OSMB-2020-01-01"), by="a.clerk", at=AT)
    with pytest.raises(reads.UnknownQuestion):
        writes.answer_question(answered=question(7, answer="x"), by="a.patel", at=AT)

    writes.ask_question(question=question(0), by="a.clerk", at=AT)
    for on, said in (
        (day("6-24"), "It was asked on 25 June 2026. Give that day or a later one."),
        (day("10-13"), "13 October 2026 has not come yet. Give the day of the answer."),
    ):
        told = question(1, answer="112", answered_by="Head of IT", answered_on=on)
        with pytest.raises(writes.UnfitQuestion) as refused:
            writes.answer_question(answered=told, by="a.patel", at=AT)
        assert str(refused.value) == said


def wanted(**given):
    told = {
        "body": "OSMB",
        "number": 0,
        "words": "Every service credit, and where it was spent",
        "section": "credits",
        "report_kind": "contract-performance",
        "from_on": day("6-25"),
        "asked_in": "OSMB-2026-06-25",
    }
    return facts.Wanted(**told | given)


def test_what_a_body_wants_holds_until_it_says_otherwise():
    writes.want(wanted=wanted(), by="a.clerk", at=AT)
    second = writes.want(wanted=wanted(section="changes", report_kind=""), by="a.clerk", at=AT)

    ended = writes.end_want(
        body="OSMB", number=1, until_on=day("9-24"), ended_in="OSMB-2026-09-24", by="a.clerk", at=AT
    )

    assert (ended.number, ended.until_on, ended.ended_in) == (1, day("9-24"), "OSMB-2026-09-24")
    assert reads.wanted(known(), body="OSMB", on=day("9-24")) == [ended, second]
    assert reads.wanted(known(), body="OSMB", on=day("9-25")) == [second]
    assert reads.wanted(known(), on=day("6-24")) == []
    assert reads.wanted(known(), body="CABINET") == []


def test_a_want_that_is_put_right_keeps_its_end():
    writes.want(wanted=wanted(), by="a.clerk", at=AT)
    ended = writes.end_want(
        body="OSMB", number=1, until_on=day("9-24"), ended_in="OSMB-2026-09-24", by="a.clerk", at=AT
    )

    again = writes.want(wanted=wanted(number=1, words="Every credit"), by="a.clerk", at=AT)

    assert again == replace(ended, words="Every credit", version=again.version)
    with pytest.raises(reads.UnknownWant):
        writes.want(wanted=wanted(number=2), by="a.clerk", at=AT)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"until_on": day("6-24")}, "It is wanted from 25 June 2026. Give a last day after it."),
        ({"words": " "}, "Enter what the body asked to be told."),
        ({"section": "Service credits"}, "“Service credits” is no section."),
        ({"asked_in": ""}, "Name the meeting of OSMB that agreed it."),
        ({"body": "CABINET"}, "OSMB-2026-06-25 is a meeting of OSMB. Name one of CABINET."),
    ],
)
def test_an_unfit_want_is_refused(given, said):
    with pytest.raises(writes.UnfitWant, match=said):
        writes.want(wanted=wanted(**given), by="a.clerk", at=AT)


def test_a_want_ends_no_earlier_than_it_began():
    writes.want(wanted=wanted(), by="a.clerk", at=AT)

    with pytest.raises(writes.UnfitWant, match="It is wanted from 25 June 2026"):
        writes.end_want(
            body="OSMB", number=1, until_on=day("6-24"), ended_in="OSMB-2026-09-24",
            by="a.clerk", at=AT,
        )  # fmt: skip
    with pytest.raises(reads.UnknownWant):
        writes.end_want(
            body="OSMB", number=2, until_on=day("9-24"), ended_in="OSMB-2026-09-24",
            by="a.clerk", at=AT,
        )  # fmt: skip

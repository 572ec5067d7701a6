"""What a program sends that no page would: refused in words, and nothing kept of it."""

import json
from datetime import date

import pytest

from scrutable.access.models import Person
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.meetings import facts, reads, writes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("westmere")]

MEETING, DECIDED = "OSMB-2026-09-17", "EXEC-2026-10-06"
RECORD = {
    "decided_on": "2026-10-06",
    "maker": "EXEC",
    "text": "That it be bought.",
    "reasons": "It is needed.",
    "none_considered": True,
    "no_interests": True,
    "no_dispensations": True,
}
QUESTION = {"meeting": MEETING, "asked_by": "Councillor Osei", "text": "Why?", "to": "Head of IT"}


@pytest.fixture
def send(client):
    client.force_login(Person.objects.get(username="a.clerk"))
    return lambda path, sent: client.post(f"/api/{path}", json.dumps(sent), "application/json")


@pytest.mark.parametrize(
    "item", ["foo", "item/x", f"item/{MEETING}/abc", "a/b/c/d", f"item/{MEETING}/99", "item//1"]
)
@pytest.mark.parametrize(
    ("path", "sent"), [("decisions/I088001/record", RECORD), ("questions", QUESTION)]
)
def test_an_item_that_is_none_is_not_there(path, sent, item, send):
    before = number_at()

    assert send(path, sent | {"item": item}).status_code == 404
    assert number_at() == before


def test_a_decision_is_made_under_an_item_of_its_meeting(send):
    other = send(
        "decisions/I088001/record", RECORD | {"meeting": DECIDED, "item": f"item/{MEETING}/1"}
    )

    assert other.status_code == 422
    assert "is not on the agenda of EXEC-2026-10-06" in other.json()["detail"]


def test_a_decision_is_not_made_under_an_item_that_was_withdrawn(send):
    item = facts.AgendaItem(meeting=DECIDED, number=0, printed="9", title="Put off", withdrawn=True)
    kept = writes.put_item(item=item, by="a.clerk", at=clock.now())

    answer = send("decisions/I088001/record", RECORD | {"meeting": DECIDED, "item": kept.reference})

    assert answer.status_code == 422
    assert "was withdrawn from the agenda" in answer.json()["detail"]


def test_a_meeting_does_not_become_another_bodys(send):
    answer = send("meetings", {"code": MEETING, "body": "EXEC", "on": "2026-09-17"})

    assert answer.status_code == 422
    assert f"{MEETING} is a meeting of OSMB, not of EXEC" in answer.json()["detail"]
    assert reads.meeting(MEETING, number_at()).body == "OSMB"


def test_a_program_answers_a_question(send):
    number = send("questions", QUESTION).json()["number"]
    said = {"answer": "Because.", "answered_by": "Head of IT", "answered_on": "2026-10-01"}

    answer = send(f"questions/{MEETING}/{number}/answer", said)

    assert answer.status_code == 200
    assert reads.question(MEETING, number, number_at()).answer == "Because."


@pytest.mark.parametrize("day", [0, "0", 1_760_227_200, "1760227200", "-0", True, 1.5])
def test_a_number_is_no_day(day, send):
    answer = send("meetings", {"body": "OSMB", "on": day})

    assert answer.status_code == 422


def test_a_promise_out_of_closed_matter_is_closed():
    exempt = facts.Closure(
        openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are at stake."
    )
    who = {"by": "a.clerk", "at": clock.now()}
    item = writes.put_item(
        item=facts.AgendaItem(
            meeting=MEETING, number=0, printed="9", title="Prices", closure=exempt
        ),
        **who,
    )
    asked = writes.ask_question(
        question=facts.Question(**QUESTION | {"number": 0, "item": item.reference}), **who
    )
    answered = facts.Question(
        **QUESTION
        | {"number": asked.number, "item": "", "answer": "Soon.", "answered_by": "Head of IT"}
    )
    promise = facts.Commitment(
        year=2026,
        number=0,
        body="OSMB",
        text="Tell the price",
        kind=facts.OutcomeKind.ACTION,
        source=facts.CommitmentSource.QUESTION,
        source_reference=asked.reference,
        made_in=MEETING,
        made_on=date(2026, 10, 12),
        owner="Head of IT",
    )

    kept = writes.answer_question(answered=answered, promise=promise, **who)

    assert reads.commitment(kept.commitment, number_at()).closure == exempt

"""What councillors say is kept, and the log holds nothing of it; places are never given twice."""

from datetime import UTC, date, datetime

import pytest

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.councillors import reads, writes
from scrutable.councillors.facts import (
    Confidence,
    Councillor,
    Helped,
    KitFault,
    KitKind,
    KitOpinion,
    Liking,
    Session,
    SkillArea,
    SkillsSaid,
    Trouble,
)
from scrutable.records.writes import UnfitRecord, record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
TODAY = date(2026, 10, 12)
MARK = "planted-words"


@pytest.fixture
def councillors():
    since = date(2025, 5, 5)
    return [
        writes.record_councillor(
            councillor=Councillor(number=0, name="", person="", since=since), by="x", at=AT
        ).number
        for _ in range(6)
    ]


@pytest.fixture
def skill():
    return record(of=SkillArea(code="MAIL", title="E-mail", asks="I can"), by="a.clerk", at=AT)


def session(on=date(2026, 10, 20), places=2):
    made = Session(
        number=0, title="Mail", skills=("MAIL",), on=on, minutes=30, by="Trainer", places=places
    )
    return record(of=made, by="a.clerk", at=AT).number


def said(councillor, level=Confidence.NOT_YET):
    return SkillsSaid(
        councillor=councillor, on=TODAY, confidence=(("MAIL", level),), wants=("MAIL",)
    )


def last():
    return Event.objects.order_by("-number").first()


def test_a_form_is_kept_and_the_log_says_that_one_was(councillors, skill):
    writes.say_skills(said=said(1), by="c.osei", at=AT)

    assert last().subject == "councillors/skills"
    assert last().body == '{"after":{},"before":{}}'
    assert reads.skills_said(1, number_at()).wants == ("MAIL",)
    assert reads.skills_said(2, number_at()) is None


def test_a_form_that_names_another_skill_is_refused(councillors, skill):
    other = SkillsSaid(councillor=1, on=TODAY, confidence=(("NONE", Confidence.ALONE),))

    with pytest.raises(UnfitRecord, match="a skill that is not asked"):
        writes.say_skills(said=other, by="c.osei", at=AT)


def test_totals_are_read_in_as_many_queries_however_many_answered(
    councillors, skill, django_assert_num_queries
):
    for one in councillors:
        writes.say_skills(said=said(one), by="x", at=AT)
    known = number_at()

    with django_assert_num_queries(5):
        found = reads.cover(known, TODAY)
    assert (found.councillors, found.answered) == (6, 5)
    assert found.lines[0].counts == (5, 0, 0, 0)


def test_places_are_booked_until_they_are_gone_and_given_back(councillors, skill):
    number = session(places=1)
    writes.book(session=number, councillor=1, by="c.osei", at=AT)
    assert (last().subject, last().body) == ("councillors/sessions", '{"after":{},"before":{}}')

    with pytest.raises(UnfitRecord, match="booked already"):
        writes.book(session=number, councillor=1, by="c.osei", at=AT)
    with pytest.raises(UnfitRecord, match="Every place is taken"):
        writes.book(session=number, councillor=2, by="x", at=AT)
    writes.give_back(session=number, councillor=1, by="c.osei", at=AT)
    writes.book(session=number, councillor=2, by="x", at=AT)
    with pytest.raises(UnfitRecord, match="No place is booked"):
        writes.give_back(session=number, councillor=1, by="c.osei", at=AT)


def test_nothing_is_booked_of_what_is_over_and_nobody_came_to_what_is_to_come(councillors, skill):
    over, to_come = session(date(2026, 10, 11)), session(date(2026, 10, 13))

    with pytest.raises(UnfitRecord, match="No place can be booked any more"):
        writes.book(session=over, councillor=1, by="x", at=AT)
    with pytest.raises(UnfitRecord, match="The session is to come"):
        writes.record_attendance(session=to_come, came={1: True}, by="a.clerk", at=AT)


def test_three_months_later_those_who_came_are_asked_once(councillors, skill):
    number = session(date(2026, 7, 13))
    writes.record_attendance(session=number, came={1: True, 2: False}, by="a.clerk", at=AT)
    assert "1" not in last().body

    assert reads.to_be_asked(number_at(), date(2026, 10, 11)) == []
    assert [one.councillor for one in writes.note_asked(by="a.clerk", at=AT)] == [1]
    assert writes.note_asked(by="a.clerk", at=AT) == []
    writes.say_helped(session=number, councillor=1, helped=Helped.MUCH, by="c.osei", at=AT)
    assert reads.to_be_asked(number_at(), TODAY) == []
    with pytest.raises(UnfitRecord, match="Nobody recorded that you came"):
        writes.say_helped(session=number, councillor=2, helped=Helped.NOT, by="x", at=AT)


def test_a_fault_and_an_opinion_say_nothing_in_the_log(councillors):
    fault = KitFault(number=0, councillor=1, trouble=Trouble.MAIL, raised_on=TODAY, words=MARK)
    done = writes.raise_fault(fault=fault, by="c.osei", at=AT)
    opinion = KitOpinion(councillor=1, kind=KitKind.TABLET, liking=Liking.DISLIKES, on=TODAY)
    writes.say_of_kit(said=opinion, by="c.osei", at=AT)

    assert done.reference == "kit-fault/1"
    bodies = "".join(Event.objects.values_list("body", flat=True))
    assert MARK not in bodies
    assert "dislikes" not in bodies


def test_attention_asks_for_sessions_paper_and_faults_and_names_nobody(councillors, skill):
    for one in councillors:
        writes.say_skills(said=said(one), by="x", at=AT)
    over = session(date(2026, 7, 6))
    writes.record_attendance(session=over, came={1: True}, by="a.clerk", at=AT)
    old = datetime(2026, 10, 12, 9, tzinfo=UTC)
    for number in (1, 2):
        fault = KitFault(
            number=0, councillor=number, trouble=Trouble.MAIL, raised_on=date(2026, 10, 1)
        )
        writes.raise_fault(fault=fault, by="x", at=old)

    found = {one.reference: one.what for one in reads.attention(TODAY, number_at())}

    assert found == {
        "skill/MAIL": "E-mail: no session to come",
        f"session/{over}": "Mail: ask whether it helped",
        "kit-fault/1": "2 faults of councillors’ kit are open",
    }


def test_the_printers_file_twice_changes_nothing(councillors):
    content = b"Body,Month,Pages\nOSMB,2026-09,12\n"

    assert writes.load_pages(content=content, name="a.csv", by="a.clerk", at=AT) == 1
    before = number_at()
    assert writes.load_pages(content=content, name="b.csv", by="a.clerk", at=AT) == 0
    assert number_at() == before
    with pytest.raises(UnfitRecord, match="is no month"):
        writes.load_pages(
            content=b"Body,Month,Pages\nOSMB,2026-08,12\nOSMB,x,12\n",
            name="c.csv",
            by="a.clerk",
            at=AT,
        )
    assert number_at() == before

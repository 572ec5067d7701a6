"""Bodies, meetings, agendas, attendance and programmes kept, read as known, refused in words."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import (
    AgendaItem,
    Attendance,
    Body,
    BodyKind,
    Closure,
    Meeting,
    MeetingState,
    Openness,
    Presence,
    ProgrammeEntry,
    Purpose,
)

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
BY = {"by": "a.clerk", "at": AT}
EXEMPT = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are at stake.")


@pytest.fixture
def board():
    board = Body(code="OSMB", name="Overview and Scrutiny Board", kind=BodyKind.SCRUTINY)
    return writes.record_body(body=board, **BY)


@pytest.fixture
def september(board):
    return writes.record_meeting(
        meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 24), time="10:00"), **BY
    )


def known():
    return number_at()


def test_a_body_is_kept_and_read_as_it_was_known(board):
    renamed = Body(
        code="OSMB",
        name="Overview and Scrutiny Management Board",
        kind=BodyKind.SCRUTINY,
        chair="Councillor Osei",
        members=("Councillor Osei", "Councillor Reeve"),
    )
    later = writes.record_body(body=renamed, **BY)

    assert reads.body("OSMB", board.version).name == "Overview and Scrutiny Board"
    assert reads.body("OSMB", later.version) == later
    assert [one.code for one in reads.bodies(known())] == ["OSMB"]
    event = Event.objects.get(number=later.version)
    assert (event.verb, event.subject, event.by) == ("body_recorded", "body/OSMB", "a.clerk")


def test_a_body_without_code_and_name_is_refused_with_both_faults():
    with pytest.raises(writes.UnfitMeeting) as refused:
        writes.record_body(body=Body(code="osmb!", name=" ", kind=BodyKind.COUNCIL), **BY)

    assert str(refused.value) == (
        "Code: “osmb!” is no code. Use capitals and digits, such as OSMB.\n"
        "Name: It is empty. Enter the body’s name."
    )
    assert not Event.objects.exists()


def test_a_second_meeting_on_a_day_has_a_letter_and_a_moved_one_keeps_its_code(september):
    second = writes.record_meeting(
        meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 24), time="14:00"), **BY
    )
    moved = Meeting(code=september.code, body="OSMB", on=date(2026, 9, 25), time="10:00")
    writes.record_meeting(meeting=moved, **BY)

    assert (september.code, second.code) == ("OSMB-2026-09-24", "OSMB-2026-09-24b")
    assert [one.code for one in reads.meetings(known(), body="OSMB")] == [
        "OSMB-2026-09-24b",
        "OSMB-2026-09-24",
    ]
    third = writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 24)), **BY)
    assert third.code == "OSMB-2026-09-24c"


def test_meetings_of_a_span_and_the_next_one_leave_out_what_is_cancelled(september):
    november = Meeting(code="", body="OSMB", on=date(2026, 11, 26), state=MeetingState.CANCELLED)
    january = Meeting(code="", body="OSMB", on=date(2027, 1, 28))
    for meeting in (november, january):
        writes.record_meeting(meeting=meeting, **BY)

    in_autumn = reads.meetings(known(), first=date(2026, 9, 24), last=date(2026, 11, 26))

    assert [one.code for one in in_autumn] == ["OSMB-2026-09-24", "OSMB-2026-11-26"]
    assert reads.next_meeting("OSMB", date(2026, 9, 24), known()).code == "OSMB-2027-01-28"
    assert reads.next_meeting("OSMB", date(2026, 9, 23), known()).code == "OSMB-2026-09-24"
    assert reads.next_meeting("OSMB", date(2027, 1, 28), known()) is None


@pytest.mark.parametrize(
    ("meeting", "fault"),
    [
        ({"time": "10.30am"}, "Time: “10.30am” is no time. Write it as 10:00."),
        (
            {"on": date(2026, 9, 2), "state": MeetingState.HELD},
            "State: 2 September 2026 has not come yet. Record it as held afterwards.",
        ),
        (
            {"agenda_published_on": date(2026, 9, 2)},
            "Agenda published: 2 September 2026 has not come yet. Enter it afterwards.",
        ),
        (
            {"on": date(2026, 8, 3), "minutes_published_on": date(2026, 8, 2)},
            "Minutes published: It is before 3 August 2026. Enter the day of publication.",
        ),
        (
            {"private_noticed_on": date(2026, 9, 1)},
            "Private meeting: No reason is given. Enter why it is to be private.",
        ),
        ({"code": "x y"}, "Code: “x y” is no code. Leave it out: it is made."),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(board, meeting, fault):
    given = {"code": "", "body": "OSMB", "on": date(2026, 9, 24)} | meeting
    with pytest.raises(writes.UnfitMeeting) as refused:
        writes.record_meeting(meeting=Meeting(**given), **BY)

    assert str(refused.value) == fault
    assert reads.meetings(known()) == []


def test_a_meeting_of_nobody_or_of_somebody_alone_is_refused(board):
    with pytest.raises(reads.UnknownBody, match="There is no body EXEC"):
        writes.record_meeting(meeting=Meeting(code="", body="EXEC", on=AT.date()), **BY)
    officer = Body(code="DOF", name="Director of Finance", kind=BodyKind.OFFICER)
    writes.record_body(body=officer, **BY)
    with pytest.raises(writes.UnfitMeeting, match="Director of Finance decides alone"):
        writes.record_meeting(meeting=Meeting(code="", body="DOF", on=AT.date()), **BY)


def test_a_body_that_ended_meets_no_more(board):
    ended = Body(code="OSMB", name=board.name, kind=BodyKind.SCRUTINY, ended_on=date(2026, 9, 23))
    writes.record_body(body=ended, **BY)

    writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 23)), **BY)
    with pytest.raises(writes.UnfitMeeting, match="ended on 23 September 2026"):
        writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 24)), **BY)


def item(**given):
    return AgendaItem(
        **{
            "meeting": "OSMB-2026-09-24",
            "number": 0,
            "printed": "5.",
            "title": "IT performance",
            "text": "Words of the item.",
        }
        | given
    )


def test_items_stand_in_order_and_the_text_of_closed_ones_is_left_out(september):
    first = writes.put_item(item=item(), **BY)
    second = writes.put_item(item=item(printed="6.", title="Prices", closure=EXEMPT), **BY)
    third = writes.put_item(
        item=item(printed="7.", title="Advice", closure=Closure(openness=Openness.CONFIDENTIAL)),
        **BY,
    )

    found = reads.items("OSMB-2026-09-24", known())

    assert [(one.number, one.title, one.text) for one in found] == [
        (1, "IT performance", "Words of the item."),
        (2, "Prices", ""),
        (3, "Advice", ""),
    ]
    assert reads.item("OSMB-2026-09-24", 2, known()).text == ""
    assert reads.items("OSMB-2026-09-24", known(), closed=True) == [first, second, third]
    assert reads.item("OSMB-2026-09-24", 2, known(), closed=True).closure == EXEMPT
    assert reads.items_of(["OSMB-2026-09-24"], known())["OSMB-2026-09-24"][1].text == ""


def test_a_changed_item_keeps_its_number_and_an_unknown_one_is_refused(september):
    kept = writes.put_item(item=item(paper="edition/CSS-2026-3"), **BY)
    changed = writes.put_item(item=item(number=1, paper="edition/CSS-2026-3", title="IT"), **BY)

    assert reads.item("OSMB-2026-09-24", 1, kept.version).title == "IT performance"
    assert reads.items_with("edition/CSS-2026-3", known()) == [changed]
    with pytest.raises(reads.UnknownItem, match="OSMB-2026-09-24 has no item 2"):
        writes.put_item(item=item(number=2), **BY)
    with pytest.raises(reads.UnknownMeeting, match="There is no meeting X-2026-01-01"):
        writes.put_item(item=item(meeting="X-2026-01-01"), **BY)


def test_an_item_added_too_late_needs_the_chairs_reason(september):
    in_time = writes.put_item(item=item(added_on=date(2026, 9, 16)), **BY)
    with pytest.raises(writes.UnfitMeeting) as refused:
        writes.put_item(item=item(added_on=date(2026, 9, 17)), **BY)

    assert in_time.number == 1
    assert str(refused.value) == (
        "Item 5.: It was added on 17 September 2026; between then and 24 September 2026 lie 4 "
        "clear days, counted in working days, and 5 are needed. Enter the special circumstances "
        "for which the chair takes it as urgent, to stand in the minutes (s.100B(4)(b)), or put "
        "it to the next meeting."
    )
    late = item(added_on=date(2026, 9, 17), late_reason="The supplier failed on the 16th.")
    assert writes.put_item(item=late, **BY).number == 2


def test_who_came_is_read_as_last_recorded_with_interests(september):
    came = Attendance(
        meeting="OSMB-2026-09-24",
        name="Councillor Osei",
        capacity="Chair",
        presence=Presence.APOLOGIES,
    )
    writes.record_attendance(attendance=came, **BY)
    there = Attendance(
        meeting="OSMB-2026-09-24",
        name="Councillor Osei",
        capacity="Chair",
        presence=Presence.REMOTE,
        interest="Works for the supplier’s parent firm.",
    )
    kept = writes.record_attendance(attendance=there, **BY)

    assert reads.attendances("OSMB-2026-09-24", known()) == [kept]
    nobody = Attendance(meeting="OSMB-2026-09-24", name="", capacity=" ", presence=Presence.PRESENT)
    with pytest.raises(writes.UnfitMeeting) as refused:
        writes.record_attendance(attendance=nobody, **BY)
    assert len(refused.value.faults) == 2


def test_a_programme_keeps_entries_and_what_took_them(september):
    entry = ProgrammeEntry(
        body="OSMB",
        number=0,
        title="Overview of IT",
        purpose=Purpose.OVERVIEW,
        owner="Head of IT",
        due_meeting="OSMB-2026-09-24",
        every_months=6,
    )
    kept = writes.put_programme_entry(entry=entry, **BY)
    writes.put_item(item=item(), **BY)
    taken = writes.take_programme_entry(body="OSMB", number=1, item="item/OSMB-2026-09-24/1", **BY)

    assert kept.number == 1
    assert taken.taken_in == ("item/OSMB-2026-09-24/1",)
    assert reads.programme("OSMB", known()) == [taken]
    with pytest.raises(reads.UnknownEntry, match="has no entry 2"):
        writes.take_programme_entry(body="OSMB", number=2, item="item/OSMB-2026-09-24/1", **BY)
    with pytest.raises(reads.UnknownItem):
        writes.take_programme_entry(body="OSMB", number=1, item="item/OSMB-2026-09-24/9", **BY)


def test_an_entry_without_owner_or_with_an_odd_rhythm_is_refused(board):
    odd = ProgrammeEntry(
        body="OSMB", number=0, title="", purpose=Purpose.OTHER, owner="", every_months=0
    )
    with pytest.raises(writes.UnfitMeeting) as refused:
        writes.put_programme_entry(entry=odd, **BY)

    assert [fault.place for fault in refused.value.faults] == ["Title", "Owner", "Rhythm"]


def test_a_calendar_of_many_meetings_is_read_in_one_query(board):
    for month in range(1, 13):
        writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2027, month, 14)), **BY)
    number = known()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        found = reads.meetings(number)

    assert len(found) == 12
    assert len(asked) == 1

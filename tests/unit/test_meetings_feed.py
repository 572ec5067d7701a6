from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from scrutable.meetings.facts.modern_gov import (
    ServedAttendee,
    ServedCommittee,
    ServedDocument,
    ServedItem,
    ServedMeeting,
    ServedVisit,
)
from scrutable.meetings.intake.modern_gov import committees_of, meeting_of, visits_of
from scrutable.meetings.presenters.feed import (
    committees_xml,
    meeting_xml,
    visits_by_date_xml,
    visits_xml,
)
from scrutable.meetings.rules.served import as_html

BOARD = ServedCommittee(id=3, title="Overview & Scrutiny Board", category="Scrutiny")
MEETING = ServedMeeting(
    id=7,
    on=date(2026, 9, 24),
    time="14:00",
    place="County Hall",
    status="Confirmed",
    agenda_published=True,
    minutes_published=True,
    items=(
        ServedItem(
            id=21,
            printed="5.",
            title="Performance & credits",
            text="<p>To receive a report.</p>",
            minutes="<p>RESOLVED</p><p>That A &amp; B be noted.</p>",
            decision="<p>noted</p>",
            is_decision=True,
            documents=(ServedDocument(title="Report", url="/reports/CSS-2026-1/files/pdf/"),),
        ),
        ServedItem(id=22, printed="6.", title="Prices", is_restricted=True),
    ),
    attendees=(ServedAttendee(name="Councillor Osei", role="Chair", attendance="Present"),),
)
words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=60).map(
    lambda text: " ".join(text.replace("&", "and").split())
)


def test_what_is_served_is_read_back_as_it_was():
    assert meeting_of(meeting_xml(MEETING)) == MEETING
    assert committees_of(committees_xml([BOARD])) == [BOARD]


def test_visits_are_read_back_with_their_committee():
    visit = ServedVisit(id=7, committee=3, on=date(2026, 9, 24), time="09:30", status="Cancelled")
    other = ServedVisit(id=8, committee=4, on=date(2026, 9, 25))

    assert visits_of(visits_xml([BOARD], [visit, other])) == [visit]
    assert b"<meetingid>8</meetingid>" in visits_by_date_xml([visit, other])


@given(words, words)
def test_whatever_a_title_or_a_minute_says_comes_back(title, text):
    item = ServedItem(id=1, printed="1", title=title, minutes=as_html(text))
    served = ServedMeeting(id=1, on=date(2026, 1, 2), items=(item,))

    read = meeting_of(meeting_xml(served))

    assert read.items[0].minutes == as_html(text)
    assert "<" in title or read.items[0].title == title


def test_bodies_are_encoded_twice_as_modern_gov_does():
    assert b"&amp;lt;p&amp;gt;RESOLVED&amp;lt;/p&amp;gt;" in meeting_xml(MEETING)


def test_marks_that_xml_cannot_hold_are_left_out():
    served = ServedMeeting(id=1, on=date(2026, 1, 2), place="Hall\x00\x0b 2")

    assert b"<meetinglocation>Hall 2</meetinglocation>" in meeting_xml(served)

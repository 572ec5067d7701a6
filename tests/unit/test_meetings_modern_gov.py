from datetime import date
from html import escape

import pytest

from scrutable.meetings.facts.modern_gov import (
    ServedAttendee,
    ServedCommittee,
    ServedDocument,
    ServedVisit,
)
from scrutable.meetings.intake.modern_gov import (
    committees_of,
    decoded,
    is_modern_gov,
    meeting_of,
    visits_of,
)

COMMITTEES = b"""<?xml version="1.0" encoding="utf-8"?>
<committees><committeescount>2</committeescount>
<committee><committeeid>137</committeeid>
<committeetitle>Overview &amp;amp; Scrutiny Board</committeetitle>
<committeecategory>Scrutiny</committeecategory><committeedeleted>False</committeedeleted>
<committeeexpired>False</committeeexpired></committee>
<committee><committeeid>9</committeeid><committeetitle>Old Panel</committeetitle>
<committeecategory/><committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired></committee>
</committees>"""
VISITS = b"""<getmeetings><meetingscount>2</meetingscount><committee><committeeid>137</committeeid>
<committeetitle>Board</committeetitle><committeemeetings>
<meeting><meetingid>5361</meetingid><meetingdate>20/12/2018</meetingdate></meeting>
<meeting><meetingid>5362</meetingid><meetingdate>31/01/2019 00:00:00</meetingdate></meeting>
</committeemeetings></committee></getmeetings>"""


def item(number=10, *, title="Performance", **said):
    """Return one item of the service, its bodies encoded twice as the service does it."""
    flags = {"isrestricted": "False", "isdisplayallowed": "True", "isdecision": "False"}
    flags |= {"isdecisionpublished": "True", "isminutepublished": "True"}
    flags |= {name: value for name, value in said.items() if name in flags}
    bodies = {name: value for name, value in said.items() if name not in flags}
    return (
        f"<agendaitem><agendaitemid>{number}</agendaitemid>"
        f"<fulldisplaynumberformat>{number}.</fulldisplaynumberformat>"
        f"<agendaitemtitle>{escape(escape(title))}</agendaitemtitle>"
        + "".join(f"<{name}>{value}</{name}>" for name, value in flags.items())
        + "".join(f"<{name}>{escape(escape(text))}</{name}>" for name, text in bodies.items())
        + "<linkeddocuments><linkeddoc><title>Report</title><url>/s1/report.pdf</url>"
        "<isrestricted>False</isrestricted></linkeddoc><linkeddoc><title>Prices</title>"
        "<url>/s2/prices.pdf</url><isrestricted>True</isrestricted></linkeddoc></linkeddocuments>"
        "</agendaitem>"
    )


def meeting(*items, status="Confirmed", day="20/12/2018", time="10.00 am"):
    return (
        f"<meeting><meetingid>5361</meetingid><meetingdate>{day}</meetingdate>"
        f"<meetingtime>{time}</meetingtime><meetingstatus>{status}</meetingstatus>"
        "<meetinglocation>Committee Room One</meetinglocation><agendapublished>True"
        "</agendapublished><minutepublished>True</minutepublished>"
        '<attendees><attendee name="Councillor A Example" roledescription="Chairman" '
        'attendance="Present"><url>/mgUserInfo.aspx?UID=1</url></attendee></attendees>'
        f"<agendaitems>{''.join(items)}</agendaitems></meeting>"
    ).encode()


def test_committees_are_read_with_those_that_are_gone():
    assert committees_of(COMMITTEES) == [
        ServedCommittee(id=137, title="Overview & Scrutiny Board", category="Scrutiny"),
        ServedCommittee(id=9, title="Old Panel", is_gone=True),
    ]


def test_visits_are_read_with_their_committee():
    assert visits_of(VISITS) == [
        ServedVisit(id=5361, committee=137, on=date(2018, 12, 20)),
        ServedVisit(id=5362, committee=137, on=date(2019, 1, 31)),
    ]


def test_a_meeting_is_read_with_bodies_that_were_encoded_twice():
    read = meeting_of(
        meeting(item(minutesnonemptyhtmlbody="<p>RESOLVED that it be noted &amp; filed</p>"))
    )

    assert (read.id, read.on, read.time) == (5361, date(2018, 12, 20), "10:00")
    assert read.place == "Committee Room One"
    assert read.attendees == (
        ServedAttendee(name="Councillor A Example", role="Chairman", attendance="Present"),
    )
    assert read.items[0].minutes == "<p>RESOLVED that it be noted &amp; filed</p>"
    assert read.items[0].documents == (
        ServedDocument(title="Report", url="/s1/report.pdf"),
        ServedDocument(title="", url="", is_restricted=True),
    )


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ({"isrestricted": "True"}, "Contract prices"),
        ({"isdisplayallowed": "False"}, ""),
        ({"isrestricted": "True", "isdisplayallowed": "False"}, ""),
    ],
)
def test_no_text_of_a_restricted_item_comes_through(said, title):
    secret = "MARK-7781"

    read = meeting_of(
        meeting(
            item(
                title="Contract prices",
                agendatext=secret,
                minutesnonemptyhtmlbody=f"<p>{secret}</p>",
                decisionnonemptyhtmlbody=secret,
                **said,
            )
        )
    )

    assert read.items[0].is_restricted
    assert read.items[0].title == title
    assert secret not in repr(read)


@pytest.mark.parametrize(
    ("flag", "field"), [("isminutepublished", "minutes"), ("isdecisionpublished", "decision")]
)
def test_what_is_not_published_yet_is_left_out(flag, field):
    bodies = {"minutesnonemptyhtmlbody": "<p>m</p>", "decisionnonemptyhtmlbody": "<p>d</p>"}

    read = meeting_of(meeting(item(**bodies, **{flag: "False"})))

    assert getattr(read.items[0], field) == ""


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("10.00 am", "10:00"),
        ("12.30 pm", "12:30"),
        ("12.05 a.m.", "00:05"),
        ("7:15 PM", "19:15"),
        ("after tea", "after tea"),
        ("25.00 pm", "25.00 pm"),
    ],
)
def test_times(said, expected):
    assert meeting_of(meeting(time=said)).time == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>plain</p>", "<p>plain</p>"),
        ("&lt;p&gt;once&lt;/p&gt;", "<p>once</p>"),
        ("&amp;lt;p&amp;gt;twice&amp;lt;/p&amp;gt;", "<p>twice</p>"),
        ("no markup &amp; none", "no markup &amp; none"),
        ("", ""),
    ],
)
def test_decoded(text, expected):
    assert decoded(text) == expected


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "This is not XML"),
        (b"<html><body>Server Error", "This is not XML"),
        (b"\x00\x01\x02", "This is not XML"),
        (b"<committees/>", "There is no meeting in the XML"),
        (
            b'<!DOCTYPE m [<!ENTITY a "b">]><meeting>&a;</meeting>',
            "The XML declares entities, which no modern.gov service does",
        ),
        (b"<meeting><meetingid>x</meetingid></meeting>", "Its meetingid is “x”"),
        (
            b"<meeting><meetingid>1</meetingid><meetingdate>31/02/2019</meetingdate></meeting>",
            "Its meetingdate is “31/02/2019”, which is no day",
        ),
    ],
)
def test_what_is_no_meeting_is_said_in_words(content, fault):
    (error,) = meeting_of(content)

    assert error.fault.startswith(fault)
    assert error.remedy


def test_every_fault_is_told_at_once():
    broken = item().replace("<agendaitemid>10<", "<agendaitemid>ten<")

    errors = meeting_of(meeting(broken, broken, day="99/99/2018"))

    assert len(errors) == 3


def test_what_is_too_large_is_refused_unread(monkeypatch):
    monkeypatch.setattr("scrutable.meetings.intake.modern_gov.MOST_BYTES", 10)

    (error,) = committees_of(COMMITTEES)

    assert error.remedy == "ask for fewer meetings at a time"


def test_is_modern_gov():
    assert is_modern_gov(meeting(item()))
    assert not is_modern_gov(b"<html><agendaitem></html>"[:6])
    assert not is_modern_gov(b"RESOLVED that <meetingid> be noted")

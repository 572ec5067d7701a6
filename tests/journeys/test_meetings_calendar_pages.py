"""Democratic services by page: set up, plan, decide, call in; and who sees what is closed."""

from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from scrutable.audit.reads import number_at
from scrutable.meetings import reads

pytestmark = pytest.mark.django_db
SECRET = "The supplier asks for £311 an hour"
BODY = {"code": "OSMB", "name": "Overview and Scrutiny Board", "kind": "scrutiny"}
EXECUTIVE = {"code": "EXEC", "name": "The Executive", "kind": "executive"}
MEETING = {"body": "OSMB", "on": "2026-09-24", "time": "10:00", "state": "planned"}
ITEM = {"printed": "5.", "title": "IT performance", "purpose": "other", "openness": "open"}
CLOSED_ITEM = {
    "printed": "6.",
    "title": "Prices",
    "purpose": "other",
    "text": SECRET,
    "openness": "exempt",
    "paragraphs": ["3"],
    "public_interest": "Prices are at stake.",
}
PLAN = {
    "code": "I017909",
    "matter": "Extension of the contract for IT",
    "maker": "EXEC",
    "window_from": "2026-07-01",
    "window_to": "2026-07-01",
    "owner": "Director of Finance",
    "value_pounds": "£2,800,000",
    "key_grounds": ["money"],
    "documents": "Report of the Director of Finance",
    "copies_at": "County Offices",
    "requests_to": "Democratic Services",
    "noticed_on": "2026-06-02",
    "route": "notice",
    "openness": "open",
}
RECORD = {
    "decided_on": "2026-07-01",
    "maker": "EXEC",
    "text": "That the contract be extended.",
    "result": "as_recommended",
    "reasons": "Continuity.",
    "none_considered": "on",
    "no_interests": "on",
    "no_dispensations": "on",
    "published_on": "2026-07-02",
    "openness": "open",
}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 9, 1, 9, tzinfo=UTC), tick=False)


@pytest.fixture
def desk(client, clerk):
    """Have the clerk at the desk, with a body and a meeting."""
    client.force_login(clerk)
    sent(client, "/bodies/new/", BODY)
    sent(client, "/meetings/new/", MEETING)
    return client


def sent(client, address, given):
    answer = client.post(address, given, follow=True)
    assert answer.status_code == 200, answer.text
    assert answer.redirect_chain
    assert not answer.redirect_chain[-1][0].startswith("/account/")
    return answer.text


@pytest.fixture
def on_day(desk, clerk, time_machine):
    """Go to another day of September, and sign in again as one would."""

    def go(day):
        time_machine.move_to(datetime(2026, 9, day, 9, tzinfo=UTC), tick=False)
        desk.force_login(clerk)

    return go


def refused(client, address, given):
    answer = client.post(address, given)
    assert answer.status_code == 422
    return answer.text


def test_the_calendar_says_what_is_due_next_and_when(desk):
    page = desk.get("/meetings/").text

    assert "Overview and Scrutiny Board meets next, on 24 September 2026" in page
    assert "By 16 September 2026" in page
    assert "In 23 days" in page
    assert "Nothing is in the work programme yet." in page


def test_with_nothing_each_page_says_what_would_be_here(client, clerk):
    client.force_login(clerk)

    assert "No meeting is coming" in client.get("/meetings/").text
    assert "No body is recorded yet." in client.get("/bodies/").text
    assert "No decision is planned" in client.get("/decisions/").text
    assert client.get("/meetings/new/").url == "/bodies/new/"


def test_a_meeting_shows_what_is_owed_and_what_is_amiss(desk, on_day):
    page = desk.get("/meetings/OSMB-2026-09-24/").text
    on_day(17)
    late = desk.get("/meetings/OSMB-2026-09-24/").text

    assert "Next is due by 16 September 2026" in page
    assert "R v Swansea City Council ex p Elitestone" in page
    assert "What is amiss" not in page
    assert "1 thing is amiss." in late
    assert "It was due by 16 September 2026 and is not recorded as done." in late
    assert desk.get("/meetings/").text.count("One notice of coming meetings is overdue") == 2
    changed = MEETING | {"agenda_published_on": "2026-09-17"}
    page = sent(desk, "/meetings/OSMB-2026-09-24/change/", changed)
    assert "It was due by 16 September 2026 and was done on 17 September 2026." in page


def test_a_private_meeting_without_its_notices_shows_as_a_fault(desk):
    sent(desk, "/bodies/new/", EXECUTIVE)
    sent(desk, "/meetings/new/", MEETING | {"body": "EXEC"})
    before = desk.get("/meetings/EXEC-2026-09-24/").text
    page = sent(desk, "/meetings/EXEC-2026-09-24/items/new/", CLOSED_ITEM)

    assert "What is amiss" not in before
    assert "Publish notice of the intention to meet in private, with reasons." in page
    assert "It was due by 26 August 2026 and is not recorded as done." in page
    assert "have scrutiny’s chair agree that meeting in private is urgent" in page
    noticed = {"private_reason": "Prices.", "private_noticed_on": "2026-08-26"}
    changed = MEETING | {"body": "EXEC"} | noticed
    page = sent(desk, "/meetings/EXEC-2026-09-24/change/", changed)
    assert "What is amiss" not in page
    found = reads.deadlines_of_meeting("EXEC-2026-09-24", number_at(), date(2026, 9, 1))
    assert [(one.rule, one.by) for one in found] == [
        ("EA5-PRIVATE1", date(2026, 8, 26)),
        ("EA5-PRIVATE2", date(2026, 9, 16)),
        ("EA6-PUBLIC", date(2026, 9, 16)),
    ]


@pytest.mark.parametrize(
    ("viewer", "sees"),
    [
        ("clerk", True),
        ("officer", True),
        ("scrutiny_officer", True),
        ("auditor", True),
        ("member", False),
    ],
)
def test_the_text_of_an_exempt_item_is_shown_only_to_who_may_see_it(desk, request, viewer, sees):
    sent(desk, "/meetings/OSMB-2026-09-24/items/new/", CLOSED_ITEM)
    if viewer != "clerk":
        desk.force_login(request.getfixturevalue(viewer))

    page = desk.get("/meetings/OSMB-2026-09-24/items/1/").text
    everywhere = [
        *(
            desk.get(at).text
            for at in ("/meetings/", "/meetings/OSMB-2026-09-24/", "/bodies/OSMB/")
        ),
        desk.get("/meetings/calendar.ics").content.decode(),
    ]

    assert (SECRET in page) == sees
    assert ("Not for publication" in page) == (not sees)
    assert "Paragraph 3 of Part 1 of Schedule 12A" in page
    assert not any(SECRET in each for each in everywhere)


def test_an_exempt_item_needs_paragraph_and_reason_and_an_open_one_neither(desk):
    at = "/meetings/OSMB-2026-09-24/items/new/"

    bare = refused(desk, at, ITEM | {"openness": "exempt"})
    odd = refused(desk, at, ITEM | {"paragraphs": ["3"]})

    assert "Select the paragraph under which it is exempt" in bare
    assert "Enter why exemption outweighs disclosure" in bare
    assert "Leave this empty: only exempt matter has it" in odd


def test_an_item_changed_keeps_its_closed_text(desk):
    sent(desk, "/meetings/OSMB-2026-09-24/items/new/", CLOSED_ITEM)
    assert SECRET in desk.get("/meetings/OSMB-2026-09-24/items/1/change/").text

    sent(desk, "/meetings/OSMB-2026-09-24/items/1/change/", CLOSED_ITEM | {"withdrawn": "on"})

    kept = reads.item("OSMB-2026-09-24", 1, number_at(), closed=True)
    assert (kept.text, kept.withdrawn) == (SECRET, True)
    assert "Withdrawn" in desk.get("/meetings/OSMB-2026-09-24/").text


def test_an_item_added_after_the_agenda_asks_for_the_chairs_reason(desk, on_day):
    published = MEETING | {"agenda_published_on": "2026-09-01"}
    sent(desk, "/meetings/OSMB-2026-09-24/change/", published)
    on_day(21)
    at = "/meetings/OSMB-2026-09-24/items/new/"
    assert 'value="21"' in desk.get(at).text
    late = ITEM | {"added_on": "2026-09-21"}

    page = refused(desk, at, late)

    assert "lie 2 clear days, counted in working days, and 5 are needed." in page
    page = sent(desk, at, late | {"late_reason": "The supplier failed."})
    assert "Added late: The supplier failed." in page


def test_the_programme_comes_round_again(desk):
    sent(desk, "/meetings/new/", MEETING | {"on": "2027-03-25"})
    entry = {
        "title": "Overview of IT",
        "purpose": "overview",
        "owner": "Head of IT",
        "due_meeting": "OSMB-2026-09-24",
        "every_months": "6",
    }
    page = sent(desk, "/bodies/OSMB/programme/new/", entry)
    assert "Every 6 months" in page
    assert "24 September 2026" in page
    sent(desk, "/meetings/OSMB-2026-09-24/items/new/", ITEM | {"purpose": "overview"})
    page = sent(desk, "/meetings/OSMB-2026-09-24/items/1/taken/", {"entry": "1"})

    assert "25 March 2027" in page
    dropped = entry | {"dropped_because": "The board has ended."}
    page = sent(desk, "/bodies/OSMB/programme/1/", dropped)
    assert "The board has ended." in page
    assert reads.programme("OSMB", number_at())[0].taken_in == ("item/OSMB-2026-09-24/1",)


def test_attendance_is_taken_person_by_person(desk):
    came = {"name": "Councillor Osei", "capacity": "Chair", "presence": "present"}
    page = sent(desk, "/meetings/OSMB-2026-09-24/attendance/", came)

    assert "Councillor Osei is recorded" in page
    assert "Councillor Osei" in desk.get("/meetings/OSMB-2026-09-24/").text


def test_bodies_are_changed_and_listed_with_their_next_meeting(desk):
    page = sent(desk, "/bodies/OSMB/change/", BODY | {"chair": "Councillor Osei"})
    listed = desk.get("/bodies/").text

    assert "Councillor Osei" in page
    assert "24 September 2026, 10:00" in listed
    assert "A body has this code already" in refused(desk, "/bodies/new/", BODY)
    assert "“osmb” is no code" in refused(desk, "/bodies/new/", BODY | {"code": "osmb"})


def test_a_decision_goes_from_plan_to_its_carrying_out_by_page(desk):
    sent(desk, "/bodies/new/", EXECUTIVE)
    early = refused(desk, "/decisions/plan/", PLAN | {"key_grounds": []})
    assert "£2,800,000 is at or above the council’s figure of £500,000." in early
    sent(desk, "/decisions/plan/", PLAN | {"noticed_on": ""})
    listed = desk.get("/decisions/").text
    assert "One decision is planned, one of them key and without notice" in listed
    unnoticed = refused(desk, "/decisions/I017909/record/", RECORD)
    assert "no notice of it was published" in unnoticed
    sent(desk, "/decisions/I017909/plan/", PLAN)
    assert "has this reference already" in refused(desk, "/decisions/plan/", PLAN)
    sent(desk, "/decisions/I017909/record/", RECORD)
    hasty = refused(desk, "/decisions/I017909/carried-out/", {"on": "2026-07-09"})
    assert "Carry it out on 10 July 2026 or later." in hasty
    sent(desk, "/decisions/I017909/carried-out/", {"on": "2026-07-10"})

    assert "Carried out" in desk.get("/decisions/?key=yes").text
    assert "Extension of the contract" not in desk.get("/decisions/?key=no").text


def test_a_call_in_is_asked_for_and_heard_by_page(desk):
    sent(desk, "/bodies/new/", EXECUTIVE)
    sent(desk, "/meetings/new/", MEETING | {"on": "2026-07-16"})
    sent(desk, "/decisions/plan/", PLAN)
    sent(desk, "/decisions/I017909/record/", RECORD)
    asked = {"asked_on": "2026-07-09", "asked_by": "A\nB\nC", "grounds": "Nobody was heard."}
    page = desk.get("/decisions/I017909/call-in/").text
    assert "It takes 4 members, until 9 July 2026." in page
    few = refused(desk, "/decisions/I017909/call-in/", asked)
    assert "3 members asked and 4 are needed" in few
    sent(desk, "/decisions/I017909/call-in/", asked | {"asked_by": "A\nB\nC\nD"})
    heard = {"heard_in": "OSMB-2026-07-16", "result": "no_action", "reasons": "Answered."}
    sent(desk, "/decisions/I017909/hearing/", heard)

    assert reads.call_in("I017909", number_at()).result == "no_action"


def test_the_feed_is_a_calendar_that_parses_back(desk):
    sent(desk, "/bodies/new/", EXECUTIVE)
    sent(desk, "/decisions/plan/", PLAN | {"window_from": "2026-12-01", "window_to": "2026-12-01"})
    answer = desk.get("/meetings/calendar.ics")
    events = Calendar.from_ical(answer.content).walk("VEVENT")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert [event["dtstart"].dt.isoformat() for event in events] == [
        "2026-09-24T10:00:00+01:00",
        "2026-09-16",
        "2026-11-02",
    ]
    assert str(events[0]["url"]) == "http://testserver/meetings/OSMB-2026-09-24/"


@pytest.mark.parametrize(
    "address",
    [
        "/meetings/OSMB-2026-09-25/",
        "/meetings/OSMB-2026-09-25/change/",
        "/meetings/OSMB-2026-09-24/items/1/",
        "/bodies/CC/",
        "/bodies/OSMB/programme/1/",
        "/decisions/I1/plan/",
        "/decisions/I1/record/",
        "/decisions/I1/call-in/",
        "/decisions/I1/hearing/",
        "/decisions/I1/carried-out/",
    ],
)
def test_what_is_not_recorded_is_not_there(desk, address):
    assert desk.get(address).status_code == 404


def test_attention_names_what_is_due_soon_and_what_was_missed(desk, on_day):
    on_day(17)
    sent(desk, "/bodies/new/", EXECUTIVE)
    sent(desk, "/decisions/plan/", PLAN)
    sent(desk, "/decisions/I017909/record/", RECORD | {"published_on": ""})

    found = reads.attending_deadlines(date(2026, 9, 17), number_at())

    assert [(one.reference, one.gravity, one.since) for one in found] == [
        ("meeting/OSMB-2026-09-24", 3, date(2026, 9, 16)),
        ("decision/I017909", 2, date(2026, 7, 1)),
    ]
    soon = reads.attending_deadlines(date(2026, 9, 6), number_at())
    assert [(one.gravity, one.due) for one in soon if one.reference.startswith("meeting")] == [
        (1, date(2026, 9, 16))
    ]
    quiet = reads.attending_deadlines(date(2026, 9, 5), number_at())
    assert [one for one in quiet if one.reference.startswith("meeting")] == []

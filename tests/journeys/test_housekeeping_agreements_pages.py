"""Agreements by page: added, renewed, run on, cured; the calendar; a register loaded."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from icalendar import Calendar

from factories import stored_agreements as told
from scrutable.audit.reads import number_at
from scrutable.housekeeping.facts.agreements import Agreement, Renewal
from scrutable.housekeeping.reads import agreements as reads
from scrutable.records.reads import every

pytestmark = pytest.mark.django_db
NEW = {
    "code": "HOST",
    "title": "Hosting of the website",
    "supplier": "supplier/clearwater-cloud",
    "owner": "Head of Digital",
    "contract": "",
    "yearly_pounds": "£120,000",
    "starts_on": "2022-06-15",
    "months": "60",
    "extensions": "12, 12",
    "notice_count": "6",
    "notice_unit": "months",
    "renews_itself_by": "",
    "approved_on": "2022-05-30",
    "approved_by": "The Executive",
    "decision": "I012345",
}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(datetime(2026, 10, 12, 9, tzinfo=UTC), tick=False)


@pytest.fixture
def desk(client, housekeeper):
    client.force_login(housekeeper)
    return client


@pytest.fixture
def reader(client, member):
    client.force_login(member)
    return client


def test_an_agreement_is_added_and_its_end_worked_out(desk):
    told.supplier()

    answer = desk.post("/estate/agreements/new/", NEW, follow=True)

    assert answer.redirect_chain == [("/estate/agreements/HOST/", 302)]
    assert "Hosting of the website ends on 14 June 2027" in answer.text
    assert "Unless its option of 12 months is taken up by 14 December 2026 it ends on 14 June" in (
        answer.text
    )
    (kept,) = every(Agreement, number_at())
    assert (kept.extensions, kept.notice_count) == ((12, 12), 6)


def test_an_agreement_is_changed_and_how_it_stood_is_kept(desk):
    (kept,) = told.stored(told.HOST)
    here = "/estate/agreements/HOST/change/"
    shown = desk.get(here)
    assert f'name="based_on" value="{kept.version}"' in shown.text
    changed = {**NEW, "closed_on": "2026-09-30", "based_on": str(kept.version)}

    answer = desk.post(here, changed, follow=True)

    assert "Hosting of the website is closed" in answer.text
    assert "It was last used on 30 September 2026." in answer.text
    again = desk.post(here, changed)
    assert again.status_code == 422
    assert "Somebody else has changed this agreement meanwhile" in again.text


def test_what_cannot_be_is_said_at_its_field(desk):
    told.supplier()
    odd = {**NEW, "extensions": "two", "months": "0", "approved_by": "", "title": ""}

    answer = desk.post("/estate/agreements/new/", odd)

    assert answer.status_code == 422
    for said in (
        "Enter the title",
        "Enter 1 or more",
        "Enter the months of each option, such as 12, 12",
    ):
        assert said in answer.text
    answer = desk.post("/estate/agreements/new/", {**NEW, "approved_by": ""})
    assert "Nobody is named who approved it; enter who did" in answer.text


def test_a_renewal_after_the_fact_is_shown_as_one(desk):
    told.stored(told.MAIL)
    renewal = {
        "months": "12",
        "agreed_on": "2024-05-12",
        "approved_on": "2024-05-12",
        "approved_by": "Director of Finance",
    }

    answer = desk.post("/estate/agreements/MAIL/renewals/new/", renewal, follow=True)

    assert "Approved late" in answer.text
    assert "Director of Finance, 12 May 2024: approved 41 days after it began" in answer.text
    assert [one.number for one in every(Renewal, number_at())] == [1]


def test_a_renewal_is_corrected(desk):
    *_, late = told.stored(told.MAIL, told.LATE)
    here = "/estate/agreements/MAIL/renewals/1/change/"
    form = {
        "months": "24",
        "agreed_on": "2024-05-12",
        "approved_on": "2024-05-12",
        "approved_by": "The Executive",
        "based_on": str(late.version),
    }

    answer = desk.post(here, form, follow=True)

    assert answer.redirect_chain == [("/estate/agreements/MAIL/", 302)]
    (kept,) = every(Renewal, number_at())
    assert (kept.months, kept.approved_by) == (24, "The Executive")


def test_cause_and_cure_are_recorded_and_the_recurrence_is_said_with_both_times(desk):
    told.stored(told.MAIL, told.LATE)
    page = desk.get("/estate/agreements/MAIL/")
    assert 'href="/estate/agreements/MAIL/ran-on/2024-04-01/"' in page.text
    cure = {"cause": "Nobody kept a calendar", "cure": "A calendar", "cured_on": "2024-09-01"}

    answer = desk.post("/estate/agreements/MAIL/ran-on/2024-04-01/", cure, follow=True)

    assert "Mail filtering runs on again without approval, for 560 days now" in answer.text
    assert (
        "It ran on twice, from 1 April 2024 and 1 April 2025, after it was said to be cured."
        in answer.text
    )
    assert desk.get("/estate/agreements/MAIL/ran-on/2024-04-02/").status_code == 404


def test_those_that_ran_on_stand_with_cause_cure_and_recurrence(reader):
    told.stored()

    page = reader.get("/estate/agreements/ran-on/")

    assert "One agreement ran on without approval, and did so again" in page.text
    assert "A register with an owner of each agreement" in page.text
    assert "1 agreement has begun to run on" not in page.text
    assert (
        "One agreement has begun to run on since 1 September 2024, when the last cure was done."
        in page.text
    )
    rows = reader.get("/estate/agreements/ran-on/?format=csv").content.decode("utf-8-sig")
    assert rows.splitlines()[1].startswith('Mail filtering; MAIL,"1 April 2025; Again; It ran on')


def test_nothing_ran_on_is_said_too(reader):
    told.stored(told.HOST, told.DESK)

    page = reader.get("/estate/agreements/ran-on/")

    assert "No agreement ran on without approval" in page.text
    assert "None has been used without approval." in page.text


def test_the_register_names_what_runs_on_and_what_waits_for_somebody(reader):
    told.stored()

    page = reader.get("/estate/agreements/")

    assert "One agreement runs on without approval" in page.text
    assert "Three are in use; two must be decided within 90 days." in page.text
    assert "£174,500.50" in page.text
    found = reader.get("/estate/agreements/?words=service+desk")
    assert "Service desk software" in found.text
    assert "Mail filtering" not in found.text


def test_the_register_answers_for_another_day_and_as_it_was_known(reader):
    told.stored(told.HOST, at=datetime(2026, 10, 1, 9, tzinfo=UTC))
    told.record(told.MAIL, at=datetime(2026, 10, 5, 9, tzinfo=UTC))

    before = reader.get("/estate/agreements/?known_at=2026-10-02")
    earlier = reader.get("/estate/agreements/MAIL/?as_at=2024-03-31")

    assert "Mail filtering" not in before.text
    assert "Mail filtering ends on 31 March 2024" in earlier.text


def test_twelve_months_stand_a_month_a_group(reader):
    told.stored()

    page = reader.get("/estate/agreements/calendar/")

    assert "Two last days for notice come in the next twelve months" in page.text
    assert "One ends and one renews itself; the first day is 14 December 2026." in page.text
    for month in ("October 2026", "November 2026", "October 2027"):
        assert month in page.text
    assert "Nothing comes up" in page.text


def test_the_same_days_are_a_file_for_calendar_programs(reader):
    told.stored()

    answer = reader.get("/estate/agreements/calendar.ics")
    again = reader.get("/estate/agreements/calendar.ics")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer.content == again.content
    events = list(Calendar.from_ical(answer.content).walk("VEVENT"))
    assert [(str(one["SUMMARY"]), one["DTSTART"].dt) for one in events] == [
        ("Last day for notice: Hosting of the website", date(2026, 12, 14)),
        ("Last day for notice: Service desk software", date(2026, 12, 31)),
        ("Renews itself: Service desk software", date(2027, 4, 1)),
        ("Ends: Hosting of the website", date(2027, 6, 14)),
    ]
    assert str(events[1]["DESCRIPTION"]) == (
        "It renews itself for 12 months. Agreement DESK with Clearwater Cloud. Owner: Service "
        "Desk Manager."
    )
    assert str(events[0]["URL"]) == "http://testserver/estate/agreements/HOST/"


def test_a_reader_sees_and_does_not_change(reader):
    told.stored()

    page = reader.get("/estate/agreements/HOST/")

    assert "/estate/agreements/HOST/change/" not in page.text
    for address in (
        "new/",
        "load/",
        "HOST/change/",
        "HOST/renewals/new/",
        "MAIL/renewals/1/change/",
        "MAIL/ran-on/2024-04-01/",
    ):
        assert reader.get(f"/estate/agreements/{address}").status_code == 403


def test_nothing_recorded_says_what_would_be_here(desk):
    page = desk.get("/estate/agreements/")

    assert "No agreement is recorded" in page.text
    assert desk.get("/estate/agreements/NONE/").status_code == 404
    assert desk.get("/estate/agreements/calendar/").status_code == 200
    assert desk.get("/estate/agreements/ran-on/").status_code == 200
    answer = desk.get("/estate/agreements/new/", follow=True)
    assert "Add the supplier first, then its agreements." in answer.text


def _file(text):
    return {"file": SimpleUploadedFile("register.csv", text.encode())}


def test_a_register_is_loaded_by_page_and_its_faults_are_named_with_their_cells(desk):
    told.supplier()
    head = "Reference,Title,Supplier,Start date,Term,Owner\n"

    bad = desk.post("/estate/agreements/load/", _file(f"{head}A1,Thing,Nobody,1/4/25,soon,IT\n"))
    good = desk.post(
        "/estate/agreements/load/",
        _file(f"{head}A1,Thing,Clearwater Cloud,01/04/2025,24,IT\n"),
        follow=True,
    )

    assert bad.status_code == 422
    assert "line 2, column C: There is no supplier “Nobody”" in bad.text
    assert "line 2, column E: “soon” is no number of months" in bad.text
    assert "1 row was new, 0 changed, 0 known already" in good.text
    assert reads.agreement("A1", number_at(), date(2026, 1, 1)).next.last == date(2027, 3, 31)


def test_a_hundred_and_more_agreements_page_and_stay_at_few_queries(
    desk, django_assert_max_num_queries
):
    told.supplier()
    head = "Reference,Title,Supplier,Start date,Term,Owner\n"
    rows = "".join(f"A{n},Thing {n},Clearwater Cloud,01/04/2025,24,IT\n" for n in range(150))
    desk.post("/estate/agreements/load/", _file(head + rows))

    with django_assert_max_num_queries(16):
        page = desk.get("/estate/agreements/")
    with django_assert_max_num_queries(16):
        calendar = desk.get("/estate/agreements/calendar/")

    assert "Rows 1 to 100 of 150" in page.text
    assert calendar.status_code == 200

"""The estate on its pages: sums, extracts with their refused rows, trends, initiatives."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from factories.estate_facts import accounts_file, staff_file
from scrutable.audit.reads import events, number_at
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import ExtractKind
from scrutable.housekeeping.views import extracts as views
from scrutable.work.reads import jobs

pytestmark = pytest.mark.django_db
TODAY = datetime(2026, 10, 2, 9, tzinfo=UTC)
DAY = date(2026, 9, 30)
BEFORE = date(2026, 8, 31)
BAD = (("E99", "", "Ann Nonym", "31/11/2026"),)


@pytest.fixture(autouse=True)
def today(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture
def owner(client, housekeeper):
    client.force_login(housekeeper)
    return client


def day_sent(name, day):
    return {f"{name}_0": day.day, f"{name}_1": day.month, f"{name}_2": day.year}


def sent(client, path, day=DAY, **more):
    with path.open("rb") as file:
        said = {"file": file, "kind": "", "mapping": "", **day_sent("as_at", day), **more}
        return client.post("/estate/extracts/take/", said, follow=True)


def reconciled(client, day=DAY):
    return client.post("/estate/extracts/reconcile/", day_sent("as_at", day), follow=True)


@pytest.fixture
def council(owner, tmp_path):
    """Two months of a council of six, one of whom has no account."""
    for day, left in ((BEFORE, 2), (DAY, 1)):
        sent(owner, staff_file(tmp_path / "staff.csv", left=2, bad=BAD), day)
        sent(owner, accounts_file(tmp_path / "accounts.csv", left=left), day)
        reconciled(owner, day)
    return owner


def test_before_anything_is_reconciled_the_page_says_how_to_begin(owner):
    page = owner.get("/estate/").text

    assert "Nothing of the estate is reconciled yet" in page
    assert "Take extracts of staff and accounts of the same day" in page


def test_the_estate_at_a_glance_is_a_sum_that_adds_up(council):
    page = council.get("/estate/").text

    assert "4 more accounts than people at work; 2 accounts belong to somebody who left" in page
    assert "Less those without an account" in page
    assert 'href="/estate/findings/?part=accounts&amp;fault=leaver_open"' in page
    assert "Staff as at 30 September 2026, taken 2 October 2026, 10:00am by b.khan" in page
    assert "Since 31 August 2026: 0 new, 0 back again, 0 fixed and 1 gone without a word." in page
    assert "The council wants them no older" not in page


def test_a_sum_that_is_too_old_carries_a_warning(council):
    page = council.get("/estate/?as_at=2026-12-01").text

    assert "Accounts are as at 30 September 2026, 62 days ago." in page


def test_the_estate_is_shown_as_at_an_earlier_day_and_as_a_file(council):
    page = council.get("/estate/?as_at=2026-09-01").text
    file = council.get("/estate/?table=accounts-sum&format=csv").content.decode("utf-8-sig")

    assert "5 more accounts than people at work" in page
    assert file.splitlines()[:3] == [
        "Line,Number,Wrong of these",
        "People at work,6,A count of people",
        "Less those without an account,-1,Not wrong in itself",
    ]


def test_an_extract_that_is_taken_leads_to_its_page_with_its_refused_rows(owner, tmp_path):
    answer = sent(owner, staff_file(tmp_path / "staff.csv", bad=BAD))

    assert answer.redirect_chain[-1][0] == "/estate/extracts/staff/2026-09-30/"
    assert "staff.csv is taken: 8 rows kept, 1 refused." in answer.text
    assert "1 of 9 rows was refused" in answer.text
    assert "the leaving date “31/11/2026” is no date" in answer.text
    assert "Ann Nonym" in answer.text
    assert "Leaving date" in answer.text


def test_every_look_at_refused_rows_is_in_the_log_without_names(owner, tmp_path):
    sent(owner, staff_file(tmp_path / "staff.csv", bad=BAD))

    looks = events(subject="extract/staff/2026-09-30")
    assert [one.verb for one in looks][:1] == ["refused_rows_seen"]
    assert "Ann" not in str([one.after for one in looks])


@pytest.mark.parametrize("who", ["officer", "member", "administrator"])
def test_who_does_not_see_to_findings_sees_no_refused_row(council, client, request, who):
    client.force_login(request.getfixturevalue(who))
    before = len(events(subject="extract/staff/2026-09-30"))

    page = client.get("/estate/extracts/staff/2026-09-30/").text

    assert "Refused rows may name people" in page
    assert "Ann Nonym" not in page
    assert "Take an extract" not in page
    assert len(events(subject="extract/staff/2026-09-30")) == before


def test_the_auditor_sees_refused_rows_and_may_take_nothing(council, client, auditor):
    client.force_login(auditor)

    assert "Ann Nonym" in client.get("/estate/extracts/staff/2026-09-30/").text
    assert client.get("/estate/extracts/take/").status_code == 403
    assert client.post("/estate/extracts/reconcile/").status_code == 403


def test_the_list_of_extracts_says_what_was_refused(council):
    page = council.get("/estate/extracts/").text

    assert "2 rows were refused, in two of four extracts" in page
    assert page.index("30 September 2026") < page.index("31 August 2026")


def test_an_extract_that_nobody_took_is_not_there(owner):
    for address in ("staff/2026-09-30", "people/2026-09-30", "staff/never"):
        assert owner.get(f"/estate/extracts/{address}/").status_code == 404


def test_a_file_that_cannot_be_read_is_refused_with_every_fault(owner, tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("nothing,of\nthe,kind\n", "utf-8")

    answer = sent(owner, path, kind="accounts")

    assert answer.status_code == 422
    assert "nothing was taken" in answer.text
    assert reads.extracts(number_at(), DAY) == []
    assert not list((tmp_path / "data" / "extracts").glob(".sent-*"))


def test_a_form_without_a_day_or_a_file_says_so(owner):
    answer = owner.post("/estate/extracts/take/", {"kind": "", "mapping": ""})

    assert answer.status_code == 422
    assert "Select the extract" in answer.text
    assert "Enter the day on which it was drawn" in answer.text


def test_a_large_extract_is_taken_by_the_worker(owner, tmp_path, monkeypatch):
    monkeypatch.setattr(views, "TAKEN_AT_ONCE", 10)

    answer = sent(owner, staff_file(tmp_path / "staff.csv", bad=BAD))

    job = jobs()[0]
    assert f"/jobs/{job.number}/" in answer.request["PATH_INFO"]
    assert job.outcome == "staff.csv is taken: 8 rows kept, 1 refused."
    assert job.link == "/estate/extracts/staff/2026-09-30/"
    assert not list((tmp_path / "data" / "extracts").glob(".sent-*"))


def test_the_worker_says_what_is_wrong_with_a_large_file(owner, tmp_path, monkeypatch):
    monkeypatch.setattr(views, "TAKEN_AT_ONCE", 1)
    path = tmp_path / "staff.csv"
    path.write_text("nothing,of\nthe,kind\n", "utf-8")

    sent(owner, path)

    assert jobs()[0].outcome.startswith("staff.csv was not taken: ")


def test_a_large_day_is_reconciled_by_the_worker(owner, tmp_path, monkeypatch):
    monkeypatch.setattr(views, "RECONCILED_AT_ONCE", 1)
    sent(owner, staff_file(tmp_path / "staff.csv"))
    sent(owner, accounts_file(tmp_path / "accounts.csv"))

    reconciled(owner)

    assert jobs()[0].outcome == "Reconciled as at 30 September 2026: accounts."
    assert jobs()[0].link == "/estate/"


def test_a_day_without_extracts_cannot_be_reconciled_nor_one_before_the_last(council):
    nothing = reconciled(council, date(2026, 9, 1))
    earlier = reconciled(council, BEFORE)

    assert (nothing.status_code, earlier.status_code) == (422, 422)
    assert "No extract of staff was taken for 1 September 2026" in nothing.text
    assert "were reconciled as at 30 September 2026 already" in earlier.text


def test_the_same_extract_again_takes_the_place_of_the_first(council, tmp_path):
    known = number_at()
    sent(council, staff_file(tmp_path / "staff.csv", at_work=7))

    then = reads.extract(ExtractKind.STAFF, DAY, known).extract
    now = reads.extract(ExtractKind.STAFF, DAY, number_at()).extract
    assert (then.rows, now.rows) == (9, 9)
    assert then.sha256 != now.sha256
    page = council.get("/estate/extracts/staff/2026-09-30/").text
    assert "All 9 rows were kept" in page
    assert "None yet: its day is not reconciled" in page


def test_trends_show_every_snapshot_as_picture_and_table(council):
    page = council.get("/estate/trends/").text
    file = council.get("/estate/trends/?table=lines&format=csv").content.decode("utf-8-sig")

    assert "2 findings of accounts, fewer than the 3 of 31 August 2026" in page
    assert "Accounts that ought not to be there" in page
    assert file.splitlines()[1].startswith("30 September 2026,6,5,")
    assert "No snapshot of devices is kept" in council.get("/estate/trends/?part=devices").text
    assert "findings of accounts" in council.get("/estate/trends/?part=odd").text


def test_trends_know_only_what_was_known(council):
    page = council.get("/estate/trends/?as_at=2026-09-01").text

    assert "3 findings of accounts in the one snapshot there is" in page


SAID = {
    "code": "ACC-1",
    "title": "Fewer leavers’ accounts",
    "part": "accounts",
    "counts": "line",
    "name": "accounts:line:leaver",
    "owner": "Head of IT",
    "baseline": "2",
    "target": "0",
    "each_pounds": "48.50",
    "priced_by": "contract/M365",
    **day_sent("baseline_on", BEFORE),
    **day_sent("due", date(2026, 12, 31)),
}


def recorded(client, address="/estate/initiatives/new/", **changed):
    return client.post(address, SAID | changed, follow=True)


def test_an_initiative_is_recorded_and_measured_by_the_snapshots(council):
    answer = recorded(council)

    assert answer.redirect_chain[-1][0] == "/estate/initiatives/ACC-1/"
    assert "On track: 1 on 30 September 2026, 50% of the way from 2 to 0." in answer.text
    assert "£48.50, by contract/M365" in answer.text
    listed = council.get("/estate/initiatives/").text
    assert "No initiative of 1 is behind" in listed
    assert "£48.50" in listed


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"title": ""}, "Enter the name"),
        ({"name": "devices:line:held"}, "Choose one that fits the part"),
        ({"name": "", "counts": "fault"}, "Choose one that fits the part"),
        ({"counts": "all"}, "Choose none"),
        ({"baseline": "1.5"}, "Enter it as a whole number"),
        ({"baseline": "3"}, "The snapshot as at 31 August 2026 says 2, not 3"),
        ({"target": "2"}, "The target is where it begins"),
        ({"priced_by": ""}, "Where the price is written is missing"),
        ({"code": "a b"}, "The code must be letters and digits"),
        ({"due_2": "2025"}, "It is due before it begins"),
    ],
)
def test_what_is_no_initiative_is_refused_at_its_field(council, changed, said):
    answer = recorded(council, **changed)

    assert answer.status_code == 422
    assert said in answer.text
    assert reads.initiatives(number_at(), DAY) == []


def test_an_initiative_is_changed_and_stopped_and_how_it_stood_is_kept(council):
    recorded(council)
    known = number_at()
    form = council.get("/estate/initiatives/ACC-1/change/").text
    assert 'value="accounts:line:leaver" selected' in form

    stopped = day_sent("stopped_on", DAY) | {"stopped_why": "Sold", "based_on": known}
    answer = recorded(council, "/estate/initiatives/ACC-1/change/", **stopped)

    assert "Stopped on 30 September 2026" in answer.text
    assert reads.initiative("ACC-1", known, DAY).initiative.stopped_on is None
    meanwhile = recorded(council, "/estate/initiatives/ACC-1/change/", based_on=known)
    assert meanwhile.status_code == 422


def test_without_a_snapshot_an_initiative_is_not_measured_and_says_so(owner):
    page = recorded(owner, name="accounts:line:shared", each_pounds="", priced_by="").text

    assert "Nothing is measured since 31 August 2026." in page
    assert "No snapshot since the baseline measures it" in page


def test_a_member_reads_initiatives_and_records_none(council, client, member):
    recorded(council)
    client.force_login(member)

    page = client.get("/estate/initiatives/").text
    assert "Fewer leavers’ accounts" in page
    assert "Record an initiative" not in page
    assert client.post("/estate/initiatives/new/", SAID).status_code == 403
    assert client.get("/estate/initiatives/none/").status_code == 404

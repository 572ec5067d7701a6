"""Systems, issues and the reassurance map by page: shown, recorded, refused, and not leaked."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factories.assurance_facts import ago
from factories.stored_assurance import DOOR, SECRETS, TAPE, stored_assurance
from scrutable.assurance.facts import Claim, CriticalSystem, Evidence, Issue, RecoveryTest
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.meetings import writes as meetings
from scrutable.records.reads import every, one

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
PAGES = (
    "/assurance/",
    "/assurance/claims/RESTORE/",
    "/assurance/systems/",
    "/assurance/systems/CARE/",
    "/assurance/services/",
    "/assurance/services/VISITS/",
    "/assurance/issues/",
    "/assurance/issues/1/",
    "/assurance/issues/2/",
    "/assurance/phases/",
)
NEW_ISSUE = {
    "source": "Peer review 2026",
    "found_on": "2026-10-01",
    "found_while": "looking into issue 1",
    "what": "Visitors' badges are not returned",
    "priority": "medium",
    "visibility": "open",
    "owner": "Head of Property",
    "due": "2026-12-31",
    "phase": "SAFE",
    "based_on": "0",
}


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(AT, tick=False)
    stored_assurance()


@pytest.fixture
def desk(client, cyber_lead):
    client.force_login(cyber_lead)
    return client


@pytest.fixture
def reader(client, member):
    client.force_login(member)
    return client


def now(kind, **key):
    return one(kind, number_at(), **key)


def test_every_page_says_its_finding(desk):
    said = {address: desk.get(address).text for address in PAGES}

    assert "1 of 3 claims is borne out by fresh evidence" in said["/assurance/"]
    assert "Three of three critical systems: recovery not proved" in said["/assurance/systems/"]
    assert "1 public service stops with it; 1 cannot wait" in said["/assurance/systems/CARE/"]
    assert "40 hours too long" in said["/assurance/systems/CARE/"]
    assert "One of two public services cannot wait" in said["/assurance/services/"]
    assert "Two of three open issues are overdue" in said["/assurance/issues/"]
    assert "Overdue by 60 days; its day was moved once." in said["/assurance/issues/1/"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("form", ["", "csv", "xlsx"])
def test_nothing_exempt_reaches_who_may_not_see_it(reader, address, form):
    tables = ("systems", "stops", "tests", "under", "issues", "ages", "history", "claims")
    for table in tables if form else ("",):
        answer = reader.get(address, {"format": form, "table": table} if form else {})
        content = answer.content
        if form == "xlsx" and not answer.headers["Content-Type"].startswith("text/html"):
            book = openpyxl.load_workbook(io.BytesIO(content))
            content = str([cell.value for sheet in book for row in sheet for cell in row]).encode()
        for secret in (*SECRETS, "Test failed"):
            assert secret.encode() not in content


def test_the_log_keeps_silent_about_what_is_exempt():
    said = " ".join(f"{one.subject} {one.body}" for one in Event.objects.all())

    assert not [secret for secret in (*SECRETS, "failed") if secret in said]
    assert "Leavers keep their accounts" in said


def test_who_sees_the_detail_sees_it(desk):
    care = desk.get("/assurance/systems/CARE/").text

    assert DOOR in care
    assert TAPE in care
    assert "Failed" in care
    assert "Everybody knows the word of the gate" in desk.get("/assurance/issues/2/").text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("state=still", [1, 2, 3]),
        ("state=closed", [4]),
        ("state=added", [4]),
        ("state=waiting", [3]),
        ("phase=SAFE", [1]),
        ("phase=-", [2, 3, 4]),
        ("owner=Head+of+HR", [3]),
        ("priority=low", [4]),
        ("source=nobody", []),
    ],
)
def test_the_list_is_filtered(desk, query, expected):
    rows = desk.get(f"/assurance/issues/?{query}&format=csv&table=issues").text.splitlines()[1:]

    assert sorted(int(row.lstrip('"').split(":")[0]) for row in rows) == expected


def test_an_issue_is_recorded_changed_and_its_history_kept(desk):
    answer = desk.post("/assurance/issues/new/", NEW_ISSUE, follow=True)
    assert answer.redirect_chain == [("/assurance/issues/5/", 302)]

    standing = now(Issue, number=5).version
    moved = NEW_ISSUE | {"due": "2027-01-31", "based_on": str(standing)}
    page = desk.post("/assurance/issues/5/change/", moved, follow=True).text

    assert "31 January 2027, first 31 December 2026" in page
    assert "Changed: due" in page
    stale = desk.post("/assurance/issues/5/change/", moved)
    assert stale.status_code == 422
    assert "Somebody else has changed this issue meanwhile" in stale.text


def test_what_cannot_be_said_of_an_issue_is_said_at_its_field(desk):
    wrong = NEW_ISSUE | {"due": "2026-09-01", "said_closed_on": "2026-10-13"}

    answer = desk.post("/assurance/issues/new/", wrong)

    assert answer.status_code == 422
    assert "It is due before it was found on 1 October 2026" in answer.text
    assert "There is no evidence of its closure" in answer.text
    assert "13 October 2026 is to come" in answer.text
    assert len(every(Issue, number_at())) == 4


ACCEPT = {"decision": "yes", "accepted_by": "Internal audit", "on": "2026-10-12"}


def accepting(client, **more):
    based_on = str(now(Issue, number=3).version)
    return client.post(
        "/assurance/issues/3/accept/", ACCEPT | {"based_on": based_on} | more, follow=True
    )


def test_another_than_the_owner_accepts_a_closure(client, finance_director):
    client.force_login(finance_director)

    assert "Closed" in accepting(client).text
    assert now(Issue, number=3).accepted_by == "Internal audit"


def test_a_closure_is_sent_back(desk):
    accepting(desk, decision="no", why="The list is of last year")

    found = now(Issue, number=3)
    assert (found.said_closed_on, found.progress) == (None, "The list is of last year")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"accepted_by": "Head of HR"}, "nobody accepts their own closure"),
        ({"accepted_by": ""}, "Enter who accepts it"),
        ({"on": ""}, "Enter when"),
        ({"decision": "no"}, "Enter why it is not accepted"),
        ({"on": "2026-10-13"}, "13 October 2026 is to come"),
    ],
)
def test_an_unfit_acceptance_is_refused(desk, more, expected):
    answer = accepting(desk, **more)

    assert expected in answer.text
    assert now(Issue, number=3).accepted_on is None


def test_the_holder_of_the_owning_post_neither_accepts_nor_records_it(client, cyber_lead, clerk):
    meetings.set_owner_address(owner="Head of HR", address=cyber_lead.email, by="a.clerk", at=AT)
    client.force_login(cyber_lead)
    assert "nobody decides on their own closure" in accepting(client).text

    client.force_login(clerk)
    answer = accepting(client, accepted_by="Kemi Adeyemi")
    assert "Kemi Adeyemi owns the issue (Head of HR)" in answer.text
    assert now(Issue, number=3).accepted_on is None


def test_progress_of_several_is_said_at_once_or_of_none(desk):
    address = "/assurance/issues/progress/?tick=1&tick=2"
    said = {"progress": "Looked at", "phase": "", "due": "2026-12-31"}

    assert desk.post(address, said, follow=True).redirect_chain == [("/assurance/issues/", 302)]
    found = {each.number: each for each in every(Issue, number_at())}
    assert {found[n].progress for n in (1, 2)} == {"Looked at"}
    assert {found[n].due for n in (1, 2)} == {date(2026, 12, 31)}
    assert found[1].phase == ""

    before = number_at()
    answer = desk.post(f"{address}&tick=4", said)
    assert "Issue 4: It is closed" in answer.text
    assert desk.post("/assurance/issues/progress/", said).status_code == 422
    assert number_at() == before


def test_systems_services_tests_claims_and_evidence_are_recorded(desk):
    pages = {
        "systems/new/": {"code": "PAY", "title": "Payroll", "stands_on": ["NET"]},
        "services/new/": {"code": "WAGES", "title": "Wages", "owner": "HR", "needs": ["PAY"]},
        "systems/PAY/tests/new/": {"on": "2026-10-01", "outcome": "passed", "hours": "3"},
        "claims/new/": {
            "code": "PAID", "text": "Staff are paid", "body": "OSMB", "owner": "HR",
            "shelf_days": "90", "wants": "1",
        },
        "claims/PAID/evidence/new/": {
            "what": "Paid", "on": "2026-10-01", "line": "1", "checked_by": "HR", "bears_out": "yes",
        },
        "phases/new/": {
            "code": "SOUND", "programme": "ICT", "title": "Sound", "begins_on": "2026-06-01",
            "ends_on": "2027-05-31",
        },
    }  # fmt: skip
    for address, said in pages.items():
        answer = desk.post(f"/assurance/{address}", said)
        assert answer.status_code == 302, (address, answer.text)

    assert now(CriticalSystem, code="PAY").owner == ""
    assert now(RecoveryTest, system="PAY", number=1).hours == 3
    assert now(Claim, code="PAID").shelf_days == 90
    assert now(Evidence, claim="PAID", number=1).bears_out is True


@pytest.mark.parametrize(
    ("address", "said", "expected"),
    [
        ("systems/new/", {"code": "a b", "title": ""}, "The code must be letters and digits"),
        ("services/new/", {"code": "X", "title": "X", "owner": "X"}, "Select the systems"),
        (
            "systems/NET/tests/new/",
            {"on": "2026-10-13", "outcome": "passed", "hours": "9"},
            "It took 9 hours, and the objective is 8",
        ),
        ("systems/NET/tests/new/", {"on": "2026-10-01", "outcome": "failed"}, "What was found is"),
        ("claims/new/", {"code": "X", "shelf_days": "0"}, "Enter 1 or more"),
        ("claims/RESTORE/evidence/new/", {"on": "2026-10-13"}, "Select who checked"),
    ],
)
def test_what_is_wanting_is_said(desk, address, said, expected):
    answer = desk.post(f"/assurance/{address}", said)

    assert answer.status_code == 422
    assert expected in answer.text


def test_the_workbook_is_issued_and_says_nothing_new_when_it_comes_back(desk):
    issued = desk.get("/assurance/register/template/").content
    before = number_at()

    answer = desk.post("/assurance/register/", {"file": sent(issued)}, follow=True)

    assert "0 rows new, 0 changed, 16 known already" in answer.text
    assert number_at() == before


def sent(content, name="register.xlsx"):
    return SimpleUploadedFile(name, content)


def test_a_workbook_with_anything_wrong_changes_nothing(desk):
    book = openpyxl.load_workbook(io.BytesIO(desk.get("/assurance/register/template/").content))
    sheet = book["Issues"]
    sheet["G5"] = "urgent"
    sheet["I6"] = "31 November"
    sheet["J7"] = "NOPE"
    out = io.BytesIO()
    book.save(out)
    before = number_at()

    answer = desk.post("/assurance/register/", {"file": sent(out.getvalue())})

    assert answer.status_code == 422
    for said in (
        "Issues!G5",
        "“urgent” is none of the choices",
        "Issues!I6",
        "“31 November” is no",
    ):
        assert said in answer.text
    assert number_at() == before


def test_an_issue_is_known_as_it_was_then(desk):
    page = desk.get(f"/assurance/systems/CARE/?as_at={ago(41)}").text

    assert "Its recovery was never tested" in page
    assert desk.get(f"/assurance/?as_at={ago(40)}").status_code == 200


def test_what_is_not_there_is_not_found(desk):
    for address in ("systems/NO/", "services/NO/", "issues/99/", "claims/NO/", "issues/99/accept/"):
        assert desk.get(f"/assurance/{address}").status_code == 404


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("system/CARE", "Critical"),
        ("system/CARE/test/1", ""),
        ("public-service/VISITS", ""),
        ("issue/2", ""),
        ("phase/SAFE", ""),
        ("claim/RESTORE", ""),
        ("claim/RESTORE/evidence/1", ""),
        ("systems/2026-10-12", "Not proved"),
        ("issues/2026-10-12", "Leavers keep their accounts"),
        ("claims/2026-10-12", "Nothing under it"),
    ],
)
def test_everything_is_traced_and_the_trace_tells_nothing_exempt(reader, reference, said):
    answer = reader.get(f"/trace/{reference}")

    assert answer.status_code == 200
    assert said in answer.text or reference.count("/") == 1
    assert not [secret for secret in SECRETS if secret in answer.text]


@pytest.mark.parametrize(
    "reference", ["system/NO", "issue/x", "claim/RESTORE/evidence/9", "issue/1/2"]
)
def test_what_is_not_kept_is_not_traced(reader, reference):
    assert reader.get(f"/trace/{reference}").status_code == 404


def test_attention_leads_to_each_and_tells_nothing_exempt(reader):
    page = reader.get("/attention/").text

    for address in ("/assurance/systems/CARE/", "/assurance/issues/2/", "/assurance/claims/EXIT/"):
        assert f'href="{address}' in page
    assert not [secret for secret in SECRETS if secret in page]

"""Findings seen to by page: who may look, what the log keeps of it, and what is said of them."""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from factories.findings import BY, NOVEMBER, OCTOBER, SEPTEMBER, found, reconciled
from scrutable.audit import clock
from scrutable.audit import reads as audit
from scrutable.housekeeping import models, writes
from scrutable.housekeeping.facts import Extract, ExtractKind, PartOfEstate, WorkAsked
from scrutable.housekeeping.reads import worklist
from scrutable.records.writes import record

pytestmark = pytest.mark.django_db
LIST = "/estate/findings/"
NOW = datetime(2026, 10, 12, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _now(settings):
    settings.STANDING_CLOCK = NOW


@pytest.fixture
def estate():
    """159 leavers' accounts and three devices, of which two are a leaver's."""
    extract = record(
        of=Extract(
            kind=ExtractKind.ACCOUNTS, as_at=SEPTEMBER, name="ad.csv", sha256="ab" * 32, rows=200,
            refused=0,
        ), by=BY, at=NOW,
    )  # fmt: skip
    read = (f"{extract.reference}@{extract.version}",)
    shown = [found(f"left.{at}", person=f"p{at}", place=at + 2) for at in range(159)]
    reconciled(SEPTEMBER, *shown, at=NOW, extracts=read)
    devices = [found("LT-1", "not_seen"), found("LT-2", "leavers", person="p3")]
    reconciled(SEPTEMBER, *devices, part=PartOfEstate.DEVICES, at=NOW, extracts=())


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def looks(by=BY):
    """Return what the log says of names that somebody looked at, oldest first."""
    return [
        (one.after["where"], one.after["things"])
        for one in reversed(audit.events(by=by, most=100))
        if one.verb == "names_seen"
    ]


def state_of(number, as_at=None):
    to = worklist.reach(audit.number_at(), as_at or NOW.date())
    return worklist.finding_told(number, to).state.value


# Who may look


def test_everybody_who_reads_sees_how_many_and_nobody_s_name(client, member, estate):
    client.force_login(member)

    text = page(client, f"{LIST}?names=yes&state=every")

    assert "161 findings need somebody" in text
    assert "Open after its owner left" in text
    assert "left.0" not in text
    assert "Finding 1" not in text
    assert looks("c.osei") == []


@pytest.mark.parametrize("address", [f"{LIST}1/", "/estate/things/1/", "/estate/things/1/person/"])
def test_only_who_sees_to_findings_or_audits_them_sees_names(
    client, member, administrator, auditor, estate, address
):
    statuses = {}
    for person in (member, administrator, auditor):
        client.force_login(person)
        statuses[person.username] = client.get(address).status_code

    assert statuses == {"c.osei": 403, "m.doyle": 403, "r.lindqvist": 200}


def test_an_auditor_looks_and_says_nothing(client, auditor, estate):
    client.force_login(auditor)

    assert "Explain" not in page(client, f"{LIST}?state=stands").replace("Explained", "")
    assert client.post(f"{LIST}explain/?of=ticked&tick=1", {}).status_code == 403


# What the log keeps of a look


def test_the_list_names_nobody_until_somebody_asks_and_then_the_log_says_so(
    client, housekeeper, estate
):
    client.force_login(housekeeper)

    assert "left." not in page(client, f"{LIST}?part=accounts")
    assert looks() == []

    assert "left.0" in page(client, f"{LIST}?part=accounts&names=yes")
    assert looks() == [("findings", "1-100")]  # those that the page shows, and no more
    page(client, f"{LIST}?part=accounts&names=yes&row=101&table=findings")
    assert looks()[1:] == [("findings", "101-159")]


def test_a_look_at_the_same_names_on_the_same_day_is_logged_once(
    client, housekeeper, estate, settings
):
    client.force_login(housekeeper)
    for _ in range(2):
        page(client, f"{LIST}1/")
    page(client, "/estate/things/1/person/")
    settings.STANDING_CLOCK = NOW + timedelta(days=1)
    page(client, f"{LIST}1/")

    assert looks() == [("finding/1", "1"), ("finding/1", "1")]


def test_two_people_who_look_are_two_looks(client, housekeeper, auditor, estate):
    for person in (housekeeper, auditor):
        client.force_login(person)
        page(client, f"{LIST}1/")

    assert looks() == looks("r.lindqvist") == [("finding/1", "1")]


def test_head_shows_no_name_and_logs_no_look(client, housekeeper, estate):
    client.force_login(housekeeper)

    for address in (f"{LIST}?names=yes", f"{LIST}1/", "/estate/things/1/"):
        answer = client.head(address)
        assert (answer.status_code, answer.content) == (200, b"")

    assert looks() == []


def test_what_names_people_is_kept_by_no_browser_and_its_title_names_nobody(
    client, housekeeper, estate
):
    client.force_login(housekeeper)

    for address in (f"{LIST}1/", "/estate/things/1/", f"{LIST}?names=yes"):
        answer = client.get(address)
        assert answer["Cache-Control"] == "private, no-store"
        assert "ETag" not in answer
        title = answer.content.decode().partition("</title>")[0]
        assert "left." not in title


def test_files_of_the_list_name_and_log_as_the_page_does(client, housekeeper, estate):
    client.force_login(housekeeper)

    def rows(address):
        text = client.get(address).content.decode("utf-8-sig")
        return [row["With what"] for row in csv.DictReader(io.StringIO(text))]

    numbered = ["Device number 161", "Device number 160"]
    assert rows(f"{LIST}?part=devices&format=csv&table=findings") == numbered
    assert looks() == []
    named = rows(f"{LIST}?part=devices&names=yes&format=csv&table=findings")
    assert named == ["Device LT-2; of p3", "Device LT-1"]
    assert looks() == [("findings", "161")]  # the other device is nobody's


def test_no_event_holds_a_name(client, housekeeper, estate):
    client.force_login(housekeeper)
    page(client, f"{LIST}?names=yes")
    writes.explain(numbers=[1], why="Kept", until=OCTOBER, by=BY, at=NOW)

    said = " ".join(str((one.subject, one.before, one.after)) for one in audit.events())
    assert "left." not in said
    assert "LT-" not in said


# The pages


def test_a_finding_leads_to_its_file_and_row(client, housekeeper, estate):
    client.force_login(housekeeper)

    text = page(client, f"{LIST}1/")

    assert "Open after its owner left: account left.0" in text
    assert "ad.csv" in text
    assert "SHA-256 abababababababab" in text
    assert ">2<" in text.replace(" ", "")  # the row in the extract
    assert "Kept" in text


def test_once_its_extract_is_deleted_the_finding_says_when(client, housekeeper, estate):
    taken = models.Extract.objects.get()
    record(
        of=Extract(
            kind=ExtractKind.ACCOUNTS, as_at=SEPTEMBER, name="ad.csv", sha256="ab" * 32, rows=200,
            refused=0, deleted_on=date(2026, 10, 11),
        ), by=BY, at=NOW, based_on=taken.event,
    )  # fmt: skip
    client.force_login(housekeeper)

    assert "Source deleted on 11 October 2026" in page(client, f"{LIST}1/")


def test_a_person_s_page_has_all_that_is_theirs(client, housekeeper, estate):
    client.force_login(housekeeper)

    text = page(client, "/estate/things/161/person/")

    assert "Person p3: 2 things wrong" in text
    assert "Device LT-2" in text
    assert "Account left.3" in text


def test_a_thing_s_page_has_each_snapshot(client, housekeeper, estate):
    reconciled(OCTOBER, found("LT-1", "not_seen"), part=PartOfEstate.DEVICES, at=NOW, extracts=())
    reconciled(NOVEMBER, part=PartOfEstate.DEVICES, at=NOW, extracts=())
    client.force_login(housekeeper)

    text = page(client, "/estate/things/160/?as_at=2026-12-01")

    assert "Device LT-1: nothing is wrong now" in text
    table = text[text.index("Each snapshot") :]
    assert table.index("30 November 2026") < table.index("31 October 2026")
    assert table.index("Nothing") < table.index("Not seen")


@pytest.mark.parametrize(
    "address", [f"{LIST}900/", "/estate/things/900/", "/estate/things/9/persons/"]
)
def test_what_is_not_there_is_answered_so(client, housekeeper, estate, address):
    client.force_login(housekeeper)

    assert client.get(address).status_code == 404


def test_before_anything_is_reconciled_the_list_says_what_to_do(client, housekeeper):
    client.force_login(housekeeper)

    text = page(client, LIST)

    assert "Nothing wrong was found yet" in text
    assert "Take extracts and reconcile them" in text


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("", 161),
        ("part=devices", 2),
        ("part=accounts&fault=leaver_open", 159),
        ("fault=idle", 0),
        ("owner=-", 160),
        ("owner=Head+of+ICT", 1),
        ("state=explained", 0),
        ("state=nonsense&part=nonsense", 161),
        ("state=every", 161),
    ],
)
def test_filters_choose(client, housekeeper, estate, asked, number):
    writes.assign(numbers=[161], owner="Head of ICT", by=BY, at=NOW)
    client.force_login(housekeeper)

    text = client.get(f"{LIST}?{asked}&format=csv&table=findings").content.decode("utf-8-sig")

    assert len(text.strip().splitlines()) - 1 == number


def test_a_long_list_turns_its_pages_and_its_order(client, housekeeper, estate):
    client.force_login(housekeeper)

    second = page(client, f"{LIST}?row=101&table=findings")
    turned = page(client, f"{LIST}?order=-finding&table=findings")

    assert "Rows 101 to 161 of 161" in second
    assert "Finding 101" in second
    assert turned.index("Finding 161") < turned.index("Finding 160")


# What is said


def explain(client, address, **said):
    told = {"why": "Kept for a case", "until_0": "31", "until_1": "12", "until_2": "2026"}
    based_on = {"based_on": audit.number_at()}
    return client.post(address, {**told, **based_on, **said}, follow=True)


def test_all_that_the_list_shows_is_explained_under_one_event(client, housekeeper, estate):
    client.force_login(housekeeper)
    address = f"{LIST}explain/?of=all&state=needs&part=accounts"
    assert "Explain 159 findings" in page(client, address)
    before = audit.number_at()

    answer = explain(client, address)

    assert "159 findings are explained until 31 December 2026" in answer.content.decode()
    assert audit.number_at() == before + 1
    (event,) = audit.events(most=1)
    assert event.verb == "findings_explained"
    assert event.after == {"findings": "1-159", "number": 159, "until": "2026-12-31"}
    assert (state_of(1), state_of(160)) == ("explained", "open")
    assert state_of(1, date(2027, 1, 1)) == "explanation_ended"


def test_those_ticked_are_explained_and_no_other(client, housekeeper, estate):
    client.force_login(housekeeper)

    explain(client, f"{LIST}explain/?of=ticked&tick=2&tick=5")

    assert [state_of(number) for number in (1, 2, 5)] == ["open", "explained", "explained"]


def test_nothing_ticked_says_so_and_does_nothing(client, housekeeper, estate):
    client.force_login(housekeeper)
    before = audit.number_at()

    answer = client.get(f"{LIST}explain/?of=ticked", follow=True)

    assert "Choose the findings first" in answer.content.decode()
    assert audit.number_at() == before


def test_one_that_cannot_be_explained_keeps_all_from_it(client, housekeeper, estate):
    reconciled(OCTOBER, *(f"left.{at}" for at in range(1, 159)), at=NOW)
    client.force_login(housekeeper)
    before = audit.number_at()

    answer = explain(client, f"{LIST}explain/?of=ticked&tick=1&tick=2&tick=777")

    assert answer.status_code == 422
    text = answer.content.decode()
    assert "There is no finding 777" in text
    assert "The last extract no longer shows 1" in text
    assert audit.number_at() == before


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"until_2": "2025"}, "31 December 2025 has gone by"),
        ({"until_2": "2028"}, "An explanation holds for 365 days at most"),
        ({"why": "Asked left.0 about it"}, "It names an account, a device or a person"),
        ({"why": " "}, "Enter why they may stand"),
        ({"until_0": "", "until_1": "", "until_2": ""}, "Enter the day"),
    ],
)
def test_an_explanation_that_does_not_do_is_refused_at_its_field(
    client, housekeeper, estate, said, why
):
    client.force_login(housekeeper)
    before = audit.number_at()

    answer = explain(client, f"{LIST}explain/?of=ticked&tick=1", **said)

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert audit.number_at() == before


def test_what_somebody_else_said_meanwhile_is_not_written_over(client, housekeeper, estate):
    client.force_login(housekeeper)
    seen = audit.number_at()
    writes.assign(numbers=[1], owner="Payroll", by="r.other", at=NOW)

    answer = explain(client, f"{LIST}explain/?of=ticked&tick=1&tick=2", based_on=seen)

    assert answer.status_code == 422
    assert "Somebody else has changed" in answer.content.decode()
    assert state_of(2) == "open"


def test_a_word_that_it_is_fixed_waits_for_the_next_extract(client, housekeeper, estate):
    client.force_login(housekeeper)
    day = {"on_0": "10", "on_1": "10", "on_2": "2026", "based_on": audit.number_at()}

    client.post(f"{LIST}fixed/?of=ticked&tick=1&tick=2", day)
    said = state_of(1)
    reconciled(OCTOBER, *(f"left.{at}" for at in range(1, 159)), at=NOW)

    later = OCTOBER
    assert (said, state_of(1, later), state_of(2, later)) == ("said_fixed", "fixed", "still_shown")


def test_a_day_before_the_extract_that_shows_it_is_no_day_on_which_it_was_fixed(
    client, housekeeper, estate
):
    client.force_login(housekeeper)
    day = {"on_0": "1", "on_1": "9", "on_2": "2026", "based_on": audit.number_at()}

    answer = client.post(f"{LIST}fixed/?of=ticked&tick=1", day)

    assert answer.status_code == 422
    assert "The extract as at 30 September 2026 shows it" in answer.content.decode()


def test_an_owner_is_given_and_stays_when_it_comes_back(client, housekeeper, estate):
    client.force_login(housekeeper)
    told = {"owner": "Head of ICT", "based_on": audit.number_at()}

    client.post(f"{LIST}assign/?of=ticked&tick=161", told)
    reconciled(OCTOBER, part=PartOfEstate.DEVICES, at=NOW)
    reconciled(NOVEMBER, found("LT-1", "not_seen"), part=PartOfEstate.DEVICES, at=NOW)

    to = worklist.reach(audit.number_at(), NOVEMBER)
    (one,) = worklist.listed(WorkAsked(numbers=(161,)), to)
    assert (one.owner, one.state.value) == ("Head of ICT", "back")


# Erasing


def test_names_of_what_is_long_gone_are_erased_and_the_chain_still_holds(
    client, housekeeper, estate
):
    reconciled(OCTOBER, *(f"left.{at}" for at in range(1, 159)), at=NOW)
    a_year_on = datetime(2027, 11, 2, 9, tzinfo=UTC)
    client.force_login(housekeeper)
    page(client, f"{LIST}1/")

    assert writes.erase_names(by=BY, at=datetime(2027, 10, 31, 9, tzinfo=UTC)) == 0
    assert writes.erase_names(by=BY, at=a_year_on) == 1

    text = page(client, f"{LIST}1/?as_at=2027-11-02")
    assert "Name erased" in text
    assert "left.0" not in text
    assert "Its name is erased" in page(client, "/estate/things/1/")
    assert not models.Thing.objects.filter(key="left.0").exists()
    assert models.Thing.objects.filter(key="left.1").exists()
    assert audit.verify_chain() == []
    assert clock.now() == NOW

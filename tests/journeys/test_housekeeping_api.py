"""The estate by programs: what is asked and sent, by whom; names only where the log says so."""

import json
from dataclasses import fields, replace
from datetime import UTC, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from factories import stored_agreements
from factories.described_answers import Described
from factories.estate_facts import STAFF, accounts_file, staff_file
from factories.estate_kept import LEAVER, LOGIN, TRADER, one_of_each
from factories.findings import found, reconciled
from scrutable.access import writes as people
from scrutable.audit import reads as audit
from scrutable.config.api import API
from scrutable.housekeeping import api, facts, tasks
from scrutable.housekeeping.api.agreements import AgreementIn, CureIn, RenewalIn
from scrutable.housekeeping.api.initiatives import InitiativeIn
from scrutable.housekeeping.api.licences import SoftwareIn

TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
NAMED = (LEAVER, LOGIN, TRADER, "Quentin")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _estate(settings, tmp_path, housekeeper):
    settings.DATA_DIR = tmp_path
    with time_machine.travel(TODAY, tick=False):
        one_of_each()
        yield


def client_of(person):
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def client(housekeeper):
    return client_of(housekeeper)


def get(client, path, **asked):
    return client.get(f"/api/estate/{path}", asked)


def post(client, path, sent):
    return client.post(f"/api/estate/{path}", json.dumps(sent), "application/json")


def faults(answer):
    assert answer.status_code == 422, answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    return [(one["place"], one["fault"], one["remedy"]) for one in answer.json()["faults"]]


def looks(by="b.khan"):
    """Return what the log says of names that somebody looked at, oldest first."""
    verbs = ("names_seen", "supplier_names_seen", "refused_rows_seen")
    return [one.verb for one in reversed(audit.events(by=by, most=100)) if one.verb in verbs]


# Findings: which, by whom, named only where somebody asks, and then the log says so


def test_findings_come_without_names_until_somebody_asks_and_then_the_log_says_so(client):
    plain = get(client, "findings", part="accounts")
    silent = looks()
    named = get(client, "findings", part="accounts", names="true", limit=2, offset=1)

    assert plain.json()["count"] == 3
    assert [one["thing"] for one in plain.json()["items"]] == [None] * 3
    assert not any(name in plain.text for name in NAMED)
    assert silent == []
    assert [one["standing"]["number"] for one in named.json()["items"]] == [2, 3]
    assert [one["thing"]["person"] for one in named.json()["items"]] == [LEAVER] * 2
    (event,) = [one for one in audit.events(by="b.khan", most=9) if one.verb == "names_seen"]
    assert (event.after["things"], event.after["where"]) == ("2-3", "findings")
    assert LEAVER not in str(event.after)


@pytest.mark.parametrize(
    "path",
    ["findings", "findings/1", "things/1", "things/1/person", "suppliers/S2",
     "extracts/accounts/2026-09-30/refused"],
)  # fmt: skip
def test_what_names_people_is_kept_by_nobody_on_its_way(client, path):
    answer = get(client, path, names="true")

    assert answer.status_code == 200
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer


def test_each_page_of_a_named_finding_is_logged_once_a_day(client):
    for path in ("findings/1", "findings/1", "things/1/person"):
        assert LEAVER in get(client, path).text

    assert looks() == ["names_seen", "names_seen"]  # of one, then of the two others of the person


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({}, 5),
        ({"part": "licences"}, 1),
        ({"fault": "leaver_open"}, 3),
        ({"owner": "-"}, 5),
        ({"owner": "Head of IT"}, 0),
        ({"state": "open"}, 5),
        ({"state": "fixed"}, 0),
        ({"as_at": "2026-09-29"}, 0),
        ({"known_at": "2026-10-01"}, 0),
    ],
)
def test_findings_are_asked_for_as_on_their_page(client, asked, count):
    assert get(client, "findings", **asked).json()["count"] == count


def test_findings_are_ordered_and_cut_into_pages(client):
    def numbers(**asked):
        return [
            one["standing"]["number"] for one in get(client, "findings", **asked).json()["items"]
        ]

    assert numbers(order="-finding", limit=2) == [5, 4]
    assert numbers(order="finding", limit=2, offset=4) == [5]
    assert numbers(offset=1000) == []


@pytest.mark.parametrize(
    "asked",
    [{"limit": 0}, {"limit": 1001}, {"offset": -1}, {"order": "name"}, {"state": "lost"},
     {"part": "boats"}, {"as_at": "soon"}],
)  # fmt: skip
def test_what_cannot_be_asked_of_findings_is_said_as_a_problem(client, asked):
    assert faults(get(client, "findings", **asked))[0][0] == next(iter(asked))


def test_everybody_who_reads_learns_how_many_and_no_name(member, auditor, administrator, officer):
    for person in (member, administrator, officer):
        asking = client_of(person)
        assert get(asking, "findings").status_code == 403
        assert get(asking, "findings/1").status_code == 403
        assert get(asking, "extracts/accounts/2026-09-30/refused").status_code == 403
        counted = get(asking, "findings/counts").json()["items"]
        assert [one["number"] for one in counted if one["fault"] == "leaver_open"] == [3]
    assert get(client_of(auditor), "findings").status_code == 200


@pytest.mark.parametrize("who", ["member", "officer", "contract_manager", "administrator"])
def test_no_answer_names_anybody_to_whoever_may_not_see_names(request, who):
    asking = client_of(request.getfixturevalue(who))
    known = audit.number_at()
    for path in addresses():
        answer = asking.get(path)
        assert not any(name in answer.text for name in NAMED), path
    assert audit.number_at() == known  # nobody looked at anything that is logged


def test_a_sole_trader_is_named_to_who_may_see_names_alone_and_that_is_logged(client, member):
    listed = {one["spend"]["supplier"]: one for one in get(client, "suppliers").json()["items"]}
    plain = get(client_of(member), "suppliers/S2").json()
    seen = get(client, "suppliers/S2").json()

    assert {code: one["name"] for code, one in listed.items()} == {
        "S1": "Acme Ltd", "S2": "", "S3": "",
    }  # fmt: skip
    assert listed["S3"]["is_withheld"] is True  # nobody knows whether it is one
    assert (plain["one"]["name"], plain["findings"]) == ("", None)
    assert seen["one"]["name"] == TRADER
    assert [one["key"] for one in seen["findings"]] == ["invoice/S2/I9"]
    assert looks() == ["supplier_names_seen"]


# What is said of many at once


def test_findings_are_explained_given_and_said_fixed_all_at_once(client):
    known = audit.number_at()
    why = "A restored directory brought them back"
    explained = post(
        client,
        "findings/explanations",
        {"numbers": [1, 2], "why": why, "until": "2026-11-30", "based_on": known},
    )
    given = post(client, "findings/owners", {"numbers": [1, 2, 3], "owner": "Head of ICT"})
    fixed = post(client, "findings/fixes", {"numbers": [3], "on": "2026-10-12"})

    assert [one.json() for one in (explained, given, fixed)] == [
        {"number": 2}, {"number": 3}, {"number": 1},
    ]  # fmt: skip
    states = [one["state"] for one in get(client, "findings", part="accounts").json()["items"]]
    assert states == ["explained", "explained", "said_fixed"]
    told = get(client, "findings/1").json()
    assert [one["handling"]["owner"] for one in told["said"]] == ["", "Head of ICT"]
    assert told["shown"][0]["sources"][0]["row"] == 2
    verbs = [one.verb for one in audit.events(by="b.khan", most=4)]
    assert verbs[1:] == ["findings_said_fixed", "findings_assigned", "findings_explained"]


def test_a_word_on_findings_is_refused_whole_with_every_fault(client):
    known = audit.number_at()
    answer = post(
        client,
        "findings/explanations",
        {"numbers": [1, 99], "why": f"{LEAVER} is on leave", "until": "2026-01-01"},
    )

    said = faults(answer)
    assert [place for place, _, _ in said] == ["findings", "until", "why"]
    assert ("findings", "There is no finding 99", "check it in the list") in said
    assert LEAVER not in answer.text
    assert audit.number_at() == known


def test_no_finding_and_no_owner_are_refused(client):
    assert faults(post(client, "findings/owners", {"numbers": [], "owner": "Head of ICT"}))[0][
        1
    ] == ("No finding is chosen")
    assert faults(post(client, "findings/owners", {"numbers": [1], "owner": ""}))[0][0] == "owner"
    assert faults(post(client, "findings/fixes", {"numbers": [10**30], "on": "2026-10-12"}))


def test_findings_changed_meanwhile_are_not_written_over(client):
    known = audit.number_at()
    post(client, "findings/owners", {"numbers": [1], "owner": "Head of ICT"})

    late = post(
        client, "findings/owners", {"numbers": [1, 2], "owner": "Head of HR", "based_on": known}
    )

    assert late.status_code == 409
    assert "changed" in late.json()["detail"]
    assert get(client, "findings", owner="Head of HR").json()["count"] == 0


@pytest.mark.parametrize(
    "path", ["findings/99", "things/99", "things/99/person", "suppliers/none", "initiatives/none",
             "agreements/none", "licences/statements/9", "licences/products/none",
             "extracts/staff/2026-09-30"],
)  # fmt: skip
def test_what_is_not_there_is_said_as_a_problem(client, path):
    answer = get(client, path)

    assert answer.status_code == 404
    assert answer.json()["detail"].count(".") >= 1


# Extracts


def sent(path, name):
    return SimpleUploadedFile(name, path.read_bytes())


def test_extracts_are_taken_reconciled_and_tell_what_was_refused(client, tmp_path, member):
    bad = (("E99", "", "Ann Nonym", "31/11/2026"),)
    staff = staff_file(tmp_path / "s.csv", bad=bad)
    accounts = accounts_file(tmp_path / "a.csv", left=2)
    where = "/api/estate/extracts"

    taken = client.post(where, {"file": sent(staff, "staff.csv"), "as_at": "2026-10-10"})
    client.post(where, {"file": sent(accounts, "accounts.csv"), "as_at": "2026-10-10"})
    done = post(client, "snapshots", {"as_at": "2026-10-10"})

    extract = taken.json()["extract"]
    assert (taken.json()["job"], extract["kind"], extract["refused"]) == (None, "staff", 1)
    assert extract["columns"]["number"] == STAFF[0]
    (snapshot,) = done.json()["snapshots"]
    assert (snapshot["part"], snapshot["people"]) == ("accounts", 6)
    assert sum(one["number"] for one in snapshot["lines"]) == snapshot["number"]
    (row,) = get(client, "extracts/staff/2026-10-10/refused").json()["items"]
    assert "31/11/2026" in row["why"] + row["said"]
    assert looks() == ["refused_rows_seen"]
    last = get(client_of(member), "sums").json()["items"][0]
    assert last["snapshot"]["as_at"] == "2026-10-10"
    assert last["before"]["as_at"] == "2026-09-30"


def test_an_extract_that_cannot_be_read_is_refused_with_its_place_and_nothing_is_kept(client):
    known = audit.number_at()
    file = SimpleUploadedFile("accounts.csv", b"Colour;Shape\nred;round\n")

    answer = client.post("/api/estate/extracts", {"file": file, "as_at": "2026-10-10"})

    assert faults(answer)
    assert audit.number_at() == known


def test_a_large_extract_and_a_large_day_go_to_the_worker(client, monkeypatch, tmp_path):
    monkeypatch.setattr(api.extracts, "TAKEN_AT_ONCE", 10)
    monkeypatch.setattr(api.extracts, "RECONCILED_AT_ONCE", 10)
    file = sent(staff_file(tmp_path / "s.csv"), "staff.csv")

    taken = client.post("/api/estate/extracts", {"file": file, "as_at": "2026-10-10"}).json()
    done = post(client, "snapshots", {"as_at": "2026-09-30"}).json()

    assert (taken["extract"], taken["job"] > 0) == (None, True)
    assert (done["snapshots"], done["job"] > taken["job"]) == ([], True)


def test_a_day_without_extracts_and_an_earlier_day_are_in_the_way(client, tmp_path):
    none = post(client, "snapshots", {"as_at": "2026-10-11"})
    file = sent(accounts_file(tmp_path / "a.csv"), "accounts.csv")
    unknown = client.post(
        "/api/estate/extracts", {"file": file, "as_at": "2026-10-11", "mapping": "payroll"}
    )

    assert none.status_code == 409
    assert "Take one first" in none.json()["detail"]
    assert unknown.status_code == 422
    assert "No mapping is called “payroll”" in unknown.json()["detail"]
    assert list(tasks.extracts_folder().glob(".sent-*")) == []


# Licences, agreements, initiatives: sent back as they were read


def test_the_position_says_what_is_short_what_it_costs_and_what_was_signed(client):
    seen = get(client, "licences").json()

    (one,) = seen["positions"]
    assert (one["entitled"], one["used"], one["short"], one["line"]) == (120, 160, 40, "short")
    assert one["liability_pence"] == 196_000_00
    assert [of["metric"] for of in seen["by_metric"] if of["sums"]["short"]] == ["core"]
    assert seen["signed"][0]["disagreements"] == []
    assert seen["coverage"]["devices_inventoried"] == 93


def statement(position, **other):
    return {
        "position": position, "verdict": "some", "not_assessed": "Two rows",
        "signed_by": "Priya Nair", "post": "Director of Finance", "signed_on": "2026-10-12",
    } | other  # fmt: skip


def test_a_statement_is_signed_of_the_position_that_was_looked_at(client):
    version = get(client, "licences").json()["coverage"]["version"]

    signed = post(client, "licences/statements", statement(version))
    none = post(client, "licences/statements", statement(version, verdict="none"))
    lost = post(client, "licences/statements", statement(1))

    assert (signed.json()["number"], signed.json()["liability_pence"]) == (2, 196_000_00)
    assert [place for place, _, _ in faults(none)] == ["verdict"]
    assert lost.status_code == 404
    assert get(client, "licences/statements").json()["count"] == 2


KEPT = {  # what of the answer it is, and where it is sent
    facts.Agreement: (("agreements/MAIL", "agreement"), "agreements"),
    facts.Renewal: (("agreements/MAIL", "renewals", 0), "agreements/MAIL/renewals"),
    facts.Cure: (("agreements/MAIL", "ran_on", 0, "cure"), "agreements/MAIL/ran-on/2024-04-01"),
    facts.Initiative: (("initiatives/ACC-1", "initiative"), "initiatives"),
    facts.SoftwareProduct: (("software", "items", 0), "software"),
}


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_what_is_read_can_be_sent_back_and_stands_as_it_stood(kind, client):
    (path, *within), there = KEPT[kind]

    def standing():
        said = get(client, path).json()
        for step in within:
            said = said[step]
        return said

    before, known = standing(), audit.number_at()
    answer = post(client, there, before | {"based_on": before["version"]})
    stale = post(client, there, before | {"based_on": before["version"]})

    assert answer.status_code == 200, answer.json()
    assert standing() == before | {"version": known + 1}
    assert stale.status_code == 409


@pytest.mark.parametrize(
    ("kind", "sent", "elsewhere"),
    [
        (facts.Agreement, AgreementIn, {"file", "place"}),
        (facts.Renewal, RenewalIn, {"agreement", "file", "place"}),
        (facts.Cure, CureIn, {"agreement", "since"}),
        (facts.Initiative, InitiativeIn, set()),
        (facts.SoftwareProduct, SoftwareIn, set()),
    ],
)
def test_everything_that_is_recorded_whole_can_be_sent_with_every_field(kind, sent, elsewhere):
    own = {one.name for one in fields(kind)} - {"version"} - elsewhere

    assert set(sent.model_fields) - {"based_on"} == own


def test_agreements_say_what_ran_on_what_is_next_and_what_comes(client):
    mail = get(client, "agreements/MAIL").json()
    ran = get(client, "agreements/ran-on").json()["items"]
    coming = get(client, "agreements/coming").json()["items"]

    assert mail["ran_on"][-1]["is_recurrence"] is True
    assert {one["agreement"] for one in ran} == {"MAIL"}
    assert coming == sorted(coming, key=lambda one: one["on"])
    assert get(client, "agreements", words="filter").json()["count"] == 1


def test_a_cure_belongs_to_a_time_that_it_ran_on(client):
    answer = post(client, "agreements/MAIL/ran-on/2020-01-01", {"cause": "Nobody knew"})

    assert answer.status_code == 404
    assert "did not begin to run on" in answer.json()["detail"]


def test_a_register_is_loaded_whole_or_not_at_all(client, contract_manager):
    where = "/api/estate/agreements/register"
    bad = SimpleUploadedFile("agreements.csv", b"Code,Title\nX,Nothing else\n")
    known = audit.number_at()

    answer = client_of(contract_manager).post(where, {"file": bad})

    assert faults(answer)
    assert audit.number_at() == known


def test_orders_say_what_had_none_and_what_is_over_its_contract(client):
    seen = get(client, "orders").json()

    assert (seen["needing"], seen["months"][0]["line"]) == (3, "without")
    assert seen["contracts"][0]["billed"] == 120_000
    assert [one["spend"]["supplier"] for one in seen["one_time"]] == ["S3"]


def test_before_the_first_orders_there_are_none(client):
    assert get(client, "orders", as_at="2026-01-01").status_code == 404
    assert get(client, "licences", as_at="2026-01-01").json()["coverage"] is None


# The description


def ours():
    """Yield the path, method and what is said of each operation of the estate."""
    said = API.get_openapi_schema(path_prefix="/api/")
    tags = {tag for router in api.ROUTERS for tag in router.tags}
    for path, item in said["paths"].items():
        for method, operation in item.items():
            if tags & set(operation["tags"]):
                yield path, method, operation


ONE = {
    "extracts/{kind}/{day}": "extracts/accounts/2026-09-30",
    "initiatives/{code}": "initiatives/ACC-1",
    "agreements/{code}": "agreements/MAIL",
    "suppliers/{code}": "suppliers/S2",
    "{product}": "database",
    "{number}": "1",
}


def address(path):
    for template, real in ONE.items():
        path = path.replace(template, real)
    return path


def addresses():
    return [address(path) for path, method, _ in ours() if method == "get"]


def test_what_is_answered_is_what_is_described(client):
    described = Described(API.get_openapi_schema(path_prefix="/api/"))
    reading = [path for path, method, _ in ours() if method == "get"]
    assert len(reading) == 24

    for path in reading:
        answer = client.get(address(path))
        assert answer.status_code == 200, (path, answer.text)
        schema = described.answered("GET", path)
        assert described.faults(answer.json(), schema, path) == []
        if "refused" not in path:
            assert answer.json().get("count") != 0, path


def test_every_field_and_parameter_says_what_it_means():
    schemas = API.get_openapi_schema(path_prefix="/api/")["components"]["schemas"]
    waiting, seen = [operation for _, _, operation in ours()], set()
    silent = [
        one["name"]
        for operation in waiting
        for one in operation["parameters"]
        if not one.get("description")
    ]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).rpartition("/")[2]
            if name and name not in seen:
                seen.add(name)
                waiting.append(schemas[name])
                silent += [
                    (name, field)
                    for field, of in schemas[name].get("properties", {}).items()
                    if not of.get("description")
                ]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one

    assert silent == []
    assert len(seen) > 50


def test_lists_ask_the_store_as_often_however_much_is_kept(client):
    def asked():
        counted = {}
        for path in addresses():
            client.get(path)  # what is kept by event is read once
            with CaptureQueriesContext(connection) as queries:
                client.get(path)
            counted[path] = len(queries)
        return counted

    before = asked()
    more = [found(f"x.{at}", person=f"p{at}") for at in range(40)]
    reconciled(TODAY.date(), *more, at=TODAY)
    for at in range(9):
        stored_agreements.record(
            replace(stored_agreements.HOST, code=f"HOST-{at}", title=f"Host {at}")
        )
    after = asked()

    assert {path: (n, after[path]) for path, n in before.items() if after[path] > n} == {}
    assert max(after.values()) <= 20


def test_a_program_of_the_housekeeper_takes_and_one_of_a_member_reads(member):
    token = {
        name: {
            "headers": {
                "Authorization": f"Bearer {people.make_token(username=name, by=name, at=TODAY)}"
            }
        }
        for name in ("b.khan", "c.osei")
    }
    program = Client(enforce_csrf_checks=True)
    given = json.dumps({"numbers": [1], "owner": "Head of ICT"})

    def says(name):
        where = "/api/estate/findings/owners"
        return program.post(where, given, "application/json", **token[name]).status_code

    assert (says("b.khan"), says("c.osei")) == (200, 403)
    assert program.get("/api/estate/sums", **token["c.osei"]).json()["count"] == 3
    assert program.get("/api/estate/findings", **token["b.khan"]).json()["count"] == 5

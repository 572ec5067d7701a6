"""The portfolio by programs: sent back as it was read, described as it is, refused with places."""

import json
import re
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from ninja.openapi.schema import OpenAPISchema

from factories import benefit_facts, capacity_facts, outcome_facts, strategy_facts
from factories.described_answers import Described
from factories.portfolio_records import one_of_each, update
from factories.project_facts import move, project, status
from factories.stored_portfolio import AT, board, record
from scrutable.access import writes as people
from scrutable.audit import reads as audit
from scrutable.config.api import API
from scrutable.portfolio import api, facts, models, writes
from scrutable.portfolio.api.shapes import Sent

TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
OUTCOME = "transitions/INFRA/outcomes/1"
OBJECTIVE = "strategies/IT-2024/objectives"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("officer", "contract_manager")]


@pytest.fixture(autouse=True)
def _world(clerk):
    with time_machine.travel(TODAY, tick=False):
        board("2026-11-20")
        one_of_each()
        yield


@pytest.fixture
def client(officer):
    client = Client()
    client.force_login(officer)
    return client


def get(client, path, **asked):
    return client.get(f"/api/{path}", asked)


def post(client, path, sent):
    return client.post(f"/api/{path}", json.dumps(sent), "application/json")


def places(answer):
    assert answer.status_code == 422, answer.json()
    assert answer["Content-Type"] == "application/problem+json"
    return [fault["place"] for fault in answer.json()["faults"]]


def found(client, path, *within):
    """Return what is answered at the path, or something within it."""
    said = get(client, path).json()
    for step in within:
        said = said[step]
    return said


# where each is read, what of the answer it is, and where it is sent
KEPT = {
    facts.BusinessCase: (("business-cases/277/outline",), "business-cases"),
    facts.Funding: (("funding/277/capital/2026",), "funding"),
    facts.Dependency: (("dependencies/277/1",), "dependencies"),
    facts.DelayCost: (("delay-costs/277/1",), "delay-costs"),
    facts.Benefit: (("benefits/203-1", "benefit"), "benefits"),
    facts.Measurement: (("benefits/203-1", "last"), "benefits/203-1/measurements"),
    facts.BenefitForecast: (("benefits/203-1", "forecast"), "benefits/203-1/forecasts"),
    facts.Strategy: (("strategies/IT-2024",), "strategies"),
    facts.Objective: ((f"{OBJECTIVE}/1",), OBJECTIVE),
    facts.ObjectiveReview: ((f"{OBJECTIVE}/1/reviews", "items", 0), f"{OBJECTIVE}/1/reviews"),
    facts.Transition: (("transitions/INFRA", "transition"), "transitions"),
    facts.Outcome: ((OUTCOME, "outcome"), "transitions/INFRA/outcomes"),
    facts.OutcomeEvidence: ((OUTCOME, "evidence", 0), f"{OUTCOME}/evidence"),
    facts.OutcomeJudgement: ((OUTCOME, "judgements", 0), f"{OUTCOME}/judgements"),
    facts.HandOver: (("transitions/INFRA", "hand_overs", 0), "transitions/INFRA/hand-overs"),
    facts.Lesson: (("lessons/1", "lesson"), "lessons"),
    facts.LessonApplied: (("lessons/1", "uses", 0), "lessons/1/uses"),
    facts.Post: (("posts/IT-001",), "posts"),
    facts.Procurement: (("procurements/PR-1",), "procurements"),
    facts.Redirection: (("redirections/277/1",), "redirections"),
    facts.ProcessReview: (("process-reviews/1",), "process-reviews"),
    facts.Feature: (("features/1",), "features"),
}


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_what_is_read_can_be_sent_back_and_stands_as_it_stood(kind, client):
    where, there = KEPT[kind]
    before = found(client, *where)
    known = audit.number_at()

    answer = post(client, there, before | {"based_on": before["version"]})
    after = found(client, *where)
    stale = post(client, there, before | {"based_on": before["version"]})

    assert answer.status_code == 200, answer.json()
    assert after == before | {"version": known + 1}
    assert (answer.json()["reference"], answer.json()["version"]) == (
        before["reference"],
        known + 1,
    )
    assert stale.status_code == 409
    assert "changed" in stale.json()["detail"]
    (event,) = [one for one in audit.events(subject=before["reference"]) if one.number > known]
    assert event.by == "a.patel"


def test_everything_that_is_recorded_whole_can_be_sent_with_every_field():
    sent = {one.__name__.removesuffix("In"): one for one in Sent.__subclasses__()}
    sent["Outcome"] = sent.pop("TransitionOutcome")
    given_elsewhere = {
        facts.CellMap: None,  # a file, by a page and a command
        facts.ClaimSettled: set(),
        facts.Look: None,  # put in a work programme, with its entry
        facts.Measurement: {"project", "benefit", "file", "place"},
        facts.BenefitForecast: {"project", "benefit"},
        facts.Objective: {"strategy"},
        facts.ObjectiveReview: {"strategy", "objective"},
        facts.Outcome: {"transition"},
        facts.OutcomeEvidence: {"transition", "outcome"},
        facts.OutcomeJudgement: {"transition", "outcome"},
        facts.HandOver: {"transition"},
        facts.LessonApplied: {"lesson"},
    }
    for kind in models.TABLES:
        elsewhere = given_elsewhere.get(kind, set())
        if elsewhere is not None:
            own = {one.name for one in fields(kind)} - {"version"} - elsewhere
            assert set(sent[kind.__name__].model_fields) - {"based_on"} == own, kind


def test_a_number_of_nought_is_given_the_next(client):
    sent = {"project": "277", "on": "2026-09-03", "pounds": "10.50", "what_for": "Overtime"}

    made = post(client, "delay-costs", sent)
    listed = found(client, "delay-costs", "items")

    assert made.json()["reference"] == "project/277/delay-cost/2"
    assert [one["pounds"] for one in listed] == ["41000.50", "10.50"]
    assert get(client, "delay-costs", as_at="2026-09-02").json()["count"] == 1


def test_a_project_is_recorded_moved_rated_and_judged(client):
    sent = {
        "number": "300",
        "title": "New telephones",
        "theme": "modernise",
        "stage": "delivery",
        "sponsor": "Chief Digital Officer",
        "manager": "Sam Hale",
        "suppliers": ["supplier/norland-services"],
    }
    first = {
        "milestone": "go-live",
        "title": "Go-live",
        "kind": "baseline",
        "on": "2026-01-05",
        "to": "2026-09-01",
        "approver": "Portfolio Board",
    }
    later = {"milestone": "go-live", "kind": "forecast", "on": "2026-10-01", "to": "2026-11-30"}
    rated = {
        "on": "2026-10-01",
        "scale": "three",
        "overall": "amber",
        "time": "amber",
        "assessor": "Sam Hale",
        "reasons": "Late",
    }

    made = post(client, "projects", sent)
    moved = [post(client, "projects/300/dates", one) for one in (first, later)]
    given = post(client, "projects/300/statuses", rated)
    one = found(client, "projects/300")

    assert (made.json()["reference"], made.json()["suppliers"]) == (
        "project/300",
        ["supplier/norland-services"],
    )
    assert [answer.json()["slip"]["against_original"] for answer in moved] == [41, 90]
    assert given.json()["reference"] == "project/300/status/2026-10-01"
    assert (one["shown"], one["by_dates"], one["slip"]["expected"]) == ("red", "red", "2026-11-30")
    assert (one["is_late"], one["first"]) == (True, "2026-09-01")
    assert [said["kind"] for said in found(client, "projects/300/moves", "items")] == [
        "baseline",
        "forecast",
    ]
    assert found(client, "projects", "items", 3) == one


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ({}, ["203", "204", "277"]),
        ({"stage": "live"}, ["204"]),
        ({"status": "red"}, ["277"]),
        ({"status": "none"}, ["204"]),
        ({"on_priority_list": "true"}, ["203", "277"]),
        ({"theme": "optimise"}, []),
        ({"objective": "objective/IT-2024/1", "limit": 1}, ["203"]),
        ({"supplier": "supplier/none"}, []),
        ({"known_at": "2026-09-29"}, []),
    ],
)
def test_projects_are_asked_for_as_on_their_page(asked, numbers, client):
    answer = get(client, "projects", **asked).json()

    assert [one["project"]["number"] for one in answer["items"]] == numbers


def test_both_slips_stand_together_and_a_range_says_on_what_it_rests(client):
    slips = {one["reference"]: one for one in found(client, "slips", "items")}
    planned = get(client, "projects/277/dates", as_at="2026-09-01").json()["items"][0]
    earlier = get(client, "projects/277/dates", as_at="2026-04-30").json()["items"][0]

    late = slips["project/277/go-live"]
    assert (late["slip"]["against_original"], late["slip"]["against_current"]) == (154, 31)
    assert (late["rating"], late["rating_by_latest_baseline"]) == ("red", "red")
    assert (planned["rating"], planned["rating_by_latest_baseline"]) == ("red", "green")
    assert (earlier["current"], earlier["slip"]["rebaselines"]) == ("2026-06-30", 0)
    assert found(client, "projects/277/range") == {
        "range": None,
        "coverage": {"inside": 0, "tried": 0},
    }
    assert get(client, "projects/277/range", milestone="none").status_code == 404


def test_a_benefit_is_measured_verified_withdrawn_and_in_no_sum_any_more(client):
    measured = {
        "on": "2026-09-30",
        "value": "130000",
        "pounds": "60000",
        "source": "Ledger",
        "measured_by": "F. Inance",
    }
    own = {"verified_by": "F. Inance", "verified_on": "2026-10-01"}
    other = {"verified_by": "A. Udit", "verified_on": "2026-10-01"}
    here = "benefits/203-1/measurements"

    made = post(client, here, measured)
    refused = post(client, f"{here}/2026-09-30/verification", own)
    missing = post(client, f"{here}/2026-09-29/verification", other)
    verified = post(client, f"{here}/2026-09-30/verification", other)
    before = found(client, "benefits/sums", "every")
    reason = {"withdrawn_on": "2026-10-05", "withdrawn_reason": "Bought all the same"}
    gone = post(client, "benefits/203-1/withdrawal", reason)
    after = found(client, "benefits/sums", "every")

    assert made.json()["value"] == "130000"
    assert places(refused) == ["verified_by"]
    assert missing.status_code == 404
    assert verified.json()["verified_by"] == "A. Udit"
    assert before["verified"] == {"pounds": "60000", "made_of": 1, "out_of": before["count"]}
    assert gone.json()["withdrawn_on"] == "2026-10-05"
    assert (after["verified"]["pounds"], after["states"]["withdrawn"]) == ("0", 1)
    assert get(client, "benefits", state="withdrawn").json()["items"][0]["code"] == "203-1"


def test_a_saving_claimed_twice_is_named_and_settled(client):
    record(benefit_facts.benefit("204-3"))

    (claim,) = found(client, "claims", "items")
    settled = post(
        client,
        "claims",
        {
            "first": claim["first"]["code"],
            "second": claim["second"]["code"],
            "on": "2026-10-01",
            "outcome": "separate",
            "why": "Two budgets",
            "said_by": "F. Inance",
        },
    )

    assert (claim["first"]["code"], claim["same_line"], claim["settled"]) == ("203-1", True, None)
    assert settled.json()["outcome"] == "separate"
    assert found(client, "claims", "items", 0, "settled", "why") == "Two budgets"


def test_the_line_of_sight_is_read_as_a_list(client):
    lines = found(client, "strategies/IT-2024/sight", "items")

    assert [(one["depth"], one["rung"], one["gap"]) for one in lines] == [
        (0, "objective", None),
        (1, "project", None),
        (2, "benefit", None),
        (1, "project", None),
        (2, "benefit", "not_measured"),
        (2, "benefit", "not_measured"),
        (1, "project", "no_benefit"),
        (0, "objective", "no_project"),
    ]
    looked = found(client, "strategies/IT-2024/retrospective", "looked", 0)
    assert (looked["review"]["verdict"], looked["projects"][2]) == ("delivered", "project/277")


def test_evidence_is_withdrawn_and_a_look_put_in_the_work_programme(client):
    transition = found(client, "transitions/INFRA", "transition")
    no_body = post(client, "transitions/INFRA/looks", {"on": "2026-10-12"})
    post(client, "transitions", transition | {"body": "OSMB"})

    gone = post(client, f"{OUTCOME}/evidence/1/withdrawal", {"withdrawn_reason": "Miscounted"})
    look = post(client, "transitions/INFRA/looks", {"on": "2026-10-12"})

    assert places(no_body) == ["body"]
    assert gone.json()["withdrawn_reason"] == "Miscounted"
    assert found(client, OUTCOME, "state") == "no_evidence"
    assert look.json()["entry"] == "programme/OSMB/1"
    assert found(client, "transitions/INFRA", "looks", 0, "on") == "2026-10-12"


def test_capacity_lessons_and_suppliers_say_what_their_pages_say(client):
    staffing = found(client, "staffing")
    offered = found(client, "projects/277/lessons", "items", 0)
    supplier = found(client, "suppliers/norland-services")

    assert (staffing["total"]["wanted"], staffing["open_posts"][0]["days"]) == (2, 280)
    assert (offered["why"], offered["use"]["applied_to"]) == ("named", "project/277")
    assert (supplier["name"], supplier["now"]["share"]) == ("Norland Services", "100.0")
    assert found(client, "suppliers/over-time", "items", -1, "on") == "2026-10-12"
    assert get(client, "lessons", words="test data").json()["count"] == 1
    assert get(client, "lessons", words="nothing of it").json()["count"] == 0
    assert get(client, "suppliers/none").status_code == 404


def test_an_update_is_looked_at_taken_in_once_and_told_cell_by_cell(client):
    content = update(date(2026, 12, 15))
    before = audit.number_at()

    def sent(path):
        return client.post(f"/api/{path}", {"file": SimpleUploadedFile("october.xlsx", content)})

    plan = sent("updates/plan").json()
    assert audit.number_at() == before
    first, again = sent("updates").json(), sent("updates").json()

    assert [(one["item"], one["effect"], one["after"]) for one in plan["lines"]] == [
        ("go-live", "changed", "2026-12-15")
    ]
    assert (first["reference"], first["dates"], again) == ("update/2", 1, first)
    (line,) = found(client, "updates/2/lines", "items")
    assert (line["reference"], line["file_name"]) == ("project/277/go-live", "october.xlsx")
    assert line["place"].startswith("Dates!")
    assert [one["number"] for one in found(client, "updates", "items")] == [2, 1]


def test_an_update_with_faults_is_refused_with_every_cell(client):
    wrong = SimpleUploadedFile("o.xlsx", update("soon"))
    known = audit.number_at()

    answer = client.post("/api/updates", {"file": wrong})
    none = client.post("/api/updates", {"file": SimpleUploadedFile("o.xlsx", b"nothing")})
    huge = client.post("/api/updates", {"file": SimpleUploadedFile("o.xlsx", b"0" * 1_000_001)})
    unmapped = client.post(
        "/api/updates", {"file": SimpleUploadedFile("o.csv", b"a,b"), "cell_map": "none"}
    )

    (place,) = places(answer)
    assert place.startswith("Dates!")
    assert places(none)
    assert places(huge) == ["file"]
    assert unmapped.status_code == 404
    assert audit.number_at() == known


@pytest.mark.parametrize(
    "path",
    [
        "projects/999",
        "projects/999/dates",
        "projects/999/moves",
        "projects/999/range",
        "projects/999/statuses",
        "projects/999/lessons",
        "business-cases/277/full",
        "funding/277/grant/2026",
        f"funding/277/capital/{10**30}",
        "dependencies/277/9",
        f"dependencies/277/{10**30}",
        "delay-costs/277/9",
        "benefits/277-9",
        "benefits/none/measurements",
        f"benefits/203-{10**30}/forecasts",
        "strategies/NONE",
        "strategies/NONE/sight",
        "strategies/NONE/objectives",
        "strategies/NONE/retrospective",
        f"{OBJECTIVE}/9",
        f"{OBJECTIVE}/9/reviews",
        "transitions/NONE",
        "transitions/INFRA/outcomes/9",
        "lessons/9",
        f"lessons/{10**30}",
        "posts/NONE",
        "procurements/NONE",
        "redirections/277/9",
        "process-reviews/9",
        "features/9",
        "updates/9",
        "updates/9/lines",
        f"updates/{10**30}",
    ],
)
def test_what_is_not_there_is_said_as_a_problem(path, client):
    answer = get(client, path)

    assert (answer.status_code, answer.json()["status"]) == (404, 404)
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        (facts.Measurement, "benefits/203-9/measurements"),
        (facts.BenefitForecast, "benefits/203-9/forecasts"),
        (facts.Objective, "strategies/NONE/objectives"),
        (facts.ObjectiveReview, f"{OBJECTIVE}/9/reviews"),
        (facts.Outcome, "transitions/NONE/outcomes"),
        (facts.OutcomeEvidence, "transitions/INFRA/outcomes/9/evidence"),
        (facts.OutcomeJudgement, f"transitions/INFRA/outcomes/{10**30}/judgements"),
        (facts.HandOver, "transitions/NONE/hand-overs"),
        (facts.LessonApplied, f"lessons/{10**30}/uses"),
    ],
    ids=lambda one: one if isinstance(one, str) else one.__name__,
)
def test_nothing_is_recorded_of_what_is_not_there(kind, path, client):
    sent = found(client, *KEPT[kind][0])
    known = audit.number_at()

    assert post(client, path, sent).status_code == 404
    assert audit.number_at() == known


MONEY = {"project": "277", "source": "capital", "year": 2026, "approved": "1"}


@pytest.mark.parametrize(
    ("path", "sent", "fault"),
    [
        ("funding", {}, ("approved", "It is missing", "send it")),
        (
            "funding",
            MONEY | {"source": "gift"},
            (
                "source",
                "It is none of those that are known",
                "send capital, revenue, grant or reserve",
            ),
        ),
        (
            "funding",
            MONEY | {"approved": "a lot"},
            ("approved", "It is no number", "send one such as 1200.50, without signs around it"),
        ),
        (
            "funding",
            MONEY | {"approved": "0.001"},
            ("approved", "It has more than 2 figures after the point", "round it"),
        ),
        (
            "funding",
            MONEY | {"approved": "-1"},
            ("approved", "It is less than 0", "send 0 or more"),
        ),
        (
            "funding",
            MONEY | {"year": "next"},
            ("year", "It is no whole number", "send one such as 12"),
        ),
        (
            "funding",
            MONEY | {"spent_by": "soon"},
            ("spent_by", "It is no day", "write it as 2026-10-12"),
        ),
        (
            "funding",
            MONEY | {"budget_line": "x" * 61},
            ("budget_line", "It has more than 60 letters", "say it in 60 or fewer"),
        ),
        (
            "funding",
            MONEY | {"project": "a/b"},
            (
                "project",
                "It has signs that no reference can carry",
                "use letters and digits, with dots or hyphens between them",
            ),
        ),
        (
            "posts",
            {"is_wanted": "perhaps"},
            ("is_wanted", "It is neither true nor false", "send one of the two"),
        ),
        (
            "lessons",
            {"should_apply_to": "all"},
            ("should_apply_to", "It is no list", "send one, such as []"),
        ),
        ("lessons", {"cause": 7}, ("cause", "It is no text", "send it in quotation marks")),
        ("projects", {"number": "new"}, ("number", "another page has this address", "")),
        (
            "funding",
            MONEY | {"project": "999"},
            ("project", "There is no project 999", "give a number of the list of projects"),
        ),
        (
            "funding",
            MONEY | {"spent": "2"},
            ("spent_by", "What is spent has no day", "enter the day it counts to"),
        ),
    ],
)
def test_each_fault_is_said_in_plain_words_with_its_place_and_remedy(path, sent, fault, client):
    known = audit.number_at()

    answer = post(client, path, sent)

    said = [tuple(one.values()) for one in answer.json()["faults"]]
    assert answer.status_code == 422
    assert fault in said, said
    assert audit.number_at() == known


def test_a_body_that_is_no_object_is_refused(client):
    assert places(post(client, "funding", [1])) == ["project", "source", "year", "approved"]
    assert client.post("/api/funding", "{", "application/json").status_code == 400


@pytest.mark.parametrize(
    ("sent", "place", "words"),
    [
        ({"suppliers": ["supplier/none"]}, "suppliers", "There is no supplier/none"),
        ({"place_reason": ""}, "place_reason", "Its place on the priority list has no reason"),
        ({"place": 1}, "place", "Place 1 is project 277’s"),
    ],
)
def test_a_project_that_does_not_fit_is_refused_in_words(sent, place, words, client):
    answer = post(client, "projects", found(client, "projects/203", "project") | sent)

    assert answer.status_code == 422
    assert words in answer.json()["detail"]
    assert [(one["place"], one["fault"]) for one in answer.json()["faults"]] == [(place, words)]


def test_a_project_changed_meanwhile_is_not_written_over(client):
    before = found(client, "projects/203", "project")
    first = post(client, "projects", before | {"based_on": before["version"], "manager": "One"})
    late = post(client, "projects", before | {"based_on": before["version"], "manager": "Two"})

    assert (first.status_code, late.status_code) == (200, 409)
    assert "Somebody else has changed this project meanwhile" in late.json()["detail"]
    assert found(client, "projects/203", "project")["manager"] == "One"


def test_a_date_and_a_status_that_do_not_fit_are_refused_in_words(client):
    again = {"milestone": "go-live", "kind": "baseline", "on": "2026-10-01", "to": "2027-01-01"}
    better = {
        "on": "2026-10-01",
        "scale": "three",
        "overall": "green",
        "time": "red",
        "assessor": "Sam Hale",
        "reasons": "Hope",
    }

    date_given = post(client, "projects/277/dates", again)
    status_given = post(client, "projects/277/statuses", better)
    nowhere = post(client, "projects/999/dates", again)

    assert places(date_given) == ["kind"]
    assert "give a later one as a new plan" in date_given.json()["detail"]
    assert places(status_given) == ["overall"]
    assert "better than the worst part" in status_given.json()["detail"]
    assert (date_given.status_code, status_given.status_code, nowhere.status_code) == (
        422,
        422,
        404,
    )


def test_a_program_of_an_officer_changes_and_of_a_clerk_reads(client):
    token = {
        name: {
            "headers": {
                "Authorization": f"Bearer {people.make_token(username=name, by=name, at=TODAY)}"
            }
        }
        for name in ("a.patel", "a.clerk")
    }
    program = Client(enforce_csrf_checks=True)
    sent = json.dumps(MONEY | {"year": 2027})

    def asked(name):
        return program.post("/api/funding", sent, "application/json", **token[name]).status_code

    assert (asked("a.patel"), asked("a.clerk")) == (200, 403)
    assert program.get("/api/funding", **token["a.clerk"]).json()["count"] == 2
    refused = Client(enforce_csrf_checks=True)
    refused.force_login(client.get("/").wsgi_request.user)
    assert refused.post("/api/funding", sent, "application/json").status_code == 403


class OneName(OpenAPISchema):
    """A description in which two schemas of one name are found."""

    def add_schema_definitions(self, definitions):
        """Refuse another schema of the same name."""
        for name, schema in definitions.items():
            assert self.schemas.setdefault(name, schema) == schema, name


def test_no_two_schemas_have_one_name():
    OneName(API, "/api/")


def ours(said):
    """Yield the path, method and what is said of each operation of the portfolio."""
    tags = {tag for router in api.ROUTERS for tag in router.tags}
    for path, item in said["paths"].items():
        for method, operation in item.items():
            if tags & set(operation["tags"]):
                yield path, method, operation


def named_in(value):
    if isinstance(value, dict):
        own = [value["$ref"].rpartition("/")[2]] if "$ref" in value else []
        return own + [name for one in value.values() for name in named_in(one)]
    return [name for one in value for name in named_in(one)] if isinstance(value, list) else []


def test_every_field_and_parameter_says_what_it_means():
    said = API.get_openapi_schema(path_prefix="/api/")
    schemas, seen = said["components"]["schemas"], set()
    operations = [operation for _, _, operation in ours(said)]
    waiting = named_in(operations)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += named_in(schemas[name])

    assert [
        (name, field)
        for name in sorted(seen)
        for field, one in schemas[name].get("properties", {}).items()
        if not one.get("description")
    ] == []
    assert [
        one["name"]
        for operation in operations
        for one in operation["parameters"]
        if not one.get("description")
    ] == []
    form = said["paths"]["/api/updates"]["post"]["requestBody"]["content"]["multipart/form-data"]
    assert form["schema"]["properties"]["file"]["description"] == "The workbook, or the register"
    assert schemas["FundingShown"]["properties"]["spent"]["description"].endswith(
        "null where nobody has said"
    )


# an address of each operation that reads, as its description has it
READ = {
    "projects/{number}": "projects/277",
    "business-cases/{project}/{stage}": "business-cases/277/outline",
    "funding/{project}/{source}/{year}": "funding/277/capital/2026",
    "{project}/{number}": "277/1",
    "benefits/{code}": "benefits/203-1",
    "strategies/{code}": "strategies/IT-2024",
    "transitions/{code}": "transitions/INFRA",
    "posts/{code}": "posts/IT-001",
    "procurements/{code}": "procurements/PR-1",
    "suppliers/{slug}": "suppliers/norland-services",
    "{number}": "1",
}


def address(path):
    for template, real in READ.items():
        path = path.replace(template, real)
    return path


def test_what_is_answered_is_what_is_described(client):
    record(benefit_facts.benefit("204-3"))  # looks like the saving of 203-1
    described = Described(API.get_openapi_schema(path_prefix="/api/"))
    reading = [path for path, method, _ in ours(described.said) if method == "get"]
    assert len(reading) == 51

    for path in reading:
        answer = client.get(address(path))
        assert answer.status_code == 200, path
        schema = described.answered("GET", path)
        assert described.faults(answer.json(), schema, path) == []
        assert answer.json().get("count") != 0, path


@pytest.mark.parametrize("kind", KEPT, ids=lambda kind: kind.__name__)
def test_what_is_sent_is_what_is_described(kind, client):
    described = Described(API.get_openapi_schema(path_prefix="/api/"))
    where, there = KEPT[kind]
    before = found(client, *where)
    path = next(
        path
        for path, method, _ in ours(described.said)
        if method == "post" and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", path), f"/api/{there}")
    )
    body = described.said["paths"][path]["post"]["requestBody"]["content"]["application/json"]
    fields = described.schemas[body["schema"]["$ref"].rpartition("/")[2]]["properties"]
    sent = {name: before[name] for name in fields if name in before}

    assert described.faults(sent | {"based_on": None}, body["schema"]) == []
    answer = post(client, there, sent)
    assert described.faults(answer.json(), described.answered("POST", path)) == []


def more(first, last):
    """Record some more of everything."""
    for number in range(first, last):
        writes.record_project(
            project=project(str(number), objectives=("objective/IT-2024/1",)), by="a.patel", at=AT
        )
        writes.move_date(
            project=str(number),
            milestone="go-live",
            title="Go-live",
            move=move("baseline", "2026-01-05", "2026-11-30"),
            by="a.patel",
            at=AT,
        )
        writes.give_status(status=status(number=str(number)), by="a.patel", at=AT)
        record(
            benefit_facts.plain(f"{number}-1", title=f"Calls {number}", metric=f"Calls {number}")
        )
        record(capacity_facts.post(f"IT-{number}"))
        record(capacity_facts.procurement(f"PR-{number}", projects=(str(number),)))
        record(capacity_facts.redirection(project=str(number)))
        record(capacity_facts.review(number=0))
        record(capacity_facts.feature(number=0))
        record(outcome_facts.transition(code=f"T-{number}"))
        record(outcome_facts.outcome(transition=f"T-{number}"))
        record(outcome_facts.lesson(learned_from=f"project/{number}"))
        record(strategy_facts.strategy(f"S-{number}"))
        record(
            facts.Funding(
                project=str(number),
                source=facts.FundingSource.GRANT,
                year=2026,
                approved=Decimal(1),
            )
        )


def test_lists_ask_the_store_as_often_however_much_is_recorded(client):
    paths = [
        path
        for path, method, _ in ours(API.get_openapi_schema(path_prefix="/api/"))
        if method == "get"
    ]

    def asked():
        counted = {}
        for path in paths:
            client.get(address(path))  # what is kept by event is read once
            with CaptureQueriesContext(connection) as queries:
                client.get(address(path))
            counted[path] = len(queries)
        return counted

    more(300, 302)
    before = asked()
    more(302, 308)
    after = asked()

    assert {path: (n, after[path]) for path, n in before.items() if after[path] > n} == {}
    assert max(after.values()) <= 30

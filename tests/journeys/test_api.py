"""The interface for programs: every operation × every role, refusals, tokens, its description.

To add an operation: method and path, at which something is kept, and one sign for each of VIEWERS:

    .  200, done           s  401, who is it?       x  403, not permitted
    n  404, not there      c  409, in the way       u  422, what was sent does not do

Whatever is written is sent {}: who may not, hears so before it is read.
"""

import json
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import time_machine
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import get_resolver

from factories import estate_kept
from factories.portfolio_records import one_of_each
from scrutable.access import writes as people
from scrutable.access.cli import group as access
from scrutable.access.models import Person
from scrutable.audit import reads as audit
from scrutable.config.api import API
from scrutable.meetings import facts, reads, writes

TODAY = datetime(2026, 10, 12, 9, tzinfo=UTC)
WHO = {"by": "a.clerk", "at": TODAY}
SIGNS = {200: ".", 401: "s", 403: "x", 404: "n", 409: "c", 422: "u"}
VIEWERS = (
    *("", "n.ward", "c.osei", "a.clerk", "t.okafor"),
    *("r.lindqvist", "a.patel", "d.reyes", "j.smith", "m.doyle"),
)
# nobody, supplier, member, clerk, scrutiny officer,
# auditor, officer, report author, contract manager, administrator
OF_MEETINGS = {
    "GET /api/bodies": "sx........",
    "POST /api/bodies": "sxxuxxxxxx",
    "GET /api/bodies/OSMB": "sx........",
    "GET /api/bodies/OSMB/programme": "sx........",
    "POST /api/bodies/OSMB/programme": "sxxuxxxxxx",
    "GET /api/meetings": "sx........",
    "POST /api/meetings": "sxxuxxxxxx",
    "GET /api/meetings/OSMB-2026-07-23": "sx........",
    "GET /api/meetings/OSMB-2026-07-23/items": "sx........",
    "POST /api/meetings/OSMB-2026-07-23/items": "sxxuxxxxxx",
    "GET /api/meetings/OSMB-2026-07-23/items/1": "sx........",
    "GET /api/meetings/OSMB-2026-07-23/attendance": "sx........",
    "POST /api/meetings/OSMB-2026-07-23/attendance": "sxxuxxxxxx",
    "GET /api/meetings/OSMB-2026-07-23/deadlines": "sx........",
    "GET /api/plan": "sx........",
    "POST /api/plan": "sxxuxxxxxx",
    "GET /api/decisions": "sx........",
    "GET /api/decisions/I017909": "sx........",
    "GET /api/decisions/I017909/deadlines": "sx........",
    "POST /api/decisions/I017909/record": "sxxuxxxxxx",
    "POST /api/decisions/I017909/carried-out": "sxxuxxxxxx",
    "POST /api/decisions/I017909/call-in": "sxxuxxxxxx",
    "POST /api/decisions/I017909/hearing": "sxxuxxxxxx",
    "GET /api/decisions/I017909/report": "sxx.......",
    "PUT /api/decisions/I017909/report": "sxxxxxuuux",
    "PUT /api/decisions/I017909/report/parts/summary": "sxxxxx...x",
    "PUT /api/decisions/I017909/report/equality/age": "sxxxxxuuux",
    "POST /api/decisions/I017909/report/appendices": "sxxxxxuuux",
    "DELETE /api/decisions/I017909/report/appendices/A": "sxxxxxnnnx",
    "POST /api/decisions/I017909/report/background-papers": "sxxxxxuuux",
    "DELETE /api/decisions/I017909/report/background-papers/1": "sxxxxxnnnx",
    "POST /api/minutes/read": "sxxuuuuuuu",
    "GET /api/minutes": "sx........",
    "POST /api/minutes": "sxxuxxxxxx",
    "GET /api/minutes/EXEC-2026-05-19-1": "sxx.......",
    "GET /api/minutes/EXEC-2026-05-19-1/limbs": "sxx.......",
    "POST /api/minutes/EXEC-2026-05-19-1/limbs": "sxxuxxxxxx",
    "PUT /api/minutes/EXEC-2026-05-19-1/limbs/1": "sxxuxxxxxx",
    "POST /api/minutes/EXEC-2026-05-19-1/confirmation": "sxx.xxxxxx",
    "GET /api/commitments": "sx........",
    "POST /api/commitments": "sxxuuxxxxx",
    "GET /api/commitments/2026-001": "sx........",
    "POST /api/commitments/2026-001/answer": "sxxuxxuuux",
    "POST /api/commitments/2026-001/steps": "sxxuuxxxxx",
    "GET /api/questions": "sx........",
    "POST /api/questions": "sxxuuxxxxx",
    "GET /api/questions/OSMB-2026-07-23/1": "sx........",
    "POST /api/questions/OSMB-2026-07-23/1/answer": "sxxuxxuuux",
    "GET /api/wanted": "sx........",
    "POST /api/wanted": "sxxuuxxxxx",
    "POST /api/wanted/OSMB/1/end": "sxxuuxxxxx",
    "GET /api/delegations": "sx........",
    "POST /api/delegations": "sxxuxxxxxx",
    "GET /api/delegations/2026-001": "sx........",
    "POST /api/delegations/2026-001/end": "sxxuxxxxxx",
    "GET /api/delegations/2026-001/uses": "sx........",
    "POST /api/delegations/2026-001/uses": "sxxuxxuuux",
    "GET /api/recommendations": "sx........",
    "POST /api/recommendations": "sxxuuxxxxx",
    "GET /api/recommendations/2026-001": "sx........",
    "POST /api/recommendations/2026-001/notice": "sxxuuxxxxx",
    "POST /api/recommendations/2026-001/answer": "sxxuuxxxxx",
    "POST /api/recommendations/2026-001/publication": "sxxuuxxxxx",
}
OF_PORTFOLIO = {
    "GET /api/projects": "sx........",
    "POST /api/projects": "sxxxxxuxux",
    "GET /api/projects/277": "sx........",
    "GET /api/projects/277/lessons": "sx........",
    "GET /api/slips": "sx........",
    "GET /api/projects/277/dates": "sx........",
    "POST /api/projects/277/dates": "sxxxxxuxux",
    "GET /api/projects/277/moves": "sx........",
    "GET /api/projects/277/range": "sx........",
    "GET /api/projects/277/statuses": "sx........",
    "POST /api/projects/277/statuses": "sxxxxxuxux",
    "GET /api/business-cases": "sx........",
    "POST /api/business-cases": "sxxxxxuxux",
    "GET /api/business-cases/277/outline": "sx........",
    "GET /api/funding": "sx........",
    "POST /api/funding": "sxxxxxuxux",
    "GET /api/funding/277/capital/2026": "sx........",
    "GET /api/dependencies": "sx........",
    "POST /api/dependencies": "sxxxxxuxux",
    "GET /api/dependencies/277/1": "sx........",
    "GET /api/delay-costs": "sx........",
    "POST /api/delay-costs": "sxxxxxuxux",
    "GET /api/delay-costs/277/1": "sx........",
    "GET /api/benefits": "sx........",
    "POST /api/benefits": "sxxxxxuxux",
    "GET /api/benefits/sums": "sx........",
    "GET /api/benefits/203-1": "sx........",
    "GET /api/benefits/203-1/measurements": "sx........",
    "POST /api/benefits/203-1/measurements": "sxxxxxuxux",
    "GET /api/benefits/203-1/forecasts": "sx........",
    "POST /api/benefits/203-1/forecasts": "sxxxxxuxux",
    "GET /api/claims": "sx........",
    "POST /api/claims": "sxxxxxuxux",
    "GET /api/strategies": "sx........",
    "POST /api/strategies": "sxxxxxuxux",
    "GET /api/strategies/IT-2024": "sx........",
    "GET /api/strategies/IT-2024/sight": "sx........",
    "GET /api/strategies/IT-2024/retrospective": "sx........",
    "GET /api/strategies/IT-2024/objectives": "sx........",
    "POST /api/strategies/IT-2024/objectives": "sxxxxxuxux",
    "GET /api/strategies/IT-2024/objectives/1": "sx........",
    "GET /api/strategies/IT-2024/objectives/1/reviews": "sx........",
    "POST /api/strategies/IT-2024/objectives/1/reviews": "sxxxxxuxux",
    "GET /api/transitions": "sx........",
    "POST /api/transitions": "sxxxxxuxux",
    "GET /api/transitions/INFRA": "sx........",
    "GET /api/transitions/INFRA/outcomes/1": "sx........",
    "GET /api/lessons": "sx........",
    "POST /api/lessons": "sxxxxxuxux",
    "GET /api/lessons/1": "sx........",
    "GET /api/staffing": "sx........",
    "GET /api/posts": "sx........",
    "POST /api/posts": "sxxxxxuxux",
    "GET /api/posts/IT-001": "sx........",
    "GET /api/procurements": "sx........",
    "POST /api/procurements": "sxxxxxuxux",
    "GET /api/procurements/PR-1": "sx........",
    "GET /api/redirections": "sx........",
    "POST /api/redirections": "sxxxxxuxux",
    "GET /api/redirections/277/1": "sx........",
    "GET /api/process-reviews": "sx........",
    "POST /api/process-reviews": "sxxxxxuxux",
    "GET /api/process-reviews/1": "sx........",
    "GET /api/features": "sx........",
    "POST /api/features": "sxxxxxuxux",
    "GET /api/features/1": "sx........",
    "GET /api/suppliers": "sx........",
    "GET /api/suppliers/over-time": "sx........",
    "GET /api/suppliers/norland-services": "sx........",
    "GET /api/updates": "sx........",
    "POST /api/updates": "sxxxxxuxux",
    "GET /api/updates/1": "sx........",
    "GET /api/updates/1/lines": "sx........",
    "POST /api/benefits/203-1/withdrawal": "sxxxxxuxux",
    "POST /api/benefits/203-1/measurements/2026-03-31/verification": "sxxxxxuxux",
    "POST /api/transitions/INFRA/outcomes": "sxxxxxuxux",
    "POST /api/transitions/INFRA/outcomes/1/evidence": "sxxxxxuxux",
    "POST /api/transitions/INFRA/outcomes/1/evidence/1/withdrawal": "sxxxxxuxux",
    "POST /api/transitions/INFRA/outcomes/1/judgements": "sxxxxxuxux",
    "POST /api/transitions/INFRA/hand-overs": "sxxxxxuxux",
    "POST /api/transitions/INFRA/looks": "sxxxxxuxux",
    "POST /api/lessons/1/uses": "sxxxxxuxux",
    "POST /api/updates/plan": "sxxxxxuxux",
}
OF_ESTATE = {
    "GET /api/estate/extracts": "sx........",
    "POST /api/estate/extracts": "sxxxxxxxxx",
    "GET /api/estate/extracts/accounts/2026-09-30": "sx........",
    "GET /api/estate/extracts/accounts/2026-09-30/refused": "sxxxx.xxxx",
    "GET /api/estate/sums": "sx........",
    "GET /api/estate/snapshots": "sx........",
    "POST /api/estate/snapshots": "sxxxxxxxxx",
    "GET /api/estate/findings": "sxxxx.xxxx",
    "GET /api/estate/findings/counts": "sx........",
    "POST /api/estate/findings/explanations": "sxxxxxxxxx",
    "POST /api/estate/findings/owners": "sxxxxxxxxx",
    "POST /api/estate/findings/fixes": "sxxxxxxxxx",
    "GET /api/estate/findings/1": "sxxxx.xxxx",
    "GET /api/estate/things/1": "sxxxx.xxxx",
    "GET /api/estate/things/1/person": "sxxxx.xxxx",
    "GET /api/estate/licences": "sx........",
    "GET /api/estate/software": "sx........",
    "POST /api/estate/software": "sxxxxxxxxx",
    "GET /api/estate/licences/statements": "sx........",
    "POST /api/estate/licences/statements": "sxxxxxxxxx",
    "GET /api/estate/licences/statements/1": "sx........",
    "GET /api/estate/licences/products/database": "sx........",
    "GET /api/estate/agreements": "sx........",
    "POST /api/estate/agreements": "sxxxxxxxux",
    "POST /api/estate/agreements/register": "sxxxxxxxux",
    "GET /api/estate/agreements/coming": "sx........",
    "GET /api/estate/agreements/ran-on": "sx........",
    "GET /api/estate/agreements/MAIL": "sx........",
    "POST /api/estate/agreements/MAIL/renewals": "sxxxxxxxux",
    "POST /api/estate/agreements/MAIL/ran-on/2024-04-01": "sxxxxxxxux",
    "GET /api/estate/orders": "sx........",
    "GET /api/estate/suppliers": "sx........",
    "GET /api/estate/suppliers/S1": "sx........",
    "GET /api/estate/initiatives": "sx........",
    "POST /api/estate/initiatives": "sxxxxxxxxx",
    "GET /api/estate/initiatives/ACC-1": "sx........",
}
OPERATIONS = OF_MEETINGS | OF_PORTFOLIO | OF_ESTATE
PEOPLE = (
    *("supplier_person", "member", "clerk", "scrutiny_officer", "auditor"),
    *("officer", "report_author", "contract_manager", "administrator"),
)
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices would become known"
)
MINUTES = b"""EXECUTIVE

19 May 2026

RESOLVED: that authority be delegated to the Director of Finance, in consultation with the Leader,
to appoint ICT officers on an interim basis, up to a maximum of \xc2\xa3250,000.
"""
USE = {
    "on": "2026-07-01",
    "used_by": "Director of Finance",
    "act": "Appoint ICT officers",
    "what": "Two network engineers",
    "pounds": "100000.50",
    "consulted": ["Leader"],
    "consulted_on": "2026-06-28",
}


@pytest.fixture(autouse=True)
def world(request, db):
    for name in PEOPLE:
        request.getfixturevalue(name)
    with time_machine.travel(TODAY, tick=False):
        yield council()


def council():
    """Have one of everything, of each kind that may be closed a closed one."""
    for code, name, kind in (
        ("EXEC", "Executive", facts.BodyKind.EXECUTIVE),
        ("OSMB", "Overview and Scrutiny Management Board", facts.BodyKind.SCRUTINY),
    ):
        writes.record_body(body=facts.Body(code=code, name=name, kind=kind), **WHO)
    for body, on in (("EXEC", date(2026, 5, 19)), ("OSMB", date(2026, 7, 23))):
        held = facts.Meeting(code="", body=body, on=on, state=facts.MeetingState.HELD)
        writes.record_meeting(meeting=held, **WHO)
    for title, closure in (("Network", facts.OPEN), ("Tenders", EXEMPT)):
        writes.put_item(
            item=facts.AgendaItem(
                meeting="OSMB-2026-07-23",
                number=0,
                printed="1.",
                title=title,
                text=f"The words on {title}",
                closure=closure,
            ),
            **WHO,
        )
    writes.plan_decision(
        planned=facts.PlannedDecision(
            code="I017909",
            matter="ICT partner",
            maker="EXEC",
            window_from=date(2026, 11, 1),
            window_to=date(2026, 11, 30),
            owner="Director of Finance",
        ),
        **WHO,
    )
    incoming = facts.IncomingMinutes(content=MINUTES, name="may.txt", meeting="EXEC-2026-05-19")
    writes.load_minutes(incoming=incoming, **WHO)
    promises()
    powers()


def promises():
    for text, closure in (("Report back", facts.OPEN), ("Tell the price", EXEMPT)):
        writes.make_commitment(
            commitment=facts.Commitment(
                year=2026,
                number=0,
                body="OSMB",
                text=text,
                kind=facts.OutcomeKind.REPORT_BACK,
                source=facts.CommitmentSource.RESOLUTION,
                source_reference="",
                made_in="OSMB-2026-07-23",
                made_on=date(2026, 7, 23),
                owner="Head of IT",
                due=facts.Due(words="by 1 October 2026", last=date(2026, 10, 1)),
                closure=closure,
            ),
            **WHO,
        )
    asked = facts.Question(
        meeting="OSMB-2026-07-23",
        number=0,
        item="",
        asked_by="Councillor Osei",
        text="Why twenty?",
        to="Head of IT",
    )
    writes.ask_question(question=asked, **WHO)
    wish = facts.Wanted(
        body="OSMB",
        number=0,
        words="Details of mitigations",
        section="mitigations",
        from_on=date(2026, 8, 1),
        asked_in="OSMB-2026-07-23",
    )
    writes.want(wanted=wish, **WHO)


def powers():
    writes.delegate(
        delegation=facts.Delegation(
            year=2026,
            number=0,
            body="EXEC",
            to="Director of Finance",
            acts=("Appoint ICT officers",),
            consultees=("Leader",),
            limit_pounds=Decimal(250_000),
            from_on=date(2026, 6, 1),
            made_in="EXEC-2026-05-19",
        ),
        **WHO,
    )
    writes.recommend(
        recommendation=facts.Recommendation(
            year=0,
            number=0,
            body="OSMB",
            to="EXEC",
            text="Publish the reasons.",
            made_in="OSMB-2026-07-23",
        ),
        **WHO,
    )


def person(username):
    return Person.objects.get(username=username)


def ask(client, operation, sent=None, **more):
    method, _, path = operation.partition(" ")
    if method == "GET":
        return client.get(path, sent or {}, **more)
    return client.generic(method, path, json.dumps(sent or {}), "application/json", **more)


def described():
    """Return method and path of each operation, as the description lists them."""
    for path, item in API.get_openapi_schema(path_prefix="/api/")["paths"].items():
        for method in item:
            yield method.upper(), re.compile(re.sub(r"\{\w+\}", "[^/]+", path))


def test_every_operation_is_in_the_table_and_none_besides():
    found = list(described())
    listed = [tuple(operation.split(" ")) for operation in OPERATIONS]

    for method, path in found:
        assert any(m == method and path.fullmatch(p) for m, p in listed), (method, path.pattern)
    assert len(listed) == len(found)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_who_may_do_what(operation, client):
    if operation in OF_PORTFOLIO:
        one_of_each()
    if operation in OF_ESTATE:
        estate_kept.one_of_each()
    found = ""
    for viewer in VIEWERS:
        client.logout()
        if viewer:
            client.force_login(person(viewer))
        answer = ask(client, operation)
        found += SIGNS[answer.status_code]
        if answer.status_code != 200:
            assert answer["Content-Type"] == "application/problem+json"
            assert answer.json()["status"] == answer.status_code

    assert found == OPERATIONS[operation]


@pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.startswith("GET ")])
def test_a_supplier_sees_nothing_and_is_told_why(operation, client):
    client.force_login(person("n.ward"))

    answer = ask(client, operation)

    assert answer.status_code == 403
    assert answer.json()["detail"].startswith("People of your role may not ")


@pytest.mark.parametrize(
    ("path", "open_words", "closed_words"),
    [
        ("/api/meetings/OSMB-2026-07-23/items", "The words on Network", "The words on Tenders"),
        ("/api/meetings/OSMB-2026-07-23/items/2", "Tenders", "The words on Tenders"),
        ("/api/commitments", "Report back", "Tell the price"),
        ("/api/commitments/2026-002", "OSMB", "Tell the price"),
    ],
)
def test_exempt_words_are_for_those_who_may_see_them(path, open_words, closed_words, client):
    client.force_login(person("c.osei"))
    member = client.get(path).content.decode()
    client.force_login(person("t.okafor"))
    scrutiny = client.get(path).content.decode()

    assert open_words in member
    assert open_words in scrutiny
    assert closed_words not in member
    assert closed_words in scrutiny


def test_a_use_is_recorded_and_one_outside_is_refused_and_kept(client):
    client.force_login(person("a.patel"))

    made = ask(client, "POST /api/delegations/2026-001/uses", USE)
    refused = ask(client, "POST /api/delegations/2026-001/uses", USE | {"pounds": "150000"})

    assert made.json()["reference"] == "delegation/2026-001/1"
    assert made.json()["pounds"] == "100000.50"
    assert refused.status_code == 409
    assert refused.json()["faults"] == [
        {
            "place": "Sum",
            "fault": "£150,000 is over what is left, £149,999.50 of £250,000.",
            "remedy": "Keep within what is left, or ask Executive for more.",
        }
    ]
    delegation = client.get("/api/delegations/2026-001").json()
    assert (delegation["left_pounds"], delegation["state"]) == ("149999.50", "in_force")
    uses = client.get("/api/delegations/2026-001/uses").json()
    assert [use["is_refused"] for use in uses["items"]] == [False, True]
    assert audit.events(subject="delegation/2026-001")[0].by == "a.patel"


def test_a_recommendation_goes_its_way(client):
    client.force_login(person("t.okafor"))
    here = "/api/recommendations/2026-001"

    noticed = ask(
        client,
        f"POST {here}/notice",
        {"received_on": "2026-08-03", "noticed_on": "2026-08-04", "published_on": "2026-08-01"},
    )
    bare = ask(client, f"POST {here}/answer", {"answer": "rejected", "on": "2026-10-01"})
    answered = ask(
        client,
        f"POST {here}/answer",
        {
            "answer": "accepted",
            "on": "2026-10-01",
            "action": "Publish them",
            "due": {"words": "by Christmas", "last": "2026-12-25"},
        },
    )
    published = ask(client, f"POST {here}/publication", {"on": "2026-10-02"})

    assert (noticed.json()["due_on"], noticed.json()["state"]) == ("2026-10-03", "overdue")
    assert (bare.status_code, bare.json()["detail"]) == (
        422,
        "Enter the reasons for what is rejected.",
    )
    assert answered.json()["state"] == "to_be_published"
    assert published.json()["state"] == "answered"
    made = client.get("/api/commitments/2026-003").json()
    assert (made["owner"], made["due"]["last"]) == ("Executive", "2026-12-25")


def test_minutes_are_read_without_being_kept(client):
    client.force_login(person("t.okafor"))
    file = SimpleUploadedFile("may.txt", MINUTES)

    answer = client.post("/api/minutes/read", {"file": file})
    empty = client.post("/api/minutes/read", {"file": SimpleUploadedFile("x.txt", b" ")})

    (outcome,) = answer.json()["outcomes"]
    assert (outcome["kind"], outcome["owner"]) == ("delegate", "Director of Finance")
    assert outcome["consultees"] == ["Leader"]
    assert answer.json()["meeting_on"] == "2026-05-19"
    assert empty.status_code == 422
    assert len(reads.all_minutes(audit.number_at())) == 1


def test_minutes_are_loaded_settled_and_confirmed(client):
    client.force_login(person("a.clerk"))
    file = SimpleUploadedFile("july.txt", MINUTES.replace(b"19 May", b"23 July"))

    loaded = client.post("/api/minutes", {"file": file, "meeting": "OSMB-2026-07-23"})
    assert loaded.status_code == 200, loaded.json()
    code = loaded.json()["code"]
    limb = client.get(f"/api/minutes/{code}/limbs").json()["items"][0]
    settled = ask(
        client,
        f"PUT /api/minutes/{code}/limbs/{limb['number']}",
        {"outcome": limb["outcome"], "state": "confirmed", "is_tracked": True},
    )
    confirmed = ask(client, f"POST /api/minutes/{code}/confirmation")
    again = ask(client, f"POST /api/minutes/{code}/confirmation")

    assert code == "OSMB-2026-07-23-1"
    assert settled.json()["state"] == "confirmed"
    assert confirmed.json()["is_confirmed"] is True
    assert again.status_code == 409
    made = client.get("/api/commitments?owner=Director of Finance").json()
    assert [one["source_reference"] for one in made["items"]] == [f"limb/{code}/{limb['number']}"]


def test_members_see_minutes_once_they_are_confirmed(client):
    client.force_login(person("c.osei"))
    before = client.get("/api/minutes").json()["items"]
    writes.confirm_minutes(minutes="EXEC-2026-05-19-1", **WHO)

    (listed,) = client.get("/api/minutes?meeting=EXEC-2026-05-19").json()["items"]
    (limb,) = client.get("/api/minutes/EXEC-2026-05-19-1/limbs").json()["items"]

    assert before == []
    assert "text" not in listed
    assert limb["outcome"]["amount_pounds"] == "250000"


def test_exempt_minutes_are_loaded_as_such(client):
    client.force_login(person("a.clerk"))
    closure = {"openness": "exempt", "paragraphs": [3], "public_interest": "Prices"}
    sent = {"meeting": "OSMB-2026-07-23"} | closure

    loaded = client.post("/api/minutes", sent | {"file": SimpleUploadedFile("a.txt", MINUTES)})
    unsaid = client.post(
        "/api/minutes",
        sent | {"file": SimpleUploadedFile("b.txt", MINUTES), "public_interest": ""},
    )

    assert loaded.json()["closure"] == closure
    assert unsaid.status_code == 422
    assert "names its paragraph and its reason" in unsaid.json()["detail"]


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ({}, ["2026-001", "2026-002"]),
        ({"body": "EXEC"}, []),
        ({"owner": "Head of IT", "limit": 1}, ["2026-001"]),
        ({"limit": 1, "offset": 1}, ["2026-002"]),
        ({"state": "overdue"}, ["2026-001", "2026-002"]),
        ({"state": "overdue", "as_at": "2026-10-01"}, []),
        ({"known_at": "2026-10-11"}, []),
    ],
)
def test_commitments_are_asked_for_by_body_owner_state_day_and_page(asked, codes, client):
    client.force_login(person("a.clerk"))

    answer = client.get("/api/commitments", asked).json()

    assert [one["code"] for one in answer["items"]] == codes
    assert answer["count"] == (2 if "limit" in asked else len(codes))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("limit=0", 422),
        ("limit=1001", 422),
        ("offset=-1", 422),
        ("as_at=soon", 422),
        ("known_at=soon", 400),
        ("known_at=0001-01-01", 400),
        ("state=done", 422),
    ],
)
def test_what_cannot_be_asked_is_said_as_a_problem(query, status, client):
    client.force_login(person("c.osei"))

    answer = client.get(f"/api/commitments?{query}")

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "path",
    [
        "/api/bodies/NONE",
        "/api/bodies/NONE/programme",
        "/api/meetings/NONE-2026-01-01",
        "/api/meetings/NONE-2026-01-01/items",
        "/api/meetings/NONE-2026-01-01/attendance",
        "/api/meetings/NONE-2026-01-01/deadlines",
        "/api/meetings/OSMB-2026-07-23/items/9",
        "/api/decisions/NONE",
        "/api/decisions/NONE/deadlines",
        "/api/decisions/NONE/report",
        "/api/minutes/NONE",
        "/api/minutes/NONE/limbs",
        "/api/commitments/2026-999",
        "/api/questions/OSMB-2026-07-23/9",
        "/api/delegations/2026-999",
        "/api/delegations/2026-999/uses",
        "/api/recommendations/2026-999",
    ],
)
def test_what_is_not_there_is_said_as_a_problem(path, client):
    client.force_login(person("t.okafor"))

    answer = client.get(path)

    assert answer.status_code == 404
    assert answer.json()["detail"]


@pytest.mark.parametrize(
    ("sent", "place"),
    [
        ({"code": "AUD"}, "name"),
        ({"code": "AUD", "name": "Audit", "kind": "club"}, "kind"),
        ({"code": "A" * 41, "name": "Audit", "kind": "committee"}, "code"),
    ],
)
def test_every_fault_of_what_is_sent_is_named_with_its_place(sent, place, client):
    client.force_login(person("a.clerk"))

    answer = ask(client, "POST /api/bodies", sent)

    assert answer.status_code == 422
    assert place in [fault["place"] for fault in answer.json()["faults"]]


@pytest.mark.parametrize(
    ("operation", "sent", "place"),
    [
        ("POST /api/meetings", {"body": "EXEC", "on": "9999-12-31"}, "on"),
        ("POST /api/meetings", {"body": "EXEC", "on": "0001-01-01"}, "on"),
        ("POST /api/delegations/2026-001/uses", USE | {"pounds": "1e999"}, "pounds"),
        ("POST /api/delegations/2026-001/uses", USE | {"pounds": "NaN"}, "pounds"),
        ("POST /api/delegations/2026-001/uses", USE | {"pounds": "0.001"}, "pounds"),
        (
            "POST /api/bodies/OSMB/programme",
            {"title": "x", "purpose": "other", "owner": "y", "every_months": 10**30},
            "every_months",
        ),
    ],
)
def test_what_no_store_could_keep_is_refused_at_the_door(operation, sent, place, client):
    client.force_login(person("a.clerk"))

    answer = ask(client, operation, sent)

    assert answer.status_code == 422
    assert place in [fault["place"] for fault in answer.json()["faults"]]


@pytest.mark.parametrize(
    "path",
    [
        f"/api/meetings/OSMB-2026-07-23/items/{10**30}",
        f"/api/questions/OSMB-2026-07-23/{10**30}",
        "/api/delegations/99999999999-001",
        f"/api/commitments/2026-{10**30}",
    ],
)
def test_a_number_beyond_all_is_not_there(path, client):
    client.force_login(person("t.okafor"))

    assert client.get(path).status_code == 404


def test_what_the_law_does_not_allow_is_refused_with_every_fault(client):
    client.force_login(person("a.clerk"))
    record = {"decided_on": "2026-11-03", "maker": "EXEC", "text": "Agreed", "reasons": ""}

    answer = ask(client, "POST /api/decisions/I017909/record", record)

    assert answer.status_code == 422
    assert len(answer.json()["faults"]) > 1


def test_signs_that_nothing_can_print_are_spaces(client):
    client.force_login(person("a.clerk"))

    made = ask(
        client,
        "POST /api/bodies",
        {"code": "AUD", "name": "Audit\u0000 \u202eCommittee", "kind": "committee"},
    )

    assert made.json()["name"] == "Audit   Committee"


def test_a_report_is_written_part_by_part_and_never_over_another(client):
    client.force_login(person("d.reyes"))
    here = "/api/decisions/I017909/report"
    cover = {
        "title": "ICT partner",
        "author": "Dana Reyes",
        "contact": "d.reyes@westmere.example",
        "on_behalf_of": "Director of Finance",
    }

    begun = ask(client, f"PUT {here}", cover)
    first = ask(client, f"PUT {here}/parts/summary", {"text": "A partner is wanted."})
    client.force_login(person("j.smith"))
    over = ask(client, f"PUT {here}/parts/summary", {"text": "None is."})
    appendix = ask(client, f"POST {here}/appendices", {"title": "Options", "text": "Three."})
    gone = ask(client, f"DELETE {here}/appendices/A")
    report = client.get(here).json()

    assert begun.json()["author"] == "Dana Reyes"
    assert (first.status_code, over.status_code) == (200, 409)
    assert (appendix.json()["letter"], gone.json()["removed"]) == ("A", True)
    assert report["parts"]["summary"]["text"] == "A partner is wanted."
    assert "recommendations" in [lack["part"] for lack in report["lacks"]]


def test_a_form_from_elsewhere_changes_nothing(clerk):
    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk)

    refused = ask(client, "POST /api/delegations/2026-001/uses", USE)

    assert refused.status_code == 403
    assert client.get("/api/delegations/2026-001").status_code == 200
    assert reads.uses("2026-001", audit.number_at()) == []


def token_of(username):
    return people.make_token(username=username, by=username, at=TODAY)


def bearing(token):
    return {"headers": {"Authorization": f"Bearer {token}"}}


def test_a_program_asks_with_its_persons_token():
    client = Client(enforce_csrf_checks=True)
    token = token_of("a.patel")

    made = ask(client, "POST /api/delegations/2026-001/uses", USE, **bearing(token))
    refused = ask(client, "POST /api/bodies", {}, **bearing(token))

    assert made.status_code == 200
    assert made["Cache-Control"] == "private, no-cache"
    assert refused.status_code == 403
    assert audit.events(subject="delegation/2026-001")[0].by == "a.patel"


def test_a_token_that_is_none_opens_nothing(client):
    old = token_of("a.patel")
    token_of("a.patel")
    stopped = token_of("d.reyes")
    people.deactivate(username="d.reyes", by="m.doyle", at=TODAY)

    for token in ("", "nothing", old, stopped):
        answer = client.get("/api/bodies", **bearing(token))
        assert answer.status_code == 401
        assert answer["WWW-Authenticate"] == "Bearer"


def test_a_token_needs_the_second_factor_that_its_person_needs(client, settings):
    token, other = token_of("a.patel"), token_of("c.osei")
    settings.REQUIRE_SECOND_FACTOR = True

    assert client.get("/api/bodies", **bearing(token)).status_code == 401
    assert client.get("/api/bodies", **bearing(other)).status_code == 200


def test_somebody_makes_a_token_sees_it_once_and_revokes_it(client):
    client.force_login(person("c.osei"))
    assert "Your programs have no token" in client.get("/token/").text

    made = client.post("/token/")
    token = re.search(r"scrutable_[\w-]{43}", made.text)[0]
    again = client.get("/token/").text
    program = Client()
    worked = program.get("/api/bodies", **bearing(token)).status_code
    revoked = client.post("/token/revoke/", follow=True)
    twice = client.post("/token/revoke/", follow=True)

    assert "no-store" in made["Cache-Control"]
    assert token not in again
    assert "12 October 2026" in again
    assert worked == 200
    assert "Your token works no longer" in revoked.text
    assert "c.osei has no token" in twice.text
    assert program.get("/api/bodies", **bearing(token)).status_code == 401
    verbs = [event.verb for event in audit.events(subject="person/c.osei")]
    assert verbs[:2] == ["token_revoked", "token_made"]
    assert all(token not in str(event.after) for event in audit.events(subject="person"))


def test_a_token_is_made_and_revoked_from_the_terminal(client):
    made = CliRunner().invoke(access, ["token", "c.osei", "--by", "m.doyle"])
    refused = CliRunner().invoke(access, ["token", "c.osei", "--by", "a.patel"])
    worked = client.get("/api/bodies", **bearing(made.stdout.strip())).status_code
    revoked = CliRunner().invoke(access, ["token", "c.osei", "--revoke", "--by", "m.doyle"])
    twice = CliRunner().invoke(access, ["token", "c.osei", "--revoke", "--by", "m.doyle"])

    assert (made.exit_code, refused.exit_code, worked) == (0, 1, 200)
    assert (revoked.exit_code, revoked.stderr) == (0, "The token of c.osei works no longer\n")
    assert (twice.exit_code, "has no token" in twice.stderr) == (1, True)


def references(value):
    """Return every place that a description refers to."""
    if isinstance(value, dict):
        found = [value["$ref"]] if "$ref" in value else []
        return found + [one for inner in value.values() for one in references(inner)]
    return [one for inner in value for one in references(inner)] if isinstance(value, list) else []


def test_the_description_is_whole_and_open_to_everybody(client):
    answer = client.get("/api/openapi.json")

    said = answer.json()
    assert said["openapi"] == "3.1.0"
    schemas = said["components"]["schemas"]
    assert {one.removeprefix("#/components/schemas/") for one in references(said)} <= set(schemas)
    operations = [one for item in said["paths"].values() for one in item.values()]
    names = [one["operationId"] for one in operations]
    assert len(names) == len(set(names)) == len(OPERATIONS)
    for one in operations:
        assert one["security"] == [{"Program": []}, {"SignedIn": []}]
        assert one["description"]
        assert {"200", "404", "409", "422"} <= set(one["responses"])
    assert set(said["components"]["securitySchemes"]) == {"Program", "SignedIn"}


def test_the_description_lists_every_route():
    (found,) = [one for one in get_resolver().url_patterns if str(one.pattern) == "api/"]
    kinds = r"<(?:int:|path:)?(\w+)>"
    routes = {re.sub(kinds, r"{\1}", str(one.pattern)) for one in found.url_patterns}
    said = API.get_openapi_schema(path_prefix="/api/")["paths"]

    assert {f"/api/{route}" for route in routes - {"", "openapi.json"}} == set(said)


@pytest.mark.parametrize("path", ["/api/", "/api/docs", "/api/none"])
def test_there_is_no_page_that_would_load_from_another_host(path, client):
    assert client.get(path).status_code == 404

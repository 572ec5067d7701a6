"""What an assessment found reaches nobody without the permission, wherever they look."""

import pytest
from django.urls import get_resolver

from factories import assessments as made
from factories.assessments import AS_AT, AT, MARK, A, P, put
from journeys.test_assurance_assessments_pages import filled
from scrutable.access.facts import Permission
from scrutable.access.rules import may
from scrutable.assurance.facts import Visibility
from scrutable.assurance.reads import assessments as reads
from scrutable.assurance.writes import load_answers
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.evidence.models import StoredFile
from scrutable.overview.reads import attention
from scrutable.records.writes import UnfitRecord

BASE = "/assurance/assessments/"
HERE = f"{BASE}CAF-2025/"
LEVELS = ("Achieved", "achieved", "not_achieved", "B2.a", "A2.a", "Social care records")
WITHOUT = ("member", "scrutiny_officer", "officer", "report_author", "contract_manager",
           "administrator", "housekeeper")  # fmt: skip


@pytest.fixture(autouse=True)
def council(db, cyber_lead, client):
    made.exempt_council()
    client.force_login(cyber_lead)
    content = filled(client, organisation_E9=f"{MARK} loaded", organisation_D9="Achieved")
    load_answers(
        assessment="CAF-2025",
        content=content,
        name=f"{MARK} answers.xlsx",
        by="k.adeyemi",
        at=AT,
    )
    put(
        made.assessment(
            "CAF-2024",
            title="Cyber assessment 2024",
            systems=(),
            assurer="",
            assured_on=None,
            begun_on=AS_AT.replace(year=2024),
        )
    )
    client.logout()


@pytest.fixture(params=WITHOUT)
def reader(request, client):
    person = request.getfixturevalue(request.param)
    assert not may(person.role, Permission.VIEW_CYBER)
    client.force_login(person)
    return client


def addresses():
    """Return every address of the product that needs no more than what is recorded here."""
    for pattern in get_resolver().url_patterns:
        yield from _of(pattern, "/")


KEYS = {"code": "CAF-2025", "system": "CARE", "outcome": "B2.a", "number": "1"}


def _of(pattern, before):
    here = before + str(pattern.pattern).removeprefix("^")
    if hasattr(pattern, "url_patterns"):
        for one in pattern.url_patterns:
            yield from _of(one, here)
        return
    for name, value in KEYS.items():
        for kind in ("str", "int", "slug", "path"):
            here = here.replace(f"<{kind}:{name}>", value)
    if "<" not in here and "(" not in here and "sign-out" not in here:
        yield here.rstrip("$")


def test_no_page_of_the_product_says_an_exempt_word(reader):
    looked = [one for one in addresses() if not one.startswith("/account/")]

    assert f"{HERE}systems/CARE/B2.a/" in looked
    assert "/attention/" in looked
    for address in looked:
        answer = reader.get(address)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert MARK.encode() not in content, address


@pytest.mark.parametrize(
    "more",
    ["", "systems/organisation/", "systems/CARE/B2.a/", "remediation/", "remediation/1/",
     "systems/CARE/?table=outcomes&format=csv", "remediation/?format=xlsx", "template/",
     "?table=outcomes&format=csv", "?table=differences&format=csv", "?format=csv"],
)  # fmt: skip
def test_neither_page_nor_file_of_it_gives_anything_away(reader, more):
    answer = reader.get(f"{HERE}{more}")

    assert answer.status_code == (200 if more.startswith("?") or not more else 403)
    text = answer.content.decode()
    for said in (MARK, *LEVELS):
        assert said not in text, said


def test_the_open_page_says_what_everybody_may_know(reader):
    text = reader.get(f"{HERE}?as_at=2026-10-12").content.decode()

    for said in (
        "CAF v3.2",
        "1 September 2025",
        "Halden Assurance, 1 December 2025",
        "0 of 2 steps done",
        "paragraphs 3 and 7 of Schedule 12A",
        made.WHY,
        "The council was assessed in 2025",
    ):
        assert said in text


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=zebra",
        "/search/?q=CAF-2025",
        "/log/",
        "/attention/",
        "/attention/?as_at=2026-10-12",
        "/attention/?format=csv",
        "/trace/assessment/CAF-2025/",
        "/trace/assessment/CAF-2025/CARE/B2.a/",
        "/trace/assessment/CAF-2025/remediation/1/",
        "/api/attention/?as_at=2026-10-12",
        "/",
    ],
)
def test_neither_search_nor_log_nor_trace_nor_attention_does(reader, address):
    answer = reader.get(address)

    text = answer.content.decode()
    for said in (MARK, "achieved", "Step 1 of the plan"):
        assert said not in text, said
    if "/CARE/" in address or "remediation" in address:
        assert answer.status_code in (403, 404)


def test_the_file_of_the_answers_is_shut(reader):
    digest = StoredFile.objects.get(name__contains=MARK).sha256

    for address in (f"/trace/file/{digest[:12]}/", f"/evidence/{digest}/", f"/files/{digest}/"):
        answer = reader.get(address)
        assert answer.status_code in (403, 404), address
        assert MARK not in answer.content.decode()


def test_the_log_keeps_no_exempt_word_at_all():
    for event in Event.objects.all():
        for said in (MARK, "achieved", '"systems"'):
            assert said not in event.body, event.verb


def test_attention_keeps_the_steps_for_those_who_may_see_them():
    known = number_at()
    everybody = [
        one.reference for one in attention(AS_AT, known) if one.reference.startswith("assessment/")
    ]
    few = {
        one.reference: one
        for one in attention(AS_AT, known, closed=True)
        if one.reference.startswith("assessment/")
    }

    assert everybody == ["assessment/CAF-2024"]
    assert {*few} == {
        "assessment/CAF-2024",
        "assessment/CAF-2025/remediation/1",
        "assessment/CAF-2025/remediation/2",
    }
    assert few["assessment/CAF-2025/remediation/1"].why == "It was due on 30 September 2026"


def test_the_cyber_lead_sees_them_on_the_page_of_attention(client, cyber_lead):
    client.force_login(cyber_lead)

    assert MARK in client.get("/attention/?as_at=2026-10-12").content.decode()


def test_an_assessment_that_is_open_shows_its_detail_to_everybody(client, member):
    put(made.assessment(visibility=Visibility.OPEN))
    client.force_login(member)

    assert MARK in client.get(f"{HERE}systems/organisation/A2.a/").content.decode()
    assert MARK in client.get(f"{HERE}remediation/").content.decode()


def test_what_was_open_by_mistake_is_not_opened_by_asking_as_of_that_day(client, member):
    opened = put(made.assessment(visibility=Visibility.OPEN))[0].version
    shut = put(made.assessment())[0].version

    assert reads.is_open("CAF-2025", opened, opened)
    assert not reads.is_open("CAF-2025", opened, shut)
    assert not reads.is_open("CAF-2025", opened - 1, opened)
    client.force_login(member)
    assert MARK not in client.get(f"{HERE}?known_at=2026-10-12T10:00").content.decode()


def test_an_open_summary_is_checked_again_when_it_is_shut():
    put(made.assessment(visibility=Visibility.OPEN, open_summary="B2.a was not achieved."))
    with pytest.raises(UnfitRecord, match="It names an outcome"):
        put(made.assessment(open_summary="B2.a was not achieved."))


def test_versions_of_an_answer_are_kept(db):
    put(made.answer("A2.a", A, P))

    found = reads.answer("CAF-2025", "organisation", "A2.a", number_at(), AS_AT)
    assert len(found.versions) == 2

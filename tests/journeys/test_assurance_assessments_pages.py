"""Assessments by page: what few see, what everybody may read, forms, templates and loads."""

import io
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from factories import assessments as made
from factories.assessments import MARK, A, P, put
from scrutable.assurance import facts
from scrutable.assurance.facts import ORGANISATION
from scrutable.audit.reads import number_at
from scrutable.records.reads import every, one, versions

BASE = "/assurance/assessments/"
HERE = f"{BASE}CAF-2025/"


@pytest.fixture(autouse=True)
def council(db):
    made.exempt_council()


@pytest.fixture
def cyber(client, cyber_lead):
    client.force_login(cyber_lead)
    return client


@pytest.mark.parametrize(
    "address",
    [
        BASE,
        HERE,
        f"{HERE}systems/organisation/",
        f"{HERE}systems/CARE/",
        f"{HERE}systems/organisation/A2.a/",
        f"{HERE}systems/organisation/A2.b/",
        f"{HERE}remediation/",
        f"{HERE}remediation/1/",
        f"{HERE}remediation/2/",
        f"{HERE}remediation/2/accept/",
        f"{HERE}remediation/1/change/",
        f"{HERE}remediation/new/",
        f"{HERE}change/",
        f"{HERE}load/",
        f"{HERE}systems/organisation/A2.a/change/",
        f"{BASE}new/",
        f"{BASE}compare/",
    ],
)
def test_every_page_answers(cyber, address):
    assert cyber.get(address).status_code == 200


def test_an_assessment_opens_with_its_finding(cyber):
    text = cyber.get(HERE).content.decode()

    assert "The organisation meets 2 of 12 outcomes of the baseline; it is not met" in text
    assert "0 of 1 critical system meet it." in text
    assert "The assurer lowered two answers of 3 checked." in text


def test_the_list_says_what_each_found_to_those_who_may_see_it(cyber):
    text = cyber.get(BASE).content.decode()

    assert "The organisation meets 2 of 12 outcomes" in text
    assert "1 overdue" in text


def test_an_answer_shows_both_sides_with_reasons_and_every_version(cyber):
    put(made.answer("A2.a", P, P, reasons="Risks are listed now"))

    text = cyber.get(f"{HERE}systems/organisation/A2.a/").content.decode()

    assert "Risks are listed now" in text
    assert f"{MARK} risks are listed" in text
    assert "k.adeyemi" in text
    assert f"{MARK} review risks monthly" in text


def test_a_plan_shows_its_overdue_steps_first(cyber):
    text = cyber.get(f"{HERE}remediation/?as_at=2026-10-12").content.decode()

    assert "One of two steps is overdue" in text
    assert "12 days ago" in text
    assert "1 step said to be done and not accepted by another yet." in text
    assert "£25,000" in text


ASSESSMENT = {
    "code": "CAF-2026",
    "title": "Cyber assessment 2026",
    "framework": "CAF v4.0",
    "profile": "",
    "systems": ["CARE"],
    "begun_on": "2026-10-01",
    "assurer": "",
    "visibility": "exempt",
    "paragraphs": ["3", "7"],
    "public_interest": made.WHY,
    "open_summary": "",
}


def test_an_assessment_is_recorded_and_is_exempt_unless_somebody_says_otherwise(cyber):
    page = cyber.get(f"{BASE}new/").content.decode()
    sent = cyber.post(f"{BASE}new/", ASSESSMENT)

    assert 'value="exempt" checked' in page
    assert "would help those who attack it" in page
    assert sent.status_code == 302
    found = one(facts.Assessment, number_at(), code="CAF-2026")
    assert (found.framework, found.systems, found.paragraphs) == ("CAF v4.0", ("CARE",), (3, 7))
    assert "has no profile to be held against" in cyber.get(sent.url).content.decode()


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"profile": "baseline"}, "CAF v4.0 has no profile baseline"),
        ({"framework": "CAF v3.2"}, "The profile is missing"),
        ({"paragraphs": []}, "No paragraph is named"),
        ({"public_interest": " "}, "The public interest in keeping it exempt is missing"),
        ({"assured_on": "2026-10-02"}, "Who assured it is missing"),
        ({"assured_on": "2026-09-02", "assurer": "X"}, "It was assured before it was begun"),
        ({"open_summary": "B2.a is weak"}, "It names an outcome, “B2.a”"),
        ({"open_summary": "Mostly partly achieved"}, "It names a level, “partly achieved”"),
        ({"open_summary": "social  care records too"}, "It names a system, “Social care records”"),
        ({"title": "Assessment of CARE"}, "It names a system, “CARE”"),
        ({"open_summary": "9 of 12 outcomes"}, "It names a number of outcomes"),
    ],
)
def test_what_is_no_assessment_is_refused_with_a_remedy(cyber, changed, fault):
    answer = cyber.post(f"{BASE}new/", ASSESSMENT | changed)

    assert answer.status_code == 422
    assert fault in answer.content.decode()


def test_an_answer_is_recorded_by_page_and_a_level_that_the_outcome_lacks_is_not_offered(cyber):
    here = f"{HERE}systems/organisation/A1.b/change/"

    assert "Partly achieved" not in cyber.get(here).content.decode()
    assert cyber.post(here, {"level": "partly"}).status_code == 422
    sent = {"level": "achieved", "reasons": "Roles are written", "evidence": "Chart\nPolicy"}
    assert cyber.post(here, sent).status_code == 302
    found = one(
        facts.Answer, number_at(), assessment="CAF-2025", system=ORGANISATION, outcome="A1.b"
    )
    assert (found.level, found.evidence) == (A, ("Chart", "Policy"))


def test_an_assurer_who_differs_says_why(cyber):
    here = f"{HERE}systems/organisation/A1.b/change/"

    answer = cyber.post(here, {"level": "achieved", "assured": "not_achieved"})

    assert "The assurer found less and does not say why" in answer.content.decode()


def test_a_step_is_done_only_when_another_than_its_owner_accepts_it(cyber):
    here = f"{HERE}remediation/2/"
    given = {"accepted_on": "2026-10-12", "evidence": "Report of the test"}

    own = cyber.post(f"{here}accept/", given | {"accepted_by": f"{MARK.lower()}  head of ict"})
    assert "Its owner cannot accept it" in own.content.decode()
    bare = cyber.post(f"{here}accept/", given | {"accepted_by": "Auditor", "evidence": ""})
    assert "Enter what shows that it is done" in bare.content.decode()
    assert cyber.post(f"{here}accept/", given | {"accepted_by": "Auditor"}).status_code == 302
    assert "Done: accepted by Auditor." in cyber.get(f"{here}?as_at=2026-10-12").content.decode()


def test_a_step_not_said_to_be_done_cannot_be_accepted(cyber):
    given = {"accepted_on": "2026-10-12", "evidence": "Report", "accepted_by": "Auditor"}

    text = cyber.post(f"{HERE}remediation/1/accept/", given).content.decode()

    assert "Nobody has said that it is done" in text


def test_a_step_is_planned_by_page(cyber):
    given = {
        "what": "Close shared accounts",
        "system": "CARE",
        "outcomes": "B2.a\nB2.c",
        "owner": "Head of Applications",
        "due": "2026-12-01",
        "pence": "£1,200.50",
    }

    assert cyber.post(f"{HERE}remediation/new/", given).status_code == 302
    found = one(facts.Remediation, number_at(), assessment="CAF-2025", number=3)
    assert (found.pence, found.outcomes, found.due) == (
        120_050,
        ("B2.a", "B2.c"),
        date(2026, 12, 1),
    )
    text = cyber.post(f"{HERE}remediation/new/", given | {"outcomes": "A1.a"}).content.decode()
    assert "CAF v3.2 does not ask A1.a of CARE" in text


def test_what_moved_is_followed_to_another_version(cyber):
    put(
        made.assessment("CAF-2026", framework="CAF v4.0", profile="", title="Of 2026"),
        made.answer("A2.b", A, assessment="CAF-2025"),
        made.answer("A2.c", made.N, assessment="CAF-2026"),
    )

    text = cyber.get(f"{BASE}compare/?before=CAF-2025&after=CAF-2026").content.decode()

    assert "No outcomes are better, one is worse" in text
    assert "the id now stands for understanding threat" in text
    assert "whose codes partly mean others" in text


def filled(cyber, **cells):
    content = cyber.get(f"{HERE}template/").content
    book = load_workbook(io.BytesIO(content))
    for place, value in cells.items():
        sheet, cell = place.split("_")
        book[sheet][cell] = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sent(cyber, content, name="answers.xlsx"):
    return cyber.post(f"{HERE}load/", {"file": SimpleUploadedFile(name, content)})


def test_the_template_offers_for_each_outcome_the_levels_that_it_admits(cyber):
    book = load_workbook(io.BytesIO(cyber.get(f"{HERE}template/").content))
    sheet = book["organisation"]
    offered = {str(one.sqref): one.formula1 for one in sheet.data_validations.dataValidation}

    assert book.sheetnames == ["organisation", "CARE"]
    assert (sheet["B3"].value, sheet["B4"].value) == ("CAF-2025", "organisation")
    assert (sheet["A8"].value, sheet["B8"].value) == ("A1.a", "Board Direction")
    assert offered["D8"] == '"Achieved,Not achieved"'
    assert offered["D11"] == '"Achieved,Partly achieved,Not achieved"'
    assert (sheet["D11"].value, sheet["G11"].value) == ("Achieved", "Partly achieved")


def test_a_workbook_is_taken_once_and_the_same_again_changes_nothing(cyber):
    content = filled(cyber, organisation_D9="Achieved", organisation_F9="Chart\nPolicy")
    before = number_at()

    assert sent(cyber, content).status_code == 302
    assert number_at() == before + 1
    assert sent(cyber, content).status_code == 302
    assert number_at() == before + 1
    key = {"assessment": "CAF-2025", "system": ORGANISATION, "outcome": "A1.b"}
    found = one(facts.Answer, number_at(), **key)
    assert (found.level, found.evidence, found.place) == (
        A,
        ("Chart", "Policy"),
        "organisation!A9",
    )


def test_every_fault_is_named_with_its_cell_and_nothing_is_taken(cyber):
    content = filled(
        cyber,
        organisation_D9="Partly achieved",
        organisation_D10="Mostly",
        organisation_B12="Understanding Threat",
        organisation_A13="Z9.z",
        CARE_D8="Achieved",
        CARE_G8="Not achieved",
    )
    before = number_at()

    text = sent(cyber, content).content.decode()

    assert "organisation!D9: A1.b cannot be partly achieved" in text
    assert "organisation!D10: “Mostly” is no level; choose from the list of the cell" in text
    assert "organisation!B12: A2.b of CAF v3.2 is “Assurance”, not “Understanding" in text
    assert "organisation!A13: CAF v3.2 does not ask Z9.z of the organisation" in text
    assert "CARE!H8: The assurer found less and does not say why" in text
    assert number_at() == before


def test_a_blank_cell_leaves_what_is_recorded(cyber):
    content = filled(cyber, organisation_D11="", organisation_E11="Reworded")

    assert sent(cyber, content).status_code == 302
    key = {"assessment": "CAF-2025", "system": ORGANISATION, "outcome": "A2.a"}
    found = one(facts.Answer, number_at(), **key)
    assert (found.level, found.assured, found.reasons) == (A, P, "Reworded")


@pytest.mark.parametrize("content", [b"not a workbook", b""])
def test_what_is_no_workbook_is_refused(cyber, content):
    answer = sent(cyber, content)

    assert answer.status_code == 422


def test_a_workbook_of_another_assessment_is_refused(cyber):
    content = filled(cyber, organisation_B3="CAF-2019", CARE_B3="CAF-2019")

    assert "It is of the assessment CAF-2019" in sent(cyber, content).content.decode()


def test_somebody_who_looked_before_another_wrote_is_told(cyber):
    here = f"{HERE}systems/organisation/A2.a/change/"
    stale = versions(
        facts.Answer, number_at(), assessment="CAF-2025", system=ORGANISATION, outcome="A2.a"
    )[-1].version
    put(made.answer("A2.a", P, P))

    answer = cyber.post(here, {"level": "achieved", "based_on": stale})

    assert "Somebody else has changed this answer meanwhile" in answer.content.decode()
    assert len(every(facts.Assessment, number_at())) == 1

"""Assessments in a browser: list, finding, system, answer, plan, comparison, forms; with axe."""

from datetime import date

import pytest

from factories import assessments as made
from factories.assessments import MARK, V3, A, N, P, put
from scrutable.assurance.facts import ORGANISATION
from scrutable.assurance.rules import in_scope

HERE = "/assurance/assessments/CAF-2025/"


@pytest.fixture
def _assessed(transactional_db):
    made.exempt_council()
    put(made.assessment("CAF-2024", title="Cyber assessment 2024", begun_on=date(2024, 9, 1),
                        assured_on=date(2024, 12, 1), systems=()))  # fmt: skip
    put(
        *(
            made.answer(code, A if at % 3 else N, N if at % 5 == 1 else None, system=system)
            for system in (ORGANISATION, "CARE")
            for at, code in enumerate(in_scope(V3, system))
        ),
        made.answer("A1.a", P if V3.outcome("A1.a").partly_possible else N, assessment="CAF-2024"),
    )


@pytest.mark.usefixtures("_assessed", "cyber_lead")
def test_an_assessment_can_be_read_answered_and_its_plan_accepted(page):
    page.sign_in("k.adeyemi")
    for address in (
        "/assurance/assessments/",
        HERE,
        f"{HERE}systems/CARE/",
        f"{HERE}systems/organisation/A2.a/",
        f"{HERE}remediation/",
        f"{HERE}remediation/1/",
        "/assurance/assessments/compare/",
        "/assurance/assessments/new/",
        f"{HERE}load/",
        f"{HERE}remediation/new/",
    ):
        page.open(address)
        page.assert_good()
    page.open(f"{HERE}systems/organisation/A1.b/change/")
    page.get_by_label("Achieved", exact=True).first.check()
    page.get_by_role("button", name="Record it").click()
    page.wait_for_url("**/A1.b/")
    page.assert_good()
    page.open(f"{HERE}remediation/2/accept/")
    page.get_by_label("Accepted by").fill("Internal audit")
    page.get_by_label("Evidence").fill("Report of the test")
    page.get_by_role("button", name="Accept it").click()
    page.wait_for_url("**/remediation/2/")
    assert "Done: accepted by Internal audit." in page.locator("main").inner_text()
    page.assert_good()


@pytest.mark.usefixtures("_assessed", "member")
def test_a_councillor_reads_what_is_open(page):
    page.sign_in("c.osei")
    for address in ("/assurance/assessments/", HERE):
        page.open(address)
        page.assert_good()
        assert MARK not in page.locator("body").inner_text()

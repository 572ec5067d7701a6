"""The page of a decision and its report's way to issue, by role; the exempt part guarded."""

import re
from datetime import UTC, datetime

import pytest
import time_machine

from factories.decision_papers import SECRET
from factories.stored_decisions import CODE, begun, decided, issued, stored_paper
from factories.stored_reports import correct, frozen, stored_results
from scrutable.access.facts import PersonDetails, Role
from scrutable.access.models import Person
from scrutable.access.writes import add_person
from scrutable.meetings.facts import Part
from scrutable.reports import reads

pytestmark = pytest.mark.django_db
NAME = f"{CODE}-2026-1"
OPENING = SECRET.splitlines()[0]


def words(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def sign_in(client, at):
    """Sign in somebody of the role."""

    def signed_in(role):
        username = role.value
        details = PersonDetails(username=username, full_name=username, role=role)
        if not Person.objects.filter(username=username).exists():
            add_person(details=details, password="a long enough password", by="tests", at=at)
        client.force_login(Person.objects.get(username=username))
        return client

    return signed_in


def test_a_planned_decision_shows_how_far_it_has_come_and_leads_to_its_report(sign_in):
    stored_paper()

    page = words(sign_in(Role.REPORT_AUTHOR).get(f"/decisions/{CODE}/?as_at=2026-11-20"))

    assert "How hosting is bought after June 2027" in page
    assert "To be decided between 1 December 2026 and 4 December 2026 by Executive." in page
    assert "Write its report" in page
    assert "Check the report and make an edition of it" in page


@time_machine.travel("2026-11-20 09:00", tick=False)
def test_an_author_makes_the_edition_and_democratic_services_issue_it(sign_in):
    stored_paper()
    author = sign_in(Role.REPORT_AUTHOR)

    begun_page = author.post(f"/reports/new/decision/{CODE}/", follow=True)

    assert begun_page.redirect_chain == [(f"/reports/{NAME}/check/", 302)]
    assert "Nothing stops this report" in words(begun_page)
    assert "Democratic services may freeze it now." in words(begun_page)
    assert author.post(f"/reports/{NAME}/freeze/").status_code == 403
    clerk = sign_in(Role.CLERK)
    assert f"Freeze {NAME}" in words(clerk.get(f"/reports/{NAME}/check/"))
    clerk.post(f"/reports/{NAME}/freeze/")
    assert reads.edition(NAME).is_frozen
    assert "Download the report it asks for" in words(clerk.get(f"/decisions/{CODE}/"))


def test_a_part_that_is_missing_is_named_with_the_page_that_mends_it(sign_in):
    stored_paper(without=Part.LEGAL)
    begun()

    answer = sign_in(Role.REPORT_AUTHOR).get(f"/reports/{NAME}/check/")

    assert "1 fault stops this report" in words(answer)
    assert f'href="/decisions/{CODE}/report/legal/"' in answer.content.decode()


@pytest.mark.parametrize(
    ("role", "status"), [(Role.MEMBER, 404), (Role.CLERK, 200), (Role.SCRUTINY_OFFICER, 200)]
)
def test_a_draft_is_seen_by_those_who_make_such_reports_or_see_the_log(role, status, sign_in):
    stored_paper()
    begun()

    assert sign_in(role).get(f"/reports/{NAME}/").status_code == status


@pytest.mark.parametrize(("role", "sees"), [(Role.MEMBER, False), (Role.CLERK, True)])
def test_the_exempt_part_opens_to_those_who_may_see_it_and_to_no_others(role, sees, sign_in):
    stored_paper()
    issued()
    client = sign_in(role)

    page = client.get(f"/reports/{NAME}/")
    exempt = client.get(f"/reports/{NAME}/exempt/html/")

    assert ("Download the exempt part" in words(page)) is sees
    assert OPENING not in page.content.decode()
    assert exempt.status_code == (200 if sees else 403)
    assert (OPENING in exempt.content.decode()) is sees
    for form in ("html", "docx", "pdf", "xlsx"):
        content = client.get(f"/reports/{NAME}/files/{form}/").content
        assert OPENING.encode() not in content


def test_nothing_exempt_is_no_page(sign_in):
    stored_results()
    frozen()
    client = sign_in(Role.CLERK)

    assert client.get("/reports/CSS-2026-1/exempt/pdf/").status_code == 404
    assert client.get("/reports/CSS-2026-1/exempt/exe/").status_code == 404


def test_a_decision_says_which_figure_was_restated_from_what_to_what_and_since_when(sign_in):
    stored_results()
    edition = frozen()
    decided(edition.reference)
    correct("CSC_KPI_04", "2026-09", "7.5", at=datetime(2026, 10, 20, 9, tzinfo=UTC))
    member = sign_in(Role.MEMBER)

    page = words(member.get("/decisions/I017909/?as_at=2026-10-31"))
    superseded = words(member.get("/reports/superseded/"))
    printed = words(member.get(f"/reports/{edition.name}/"))

    assert "This decision was taken on" in page
    assert (
        "Calls abandoned, September 2026 kpi/CSS/CSC_KPI_04/2026-09 4.5% 7.5% 20 October 2026"
        in page
    )
    assert "misprinted in the addendum" in page
    assert "Decisions taken on these reports" in superseded
    assert "I017909" in superseded
    assert "Decision taken on this report: I017909" in printed


def test_a_decision_that_nobody_knows_is_not_there(sign_in):
    assert sign_in(Role.MEMBER).get("/decisions/I000000/").status_code == 404
    assert sign_in(Role.CLERK).post("/reports/new/decision/I000000/").status_code == 404

"""Reports that printed a project, decisions that used it, and what names it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from factories.project_facts import project
from factories.stored_decisions import EXECUTIVE, MEETING, decided, issued, stored_paper
from factories.stored_promises import made, stored_board
from scrutable.access.facts import Role
from scrutable.audit.reads import number_at
from scrutable.meetings import facts as meeting_facts
from scrutable.meetings import reads as meetings
from scrutable.meetings import writes as meeting_writes
from scrutable.portfolio import facts
from scrutable.portfolio import writes as projects
from scrutable.reports import models, reads
from scrutable.reports.facts import NamedHow

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def stored_project(number="277", **said):
    return projects.record_project(project=project(number, **said), by="a.patel", at=AT)


def printed_in(edition, reference, order, version=3):
    models.FigureUsed.objects.create(
        edition=edition.name,
        order=order,
        reference=reference,
        version=version,
        text="49 days late",
        place="table 1",
        section="slips",
        event=number_at(),
    )


def test_an_edition_that_printed_a_part_of_it_is_found_and_another_number_is_not():
    stored_paper()
    edition = issued()
    for order, reference in enumerate(
        ("project/277", "project/277/go-live", "project/2771", "project/27"), 9000
    ):
        printed_in(edition, reference, order, version=order)

    (found,) = reads.printed("project/277", Role.OFFICER, number_at())

    assert (found.edition.name, found.figures, found.version) == (edition.name, 2, 9001)
    assert reads.printed("project/277", Role.SUPPLIER, number_at()) == []
    assert reads.printed("project/278", Role.OFFICER, number_at()) == []


def test_decisions_are_found_by_link_by_report_and_by_name():
    stored_paper()
    edition = issued()
    printed_in(edition, "project/277/go-live", 9000)
    decided(edition.name, code="I020001")
    one = stored_project(objectives=())
    case = projects.record(
        of=facts.BusinessCase(
            project="277",
            stage=facts.CaseStage.OUTLINE,
            outcome=facts.CaseOutcome.APPROVED,
            complete=tuple(facts.CasePart),
            decided_on=date(2026, 10, 13),
            decided_by="Executive",
            decision="decision/I020001",
        ),
        by="a.patel",
        at=AT,
    )
    money = projects.record(
        of=facts.Funding(
            project="277",
            source=facts.FundingSource.CAPITAL,
            year=2026,
            approved=Decimal(5),
            decision="decision/I020001",
        ),
        by="a.patel",
        at=AT,
    )
    in_editions = reads.printed("project/277", Role.OFFICER, number_at())

    found = reads.decisions_using(one, [case, money], in_editions, number_at())

    assert {(each.reference, each.how) for each in found} == {
        ("decision/I020001", NamedHow.CASE),
        ("decision/I020001", NamedHow.FUNDING),
        ("decision/I020001", NamedHow.REPORT),
    }
    assert {each.on for each in found} == {date(2026, 10, 13)}


def item(title, **said):
    return meeting_facts.AgendaItem(meeting=MEETING.code, number=0, printed="", title=title, **said)


def test_what_names_a_record_is_found_by_its_whole_reference_alone():
    meeting_writes.record_body(body=EXECUTIVE, by="a.clerk", at=AT)
    meeting_writes.record_meeting(meeting=MEETING, by="a.clerk", at=AT)
    exempt = meeting_facts.Closure(
        openness=meeting_facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices"
    )
    for said in (
        item("Progress of project/277"),
        item("Progress of project/2771 and project/277-b"),
        item("A paper", text="See project/277.", closure=exempt),
        item("The dates (project/277/go-live)"),
    ):
        meeting_writes.put_item(item=said, by="a.clerk", at=AT)
    stored_board()
    promise = made(text="Report on project/277 in full.")

    found = [one.reference for one in meetings.naming("project/277", number_at())]
    closed = [one.reference for one in meetings.naming("project/277", number_at(), closed=True)]

    agenda = f"item/{MEETING.code}"
    assert found == [promise.reference, f"{agenda}/4", f"{agenda}/1"]
    assert closed == [promise.reference, f"{agenda}/4", f"{agenda}/3", f"{agenda}/1"]
    assert meetings.naming("project/277", 0) == []


def test_the_page_shows_what_used_the_project(officer):
    stored_paper()
    edition = issued()
    printed_in(edition, "project/277/go-live", 9000, version=1)
    decided(edition.name, code="I020001")
    stored_project()
    client = Client()
    client.force_login(officer)

    page = client.get("/projects/277/").text

    assert f'href="/reports/{edition.name}/"' in page
    assert "Yes: read its page for how" in page
    assert "Was taken on a report that printed it" in page
    assert 'href="/decisions/I020001/"' in page


def test_kpis_that_nobody_defined_are_said():
    one = replace(project(), kpis=("kpi/CSS/CSC_KPI_04",))

    assert reads.kpis_moved(one, number_at()) == {"kpi/CSS/CSC_KPI_04": None}

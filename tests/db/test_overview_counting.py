"""A figure worked out of several records traces to each of them, and a file to its cells."""

from datetime import date

import pytest

from factories.capacity_facts import procurement, redirection
from factories.project_facts import project
from factories.stored_portfolio import OCTOBER, stored_portfolio
from factories.stored_reports import stored_results
from scrutable.audit.reads import number_at
from scrutable.overview import reads
from scrutable.overview.facts import Counted, Evidence
from scrutable.overview.presenters.trace import present_trace
from scrutable.portfolio import writes

pytestmark = pytest.mark.django_db
AS_AT = date(2026, 9, 30)


def evidence(reference):
    return reads.evidence_of(reference, as_at=AS_AT, known=number_at())


def parts(reference):
    return [one.reference for one in evidence(reference).counts]


def test_a_number_of_projects_leads_to_each_the_late_ones_first():
    stored_portfolio()

    found = evidence("portfolio/IT/projects").counts

    assert [(one.reference, one.said) for one in found] == [
        ("project/204", "2 days late"),
        ("project/277", "143 days late"),
        ("project/203", "Not late against the day first set"),
    ]
    assert all(one.version for one in found)


def test_a_sum_of_one_project_leads_to_its_benefits_alone():
    stored_portfolio()

    assert parts("project/203/benefits") == ["project/203/benefit/1"]
    assert set(parts("project/203/benefits")) < set(parts("portfolio/IT"))
    assert present_trace(evidence("project/203/benefits")).summary.startswith(
        "It is worked out of 1 record."
    )


def test_a_sum_of_all_benefits_leads_to_each_of_them():
    stored_portfolio()

    assert parts("portfolio/benefits")
    assert set(parts("portfolio/benefits")) < set(parts("portfolio/IT"))


def test_benefits_of_a_project_that_is_none_are_no_record():
    with pytest.raises(reads.UnknownReference):
        evidence("project/999/benefits")


def test_a_number_of_posts_leads_to_the_posts():
    stored_portfolio()

    assert parts("capacity/posts")
    assert all(one.startswith("post/") for one in parts("capacity/posts"))


def test_sums_of_procurements_and_of_people_taken_off_lead_to_their_parts():
    writes.record_project(project=project(), by="a.patel", at=OCTOBER)
    for one in (
        procurement("PR-1", signed_by="2027-01-31"),
        procurement("PR-2", signed_by="2026-08-31", title="Cabling"),
        redirection(),
    ):
        writes.record(of=one, by="a.patel", at=OCTOBER)

    bought, away = (
        evidence(f"capacity/{kind}").counts for kind in ("procurements", "redirections")
    )

    assert [(one.reference, one.said) for one in bought] == [
        ("procurement/PR-2", "Late against the day first set"),
        ("procurement/PR-1", "Not late"),
    ]
    assert [(one.reference, one.title, one.said) for one in away] == [
        ("project/277/redirection/1", "Project 277", "4 people taken off")
    ]
    assert all(one.version for one in (*bought, *away))
    assert present_trace(evidence("capacity/redirections")).summary.startswith(
        "It is worked out of 1 record."
    )


def test_the_half_year_of_a_contract_leads_to_the_months_of_its_kpis_newest_first():
    stored_results()

    found = parts("contract/CSS/2026-09")

    assert len(found) == 12
    assert found[:2] == ["kpi/CSS/CSC_KPI_04/2026-09", "kpi/CSS/CSC_KPI_05/2026-09"]
    assert found[-1] == "kpi/CSS/CSC_KPI_05/2026-04"


def test_the_share_of_a_supplier_leads_to_its_contracts():
    stored_results()

    assert parts("supplier/norland-services") == ["contract/CSS"]


def test_of_many_parts_as_many_are_shown_as_there_is_room_for_and_the_rest_counted():
    many = tuple(Counted(f"post/{n}", f"Post {n}", "Counted", 1) for n in range(1, 101))

    steps = present_trace(Evidence(reference="capacity/posts", counts=many)).steps

    assert len(steps) == 40
    assert (steps[-1].title, steps[-1].said) == ("62 more", "Of 100, the first 38 are shown")


@pytest.mark.parametrize(
    ("reference", "meant"),
    [
        ("benefit/203-1", "A benefit’s reference reads like project/203/benefit/1."),
        ("201", "A reference begins with its kind, such as project/201."),
        ("kpi/NO", "A reference reads like kpi/CSS/CSC_KPI_04/2026-09 or project/201/benefit/1."),
    ],
)
def test_a_reference_that_is_none_is_told_how_it_is_written(reference, meant):
    with pytest.raises(reads.UnknownReference) as refused:
        evidence(reference)

    assert str(refused.value) == f"There is no {reference}. {meant}"

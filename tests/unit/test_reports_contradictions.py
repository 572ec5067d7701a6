"""Claims about many KPIs, about months not read and about other KPIs, held against the records."""

from dataclasses import replace

import pytest

from factories import document_samples as samples
from factories import report_papers as made
from scrutable.contracts import compose
from scrutable.contracts import facts as contract_facts
from scrutable.documents.blocks import Paragraph
from scrutable.reports.rules.checking import check
from scrutable.reports.rules.comparing import differences

ANSWER = "CSC_KPI_04 for August 2026: the Board does not share the supplier’s view."


def faults(papers=None, **narrative):
    papers = papers or made.papers()
    papers = replace(papers, narrative={"services": ANSWER, **narrative})
    found = check(papers, compose.contract_performance(papers))
    return [fault.fault for fault in found if "without a reason" not in fault.fault]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The IMT service missed its targets in August 2026.", "no measured KPI missed its target"),
        ("The IMT service was strong in August 2026.", None),
        ("The Customer Service Centre missed its targets in August 2026.", None),
        ("Calls abandoned improved in May 2019.", None),
        ("All KPIs achieved their targets in July 2026.", None),
        ("All KPIs achieved their targets in August 2026.", "CSC_KPI_04 missed its target"),
    ],
)
def test_a_claim_about_many_is_held_against_all_of_them(text, why):
    steady = {"IMT_KPI_05": " ".join(["1"] * 12), "IMT_KPI_15": " ".join(["76"] * 12)}
    steady["IMT_KPI_14"] = " ".join([*["96"] * 10, "-", "-"])
    patched = made.histories(made.VALUES | steady)
    papers = made.papers(patched, mitigations=(), performance=made.performance(patched))

    found = faults(papers, summary=text)

    assert [why in fault for fault in found] == ([True] if why else [])


def supplier_says(text):
    """Return papers in which the supplier says this beside the miss of September."""
    papers = made.papers()
    months = tuple(
        replace(entry, result=replace(entry.result, commentary=text))
        if (entry.code, entry.month) == ("CSC_KPI_04", made.SEPTEMBER)
        else entry
        for entry in papers.performance.months
    )
    return replace(papers, performance=replace(papers.performance, months=months))


@pytest.mark.parametrize(
    ("text", "is_fault"),
    [
        ("Performance was strong.", True),
        ("CSC_KPI_05 was strong.", False),
        ("Performance was strong in July 2026.", False),
        ("All KPIs achieved their targets.", False),
    ],
)
def test_the_suppliers_words_are_about_the_result_they_stand_beside(text, is_fault):
    assert any("commentary says" in fault for fault in faults(supplier_says(text))) is is_fault


def test_a_figure_that_rests_on_no_record_is_compared_by_its_place():
    before = samples.report()
    after = replace(before, blocks=(*before.blocks, Paragraph(("An afterthought.",))))

    found = differences(before, after)

    assert [one.reference for one in found if one.reference == "kpi/CSS/CSC_KPI_04/2026-09"] == []
    assert any("An afterthought." in one.after for one in found)
    assert differences(before, before) == ()


def test_an_officers_reason_of_another_month_is_nobodys_contradiction():
    reason = contract_facts.TrendReason(
        contract="CSS", code="CSC_KPI_04", month=made.SEPTEMBER, reason="it improved in July 2026"
    )
    papers = made.papers(trend_reasons={("CSC_KPI_04", made.SEPTEMBER): reason})

    assert [fault for fault in faults(papers) if "the reason given" in fault] == []

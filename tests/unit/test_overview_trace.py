from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from factories.contract_facts import kpi
from factories.report_papers import TERMS
from scrutable.contracts.facts import Charge, CreditSum, Statement
from scrutable.evidence.facts import StoredFile
from scrutable.kernel.periods import Month, Span
from scrutable.overview.facts import Evidence, Layer
from scrutable.overview.presenters.roads import Road, record_step
from scrutable.overview.presenters.trace import present_trace, use_words
from scrutable.reports.facts import Use


def use(number, *, is_superseded):
    return Use(
        edition=f"edition/CSS-2026-{number}",
        title="Contract performance",
        version=number,
        is_superseded=is_superseded,
    )


CURRENT, OLD = use(1, is_superseded=False), use(2, is_superseded=True)


@pytest.mark.parametrize(
    ("uses", "said"),
    [
        ((), "No frozen report has printed it."),
        ((CURRENT,), "1 frozen report printed it."),
        ((OLD,), "1 frozen report printed it, with an earlier figure."),
        ((CURRENT, OLD), "2 frozen reports printed it, 1 of them with an earlier figure."),
        ((OLD, OLD), "2 frozen reports printed it, with an earlier figure."),
    ],
)
def test_the_reports_that_printed_a_record_are_counted(uses, said):
    assert use_words(Evidence(reference="kpi/CSS/CSC_KPI_04/2026-07", uses=uses)) == said


def test_no_report_prints_a_file():
    assert use_words(Evidence(reference="file/0a1b2c3d4e5f")) == ""


STATEMENT = Statement(
    contract="LCC", number=4, span=Span(Month(2018, 6), Month(2018, 6)), note="Two KPIs were red",
    file="ab" * 32, place="line 12", source="Minutes of 27 September 2018",
)  # fmt: skip
FILE = StoredFile(
    sha256="ab" * 32, name="published.csv", size=10, event=7, received_by="j.smith",
    received_at=datetime(2026, 10, 1, 9, tzinfo=UTC),
)  # fmt: skip


def trace(reference, **said):
    return present_trace(Evidence(reference=reference, **said))


@pytest.mark.parametrize(
    ("evidence", "summary"),
    [
        ({"reference": "kpi/CSS/CSC_KPI_04/2026-09", "kpi": kpi()}, "No result has come yet."),
        ({"reference": "policy/attention"}, "Nothing is logged about it."),
        ({"reference": "credits/CSS/2026-09"}, "The credit is not known."),
        (
            {"reference": "statement/LCC/4", "statements": (STATEMENT,)},
            "Published: Two KPIs were red.",
        ),
        (
            {"reference": "file/abababababab", "statements": (STATEMENT,)},
            "1 published statement came from it.",
        ),
        ({"reference": "return/CSS/2026-09/1"}, "0 results came from it."),
    ],
)
def test_where_a_record_stands(evidence, summary):
    assert present_trace(Evidence(**evidence)).summary.startswith(summary)


def test_a_kpi_without_results_is_defined_by_its_definition_alone():
    found = trace("kpi/CSS/CSC_KPI_04", kpi=kpi(version=3), definitions=(kpi(version=3),))

    assert [step.key for step in found.steps] == ["record", "definition 3"]
    assert [(arc.start, arc.end) for arc in found.arcs] == [("definition 3", "record")]


def test_a_statement_came_from_its_line_of_the_file():
    found = trace("statement/LCC/4", statements=(STATEMENT,), files={FILE.sha256: FILE})

    step = next(step for step in found.steps if step.layer is Layer.FILE)
    assert (step.said, step.place) == ("Line 12", "line 12")
    assert [(arc.start, arc.end) for arc in found.arcs] == [(FILE.reference, "record")]


def test_a_way_is_drawn_only_between_steps_that_are_there():
    road = Road()
    road.lay(record_step(Evidence(reference="file/abababababab"), "A file", "One"))

    road.join("gone", "record", "brought it")
    road.join("record", "record", "is itself")

    assert road.arcs == []


def test_a_credit_leads_to_the_charge_and_the_terms_it_is_worked_out_from():
    month = Month(2026, 9)
    worked = CreditSum(
        contract="CSS",
        month=month,
        lines=(),
        points=3,
        charge=Charge(contract="CSS", month=month, pounds=Decimal(1_000_000), version=12),
        terms=replace(TERMS, version=5),
        uncapped_pounds=Decimal(15_000),
        cap_pounds=Decimal(100_000),
        credit_pounds=Decimal(15_000),
    )

    found = trace("credits/CSS/2026-09", credit=worked)

    assert [(step.title, step.said, step.reference) for step in found.steps[1:]] == [
        ("Charge for September 2026", "£1,000,000", "event/12"),
        ("Credit terms", "From April 2021, 1% a point, at most 2%", "event/5"),
    ]
    assert [(arc.start, arc.end) for arc in found.arcs] == [
        ("charge", "record"),
        ("terms", "record"),
    ]

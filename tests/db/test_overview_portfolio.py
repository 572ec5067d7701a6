"""The road of what is recorded of the portfolio, and where it is found."""

from datetime import date
from decimal import Decimal

import pytest

from factories import benefit_facts
from factories.stored_portfolio import AS_AT, OCTOBER, issued, record, stored_portfolio
from scrutable.access.facts import Role
from scrutable.audit import reads as audit
from scrutable.overview import reads
from scrutable.overview.facts import Delivery, Layer
from scrutable.overview.presenters.delivery import delivery_words
from scrutable.overview.presenters.trace import present_trace
from scrutable.reports.facts import ReportKind

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def stored():
    stored_portfolio()


def trace(reference, known=None):
    number = audit.number_at() if known is None else known
    return present_trace(reads.evidence_of(reference, as_at=AS_AT, known=number))


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("project/277", "277 OpenText"),
        ("project/277/go-live", "Go live, 277 OpenText"),
        ("project/277/status/2026-09-30", "Status of 30 September 2026, 277 OpenText"),
        ("project/203/benefit/1", "Less printing, 203 Fewer printers"),
        ("project/203/benefit/1/2026-03-31", "Measured on 31 March 2026, Less printing"),
        ("project/277/funding/capital-2026", "Capital of 2026/27, 277 OpenText"),
        ("project/277/dependency/1", "The hosted store is ready, 277 OpenText"),
        ("strategy/IT-2024", "IT Strategy 2024 to 2028"),
        (
            "objective/IT-2024/1",
            "Every employee has a device that works, IT Strategy 2024 to 2028",
        ),
        ("transition/INFRA", "Infrastructure support"),
        ("outcome/INFRA/1", "Have no licensing liabilities, Infrastructure support"),
        (
            "outcome/INFRA/1/2026-04-14",
            "Judged on 14 April 2026, Have no licensing liabilities",
        ),
        ("transition/INFRA/hand-over/277", "277, Infrastructure support"),
        ("lesson/1", "The test data came five weeks late"),
        ("post/IT-001", "Post IT-001"),
        ("procurement/PR-1", "Hosting"),
        ("process-review/1", "Starters and leavers"),
        ("feature/1", "Call-back"),
        ("portfolio/IT", "All projects together"),
    ],
)
def test_everything_recorded_has_a_road(reference, title):
    assert trace(reference).title == title


@pytest.mark.parametrize(
    "reference",
    [
        "project/999",
        "project/277/no-such-date",
        "project/277/benefit/9",
        "objective/IT-2024/9",
        "outcome/INFRA/9",
        "lesson/99",
        "update/99",
        "process-review/99",
    ],
)
def test_there_is_no_road_to_what_nobody_recorded(reference):
    with pytest.raises(reads.UnknownReference):
        trace(reference)


def test_a_date_is_followed_through_everything_that_was_said_of_it():
    found = trace("project/277/go-live")

    versions = [step for step in found.steps if step.layer is Layer.VERSION]
    assert [step.title for step in versions] == [
        "First date set, 30 June 2026: As agreed",
        "Planned anew, 31 October 2026: As agreed",
        "Forecast, 20 November 2026",
    ]
    assert [step.is_current for step in versions] == [False, False, True]
    assert found.summary.startswith("Forecast, 20 November 2026, the last of 3 versions.")
    assert ("record", "project/277") in {(arc.start, arc.end) for arc in found.arcs}


def test_a_measurement_leads_up_to_the_report_that_printed_it():
    edition = issued(ReportKind.BENEFITS_REVIEW)
    benefit = benefit_facts.benefit("203-1")
    record(benefit_facts.measured(benefit, "2026-03-31", "140000", pounds="60000"), at=OCTOBER)

    found = trace("project/203/benefit/1/2026-03-31")

    used = {step.reference: step for step in found.steps if step.layer is Layer.USE}
    assert used[edition.reference].said == "Printed an earlier figure"
    assert found.summary.endswith("1 frozen report printed it, with an earlier figure.")


def test_a_road_is_told_as_it_was_known():
    known = audit.number_at()
    record(benefit_facts.benefit("203-1", target=Decimal(110_000)), at=OCTOBER)

    assert trace("project/203/benefit/1", known).summary.startswith(
        "Less printing, target 120,000, answered for by P. Quayle."
    )
    assert "target 110,000" in trace("project/203/benefit/1").summary


@pytest.mark.parametrize(
    ("words", "kind", "reference"),
    [
        ("opentext", "Project", "project/277"),
        ("fewer printers", "Project", "project/203"),
        ("strategy 2024", "Strategy", "strategy/IT-2024"),
        ("less printing", "Benefit", "project/203/benefit/1"),
        ("licensing liabilities", "Outcome", "outcome/INFRA/1"),
        ("infrastructure support", "Transition", "transition/INFRA"),
        ("test data", "Lesson", "lesson/1"),
        ("unused features", "Page", "/processes/#features"),
        ("features nobody uses", "Page", "/processes/#features"),
        ("vacant posts", "Page", "/capacity/#posts"),
        ("claimed twice", "Page", "/benefits/#twice"),
    ],
)
def test_a_search_finds_it_by_its_words(words, kind, reference):
    found = reads.search(words, among=(), known=audit.number_at(), role=Role.MEMBER)

    assert (kind, reference) in [(hit.kind, hit.reference) for hit in found]


def test_a_supplier_finds_nothing_of_the_portfolio():
    assert reads.search("opentext", among=(), known=audit.number_at(), role=Role.SUPPLIER) == []


def test_the_portfolio_needs_people_too():
    found = reads.attention(date(2026, 10, 12), audit.number_at())

    kinds = {item.reference.split("/")[0] for item in found}
    assert {"project", "objective", "outcome"} <= kinds


def test_the_home_page_says_how_projects_and_benefits_stand():
    found = reads.delivery(AS_AT, audit.number_at())

    assert found == Delivery(
        projects=3,
        late=2,
        red=1,
        benefits=3,
        promised=Decimal(80_000),
        taken=Decimal(50_000),
        not_measured=3,
    )
    assert delivery_words(found) == (
        "2 of 3 running projects are late against the day first set, and 1 is red. "
        "£50,000 of £80,000 promised a year is taken from budgets. "
        "3 benefits have not been measured."
    )

"""Reports on strategies, projects, benefits and transitions: composed, checked, frozen, proved."""

from datetime import date
from decimal import Decimal

import pytest

from factories import benefit_facts
from factories.project_facts import move
from factories.stored_portfolio import (
    OCTOBER,
    begun,
    board,
    dates,
    issued,
    record,
    stored_portfolio,
    summed_up,
)
from scrutable.audit import reads as audit
from scrutable.documents.blocks import Heading
from scrutable.documents.plain import render_plain
from scrutable.kernel.periods import Month, Span
from scrutable.portfolio import facts
from scrutable.portfolio import reads as portfolio
from scrutable.reports import reads, writes
from scrutable.reports.facts import ReportKind
from scrutable.reports.reads.labels import label_of

pytestmark = pytest.mark.django_db
HALF_YEAR = Span(Month(2026, 4), Month(2026, 9))
KINDS = {
    ReportKind.STRATEGY_RETROSPECTIVE: "strategy/IT-2024",
    ReportKind.TRANSITION_OUTCOMES: "transition/INFRA",
    ReportKind.BENEFITS_REVIEW: "portfolio/IT",
    ReportKind.IT_OVERVIEW: "portfolio/IT",
    ReportKind.PROGRAMME_UPDATE: "portfolio/IT",
}
each_kind = pytest.mark.parametrize(("kind", "about"), KINDS.items())


def draft(kind, about, **said):
    span = HALF_YEAR if kind is ReportKind.IT_OVERVIEW else None
    return begun(kind, about, span=span, **said)


def text_of(edition):
    return render_plain(reads.document_of(reads.edition(edition.name)))


@pytest.fixture(autouse=True)
def stored():
    stored_portfolio()


@each_kind
def test_a_report_has_its_sections_under_the_titles_that_officers_write_in(kind, about):
    edition = draft(kind, about)
    document = reads.document_of(edition)
    made = [
        (one.anchor, one.text)
        for one in document.blocks
        if isinstance(one, Heading) and one.level == 1
    ]

    offered = reads.sections(edition, reads.pin_of(edition))

    assert [(one.anchor, one.title) for one in offered] == made[:-2]  # then method and sources


@each_kind
def test_nobody_may_leave_out_the_plain_summary(kind, about):
    edition = draft(kind, about)

    assert [one.section for one in reads.check(edition.name)] == ["summary"]
    summed_up(edition)
    assert reads.check(edition.name) == []


@each_kind
def test_a_frozen_report_is_made_again_to_the_byte(kind, about):
    span = HALF_YEAR if kind is ReportKind.IT_OVERVIEW else None
    edition = issued(kind, about, span=span)

    assert reads.verify(edition.name).is_proved
    assert reads.superseded_figures(edition.name) == []


def test_names_are_counted_by_what_a_report_is_about():
    names = [draft(kind, about).name for kind, about in KINDS.items()]
    of_one = begun(ReportKind.BENEFITS_REVIEW, "project/203").name

    assert names == ["IT-2024-2026-1", "INFRA-2026-1", "IT-2026-1", "IT-2026-2", "IT-2026-3"]
    assert of_one == "203-2026-1"


def test_a_contract_and_the_portfolio_of_one_code_share_no_name():
    first = begun(ReportKind.BENEFITS_REVIEW, "portfolio/203")

    assert (first.name, begun(ReportKind.BENEFITS_REVIEW, "project/203").name) == (
        "203-2026-1",
        "203-2026-2",
    )


@pytest.mark.parametrize(
    ("kind", "about", "unknown"),
    [
        (ReportKind.STRATEGY_RETROSPECTIVE, "strategy/NONE", portfolio.UnknownRecord),
        (ReportKind.TRANSITION_OUTCOMES, "transition/NONE", portfolio.UnknownRecord),
        (ReportKind.BENEFITS_REVIEW, "project/999", portfolio.UnknownProject),
    ],
)
def test_there_is_no_report_on_what_nobody_recorded(kind, about, unknown):
    with pytest.raises(unknown):
        begun(kind, about)


def test_a_benefit_measured_again_supersedes_what_a_frozen_review_printed():
    edition = issued(ReportKind.BENEFITS_REVIEW)
    benefit = benefit_facts.benefit("203-1")

    record(benefit_facts.measured(benefit, "2026-03-31", "140000", pounds="60000"), at=OCTOBER)

    found = {one.reference: one for one in reads.superseded_figures(edition.name)}
    measurement = found["project/203/benefit/1/2026-03-31"]
    assert (measurement.text_then, measurement.text_now) == ("£150,000", "£140,000")
    assert reads.verify(edition.name).is_proved


def test_a_review_of_one_project_tells_of_its_benefits_alone():
    text = text_of(begun(ReportKind.BENEFITS_REVIEW, "project/204"))

    assert "Calls answered sooner" in text
    assert "Less printing" not in text


def test_what_nobody_measured_is_words_and_never_nought():
    edition = begun(ReportKind.BENEFITS_REVIEW)

    assert not [one for one in reads.check(edition.name) if "nought" in one.remedy]
    assert "Not measured" in text_of(edition)


def test_words_that_say_other_than_the_records_stop_the_report():
    edition = begun(ReportKind.BENEFITS_REVIEW)
    summed_up(edition, "All benefits have been realised by September 2026.")

    (fault,) = reads.check(edition.name)

    assert fault.fault.startswith("the commentary says “All benefits have been realised”")
    with pytest.raises(writes.NotFit):
        writes.freeze(edition=edition.name, by="j.smith", at=OCTOBER)


def test_the_overview_tells_what_came_of_transitions_and_holds_words_to_it():
    edition = draft(ReportKind.IT_OVERVIEW, "portfolio/IT")
    text = text_of(edition)
    summed_up(edition, "All outcomes are evidenced.")

    assert "Infrastructure support: one of two outcomes is evidenced" in text
    (fault,) = reads.check(edition.name)
    assert fault.fault.startswith("the commentary says “All outcomes are evidenced”")


def test_the_update_tells_of_business_cases_and_of_what_delay_has_cost():
    record(
        facts.BusinessCase(
            project="203",
            stage=facts.CaseStage.OUTLINE,
            outcome=facts.CaseOutcome.APPROVED,
            complete=tuple(facts.CasePart),
            decided_on=date(2026, 4, 1),
            decided_by="Portfolio Board",
        )
    )
    record(
        facts.DelayCost(
            project="203",
            number=0,
            what_for="Rent of the old printers",
            on=date(2026, 9, 1),
            pounds=Decimal("1200.50"),
        )
    )

    text = text_of(draft(ReportKind.PROGRAMME_UPDATE, "portfolio/IT"))

    assert "Of 1 stage of business cases recorded, one is approved." in text
    assert "Delay has cost £1,200.50 in all." in text


def test_a_report_to_a_body_says_what_it_asked_for():
    board("2026-10-22")
    edition = begun(ReportKind.TRANSITION_OUTCOMES, "transition/INFRA", body="OSMB")

    assert "What you asked for and what was done" in text_of(edition)
    offered = reads.sections(edition, reads.pin_of(edition))
    assert "asked" in [one.anchor for one in offered]


def test_the_same_report_before_is_found_by_its_day():
    earlier = issued(ReportKind.BENEFITS_REVIEW, as_at=date(2026, 3, 31))
    later = begun(ReportKind.BENEFITS_REVIEW)

    found = reads.last_frozen(later, reads.pin_of(later).known)

    assert found is not None
    assert found.name == earlier.name


def test_two_editions_are_held_against_each_other():
    before = issued(ReportKind.BENEFITS_REVIEW)
    benefit = benefit_facts.benefit("203-1", yearly_pounds=Decimal(90_000))
    record(benefit, at=OCTOBER)
    after = summed_up(begun(ReportKind.BENEFITS_REVIEW, as_at=date(2026, 10, 1)))

    found = reads.compare(before.name, after.name)

    assert ("£80,000", "£90,000") in {(one.before, one.after) for one in found.restated} | {
        (one.before, one.after) for one in found.changed
    }


@pytest.mark.parametrize(
    ("reference", "label"),
    [
        ("project/277", "Project 277 OpenText"),
        ("project/277/go-live", "Go live, project 277 OpenText"),
        ("project/203/benefit/1", "Less printing, project 203 Fewer printers"),
        ("outcome/INFRA/1", "Have no licensing liabilities, Infrastructure support"),
        ("portfolio/IT/projects", "All projects together"),
        ("supplier/norland", ""),
    ],
)
def test_a_restated_figure_is_called_by_its_own_name(reference, label):
    known = audit.number_at()

    assert label_of(reference, known) == label


def test_a_decision_taken_on_a_report_is_told_of_the_date_that_moved_since():
    edition = issued(ReportKind.PROGRAMME_UPDATE)
    again = move("rebaseline", "2026-09-25", "2027-03-31", reason="The store was not ready")
    dates("277", again, at=OCTOBER)

    found = {one.figure.reference: one for one in reads.restated_in(edition.name)}

    moved = found["project/277/go-live"]
    assert (moved.name, moved.why, moved.by) == (
        "Go live, project 277 OpenText",
        "The store was not ready",
        "a.patel",
    )

"""The benefits realisation review: its golden text, what every figure rests on, and its corners."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factories.benefit_facts import (
    benefit,
    day,
    disbenefit,
    forecast,
    found,
    in_words,
    measured,
    plain,
    stand,
)
from scrutable.documents.blocks import Heading, words_of
from scrutable.documents.figures import figures
from scrutable.documents.plain import render_plain
from scrutable.meetings.compose.reporting import Cover
from scrutable.portfolio import facts
from scrutable.portfolio.compose import benefits
from scrutable.portfolio.compose.review import ReviewPapers, benefits_review

AT = "2026-06-30"
FINISHED = {"stage": facts.ProjectStage.FINISHED, "title": "Device refresh"}
UPGRADE = {"title": "Windows upgrade"}
COVER = Cover(
    reference="edition/IT-2026-1",
    title="Benefits Realisation Review",
    council="Westmere County Council",
    author="Head of Portfolio",
    dated=date(2026, 7, 1),
)


def printing(**more):
    of = benefit(version=11)
    said = (
        measured(of, "2025-04-01", "165000", pounds="35000", version=21),
        measured(of, "2025-10-01", words="The ledger was closed", source="", version=22),
        measured(
            of,
            "2026-04-01",
            "130000",
            pounds="70000",
            version=23,
            verified_by="A. Udit",
            verified_on=day("2026-05-01"),
            file="ab" * 32,
            place="Benefits!D7",
        ),
    )
    return of, said, forecast(of, "2025-10-01", "125000", "2026-12-01", version=24)


def everything(**more):
    of, said, expected = printing()
    harm, words, calls = disbenefit(version=12), in_words(version=13), plain("213-2", version=15)
    rival = benefit("213-1", title="Fewer leases", yearly_pounds=Decimal(60000), version=14)
    gone = plain(
        "213-3",
        title="Fewer visits",
        metric="Visits",
        withdrawn_on=day("2026-02-01"),
        withdrawn_reason="The service ended",
        version=16,
    )
    late = measured(calls, "2025-05-01", words="The queue kept no times", source="", version=26)
    return found(
        stand(of, AT, *said, expected=[expected], **FINISHED),
        stand(harm, AT, measured(harm, "2026-04-01", "620", version=27), **FINISHED),
        stand(words, AT, measured(words, "2026-04-01", words="Most do", version=28), **FINISHED),
        stand(rival, AT, **UPGRADE),
        stand(calls, AT, late, **UPGRADE),
        stand(gone, AT, **UPGRADE),
        as_at=AT,
        histories={"203-1": said},
        forecasts={"203-1": (expected,)},
        files={"ab" * 32: "updates-2026-04.xlsx"},
        **more,
    )


def review(of):
    papers = ReviewPapers(
        cover=COVER, subject="Benefits of every project", as_at=of.as_at, known=99, found=of
    )
    return benefits_review(papers)


def test_the_review_reads_as_it_was_agreed(golden):
    golden("report_benefits_review.txt", render_plain(review(everything())))


def test_the_review_of_nothing_says_so(golden):
    golden("report_benefits_review_empty.txt", render_plain(review(found(as_at=AT))))


def test_every_figure_rests_on_a_record_and_has_a_period():
    placed = list(figures(review(everything())))

    assert len(placed) > 60
    assert [one for one in placed if one.figure.citation is None] == []
    assert [one for one in placed if not one.figure.period] == []
    versions = {
        one.figure.citation.reference: one.figure.citation.version
        for one in placed
        if one.figure.citation
    }
    told = {(one.figure.citation.reference, one.figure.citation.version) for one in placed}
    assert len(told) == len(versions)  # one reference is never cited at two versions
    assert versions["project/203/benefit/1/2026-04-01"] == 23
    assert versions["project/203/benefit/1/forecast/2025-10-01"] == 24
    assert versions["project/203/benefits"] == 28
    assert versions["portfolio/benefits"] == 28


def test_a_measurement_from_a_file_leads_to_its_cell():
    cited = {
        (one.figure.citation.file, one.figure.citation.sheet, one.figure.citation.cell)
        for one in figures(review(everything()))
        if one.figure.citation
        and one.figure.citation.reference == "project/203/benefit/1/2026-04-01"
    }

    assert cited == {("updates-2026-04.xlsx", "Benefits", "D7")}


def test_the_sections_have_the_anchors_that_commentary_hangs_on():
    heads = [
        block.anchor
        for section in benefits.review_sections(everything())
        for block in section
        if isinstance(block, Heading) and block.level == 1
    ]

    assert heads == ["benefits", "measured", "cashable", "dis-benefits"]


def test_the_finding_says_pounds_only_where_any_were_promised():
    calls = plain("213-2")
    some = found(stand(calls, AT, measured(calls, "2026-04-01", "95")), as_at=AT)

    assert words_of(benefits.finding(some)) == (
        "One of one benefit is realised or as accepted; none is behind or worse. None that should "
        "have been measured went unmeasured."
    )
    assert benefits.finding(found(as_at=AT)) == ()
    assert benefits.key_figures(found(as_at=AT)) == ()


def test_a_review_of_one_project_cites_that_project():
    whole = everything()
    own = tuple(one for one in whole.standings if one.benefit.project == "203")
    of = replace(whole, standings=own, project="203")
    cited = {one.figure.citation.reference for one in figures(review(of)) if one.figure.citation}

    assert "project/203/benefits" in cited
    assert "portfolio/benefits" not in cited


@pytest.mark.parametrize("count", [39, 41, 70])
def test_long_tables_say_of_how_many_they_are_a_part(count):
    many = [
        stand(
            benefit(
                f"{number}-1",
                budget_line=f"IT-{number}",
                metric=f"Metric {number}",
                yearly_pounds=Decimal(number),
            ),
            AT,
            title=f"Project {number}",
        )
        for number in range(100, 100 + count)
    ]
    text = render_plain(review(found(*many, as_at=AT)))

    assert ("Benefits by project: the 40 of" in text) == (count > 40)
    assert ("Cashable benefits: the 60 of 70" in text) == (count > 60)
    assert f"Of {count} projects with benefits the 25 are told here" in text


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ("79999", "£79,999 is taken from budgets; of that,"),
        ("80000", "£80,000 is taken from budgets; of that,"),
        ("80001", "£80,001 is taken from budgets, £1 more than was promised; of that,"),
    ],
)
def test_more_taken_than_was_promised_is_said(taken, said):
    of = benefit(version=11)
    told = stand(of, AT, measured(of, "2026-04-01", "130000", pounds=taken, version=23), **FINISHED)

    text = words_of(benefits.finding(found(told)))

    assert text.startswith("Of £80,000 a year promised in money, ")
    assert said in text

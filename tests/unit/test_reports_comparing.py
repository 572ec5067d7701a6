from dataclasses import replace
from datetime import date

import pytest

from factories import report_papers as made
from scrutable.contracts import compose
from scrutable.kernel.periods import Month, Span
from scrutable.reports import presenters
from scrutable.reports.facts import (
    Comparison,
    Difference,
    Format,
    FormatCheck,
    FormatOutcome,
    ReportKind,
    Verification,
)
from scrutable.reports.rules.comparing import compare, differences
from scrutable.reports.rules.titles import span_at, title_of


def document(held=None, **said):
    return compose.contract_performance(made.papers(held, **said))


def restated():
    held, changes, since = made.earlier_and_later()
    return document(held, changes=changes, since=since)


def held_against(before, after, **written):
    nothing = {"written_before": {}, "written_after": {}}
    return compare(before, after, **nothing | written)


def rows(differences):
    return [(one.label, one.before, one.after) for one in differences]


def test_what_was_restated_is_one_row_for_each_figure_the_result_first():
    found = held_against(document(), restated())

    assert rows(found.restated) == [
        ("CSC_KPI_05 Calls answered in 20 seconds, July 2026", "83.0%", "73.0%"),
        ("Where the KPIs stood, by month: July 2026, Met", "3", "2"),
        ("Where the KPIs stood, by month: July 2026, Below minimum", "0", "1"),
        ("Where the KPIs stood, by month after mitigation: July 2026, Met", "3", "2"),
        ("Where the KPIs stood, by month after mitigation: July 2026, Below minimum", "0", "1"),
    ]
    assert {one.what for one in found.restated} == {"figure restated"}


def test_key_figures_are_held_against_those_of_the_same_label_and_period():
    held = made.histories()
    held["CSC_KPI_05"][made.SEPTEMBER] = [made.result("CSC_KPI_05", made.SEPTEMBER, "70", 96)]

    found = rows(held_against(document(), document(held)).restated)

    assert ("KPIs that met their target, September 2026", "2 of 4", "1 of 4") in found
    assert ("KPIs below the minimum, September 2026", "0", "1") in found
    assert ("… met their target in September 2026", "2 of 4 KPIs", "1 of 4 KPIs") in found


def test_figures_of_other_periods_are_never_held_against_each_other():
    july = Span(Month(2026, 7), Month(2026, 7))

    found = held_against(document(span=july), document())

    assert (found.restated, found.changed, found.derived) == ((), (), ())
    assert ("KPIs below the minimum, September 2026", "Not printed", "0") in rows(found.new)
    assert ("KPIs below the minimum, July 2026", "0", "Not printed") in rows(found.gone)


def test_forecasts_stand_apart():
    found = held_against(document(), restated())

    assert [one.reference for one in found.derived] == ["kpi/CSS/CSC_KPI_05"]
    assert found.derived[0].label == (
        "CSC_KPI_05 Calls answered in 20 seconds, forecast for March 2027"
    )


def test_figures_of_one_edition_alone_are_counted_by_section():
    july = Span(Month(2026, 7), Month(2026, 7))
    found = held_against(document(span=july), document())

    counted = {section: number for section, number, _ in presenters.sections_of(found.new)}

    assert sum(counted.values()) == len(found.new)
    assert counted["Where the KPIs stood"] > 0


def test_the_periods_of_what_is_counted_are_the_most_frequent_ones():
    def new(period):
        return replace(DIFFERENCE, section="Counts", period=period)

    found = [new("May 2026"), *[new("June 2026")] * 2, *[new("July 2026")] * 3]

    assert presenters.sections_of(found) == [
        ("Counts", 6, "July 2026, June 2026 and 1 other period")
    ]


def test_a_newer_version_that_prints_alike_says_so():
    held = made.histories()
    month = Month(2026, 7)
    held["CSC_KPI_05"][month].append(replace(held["CSC_KPI_05"][month][0], version=95))

    found = held_against(document(), document(held))

    (one,) = [one for one in found.changed if one.reference == "kpi/CSS/CSC_KPI_05/2026-07"]
    assert (one.before, one.after) == ("version 41", "version 95")
    assert one.what == "another version of the record, printed alike"


def test_figures_new_and_gone():
    without = document(matters=())

    assert [one.reference for one in held_against(without, document()).new] == ["matter/CSS/2"]
    assert [one.reference for one in held_against(document(), without).gone] == ["matter/CSS/2"]


def test_statuses_are_those_of_the_latest_month_printed():
    held = made.histories()
    held["CSC_KPI_05"][made.SEPTEMBER] = [made.result("CSC_KPI_05", made.SEPTEMBER, "70", 96)]

    found = held_against(document(), document(held))

    assert [(one.reference, one.before, one.after) for one in found.statuses] == [
        ("kpi/CSS/CSC_KPI_05", "Met, September 2026", "Below minimum, September 2026")
    ]


def test_commentary_is_compared_section_by_section():
    found = held_against(
        document(),
        document(),
        written_before={"summary": "As it was.", "counts": "The same."},
        written_after={"summary": "As it is.", "counts": "The same. ", "matters": "New."},
    )

    assert [(one.reference, one.before, one.after) for one in found.narrative] == [
        ("summary", "As it was.", "As it is."),
        ("matters", "No commentary", "New."),
    ]


def test_a_document_does_not_differ_from_itself():
    assert differences(document(), document()) == ()
    assert held_against(document(), document()).is_same


def test_a_difference_in_words_alone_is_named_by_its_place():
    other = document(narrative={"summary": "An afterthought."})

    (found,) = differences(document(), other)

    assert (found.reference, found.before, found.after, found.place) == (
        "edition/CSS-2026-3", "Not printed", "An afterthought.", "section 1",
    )  # fmt: skip


def test_a_difference_outside_figures_and_sentences_is_still_named():
    other = replace(document(), author="Somebody Else")

    (found,) = differences(document(), other)

    assert found.what == "printed otherwise"
    assert (found.before, found.after) == ("Author: Jo Smith", "Author: Somebody Else")


@pytest.mark.parametrize(
    ("as_at", "first", "last", "words"),
    [
        (date(2026, 9, 30), None, None, "July to September 2026"),
        (date(2026, 10, 12), None, None, "July to September 2026"),
        (date(2026, 7, 31), None, None, "July 2026"),
        (date(2026, 9, 15), None, None, "July to August 2026"),
        (date(2026, 9, 30), Month(2026, 4), None, "April to September 2026"),
        (date(2026, 9, 30), None, Month(2026, 6), "April to June 2026"),
        (date(2027, 1, 2), None, None, "October to December 2026"),
    ],
)
def test_the_months_asked_for(as_at, first, last, words):
    assert span_at(as_at, first, last).words == words


def test_months_that_are_crossed_are_refused():
    with pytest.raises(ValueError, match="comes before"):
        span_at(date(2026, 9, 30), Month(2026, 10))


@pytest.mark.parametrize(
    ("first", "last", "title"),
    [
        (Month(2026, 7), Month(2026, 9), "Exceptions, quarter 2 of 2026/27"),
        (Month(2026, 7), Month(2026, 7), "Exceptions, July 2026"),
    ],
)
def test_what_a_report_is_called(first, last, title):
    assert title_of(ReportKind.EXCEPTIONS, Span(first, last)) == title


DIFFERENCE = Difference(
    reference="contract/CSS/2026-09", what="figure changed", before="1", after="2"
)


@pytest.mark.parametrize(
    ("outcome", "found", "composer", "title"),
    [
        (FormatOutcome.SAME, (), None, "Made again to the byte in every format"),
        (
            FormatOutcome.RENDERER_CHANGED,
            (),
            None,
            "Made again alike; a renderer has changed since",
        ),
        (FormatOutcome.DIFFERENT, (), None, "Not proved: something differs"),
        (FormatOutcome.DAMAGED, (), None, "Not proved: something differs"),
        (FormatOutcome.SAME, (DIFFERENCE,), None, "Not proved: something differs"),
        (
            FormatOutcome.SAME,
            (DIFFERENCE,),
            ("a", "b"),
            "The text differs: what composes reports has changed since",
        ),
    ],
)
def test_what_a_verification_is_called(outcome, found, composer, title):
    check = FormatCheck(format=Format.PDF, outcome=outcome, sha256="ab" * 32)
    verified = Verification(
        edition="edition/CSS-2026-1",
        known=9,
        differences=found,
        formats=(check,),
        composer_changed=composer,
    )

    assert presenters.verification_title(verified) == title
    assert presenters.formats_table(verified).rows[0][1].words
    assert ("1 difference came out" in presenters.verification_words(verified)) is bool(found)


def test_what_a_comparison_is_called():
    assert presenters.comparison_title(Comparison()) == "The two editions say the same"
    one = Comparison(restated=(DIFFERENCE,))
    assert presenters.comparison_title(one) == "1 figure restated, 0 statuses changed"
    assert presenters.comparison_title(Comparison(changed=(DIFFERENCE,))) == (
        "0 figures restated, 0 statuses changed; 1 other figure changed with the records"
    )
    later = replace(DIFFERENCE, period_before="at 30 June 2026", period="at 31 July 2026")
    assert presenters.comparison_title(Comparison(changed=(later, DIFFERENCE))) == (
        "0 figures restated, 0 statuses changed; 1 figure reads otherwise because the editions "
        "are of other days; 1 other figure changed with the records"
    )


@pytest.mark.parametrize(
    ("before", "versions", "why"),
    [
        ("", None, ""),
        ("at 30 June 2026", (4, 9), "at 30 June 2026, then at 31 July 2026"),
        ("at 31 July 2026", (4, 9), "the record was changed: event 4, then 9"),
        ("at 31 July 2026", (4, 4), "worked out otherwise of the same records"),
    ],
)
def test_why_a_figure_is_another_is_said(before, versions, why):
    one = replace(DIFFERENCE, period_before=before, period="at 31 July 2026", versions=versions)

    assert presenters.why_words(one) == why
    assert presenters.differences_table("a", "A", (one,), "None.").rows[0][-1].text


def test_a_renderer_that_has_changed_is_named_with_both_versions():
    assert presenters.renderers_words({"typst": ("0.14", "0.15")}) == "typst: 0.14, now 0.15"
    assert presenters.renderers_words({}) == "Nothing"

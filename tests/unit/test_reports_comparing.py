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


def test_figures_are_matched_by_reference():
    found = held_against(document(), restated())

    (changed,) = [one for one in found.changed if one.reference == "kpi/CSS/CSC_KPI_05/2026-07"]
    assert (changed.before, changed.after) == ("83.0%", "73.0%")
    assert changed.what == "figure changed"


def test_a_count_that_rests_on_it_changes_with_it():
    found = held_against(document(), restated())

    (count,) = [one for one in found.changed if one.reference == "contract/CSS/2026-07"]
    assert count.before == "3"


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
        ("kpi/CSS/CSC_KPI_05", "Met (2026-09)", "Below minimum (2026-09)")
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
    one = Comparison(changed=(DIFFERENCE,))
    assert presenters.comparison_title(one) == "0 statuses and 1 figure differ"


def test_a_renderer_that_has_changed_is_named_with_both_versions():
    assert presenters.renderers_words({"typst": ("0.14", "0.15")}) == "typst: 0.14, now 0.15"
    assert presenters.renderers_words({}) == "Nothing"

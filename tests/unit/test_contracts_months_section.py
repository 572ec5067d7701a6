"""What the KPIs of every contract did over some months, told in a report on all of IT."""

from dataclasses import replace
from datetime import date

from factories.contract_facts import contract, mitigation
from factories.judged_months import performance
from scrutable.contracts.compose.months import finding, months_section
from scrutable.documents.blocks import Heading, Paragraph, Table, words_of
from scrutable.kernel.periods import Month, Span

HALF_YEAR = Span(Month(2026, 4), Month(2026, 9))
SAID = {"CSC_KPI_04": "4.0 4.0 9.3 6.0 no_activity 4.0"}


def texts(blocks):
    return [words_of(one.runs) for one in blocks if isinstance(one, Paragraph)]


def table(blocks):
    (found,) = [one for one in blocks if isinstance(one, Table)]
    return [tuple(cell.text for cell in row) for row in found.rows]


def test_every_month_counts_once_and_the_row_adds_up():
    blocks = months_section([performance(SAID)], HALF_YEAR)

    assert isinstance(blocks[0], Heading)
    assert blocks[0].anchor == "contracts"
    assert table(blocks) == [("CSS Corporate Support Services", "3", "2", "0", "1", "6")]


def test_an_agreed_mitigation_stands_apart_and_the_miss_stays_a_miss():
    agreed = mitigation(span=Span(Month(2026, 6), Month(2026, 6)))

    blocks = months_section([performance(SAID, mitigations=(agreed,))], HALF_YEAR)

    assert table(blocks) == [("CSS Corporate Support Services", "3", "1", "1", "1", "6")]


def test_the_first_and_the_last_month_are_held_against_each_other():
    (said,) = texts(months_section([performance(SAID)], HALF_YEAR))

    assert said == (
        "Corporate Support Services, Norland Services: 1 of 1 KPI met their target in "
        "September 2026, after 1 of 1 KPI in April 2026."
    )


def test_a_last_month_of_which_nothing_is_judged_is_not_told_as_none_met():
    silent = performance({"CSC_KPI_04": "4.0 4.0 9.3 6.0 4.0 no_activity"})

    (said,) = texts(months_section([silent], HALF_YEAR))

    assert said.endswith("none of 1 KPI was judged in September 2026.")


def test_a_last_month_of_which_nothing_is_owed_yet_says_so():
    early = performance({"CSC_KPI_04": "4.0 - - - - -"}, as_at=date(2026, 4, 30))

    (said,) = texts(months_section([early], HALF_YEAR))

    assert said.endswith("was judged in September 2026: no result is owed yet.")


def test_the_finding_counts_every_contract_together():
    runs = finding([performance(SAID)], HALF_YEAR)

    assert words_of(runs) == (
        "Of the months in which a KPI of 1 contract was owed a result, 3 of 6 met."
    )


def test_what_was_only_published_is_not_judged():
    published = replace(
        performance(SAID), contract=contract(published_only=True, title="As published")
    )

    blocks = months_section([published], HALF_YEAR)

    assert finding([published], HALF_YEAR) == ()
    assert texts(blocks) == [
        "No contract had a KPI to be judged in April to September 2026.",
        "Of As published only what somebody published is known, and no month is judged.",
    ]

"""Paper: twelve months counted, or none said; the line falls evenly to the target."""

from datetime import date

import pytest

from scrutable.councillors.facts import PagesCounted, PaperTarget
from scrutable.councillors.rules import paper_standing

TARGET = PaperTarget(
    body="all", by=date(2027, 3, 31), pages=60_000, baseline=212_000, baseline_to=date(2024, 3, 31)
)
MONTHS = [f"2025-{m:02}" for m in range(10, 13)] + [f"2026-{m:02}" for m in range(1, 10)]


def counted(pages=8_000, months=MONTHS, body="EXEC"):
    return [PagesCounted(body=body, month=month, pages=pages) for month in months]


def test_twelve_whole_months_are_held_against_the_line():
    found = paper_standing(TARGET, counted(), date(2026, 10, 12))

    assert (found.pages, found.counted_months) == (96_000, 12)
    assert found.allowed == 83_599
    assert found.is_met is False


def test_a_month_that_nobody_counted_is_not_nought():
    found = paper_standing(TARGET, counted(months=MONTHS[1:]), date(2026, 10, 12))

    assert (found.pages, found.is_met, found.counted_months) == (None, None, 11)


@pytest.mark.parametrize(
    ("day", "months"), [(date(2026, 9, 30), 12), (date(2026, 9, 29), 11), (date(2026, 10, 30), 12)]
)
def test_a_month_counts_once_it_is_over(day, months):
    assert paper_standing(TARGET, counted(), day).counted_months == months


@pytest.mark.parametrize(
    ("day", "allowed"),
    [
        (date(2024, 3, 31), 212_000),
        (date(2020, 1, 1), 212_000),
        (date(2027, 3, 31), 60_000),
        (date(2030, 1, 1), 60_000),
    ],
)
def test_the_line_runs_from_the_baseline_to_the_target(day, allowed):
    assert paper_standing(TARGET, [], day).allowed == allowed


def test_of_one_body_only_its_own_pages_count():
    target = PaperTarget(
        body="EXEC", by=date(2027, 3, 31), pages=1, baseline=2, baseline_to=date(2024, 3, 31)
    )

    found = paper_standing(target, counted(10) + counted(5, body="OSMB"), date(2026, 9, 30))

    assert found.pages == 120
    assert (
        paper_standing(TARGET, counted(10) + counted(5, body="OSMB"), date(2026, 9, 30)).pages
        == 180
    )

"""A report as at a day that has not come is not fit to be frozen."""

from datetime import UTC, date, datetime

import pytest

from scrutable.reports.facts import Edition, ReportKind
from scrutable.reports.rules.coming import to_come


def edition(**said):
    return Edition(
        about="portfolio/IT",
        year=2026,
        number=1,
        kind=ReportKind.IT_OVERVIEW,
        title="Six-monthly overview of IT",
        council="Westmere County Council",
        author="Anita Patel",
        links="https://scrutable.westmere.example",
        opened_by="a.patel",
        opened_at=datetime(2026, 10, 12, 9, tzinfo=UTC),
        **said,
    )


@pytest.mark.parametrize("as_at", [date(2026, 9, 30), date(2026, 10, 12)])
def test_a_report_as_at_its_own_day_or_before_is_fit(as_at):
    assert list(to_come(edition(as_at=as_at, dated=date(2026, 10, 12)))) == []


def test_a_report_as_at_the_next_day_is_not():
    (fault,) = to_come(edition(as_at=date(2026, 10, 13), dated=date(2026, 10, 12)))

    assert str(fault) == (
        "the cover: the report is as at 13 October 2026, and that day has not come; "
        "begin one as at 12 October 2026 or a day before it"
    )

"""What a report is called, and the months it is about; pure."""

from datetime import date

from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import capital
from scrutable.reports.facts import ReportKind

KIND_TITLES = {
    ReportKind.CONTRACT_PERFORMANCE: "Contract performance",
    ReportKind.EXCEPTIONS: "Exceptions",
}


def title_of(kind: ReportKind, span: Span) -> str:
    """Return the report's title.

    >>> title_of(ReportKind.CONTRACT_PERFORMANCE, Span(Month(2026, 7), Month(2026, 9)))
    'Contract performance, quarter 2 of 2026/27'
    """
    return f"{KIND_TITLES[kind]}, {span.quarter_words or span.words}"


def span_at(as_at: date, first: Month | None = None, last: Month | None = None) -> Span:
    """Return the months asked for; by default the quarter that holds the day.

    One end alone takes the other from the quarter. Raises ValueError where they are crossed.
    """
    quarter = Span.quarter(last or Month.of(as_at))
    return Span(first or quarter.first, last or max(quarter.last, first or quarter.last))


def kind_words(kind: ReportKind) -> str:
    """Return the kind in words, to begin a sentence."""
    return capital(KIND_TITLES[kind])

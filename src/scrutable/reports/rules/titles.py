"""What a report and its files are called, and the months it is about; pure."""

from datetime import date

from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import date_words
from scrutable.reports.facts import Format, ReportKind

KIND_TITLES = {
    ReportKind.CONTRACT_PERFORMANCE: "Contract performance",
    ReportKind.EXCEPTIONS: "Exceptions",
    ReportKind.DECISION_REPORT: "Decision report",
    ReportKind.IT_OVERVIEW: "Six-monthly overview of IT",
    ReportKind.STRATEGY_RETROSPECTIVE: "Strategy retrospective",
    ReportKind.PROGRAMME_UPDATE: "Improvement programme update",
    ReportKind.TRANSITION_OUTCOMES: "Outcomes of the transition",
    ReportKind.BENEFITS_REVIEW: "Benefits realisation review",
    ReportKind.ESTATE: "Housekeeping of the IT estate",
}
OF_QUARTERS = frozenset({ReportKind.CONTRACT_PERFORMANCE, ReportKind.EXCEPTIONS})
HALF_A_YEAR = 6  # months
LONGEST_TITLE = 200
FORMAT_WORDS = {
    Format.HTML: "Web page",
    Format.DOCX: "Word",
    Format.PDF: "PDF",
    Format.XLSX: "Spreadsheet annex",
}


def title_of(kind: ReportKind, span: Span) -> str:
    """Return the report's title.

    >>> title_of(ReportKind.CONTRACT_PERFORMANCE, Span(Month(2026, 7), Month(2026, 9)))
    'Contract performance, quarter 2 of 2026/27'
    """
    return f"{KIND_TITLES[kind]}, {span.quarter_words or span.words}"


def title_at(kind: ReportKind, as_at: date) -> str:
    """Return the title of a report on everything, as matters stood on a day.

    >>> title_at(ReportKind.PROGRAMME_UPDATE, date(2026, 9, 30))
    'Improvement programme update, 30 September 2026'
    """
    return f"{KIND_TITLES[kind]}, {date_words(as_at)}"


def title_on(kind: ReportKind, what: str) -> str:
    """Return the title of a report on one thing, cut where it is too long for a cover.

    >>> title_on(ReportKind.DECISION_REPORT, "IMT Strategy 2019 to 2022")
    'Decision report: IMT Strategy 2019 to 2022'
    """
    title = f"{KIND_TITLES[kind]}: {what}"
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def span_of(
    kind: ReportKind, as_at: date, first: Month | None = None, last: Month | None = None
) -> Span | None:
    """Return the months that a report of the kind is about; None for one that is of no months.

    Raises ValueError where the ends are crossed.

    >>> span_of(ReportKind.IT_OVERVIEW, date(2026, 9, 30)).words
    'April to September 2026'
    """
    if kind in OF_QUARTERS:
        return span_at(as_at, first, last)
    if kind is not ReportKind.IT_OVERVIEW:
        return None
    end = last or last_whole_month(as_at)
    return Span(first or end.plus(1 - HALF_A_YEAR), end)


def span_at(as_at: date, first: Month | None = None, last: Month | None = None) -> Span:
    """Return the months asked for; by default the quarter up to the last whole month by the day.

    Raises ValueError where the ends are crossed.

    >>> span_at(date(2026, 9, 30)).words, span_at(date(2026, 10, 12)).words
    ('July to September 2026', 'July to September 2026')
    """
    end = last or last_whole_month(as_at)
    return Span(first or Span.quarter(end).first, end)


def last_whole_month(as_at: date) -> Month:
    """Return the month that ends on the day, else the month before."""
    month = Month.of(as_at)
    return month if month.last_day == as_at else month.plus(-1)

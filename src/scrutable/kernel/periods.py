"""Months, quarters and spans of days; pure. Financial years run from April to March."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One calendar month."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if not (1 <= self.number <= 12 and 1900 <= self.year <= 2999):
            raise ValueError(f"{self.year}-{self.number} is not a month")

    @classmethod
    def parse(cls, text: str) -> "Month":
        """Read "2026-09"; raises ValueError on anything else."""
        found = re.fullmatch(r"(\d{4})-(\d{2})", text.strip())
        if not found:
            raise ValueError(f"“{text}” is not a month such as 2026-09")
        return cls(int(found[1]), int(found[2]))

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month that holds the day."""
        return cls(day.year, day.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"

    @property
    def first_day(self) -> date:
        """Return the first of the month."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Return the month's last day, leap years included."""
        return self.plus(1).first_day - timedelta(days=1)

    @property
    def words(self) -> str:
        """Return "September 2026".

        >>> Month(2026, 9).words
        'September 2026'
        """
        return f"{MONTH_NAMES[self.number - 1]} {self.year}"

    @property
    def short(self) -> str:
        """Return "Sep 2026", for column headings and axes."""
        return f"{MONTH_NAMES[self.number - 1][:3]} {self.year}"

    def plus(self, months: int) -> "Month":
        """Return the month so many later, or earlier where negative."""
        count = self.year * 12 + self.number - 1 + months
        return Month(count // 12, count % 12 + 1)

    def until(self, last: "Month") -> Iterator["Month"]:
        """Yield every month from this one to `last`, both included; none if `last` is earlier."""
        for step in range(months_apart(self, last) + 1):
            yield self.plus(step)

    @property
    def year_start(self) -> "Month":
        """Return the April in which this month's financial year began."""
        return Month(self.year if self.number >= 4 else self.year - 1, 4)

    @property
    def year_end(self) -> "Month":
        """Return the March in which this month's financial year ends."""
        return self.year_start.plus(11)


def months_apart(first: Month, last: Month) -> int:
    """Return how many months `last` is after `first`; negative if before."""
    return (last.year - first.year) * 12 + last.number - first.number


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Whole months from first to last, both included."""

    first: Month
    last: Month

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.last} comes before {self.first}")

    @classmethod
    def quarter(cls, month: Month) -> "Span":
        """Return the financial quarter that holds the month."""
        first = month.plus(-((month.number - 1) % 3))
        return cls(first, first.plus(2))

    def __contains__(self, month: Month) -> bool:
        return self.first <= month <= self.last

    def __iter__(self) -> Iterator[Month]:
        return self.first.until(self.last)

    def __len__(self) -> int:
        return months_apart(self.first, self.last) + 1

    @property
    def before(self) -> "Span":
        """Return the span of the same length that ends just before this one."""
        return Span(self.first.plus(-len(self)), self.first.plus(-1))

    @property
    def words(self) -> str:
        """Return the months in words.

        >>> Span(Month(2026, 7), Month(2026, 9)).words
        'July to September 2026'
        >>> Span(Month(2026, 9), Month(2026, 9)).words
        'September 2026'
        """
        if self.first == self.last:
            return self.first.words
        if self.first.year == self.last.year:
            return f"{MONTH_NAMES[self.first.number - 1]} to {self.last.words}"
        return f"{self.first.words} to {self.last.words}"

    @property
    def quarter_words(self) -> str | None:
        """Return "quarter 2 of 2026/27" if the span is a financial quarter, else None."""
        if self != Span.quarter(self.first):
            return None
        number = months_apart(self.first.year_start, self.first) // 3 + 1
        start = self.first.year_start.year
        return f"quarter {number} of {start}/{(start + 1) % 100:02}"

"""A report as at a day that has not come: nobody knows how matters will stand; pure."""

from collections.abc import Iterator

from scrutable.kernel.wording import date_words
from scrutable.reports.facts import Edition, Fault


def to_come(edition: Edition) -> Iterator[Fault]:
    """Yield that the report speaks of a day after the one that it is dated."""
    if edition.as_at > edition.dated:
        yield Fault(
            place="the cover",
            fault=f"the report is as at {date_words(edition.as_at)}, and that day has not come",
            remedy=f"begin one as at {date_words(edition.dated)} or a day before it",
            mend_at="/reports/",
        )

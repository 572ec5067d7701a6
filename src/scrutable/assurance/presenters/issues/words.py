"""What issues, their priorities and their states are called; pure."""

from collections.abc import Mapping

from scrutable.assurance.facts import AgeBand, Issue, IssueStanding, IssueState, Priority
from scrutable.documents.charts.facts import Colour
from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import count_words, date_words, shortened

ISSUES = "/assurance/issues/"
PHASES = "/assurance/phases/"
EXEMPT = "Exempt: only those who see the detail of assessments may read it"
NO_DATE = "No day is set"
NO_PHASE = "In no phase"
STATE_TAGS: Mapping[IssueState, Tag] = {
    IssueState.OPEN: Tag("Open", "blue", "○"),
    IssueState.OVERDUE: Tag("Overdue", "red", "■"),
    IssueState.WAITING: Tag("Waits to be accepted", "yellow", "▲"),
    IssueState.CLOSED: Tag("Closed", "green", "●"),
    IssueState.NO_DATE: Tag("No day is set", "grey", "○"),
}
PRIORITY_WORDS: Mapping[Priority, str] = {
    Priority.CRITICAL: "Critical",
    Priority.HIGH: "High",
    Priority.MEDIUM: "Medium",
    Priority.LOW: "Low",
}
PRIORITY_COLOURS: Mapping[Priority, Colour] = {
    Priority.CRITICAL: "red",
    Priority.HIGH: "yellow",
    Priority.MEDIUM: "blue",
    Priority.LOW: "grey",
}


def issue_address(number: int) -> str:
    """Return the address of an issue."""
    return f"{ISSUES}{number}/"


def said_of(issue: Issue, text: str, none: str, *, closed: bool) -> str:
    """Return what an issue says, to those who may read it."""
    return EXEMPT if issue.is_exempt and not closed else text or none


def issue_name(issue: Issue, *, closed: bool) -> str:
    """Return what an issue is called in a list."""
    return f"{issue.number}: {shortened(said_of(issue, issue.what, '', closed=closed))}"


def due_words(one: IssueStanding) -> str:
    """Return by when an issue is due, and by when it was at first."""
    if one.issue.due is None:
        return NO_DATE
    said = date_words(one.issue.due)
    return f"{said}, first {date_words(one.first_due)}" if one.moves and one.first_due else said


def late_words(days: int | None) -> str:
    """Return by how many days an issue is late."""
    if days is None:
        return NO_DATE
    return count_words(days, "day") if days else "Not late"


def band_sign(band: AgeBand) -> str:
    """Return a band in the few letters that stand below a column.

    >>> [band_sign(AgeBand(least=least, most=most, numbers=())) for least, most in (
    ...     (0, 0), (1, 30), (181, None), (None, None))]
    ['Not due', '1–30', '181+', 'No day']
    """
    if band.least is None:
        return "No day"
    if band.most is None:
        return f"{band.least:,}+"
    return f"{band.least:,}–{band.most:,}" if band.most else "Not due"


def band_words(band: AgeBand) -> str:
    """Return what a band of days is called.

    >>> [band_words(AgeBand(least=least, most=most, numbers=())) for least, most in (
    ...     (0, 0), (1, 30), (181, None), (None, None))]
    ['Not yet due', '1 to 30 days late', 'Over 180 days late', 'No day is set']
    """
    if band.least is None:
        return NO_DATE
    if band.most is None:
        return f"Over {band.least - 1:,} days late"
    return f"{band.least:,} to {band.most:,} days late" if band.most else "Not yet due"

"""What systems, their recovery and what they lack are called; pure."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.assurance.facts import (
    CriticalSystem,
    Landscape,
    Readiness,
    RecoveryOutcome,
    Stopped,
    SystemSeen,
)
from scrutable.assurance.rules.systems import lacking
from scrutable.govuk.facts import Cell, Tag
from scrutable.kernel.wording import capital, count_words, date_words

SYSTEMS = "/assurance/systems/"
SERVICES = "/assurance/services/"
NOBODY = "Nobody is named"
NOT_SAID = "Nobody has said"
NOT_KNOWN = "Cannot be told"
EXEMPT = "Exempt"
NO_SECOND = "None is recorded"
READINESS_TAGS: Mapping[Readiness, Tag] = {
    Readiness.PROVED: Tag("Proved", "green", "●"),
    Readiness.OVERDUE: Tag("Test overdue", "yellow", "▲"),
    Readiness.LATE: Tag("Recovered late", "red", "■"),
    Readiness.FAILED: Tag("Test failed", "red", "■"),
    Readiness.NEVER: Tag("Never tested", "red", "■"),
}
NOT_PROVED = Tag("Not proved", "red", "■")
OPEN_TAGS: Mapping[Readiness, Tag] = {  # how a test ended is for those who see the detail
    **READINESS_TAGS,
    Readiness.LATE: NOT_PROVED,
    Readiness.FAILED: NOT_PROVED,
}
OUTCOME_TAGS: Mapping[RecoveryOutcome, Tag] = {
    RecoveryOutcome.PASSED: Tag("Passed", "green", "●"),
    RecoveryOutcome.LATE: Tag("Recovered late", "yellow", "▲"),
    RecoveryOutcome.FAILED: Tag("Failed", "red", "■"),
}
OUTCOME_WORDS: Mapping[RecoveryOutcome, str] = {
    RecoveryOutcome.PASSED: "Recovered within the objective",
    RecoveryOutcome.LATE: "Recovered, later than the objective",
    RecoveryOutcome.FAILED: "Not recovered",
}


def system_address(code: str) -> str:
    """Return the address of a critical system."""
    return f"{SYSTEMS}{code}/"


def service_address(code: str) -> str:
    """Return the address of a public service."""
    return f"{SERVICES}{code}/"


def readiness_tag(of: Readiness, *, closed: bool) -> Tag:
    """Return the tag of a recovery; `closed` for those who see the detail."""
    return (READINESS_TAGS if closed else OPEN_TAGS)[of]


def tested_words(one: SystemSeen) -> str:
    """Return when a recovery was last tested."""
    if one.last is None:
        return "Never"
    return f"{date_words(one.last.on)}, {ago_words(one.months or 0)}"


def ago_words(months: int) -> str:
    """Return how long ago so many whole months are.

    >>> ago_words(0), ago_words(26)
    ('within a month', '26 months ago')
    """
    return f"{count_words(months, 'month')} ago" if months else "within a month"


def hours_words(hours: int | None, none: str = NOT_SAID) -> str:
    """Return so many hours in words."""
    return none if hours is None else count_words(hours, "hour")


def hours_cell(hours: int | None, none: str = NOT_SAID) -> Cell:
    """Return so many hours as a number."""
    return Cell(none) if hours is None else Cell(f"{hours:,}", number=Decimal(hours))


def short_words(one: Stopped) -> str:
    """Return by how long recovery takes too long for a service."""
    if one.short_by is None:
        return NOT_KNOWN
    return f"{count_words(one.short_by, 'hour')} too long" if one.short_by else "In time"


def chain_words(one: Stopped, found: Landscape) -> str:
    """Return by which systems a service stops, the failed one first."""
    return " → ".join(found.title(code) for code in one.chain)


def lack_words(one: SystemSeen) -> str:
    """Return what nobody has said of a system, "" where all is said."""
    return capital(lacking(one)) if one.lacks else ""


def system_name(one: CriticalSystem) -> str:
    """Return what a system is called in a list."""
    return f"{one.code}: {one.title}"

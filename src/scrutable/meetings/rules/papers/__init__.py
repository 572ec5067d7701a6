"""Whether a decision report is complete, and what keeps it from being issued; pure."""

from scrutable.meetings.rules.papers.annexes import (
    closed_paragraphs,
    exempt_appendices,
    shown_title,
)
from scrutable.meetings.rules.papers.lacking import lacks, may_issue
from scrutable.meetings.rules.papers.parts import (
    MAY_BE_NONE,
    NONE_NEEDS_REASON,
    NOT_FILLED_IN,
    state_of,
)
from scrutable.meetings.rules.papers.recommending import deciders, lead_of, recommended

__all__ = [
    "MAY_BE_NONE",
    "NONE_NEEDS_REASON",
    "NOT_FILLED_IN",
    "closed_paragraphs",
    "deciders",
    "exempt_appendices",
    "lacks",
    "lead_of",
    "may_issue",
    "recommended",
    "shown_title",
    "state_of",
]

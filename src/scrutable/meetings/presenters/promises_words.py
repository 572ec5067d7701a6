"""The words, shapes and colours of commitments, questions and what bodies want; pure."""

from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import count_words, date_words, times_words
from scrutable.meetings.facts import (
    CommitmentSource,
    CommitmentState,
    Due,
    Keeping,
    Standing,
    StepKind,
)

STATE_WORDS = {
    CommitmentState.OPEN: "Not yet due",
    CommitmentState.NO_DATE: "No date yet",
    CommitmentState.OVERDUE: "Overdue",
    CommitmentState.ANSWERED: "Answered",
    CommitmentState.CLOSURE_PROPOSED: "Closure proposed",
    CommitmentState.CLOSED: "Closed",
    CommitmentState.CLOSED_UNAGREED: "Closed without agreement",
}
STATE_COLOURS = {
    CommitmentState.OPEN: "grey",
    CommitmentState.NO_DATE: "grey",
    CommitmentState.OVERDUE: "red",
    CommitmentState.ANSWERED: "blue",
    CommitmentState.CLOSURE_PROPOSED: "blue",
    CommitmentState.CLOSED: "green",
    CommitmentState.CLOSED_UNAGREED: "red",
}
STATE_SHAPES = {
    CommitmentState.OPEN: "○",
    CommitmentState.NO_DATE: "○",
    CommitmentState.OVERDUE: "■",
    CommitmentState.ANSWERED: "▲",
    CommitmentState.CLOSURE_PROPOSED: "▲",
    CommitmentState.CLOSED: "●",
    CommitmentState.CLOSED_UNAGREED: "◆",
}
GRAVEST_FIRST = (
    CommitmentState.OVERDUE,
    CommitmentState.CLOSED_UNAGREED,
    CommitmentState.ANSWERED,
    CommitmentState.CLOSURE_PROPOSED,
    CommitmentState.OPEN,
    CommitmentState.NO_DATE,
    CommitmentState.CLOSED,
)
KEEPING_WORDS = {
    Keeping.RUNNING: "Running",
    Keeping.KEPT: "Kept",
    Keeping.KEPT_LATE: "Kept late",
    Keeping.EXTENDED: "Extended",
    Keeping.FORGOTTEN: "Forgotten",
    Keeping.DROPPED: "Closed without agreement",
    Keeping.RELEASED: "Released",
}
KEEPING_MEANS = {
    Keeping.RUNNING: "not answered, and not yet due",
    Keeping.KEPT: "answered by the day first set",
    Keeping.KEPT_LATE: "answered after its day",
    Keeping.EXTENDED: "put off with a reason, and answered by the later day or still in time",
    Keeping.FORGOTTEN: "past its day without an answer",
    Keeping.DROPPED: "closed without the committee, and never answered",
    Keeping.RELEASED: "let go by the committee without an answer",
}
STEP_WORDS = {
    StepKind.CHASED: "Owner reminded",
    StepKind.EXTENDED: "Extended",
    StepKind.DEFERRED: "Deferred",
    StepKind.ANSWERED: "Answered",
    StepKind.CLOSURE_PROPOSED: "Closure proposed",
    StepKind.CLOSED: "Closed by the committee",
    StepKind.CLOSED_UNAGREED: "Closed without agreement",
    StepKind.REOPENED: "Reopened",
    StepKind.REASSIGNED: "Given to another owner",
}
SOURCE_WORDS = {
    CommitmentSource.RESOLUTION: "Resolution",
    CommitmentSource.PROMISE: "Promise made in discussion",
    CommitmentSource.REPORT: "Report",
    CommitmentSource.QUESTION: "Answer to a member’s question",
}
REPORT_WORDS = {
    "": "Every report to the body",
    "contract-performance": "Contract performance",
    "exceptions": "Exceptions",
    "decision-report": "Decision report",
    "it-overview": "Six-monthly overview of IT",
    "programme-update": "Improvement programme update",
    "benefits-review": "Benefits realisation review",
    "strategy-retrospective": "Strategy retrospective",
    "transition-outcomes": "Transition outcomes",
    "estate": "Housekeeping of the IT estate",
}
NOBODY = "Nobody named yet"
NO_DAY = "No date set"
ANSWERED_QUESTION, UNANSWERED_QUESTION, COMMENT = "Answered", "Unanswered", "Comment"


def state_tag(state: CommitmentState) -> Tag:
    """Return the state as a tag: word, shape and a colour that only repeats them."""
    return Tag(STATE_WORDS[state], STATE_COLOURS[state], STATE_SHAPES[state])


def owner_words(owner: str) -> str:
    """Return who owes it, or that nobody is named."""
    return owner or NOBODY


def due_words(due: Due | None) -> str:
    """Return the day, with the words it was set in where they say more, or the words alone.

    >>> due_words(Due(words="when the work has been fully assessed"))
    '“when the work has been fully assessed”'
    """
    if due is None:
        return NO_DAY
    said = f"“{due.words}”" if due.words.strip() else ""
    if due.last is None:
        return said or NO_DAY
    day = date_words(due.last)
    return day if not said or day in due.words else f"{day} ({said})"


def late_words(stands: Standing) -> str:
    """Return how late it is or was, and how often it was put off; "" for neither."""
    late = f"{count_words(stands.days_late, 'day')} late" if stands.days_late else ""
    moved = f"put off {times_words(stands.moved)}" if stands.moved else ""
    return ", ".join(filter(None, (late, moved)))

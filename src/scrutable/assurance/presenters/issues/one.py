"""The page of one issue: what it says, and everything that was said of it before; pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from scrutable.assurance.facts import Issue, IssueStanding, IssueState
from scrutable.assurance.presenters.assessments.words import VISIBILITY_WORDS
from scrutable.assurance.presenters.issues.words import (
    NO_DATE,
    NO_PHASE,
    PRIORITY_WORDS,
    STATE_TAGS,
    due_words,
    late_words,
    said_of,
)
from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.govuk.presenters import day_cell, moment_cell
from scrutable.kernel.wording import date_words, list_words, times_words

NONE = "Nothing is said"
NOT_CLOSED = "Nobody has said so"
BY_NAME = (
    "Owner and accepter are told apart by their names, and by the address of their letters. "
    "Who else holds a post is not recorded here."
)
SAID = {
    "what": "what was found",
    "recommendation": "recommendation",
    "priority": "priority",
    "owner": "owner",
    "due": "due",
    "phase": "phase",
    "progress": "progress",
    "evidence": "evidence",
    "said_closed_on": "said to be closed",
    "accepted_by": "accepted by",
    "accepted_on": "accepted on",
    "source": "source",
    "found_on": "found on",
    "found_while": "found while",
    "visibility": "who may read it",
}
OF_DETAIL = frozenset({"what", "recommendation", "progress", "evidence", "found_while"})


def summary(one: IssueStanding) -> str:
    """Return how an issue stands, in a sentence without its stop."""
    said = STATE_TAGS[one.state].word
    if one.state is IssueState.OVERDUE:
        said = f"Overdue by {late_words(one.late)}"
    if one.moves and one.state is not IssueState.CLOSED:
        return f"{said}; its day was moved {times_words(one.moves)}"
    return said


def terms(one: IssueStanding, *, closed: bool) -> tuple[Term, ...]:
    """Return an issue, line by line."""
    issue = one.issue

    def detail(text: str, none: str = NONE) -> str:
        return said_of(issue, text, none, closed=closed)

    accepted = f"{issue.accepted_by}, {date_words(issue.accepted_on)}" if issue.accepted_on else ""
    said_on = date_words(issue.said_closed_on) if issue.said_closed_on else NOT_CLOSED
    return (
        Term(label="What was found", value=detail(issue.what)),
        Term(label="Recommendation", value=detail(issue.recommendation, "None is made")),
        Term(label="Source", value=issue.source),
        Term(label="Found on", value=date_words(issue.found_on)),
        Term(label="Found while", value=detail(issue.found_while, "The report itself was made")),
        Term(label="Priority", value=PRIORITY_WORDS[issue.priority]),
        Term(label="Owner", value=issue.owner),
        Term(label="Due", value=due_words(one)),
        Term(label="Late by the first day set", value=late_words(one.late_by_first)),
        Term(label="Phase", value=issue.phase or NO_PHASE),
        Term(label="Progress", value=detail(issue.progress)),
        Term(label="Evidence of closure", value=detail(list_words(issue.evidence), "None")),
        Term(label="Said to be closed on", value=said_on),
        Term(label="Closure accepted by", value=accepted or "Nobody"),
        Term(label="Who may read it", value=VISIBILITY_WORDS[issue.visibility]),
    )


def history_table(
    versions: Sequence[Issue], events: Mapping[int, tuple[datetime | None, str]], *, closed: bool
) -> Table:
    """Return what changed with each version, the newest first; `events` give moment and author."""
    rows = []
    before: Issue | None = None
    for one in versions:
        moment, by = events[one.version]
        due = day_cell(one.due, NO_DATE)
        rows.append(
            (
                moment_cell(moment),
                Cell(by),
                Cell(_changed(before, one)),
                due,
                Cell(said_of(one, one.progress, NONE, closed=closed)),
            )
        )
        before = one
    return Table(
        name="history",
        caption="What was said of it",
        columns=(
            Column("at", "When"),
            Column("by", "By"),
            Column("what", "What changed"),
            Column("due", "Due then"),
            Column("progress", "Progress then"),
        ),
        rows=tuple(reversed(rows)),
        empty="Nothing was said of it.",
    )


def _changed(before: Issue | None, one: Issue) -> str:
    if before is None:
        return "Recorded"
    names = [words for name, words in SAID.items() if getattr(before, name) != getattr(one, name)]
    return f"Changed: {list_words(names)}" if names else "Nothing"

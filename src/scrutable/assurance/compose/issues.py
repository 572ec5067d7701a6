"""Issues and recommendations in a report: how they stand, how old, phase by phase; pure.

What is exempt of an issue stands in no open report: its number, source, owner and day do.
"""

from collections.abc import Sequence
from datetime import date

from scrutable.assurance.facts import (
    AgeBand,
    IssueStanding,
    IssueState,
    PhaseStanding,
    Priority,
)
from scrutable.assurance.presenters.issues import listing as words
from scrutable.assurance.presenters.issues.words import (
    NO_PHASE,
    PRIORITY_WORDS,
    STATE_TAGS,
    band_words,
    due_words,
    issue_name,
    late_words,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain

ANCHOR, ALL = "issues", "issues"
METHOD = (
    (
        "An issue is closed once its owner has said so, with evidence, and somebody other than its "
        "owner has accepted that. Owners are told apart by their names, and by the address of "
        "their letters."
    ),
    (
        "How late an issue is counts from the first day that was set for it, however often that "
        "was moved."
    ),
)


def finding(found: Sequence[IssueStanding], as_at: date) -> tuple[Run, ...]:
    """Return how many open issues are overdue; nothing where there is none."""
    if not found:
        return ()
    return (Figure(words.title(found), _every(found, as_at), period_at(as_at)), ".")


def key_figures(found: Sequence[IssueStanding], as_at: date) -> tuple[KeyFigure, ...]:
    """Return how many are open, waiting to be accepted, and moved."""
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, _every(found, as_at))
        for one in words.figures(found, period_at(as_at))
    )


def issues_section(
    found: Sequence[IssueStanding],
    bands: Sequence[AgeBand],
    phases: Sequence[PhaseStanding],
    as_at: date,
) -> tuple[Block, ...]:
    """Return the open issues, the most pressing first, their age, and the phases."""
    heading = Heading(1, "Issues and recommendations", ANCHOR)
    if not found:
        return (heading, plain("No issue is recorded."))
    period = period_at(as_at)
    still = [one for one in found if one.state is not IssueState.CLOSED]
    blocks: list[Block] = [heading, numbered(*finding(found, as_at))]
    picture = words.age_picture(bands)
    if picture is not None:
        ages = _ages(bands, _every(found, as_at), period)
        blocks += [Chart(picture.title, picture.description, picture, ages), _open(still, period)]
    if any(one.phase for one in phases):
        blocks.append(_phases(phases, as_at))
    return tuple(blocks)


def _ages(bands: Sequence[AgeBand], cited: Citation, period: str) -> Table:
    columns = (
        Column("Age"),
        *(Column(PRIORITY_WORDS[one], numeric=True) for one in Priority),
        Column("All", numeric=True),
    )
    rows = tuple(
        (
            Cell(band_words(band)),
            *(count_cell(number, cited, period) for number in (*band.numbers, band.number)),
        )
        for band in bands
    )
    return Table("Open issues by days beyond the first day set", columns, rows, period=period)


def _open(still: Sequence[IssueStanding], period: str) -> Table:
    columns = (
        Column("Issue"),
        Column("State"),
        Column("Priority"),
        Column("Due"),
        Column("Late by the first day set"),
        Column("Owner"),
        Column("Source"),
    )
    rows = tuple(_issue(one, period) for one in still)
    return Table("Open issues, the most pressing first", columns, rows, period=period)


def _issue(one: IssueStanding, period: str) -> tuple[Cell, ...]:
    issue = one.issue
    cited = cite(issue)
    return (
        Cell(issue_name(issue, closed=False), cited),
        tag_cell(STATE_TAGS[one.state], cited, period),
        Cell(PRIORITY_WORDS[issue.priority], cited),
        Cell(due_words(one), cited),
        Cell(late_words(one.late_by_first), cited, period=period),
        Cell(issue.owner),
        Cell(issue.source),
    )


def _phases(found: Sequence[PhaseStanding], as_at: date) -> Table:
    columns = (
        Column("Phase"),
        Column("Issues", numeric=True),
        Column("Closed", numeric=True),
        Column("Overdue", numeric=True),
        Column("Decision"),
    )
    rows = tuple(_phase(one, as_at) for one in found)
    return Table("Phases of the improvement programme", columns, rows, period=period_at(as_at))


def _phase(one: PhaseStanding, as_at: date) -> tuple[Cell, ...]:
    phase, period = one.phase, period_at(as_at)
    cited = cite(phase) if phase else _every(one.issues, as_at)
    return (
        Cell(f"{phase.programme}: {phase.title}" if phase else NO_PHASE),
        count_cell(len(one.issues), cited, period),
        count_cell(one.closed, cited, period),
        count_cell(one.overdue, cited, period),
        Cell((phase.decision if phase else "") or "None is named"),
    )


def _every(found: Sequence[IssueStanding], as_at: date) -> Citation:
    return cite_many(f"{ALL}/{as_at}", [one.issue for one in found])

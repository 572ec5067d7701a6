"""All issues, how old they are, and the phases that they are put into; pure."""

from collections.abc import Sequence

from scrutable.assurance.facts import (
    AgeBand,
    IssueStanding,
    IssueState,
    PhaseStanding,
    Priority,
)
from scrutable.assurance.presenters.issues.words import (
    ISSUES,
    NO_DATE,
    NO_PHASE,
    PRIORITY_COLOURS,
    PRIORITY_WORDS,
    STATE_TAGS,
    band_sign,
    band_words,
    issue_address,
    issue_name,
    late_words,
)
from scrutable.assurance.rules.issues import PRESSING
from scrutable.documents.charts.facts import ColumnStack, StackSeries
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, count_words, date_words, ended, share_words


def title(found: Sequence[IssueStanding]) -> str:
    """Return the finding: how many of the open issues are overdue."""
    still = [one for one in found if one.state is not IssueState.CLOSED]
    if not still:
        return "No issue is open" if found else "No issue is recorded"
    late = sum(one.state is IssueState.OVERDUE for one in still)
    if not late:
        return f"None of {count_words(len(still), 'open issue')} is overdue"
    if len(still) == 1:
        return "The one open issue is overdue"
    verb = "is" if late == 1 else "are"
    return f"{capital(share_words(late, len(still)))} open issues {verb} overdue"


def figures(found: Sequence[IssueStanding], at: str) -> tuple[KeyFigure, ...]:
    """Return how many are open, waiting, moved and added since their report."""
    if not found:
        return ()
    still = [one for one in found if one.state is not IssueState.CLOSED]
    waiting = sum(one.state is IssueState.WAITING for one in still)
    moved = sum(bool(one.moves) for one in still)
    added = sum(bool(one.issue.found_while) for one in found)
    return (
        KeyFigure(
            label="Open issues",
            value=f"{len(still):,} of {len(found):,}",
            period=at,
            comparison=f"{added:,} were added as they were found",
        ),
        KeyFigure(
            label="Wait to be accepted",
            value=f"{waiting:,}",
            period=at,
            comparison="said to be closed by their owner alone",
        ),
        KeyFigure(
            label="Day was moved",
            value=f"{moved:,} of {len(still):,}",
            period=at,
            comparison="lateness counts from the first day set",
        ),
    )


def issue_table(
    found: Sequence[IssueStanding], *, closed: bool, ticks: bool = False, name: str = "issues"
) -> Table:
    """Return issues, the most pressing first; `ticks` puts a box before each that is not closed."""
    return Table(
        name=name,
        caption="Issues and recommendations",
        columns=(
            Column("issue", "Issue"),
            Column("state", "State"),
            Column("priority", "Priority"),
            Column("due", "Due"),
            Column("late", "Late by the first day set", numeric=True),
            Column("owner", "Owner"),
            Column("source", "Source"),
            Column("phase", "Phase"),
        ),
        rows=tuple(_issue(one, closed=closed, ticks=ticks) for one in found),
        empty=(
            "No such issue is recorded. Record what an assessment, an audit or a review found, and "
            "any other such matter as it is found."
        ),
    )


def _issue(one: IssueStanding, *, closed: bool, ticks: bool) -> Row:
    issue = one.issue
    first = f"first {date_words(one.first_due)}" if one.moves and one.first_due else ""
    due = day_cell(issue.due, NO_DATE)
    late = one.late_by_first
    return (
        Cell(
            issue_name(issue, closed=closed),
            href=issue_address(issue.number),
            order=f"{issue.number:09}",
            note=f"found while {issue.found_while}" if _shows_while(one, closed=closed) else "",
            tick=str(issue.number) if ticks and one.state is not IssueState.CLOSED else "",
        ),
        Cell("", tags=(STATE_TAGS[one.state],)),
        Cell(PRIORITY_WORDS[issue.priority], order=str(PRESSING[issue.priority])),
        Cell(due.text, order=due.order, note=first),
        Cell(late_words(late), number=None if late is None else count_cell(late).number),
        Cell(issue.owner),
        Cell(issue.source),
        Cell(issue.phase or NO_PHASE),
    )


def _shows_while(one: IssueStanding, *, closed: bool) -> bool:
    return bool(one.issue.found_while) and (closed or not one.issue.is_exempt)


def age_table(bands: Sequence[AgeBand]) -> Table:
    """Return how long open issues are open beyond the first day set, by priority."""
    return Table(
        name="ages",
        caption="How long beyond the first day set",
        columns=(
            Column("age", "Age"),
            *(Column(one.value, PRIORITY_WORDS[one], numeric=True) for one in Priority),
            Column("all", "All", numeric=True),
        ),
        rows=tuple(
            (Cell(band_words(band)), *map(count_cell, band.numbers), count_cell(band.number))
            for band in bands
        ),
        empty="No issue is open.",
        totals=(
            Cell("All open issues"),
            *(count_cell(sum(band.numbers[at] for band in bands)) for at in range(len(Priority))),
            count_cell(sum(band.number for band in bands)),
        ),
    )


def age_picture(bands: Sequence[AgeBand]) -> ColumnStack | None:
    """Return the same as columns; None where no issue is open."""
    number = sum(band.number for band in bands)
    if not number:
        return None
    late = sum(band.number for band in bands if band.least)
    return ColumnStack(
        title="Open issues by days beyond the first day set",
        description=ended(f"{late:,} of {count_words(number, 'open issue')} are late"),
        periods=tuple(band_sign(band) for band in bands),
        series=tuple(
            StackSeries(
                PRIORITY_WORDS[one],
                PRIORITY_COLOURS[one],
                tuple(band.numbers[at] for band in bands),
            )
            for at, one in enumerate(Priority)
        ),
    )


def phase_table(found: Sequence[PhaseStanding]) -> Table:
    """Return every phase of an improvement programme and how its issues stand."""
    return Table(
        name="phases",
        caption="Phases of the improvement programme",
        columns=(
            Column("phase", "Phase"),
            Column("begins", "Begins"),
            Column("ends", "Ends"),
            Column("issues", "Issues", numeric=True),
            Column("closed", "Closed", numeric=True),
            Column("overdue", "Overdue", numeric=True),
            Column("decision", "Decision"),
        ),
        rows=tuple(_phase(one) for one in found),
        empty="No phase is recorded. Issues can be put into the phases of a programme.",
    )


def _phase(one: PhaseStanding) -> Row:
    phase = one.phase
    named = f"{phase.code}: {phase.title}" if phase else NO_PHASE
    code = phase.code if phase else "-"
    return (
        Cell(named, href=f"{ISSUES}?phase={code}", note=phase.programme if phase else ""),
        day_cell(phase.begins_on if phase else None, "No day"),
        day_cell(phase.ends_on if phase else None, "No day"),
        count_cell(len(one.issues)),
        count_cell(one.closed),
        count_cell(one.overdue),
        Cell((phase.decision if phase else "") or "None is named"),
    )

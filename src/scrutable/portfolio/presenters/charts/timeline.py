"""Projects' plans side by side, as a picture with its table; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.documents.charts.facts import PlanRow, Timeline
from scrutable.documents.charts.planned import MOST_ROWS
from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words, slip_words
from scrutable.portfolio.facts import ProjectStage
from scrutable.portfolio.facts.planned import Planned
from scrutable.portfolio.presenters.words import (
    NO_DATE,
    STAGE_WORDS,
    moved_words,
    project_address,
    project_name,
)

NOT_EXPECTED = "Not expected"


def timeline(planned: Sequence[Planned], as_at: date, *, of_all: int) -> Timeline | None:
    """Return the projects' plans against the day, at most forty; None where there is none."""
    shown = planned[:MOST_ROWS]
    if not shown:
        return None
    finding = late_words(shown)
    which = f"{len(shown)} of {of_all:,} projects" if of_all > len(shown) else "Every project"
    title = f"First dates and where they have gone: {finding}"
    description = (
        f"{which}, one a row, at {date_words(as_at)}: the first date as a thin bar, the latest "
        f"plan and the forecast as a thick one, a notch for each new plan. {capital(finding)}."
    )
    return Timeline(title, description, as_at, tuple(plan_row(one) for one in shown))


def late_words(planned: Sequence[Planned]) -> str:
    """Return how many of those that have a date are later than first planned."""
    dated = [one for one in planned if one.slip]
    if not dated:
        return "none of them has a date that anybody expects"
    late = [one for one in dated if one.slip and one.slip.against_original > 0]
    if not late:
        return f"none of {_dated_words(dated)} is later than first planned"
    furthest = max(late, key=lambda one: one.slip.against_original if one.slip else 0)
    days = furthest.slip.against_original if furthest.slip else 0
    is_or_are = "is" if len(late) == 1 else "are"
    return (
        f"{len(late)} of {_dated_words(dated)} {is_or_are} later than first planned, "
        f"{furthest.project.number} by {count_words(days, 'day')}"
    )


def _dated_words(dated: Sequence[Planned]) -> str:
    """Return of how many it is said; those reached count here, elsewhere only those that run."""
    reached = sum(one.slip is not None and one.slip.is_reached for one in dated)
    return f"{len(dated)} with a date" + (f" ({reached} reached)" if reached else "")


def plan_row(one: Planned) -> PlanRow:
    """Return a project as one row of a timeline."""
    name, line = project_name(one.project), one.line
    if line is None:
        return PlanRow(name, None, None, None, None, note=NO_DATE)
    ended = "" if one.slip else ended_words(one.project.stage)
    return PlanRow(
        name,
        line.set_on,
        line.original,
        line.current,
        one.slip.expected if one.slip else None,
        bool(one.slip and one.slip.is_reached),
        one.notches,
        ended,
    )


def ended_words(stage: ProjectStage) -> str:
    """Return why nobody expects a project's go-live any more."""
    return STAGE_WORDS[stage] if stage is ProjectStage.STOPPED else NOT_EXPECTED


def timeline_table(planned: Sequence[Planned]) -> Table:
    """Return the rows of the timeline with all their dates, in the same order."""
    return Table(
        name="timeline",
        caption="The dates of the timeline",
        columns=(
            Column("project", "Project"),
            Column("set", "First date set on"),
            Column("first", "First date"),
            Column("notches", "Planned anew to"),
            Column("current", "Latest plan"),
            Column("expected", "Expected"),
            Column("late_original", "Against the first date", numeric=True),
            Column("late_current", "Against the latest plan", numeric=True),
        ),
        rows=tuple(_timeline_row(one) for one in planned),
        empty="No project is recorded.",
    )


def _timeline_row(one: Planned) -> Row:
    line, slip = one.line, one.slip
    named = Cell(project_name(one.project), href=project_address(one.project.number))
    if line is None:
        return (named, *(Cell(NO_DATE) for _ in range(7)))
    notches = "; ".join(date_words(day) for day in one.notches) or moved_words(0)
    dates = (
        named,
        day_cell(line.set_on, ""),
        day_cell(line.original, ""),
        Cell(notches),
        day_cell(line.current, ""),
    )
    if slip is None:
        return (*dates, *(Cell(ended_words(one.project.stage)) for _ in range(3)))
    note = "reached" if slip.is_reached else "its day has passed" if slip.is_overdue else ""
    return (
        *dates,
        Cell(date_words(slip.expected), order=slip.expected.isoformat(), note=note),
        Cell(slip_words(slip.against_original), number=Decimal(slip.against_original)),
        Cell(slip_words(slip.against_current), number=Decimal(slip.against_current)),
    )

"""The priority list and all projects, both slips side by side; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ENDED, Project, Rating, Slip, Standing, Tolerance
from scrutable.portfolio.presenters.words import (
    NO_DATE,
    RATING_TAGS,
    STAGE_WORDS,
    THEME_WORDS,
    moved_words,
    project_address,
    slip_words,
)

NO_STATUS = "No status given"
COLUMNS = (
    Column("project", "Project"),
    Column("stage", "Stage"),
    Column("status", "Status"),
    Column("first", "First date"),
    Column("expected", "Expected"),
    Column("late_original", "Days late against the first date", numeric=True),
    Column("late_current", "Against the latest plan", numeric=True),
    Column("moved", "Planned anew", numeric=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A project with its slip and the overall rating that is shown."""

    project: Project
    slip: Slip | None
    first: date | None
    by_dates: Rating | None
    shown: Rating | None
    is_overridden: bool

    @property
    def is_late(self) -> bool:
        """Test whether its go-live is later than the day first set."""
        return self.slip is not None and self.slip.against_original > 0


def judged(one: Standing, as_at: date, tolerance: Tolerance) -> Judged:
    """Return the project with what its dates and its last status come to by the day."""
    slip = rules.slip_of(one.go_live, as_at) if one.go_live else None
    has_ended = one.project.stage in ENDED
    if has_ended and slip and not slip.is_reached:
        slip = None  # nobody expects it any more
    by_dates = rules.by_both_baselines(slip, tolerance) if slip else None
    return Judged(
        project=one.project,
        slip=slip,
        first=one.go_live.original if one.go_live else None,
        by_dates=by_dates,
        shown=rules.shown_overall(one.status, by_dates) if one.status else None,
        is_overridden=bool(one.status and one.status.override_reason),
    )


def title(found: Sequence[Judged]) -> str:
    """Return the finding: how many are later than first planned."""
    if not found:
        return "No project is recorded"
    late = sum(one.is_late for one in found)
    of_all = f"of {count_words(len(found), 'project')}"
    return f"{late} {of_all} {'is' if late == 1 else 'are'} later than first planned"


def summary(found: Sequence[Judged]) -> str:
    """Return how many of the late ones a look at the latest plan alone would hide."""
    hidden = [one for one in found if one.slip and one.is_late and one.slip.against_current <= 0]
    if not hidden:
        return "Days late are counted against the date first set and against the latest plan."
    verb = "keeps its latest plan" if len(hidden) == 1 else "keep their latest plan"
    return f"Of the late ones {len(hidden)} {verb}: only the date first set shows that."


def figures(found: Sequence[Judged], as_at: date) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page."""
    period = date_words(as_at)
    moved = [one for one in found if one.slip and one.slip.rebaselines]
    most = max((one.slip.rebaselines for one in moved if one.slip), default=0)
    red = sum(one.shown is Rating.RED for one in found)
    silent = sum(one.shown is None and one.project.stage not in ENDED for one in found)
    return (
        KeyFigure(
            label="Late against the first date",
            value=_of(sum(o.is_late for o in found)),
            period=period,
        ),
        KeyFigure(
            label="Planned anew",
            value=_of(len(moved)),
            period=period,
            comparison=f"one of them {most} times" if most > 1 else "",
        ),
        KeyFigure(label="Red", value=_of(red), period=period),
        KeyFigure(label="Without a status", value=_of(silent), period=period),
    )


def _of(number: int) -> str:
    return f"{number:,}"


def priority_table(found: Sequence[Judged]) -> Table:
    """Return the priority list with the reason for each place."""
    listed = sorted(
        (one for one in found if one.project.place is not None),
        key=lambda one: (one.project.place or 0, one.project.number),
    )
    columns = (
        Column("place", "Place", numeric=True),
        Column("title", "Project"),
        Column("reason", "Why it is on the list"),
        *COLUMNS[2:],
    )
    return Table(
        name="priority",
        caption="Priority list",
        columns=columns,
        rows=tuple(
            (
                count_cell(one.project.place or 0),
                _project_cell(one.project),
                Cell(one.project.place_reason or "No reason given"),
                *_said(one),
            )
            for one in listed
        ),
        empty="No project has a place on the priority list. Give one on the project’s page.",
    )


def project_table(found: Sequence[Judged], caption: str) -> Table:
    """Return the projects by number."""
    return Table(
        name="projects",
        caption=caption,
        columns=COLUMNS,
        rows=tuple((_project_cell(one.project), _stage(one.project), *_said(one)) for one in found),
        empty="No project is like that. Add one, or choose other filters.",
    )


def _project_cell(project: Project) -> Cell:
    themes = THEME_WORDS[project.theme]
    text = f"{project.number} {project.title}"
    return Cell(text, href=project_address(project.number), note=themes)


def _stage(project: Project) -> Cell:
    return Cell(STAGE_WORDS[project.stage])


def _said(one: Judged) -> Row:
    first = day_cell(one.first, NO_DATE)
    status = _status(one)
    if one.slip is None:
        none = "Not expected" if one.first else NO_DATE
        return status, first, Cell(none), Cell(none), Cell(none), Cell(none)
    slip = one.slip
    word = "reached" if slip.is_reached else "its day has passed" if slip.is_overdue else ""
    expected = Cell(date_words(slip.expected), order=slip.expected.isoformat(), note=word)
    return (
        status,
        first,
        expected,
        _days(slip.against_original),
        _days(slip.against_current),
        Cell(moved_words(slip.rebaselines), number=Decimal(slip.rebaselines)),
    )


def _status(one: Judged) -> Cell:
    if one.shown is None:
        return Cell(NO_STATUS)
    return Cell("", tags=(RATING_TAGS[one.shown],), note="overridden" if one.is_overridden else "")


def _days(days: int) -> Cell:
    return Cell(slip_words(days), number=Decimal(days))


def caption(shown: int, of_all: int, first: int, chosen: Sequence[str]) -> str:
    """Return what the list holds, and which part of it is shown.

    >>> caption(50, 120, 51, ["optimise"])
    'Projects 51 to 100 of 120: optimise'
    >>> caption(3, 3, 1, [])
    'All 3 projects'
    """
    said = f": {list_words(chosen)}" if chosen else ""
    if shown == of_all:
        return f"All {count_words(of_all, 'project')}{said}"
    return f"Projects {first:,} to {first + shown - 1:,} of {of_all:,}{said}"


def supplier_choices(found: Sequence[Judged], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the suppliers of any of the projects, by name."""
    held = {reference for one in found for reference in one.project.suppliers}
    return sorted(((one, names.get(one, one)) for one in held), key=lambda pair: pair[1])

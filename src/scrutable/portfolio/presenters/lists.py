"""The priority list and all projects, both slips side by side; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import count_words, date_words, list_words, slip_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import ENDED, Judged, Project, Rating
from scrutable.portfolio.presenters.words import (
    NO_DATE,
    RATING_TAGS,
    STAGE_WORDS,
    THEME_WORDS,
    moved_words,
    project_address,
)

ON_A_PAGE = 50
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


def title(found: Sequence[Judged]) -> str:
    """Return the finding: how many of those that run are late, as every page counts them."""
    if not found:
        return "No project is recorded"
    running = _running(found)
    if not running:
        return f"{count_words(len(found), 'project')}, none of them running"
    late = sum(one.is_late for one in running)
    of_all = f"of {count_words(len(running), 'running project')}"
    return f"{late} {of_all} {'is' if late == 1 else 'are'} late against the day first set"


def _running(found: Sequence[Judged]) -> list[Judged]:
    return [one for one in found if one.project.stage not in ENDED]


def summary(found: Sequence[Judged]) -> str:
    """Return how many of the late ones a look at the latest plan alone would hide."""
    running = _running(found)
    hidden = [one for one in running if one.slip and one.is_late and one.slip.against_current <= 0]
    ended = _ended_words(len(found) - len(running))
    if not hidden:
        said = "Days late are counted against the date first set and against the latest plan."
        return f"{said}{ended}"
    verb = "keeps its latest plan" if len(hidden) == 1 else "keep their latest plan"
    return f"Of the late ones {len(hidden)} {verb}: only the date first set shows that.{ended}"


def _ended_words(count: int) -> str:
    if not count:
        return ""
    over = f"{count_words(count, 'project')} that {'is' if count == 1 else 'are'} over"
    return f" The figures leave out {over}; the list has all."


def figures(found: Sequence[Judged], as_at: date) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page."""
    period, running = date_words(as_at), _running(found)
    of_running = f"of {len(running):,} running"
    moved = [one for one in running if one.slip and one.slip.rebaselines]
    most = max((one.slip.rebaselines for one in moved if one.slip), default=0)
    red = sum(one.shown is Rating.RED for one in running)
    silent = sum(one.shown is None for one in running)
    return (
        KeyFigure(
            label="Late against the first date",
            value=_of(sum(o.is_late for o in running)),
            period=period,
            comparison=of_running,
        ),
        KeyFigure(
            label="Planned anew",
            value=_of(len(moved)),
            period=period,
            comparison=f"{of_running}, one {most} times" if most > 1 else of_running,
        ),
        KeyFigure(label="Red", value=_of(red), period=period, comparison=of_running),
        KeyFigure(
            label="Without a status", value=_of(silent), period=period, comparison=of_running
        ),
    )


def _of(number: int) -> str:
    return f"{number:,}"


def priority_table(found: Sequence[Judged], as_at: date) -> Table:
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
                *_with_way_back(one, as_at),
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
        rows=tuple(
            (_project_cell(one.project), STAGE_CELLS[one.project.stage], *_said(one))
            for one in found
        ),
        empty="No project is like that. Add one, or choose other filters.",
        most=ON_A_PAGE,
    )


def _project_cell(project: Project) -> Cell:
    themes = THEME_WORDS[project.theme]
    text = f"{project.number} {project.title}"
    return Cell(text, href=project_address(project.number), note=themes)


def _with_way_back(one: Judged, as_at: date) -> Row:
    """Return status and dates; below a status that is not green, when it is to be so again."""
    status, *rest = _said(one)
    if not one.is_to_be_green_again:
        return (status, *rest)
    note = "; ".join(part for part in (status.note, green_again_words(one, as_at)) if part)
    return (replace(status, note=note), *rest)


def green_again_words(one: Judged, as_at: date) -> str:
    """Return by when a project is to be green again, and whether that day has passed."""
    if one.green_by is None:
        return "a way back to green, no day" if one.to_green else "nobody has said how to green"
    if rules.has_green_day_passed(one, as_at):
        return f"was to be green by {date_words(one.green_by)}"
    return f"green by {date_words(one.green_by)}"


STAGE_CELLS = {stage: Cell(words) for stage, words in STAGE_WORDS.items()}
NONE_EXPECTED, NONE_SET = Cell("Not expected"), Cell(NO_DATE)


def _said(one: Judged) -> Row:
    """Return status and dates; two thousand rows share the cells that say the same."""
    status = _status(one.shown, is_overridden=one.is_overridden)
    if one.slip is None:
        none = NONE_EXPECTED if one.first else NONE_SET
        return status, _day(one.first), none, none, none, none
    slip = one.slip
    word = "reached" if slip.is_reached else "its day has passed" if slip.is_overdue else ""
    return (
        status,
        _day(one.first),
        _day(slip.expected, word),
        _days(slip.against_original),
        _days(slip.against_current),
        _moved(slip.rebaselines),
    )


@lru_cache(maxsize=64)
def _status(shown: Rating | None, *, is_overridden: bool) -> Cell:
    if shown is None:
        return Cell(NO_STATUS)
    return Cell("", tags=(RATING_TAGS[shown],), note="overridden" if is_overridden else "")


@lru_cache(maxsize=8192)
def _day(day: date | None, note: str = "") -> Cell:
    if day is None:
        return NONE_SET
    return Cell(date_words(day), order=day.isoformat(), note=note)


@lru_cache(maxsize=8192)
def _days(days: int) -> Cell:
    return Cell(slip_words(days), number=Decimal(days))


@lru_cache(maxsize=256)
def _moved(times: int) -> Cell:
    return Cell(moved_words(times), number=Decimal(times))


def caption(of_all: int, chosen: Sequence[str]) -> str:
    """Return what the list holds.

    >>> caption(120, ["optimise"]), caption(1, [])
    ('120 projects: optimise', '1 project')
    """
    said = f": {list_words(chosen)}" if chosen else ""
    return f"{count_words(of_all, 'project')}{said}"


def choices_of(
    found: Sequence[Judged], attribute: str, names: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return what any of the projects names in a field, such as suppliers, by their names."""
    held = {reference for one in found for reference in getattr(one.project, attribute)}
    return sorted(((one, names.get(one, one)) for one in held), key=lambda pair: pair[1])

"""A timeline's coordinates: one plan a row, first date thin, plan and forecast thick; pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutable.documents.charts.days import Days, day_ticks, days_of
from scrutable.documents.charts.geometry import (
    GREY,
    LINE,
    WIDTH,
    Label,
    LegendItem,
    Mark,
    breadth,
    legend,
    n,
    outline,
    period_labels,
    wrapped,
)
from scrutable.documents.charts.planned import PlanRow, Timeline

TOP = 34.0
LETTERS = 23  # of a line of a name
LEFT = 172.0
LATE = "Days late"
RIGHT = WIDTH - breadth(LATE) - 8
ONE, TWO = 27.0, 36.0  # heights of a row by the lines of its name
THIN, THICK = 3.0, 10.0
MOST_TICKS = 5
SIGNS = (
    ("first", "First date"),
    ("plan", "Latest plan"),
    ("later", "Forecast beyond it"),
    ("notch", "Planned anew"),
    ("ring", "Expected"),
    ("reached", "Reached"),
)


class Box(NamedTuple):
    """A bar."""

    x: str
    y: str
    width: str
    height: str
    shape: str


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """What the template draws, every coordinate settled."""

    height: str
    foot: str
    grid: str
    rules: str
    today: str
    bars: tuple[Box, ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]


class Row(NamedTuple):
    """A plan with its place in the picture."""

    plan: PlanRow
    names: tuple[str, ...]
    top: float
    height: float

    @property
    def middle(self) -> float:
        """Return the height of the row's middle."""
        return self.top + self.height / 2


def draw_timeline(timeline: Timeline) -> TimelineDrawing:
    """Return the drawing of a timeline."""
    rows = list(_rows(timeline.rows))
    foot = rows[-1].top + rows[-1].height
    days = days_of(_every_day(timeline))
    ticks = day_ticks(days, MOST_TICKS)
    bars = [bar for row in rows for bar in _bars(row, days)]
    marks = _marks(rows, days)
    drawn = {bar.shape for bar in bars} | {mark.shape for mark in marks}
    signs, height = legend([sign for sign in SIGNS if sign[0] in drawn], foot + LINE + 14)
    xs = [_x(day, days) for day, _ in ticks]
    texts = [text for _, text in ticks]
    return TimelineDrawing(
        height=n(height),
        foot=n(foot),
        grid="".join(f"M{n(x)} {n(TOP)}V{n(foot)}" for x in xs),
        rules="".join(f"M0 {n(row.top)}H{n(WIDTH)}" for row in rows),
        today=f"M{n(_x(timeline.today, days))} {n(TOP - 6)}V{n(foot)}",
        bars=tuple(bars),
        marks=marks,
        labels=(
            *_head(timeline.today, days),
            *(period_labels(texts, xs, TOP - 20, RIGHT) if ticks else ()),
            *(period_labels(texts, xs, foot + LINE - 2, RIGHT) if ticks else ()),
            *(label for row in rows for label in _words(row)),
        ),
        legend=signs,
    )


def _rows(plans: Sequence[PlanRow]) -> Iterator[Row]:
    top = TOP
    for plan in plans:
        names = wrapped(plan.name, LETTERS)
        height = ONE if len(names) == 1 else TWO
        yield Row(plan, names, top, height)
        top += height


def _every_day(timeline: Timeline) -> Iterator[date]:
    yield timeline.today
    for plan in timeline.rows:
        days = (plan.start, plan.original, plan.current, plan.expected, *plan.notches)
        yield from (day for day in days if day is not None)


def _x(day: date, days: Days) -> float:
    return LEFT + days.share(day) * (RIGHT - LEFT)


def _bars(row: Row, days: Days) -> Iterator[Box]:
    plan = row.plan
    if plan.start is None or plan.original is None or plan.current is None:
        return
    top = row.middle - (THIN + 1 + THICK) / 2
    start, original, current = (_x(d, days) for d in (plan.start, plan.original, plan.current))
    yield _box((start, original), top, THIN, "first")
    end = current if plan.expected is None else min(current, _x(plan.expected, days))
    yield _box((start, end), top + THIN + 1, THICK, "plan" if plan.expected else "ghost")
    if plan.expected is not None and plan.expected > plan.current:
        yield _box((current, _x(plan.expected, days)), top + THIN + 1, THICK, "later")


def _box(ends: tuple[float, float], y: float, height: float, shape: str) -> Box:
    left, right = min(ends), max(ends)
    return Box(n(left), n(y), n(max(right - left, 1.5)), n(height), shape)


def _marks(rows: Sequence[Row], days: Days) -> tuple[Mark, ...]:
    found: dict[str, list[str]] = {"notch": [], "ring": [], "reached": []}
    for row in rows:
        plan, y = row.plan, row.middle + (THIN + 1) / 2
        found["notch"] += [outline("notch", _x(day, days), y) for day in plan.notches]
        if plan.expected is not None:
            shape = "reached" if plan.reached else "ring"
            found[shape].append(outline(shape, _x(plan.expected, days), y))
    return tuple(Mark(shape, "".join(paths)) for shape, paths in found.items() if paths)


def _head(today: date, days: Days) -> Iterator[Label]:
    x = _x(today, days)
    half = breadth("Today") / 2
    yield Label(n(min(max(x, LEFT + half), RIGHT - half)), n(TOP - 8), "Today", "middle", bold=True)
    yield Label(n(WIDTH - 2), n(TOP - 8), LATE, "end", bold=True)


def _words(row: Row) -> Iterator[Label]:
    plan = row.plan
    first = row.middle + (4 if len(row.names) == 1 else -3)
    for at, name in enumerate(row.names):
        yield Label("2", n(first + at * 14), name)
    if plan.expected is None or plan.original is None:
        if plan.original is None:
            yield Label(n(LEFT + 4), n(row.middle + 4), plan.note, fill=GREY)
        else:
            yield Label(n(WIDTH - 2), n(row.middle + 4), plan.note, "end", fill=GREY)
        return
    late = (plan.expected - plan.original).days
    yield Label(n(WIDTH - 2), n(row.middle + 4), f"{late:,}", "end", bold=late > 0)

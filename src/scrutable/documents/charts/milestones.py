"""A milestone trend's coordinates: report dates across, the dates given upwards; pure.

Both axes run over the same days, so that the diagonal is where a date is reached.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scrutable.documents.charts.days import Days, day_ticks, days_of, month_year
from scrutable.documents.charts.geometry import (
    COLOURS,
    GREY,
    INK,
    LINE,
    Label,
    LegendItem,
    Mark,
    apart,
    breadth,
    cut,
    legend,
    n,
    outline,
    period_labels,
    wrapped,
)
from scrutable.documents.charts.planned import DateSaid, DateTrend, DateTrendLine

TOP, SIDE = 22.0, 270.0
MOST_TICKS = 6
LETTERS = 16  # of a line of a name
SAMPLE = 22.0  # of a stroke before its milestone's name
FEW = 3  # milestones whose names have room for two lines
SIGNS = (("baseline", "circle"), ("rebaseline", "diamond"), ("actual", "reached"))
WORDS = {"circle": "Date given", "diamond": "Planned anew", "reached": "Reached"}
STROKES = (  # a colour only repeats what the dashes say
    (COLOURS["blue"], ""),
    (INK, "7 3"),
    (COLOURS["green"], "2 3"),
    (COLOURS["red"], "9 3 2 3"),
    (GREY, "4 2"),
    ("#4c2c92", "12 4"),
)


class Drawn(NamedTuple):
    """One milestone's line, its stroke, its first date and what was not said since."""

    path: str
    colour: str
    dashes: str
    level: str
    silent: str


@dataclass(frozen=True, slots=True)
class MilestoneDrawing:
    """What the template draws, every coordinate settled."""

    height: str
    left: str
    right: str
    top: str
    foot: str
    grid: str
    lines: tuple[Drawn, ...]
    leaders: str
    samples: tuple[tuple[str, str, str], ...]
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]


class Field(NamedTuple):
    """The square in which the lines run."""

    days: Days
    left: float

    @property
    def right(self) -> float:
        """Return the right side."""
        return self.left + SIDE

    def x(self, day: date) -> float:
        """Return the place across of a day."""
        return self.left + self.days.share(day) * SIDE

    def y(self, day: date) -> float:
        """Return the height of a day."""
        return TOP + SIDE - self.days.share(day) * SIDE


class Ending(NamedTuple):
    """What stands at the right of a line: the place it speaks of, a name and its dates."""

    x: float
    y: float
    names: tuple[str, ...]
    dates: tuple[str, ...]
    stroke: tuple[str, str]

    @property
    def height(self) -> int:
        """Return how many lines of letters it has."""
        return len(self.names) + len(self.dates)


def draw_milestones(trend: DateTrend) -> MilestoneDrawing:
    """Return the drawing of a milestone trend."""
    days = days_of(_every_day(trend))
    ticks = day_ticks(days, MOST_TICKS)
    field = Field(days, max(breadth(text) for _, text in ticks) + 10)
    foot = TOP + SIDE
    marks = _marks(trend, field)
    signs, height = legend([(m.shape, WORDS[m.shape]) for m in marks], foot + 3 * LINE + 8)
    endings = list(_endings(trend, field))
    placed = _placed(endings)
    xs = [field.x(day) for day, _ in ticks]
    return MilestoneDrawing(
        height=n(height),
        left=n(field.left),
        right=n(field.right),
        top=n(TOP),
        foot=n(foot),
        grid=_grid([day for day, _ in ticks], field),
        lines=tuple(
            _drawn(line, field, trend.until, stroke)
            for line, stroke in zip(trend.lines, STROKES, strict=False)
        ),
        leaders=_leaders(endings, placed, field),
        samples=tuple(_samples(endings, placed, field)),
        marks=marks,
        labels=(
            Label("6", n(TOP - 8), "Date expected"),
            Label(n(field.right), n(TOP - 6), "Done", "middle", bold=True),
            *_heights(ticks, field),
            *period_labels([text for _, text in ticks], xs, foot + LINE + 2, field.right + 20),
            Label(n(field.right), n(foot + 2 * LINE + 3), "Day on which it was given", "end"),
            *_words(endings, placed, field),
        ),
        legend=signs,
    )


def _every_day(trend: DateTrend) -> Iterator[date]:
    yield trend.until
    for line in trend.lines:
        yield line.original
        for said in line.said:
            yield from (said.on, said.to)


def _grid(ticks: Sequence[date], field: Field) -> str:
    across = "".join(f"M{n(field.left)} {n(field.y(day))}H{n(field.right)}" for day in ticks)
    return across + "".join(f"M{n(field.x(day))} {n(TOP)}V{n(TOP + SIDE)}" for day in ticks)


def _heights(ticks: Sequence[tuple[date, str]], field: Field) -> Iterator[Label]:
    for day, text in ticks:
        yield Label(n(field.left - 6), n(field.y(day) + 4), text, "end")


def _at(said: DateSaid, field: Field) -> tuple[float, float]:
    """Return where a date stands: one that was reached stands on the diagonal."""
    return field.x(said.to if said.kind == "actual" else said.on), field.y(said.to)


def _drawn(line: DateTrendLine, field: Field, until: date, stroke: tuple[str, str]) -> Drawn:
    points = [_at(said, field) for said in line.said]
    path = "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points)
    level = f"M{n(points[0][0])} {n(field.y(line.original))}H{n(field.right)}"
    silent = ""
    if line.said[-1].kind != "actual" and line.said[-1].on < until:
        silent = f"M{n(points[-1][0])} {n(points[-1][1])}H{n(field.x(until))}"
    return Drawn(path, *stroke, level, silent)


def _marks(trend: DateTrend, field: Field) -> tuple[Mark, ...]:
    shapes = dict(SIGNS)
    found: dict[str, list[str]] = {shape: [] for _, shape in SIGNS}
    for line in trend.lines:
        for said in line.said:
            shape = shapes.get(said.kind, "circle")
            found[shape].append(outline(shape, *_at(said, field)))
    return tuple(Mark(shape, "".join(paths)) for shape, paths in found.items() if paths)


def _endings(trend: DateTrend, field: Field) -> Iterator[Ending]:
    """Yield what stands at the lines' ends; of a single line its first date at its own height."""
    count = len(trend.lines)
    for line, stroke in zip(trend.lines, STROKES, strict=False):
        last = line.said[-1]
        names = wrapped(line.name, LETTERS) if count <= FEW else (cut(line.name, LETTERS),)
        first = f"first {_day(line.original)}"
        now = f"{'reached' if last.kind == 'actual' else 'now'} {_day(last.to)}"
        x, y = _at(last, field)
        x = x if last.kind == "actual" else max(x, field.x(trend.until))
        if count > 1 or last.to == line.original:
            yield Ending(x, y, names, (first, now), stroke)
            continue
        yield Ending(x, y, names, (now,), stroke)
        yield Ending(field.right, field.y(line.original), (), (first,), (GREY, ""))


def _day(day: date) -> str:
    return f"{day.day} {month_year(day)}"


def _placed(endings: Sequence[Ending]) -> list[float]:
    """Return the height of each label's first line, all of them apart and beside the square."""
    tall = max(ending.height for ending in endings)
    wanted = [ending.y - (ending.height - 1) * LINE / 2 + 4 for ending in endings]
    lowest = TOP + SIDE - (tall - 1) * LINE + 4
    return apart(wanted, TOP + 12, lowest, tall * LINE + 2)


def _words(endings: Sequence[Ending], placed: Sequence[float], field: Field) -> Iterator[Label]:
    x = field.right + 14
    for ending, y in zip(endings, placed, strict=True):
        for at, text in enumerate((*ending.names, *ending.dates)):
            is_name = at < len(ending.names)
            inset = SAMPLE + 4 if is_name and at == 0 else 0
            yield Label(n(x + inset), n(y + at * LINE), text, bold=is_name)


def _samples(
    endings: Sequence[Ending], placed: Sequence[float], field: Field
) -> Iterator[tuple[str, str, str]]:
    """Yield a piece of each line's stroke before its name."""
    for ending, y in zip(endings, placed, strict=True):
        if ending.names:
            x = field.right + 14
            yield (f"M{n(x)} {n(y - 4)}h{n(SAMPLE)}", *ending.stroke)


def _leaders(endings: Sequence[Ending], placed: Sequence[float], field: Field) -> str:
    """Return the threads from the ends of the lines to their labels."""
    parts = []
    for ending, y in zip(endings, placed, strict=True):
        middle = y - 4 + (0 if ending.names else (ending.height - 1) * LINE / 2)
        start = f"M{n(ending.x)} {n(ending.y)}H{n(field.right)}"
        parts.append(f"{start}L{n(field.right + 11)} {n(middle)}")
    return "".join(parts)

"""Coordinates of sparklines and columns; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scrutable.documents.charts.facts import ColumnStack, Sparkline
from scrutable.documents.charts.geometry import (
    AGAIN,
    COLOURS,
    LINE,
    WIDTH,
    Label,
    LegendItem,
    Scale,
    Tick,
    breadth,
    hatch,
    legend,
    n,
    period_labels,
    round_steps,
    ticks,
)

DARK = {COLOURS[name] for name in ("green", "red", "blue")}
SPARK_WIDTH, SPARK_HEIGHT = 96.0, 24.0


@dataclass(frozen=True, slots=True)
class SparkDrawing:
    """A sparkline's drawing."""

    width: str
    text_x: str
    line: str
    target: str
    misses: str
    last: str


class Bar(NamedTuple):
    """A filled box."""

    x: str
    y: str
    width: str
    height: str
    fill: str


@dataclass(frozen=True, slots=True)
class ColumnsDrawing:
    """A column stack's drawing."""

    height: str
    left: str
    foot: str
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    hatched: str
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]
    fills: tuple[str, ...]


def draw_sparkline(spark: Sparkline) -> SparkDrawing:
    """Return the drawing of a sparkline."""
    known = [float(value) for value in spark.values if value is not None]
    level = [] if spark.target is None else [float(spark.target)]
    low, high = (min(known + level), max(known + level)) if known else (0.0, 1.0)
    scale = Scale(low, high if high > low else low + 1, 4, SPARK_HEIGHT - 4)
    between = (SPARK_WIDTH - 10) / max(1, len(spark.values) - 1)
    misses = spark.misses or (False,) * len(spark.values)
    parts, marks, pen, end = [], [], "M", ""
    last = len(spark.values) - 1
    for i, value in enumerate(spark.values):
        if value is None:
            pen = "M"
            continue
        x, y = 5 + i * between, scale.at(float(value))
        parts.append(f"{pen}{x:.1f} {y:.1f}")
        pen = "L"
        if misses[i]:
            marks.append(f"M{x - 2:.1f} {y - 2:.1f}h4v4h-4z")
        elif i == last:
            end = f"M{x - 2.5:.1f} {y:.1f}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0z"
    target = f"M5 {n(scale.at(level[0]))}H{n(SPARK_WIDTH - 5)}" if level and known else ""
    width = SPARK_WIDTH + 4 + breadth(spark.last)
    return SparkDrawing(n(width), n(SPARK_WIDTH + 2), "".join(parts), target, "".join(marks), end)


def draw_columns(stack: ColumnStack) -> ColumnsDrawing:
    """Return the drawing of a column stack."""
    totals = [sum(layer.counts[i] for layer in stack.series) for i in range(len(stack.periods))]
    _, high, step = round_steps(0, max(*totals, 1), whole=True)
    scale = Scale(0, high, 22, 210)
    across = ticks(scale, step, "")
    left = max(breadth(tick.text) for tick in across) + 8
    room = (WIDTH - left - 6) / len(stack.periods)
    wide = min(room * 0.8, 60)
    xs = [left + room * (i + 0.5) for i in range(len(stack.periods))]
    bars, labels, hatched = _columns(stack, xs, wide, scale)
    if room > breadth(str(max(totals))) + 2:
        for x, total in zip(xs, totals, strict=True):
            labels.append(Label(n(x), n(scale.at(total) - 5), str(total), "middle", bold=True))
    fills = _fills(stack)
    drawn = [(layer.colour, layer.name) for layer in stack.series if any(layer.counts)]
    shown = tuple(f for f, layer in zip(fills, stack.series, strict=True) if any(layer.counts))
    signs, foot = legend(drawn, scale.bottom + 2 * LINE + 8)
    labels += period_labels(stack.periods, xs, scale.bottom + LINE + 2)
    return ColumnsDrawing(
        n(foot), n(left), n(scale.bottom), across, tuple(bars), hatched, tuple(labels), signs, shown
    )


def _columns(
    stack: ColumnStack, xs: Sequence[float], wide: float, scale: Scale
) -> tuple[list[Bar], list[Label], str]:
    """Return boxes and counts; red is hatched too, so that it differs from green without colour."""
    bars, labels, hatched = [], [], []
    for i, x in enumerate(xs):
        below = 0
        for layer, fill in zip(stack.series, _fills(stack), strict=True):
            count = layer.counts[i]
            if not count:
                continue
            top, bottom = scale.at(below + count), scale.at(below)
            bars.append(bar(x - wide / 2, top, wide, bottom - top, fill))
            if bottom - top > LINE - 1 and wide > breadth(str(count)) + 6:
                ink = "#ffffff" if fill in DARK else ""
                middle = (top + bottom) / 2 + 4
                labels.append(Label(n(x), n(middle), str(count), "middle", bold=True, fill=ink))
            if layer.colour == "red":
                hatched.append(hatch(x - wide / 2, x + wide / 2, top, bottom))
            below += count
    return bars, labels, "".join(hatched)


def bar(x: float, y: float, width: float, height: float, fill: str) -> Bar:
    """Return a box whose coordinates are settled."""
    return Bar(n(x), n(y), n(width), n(height), fill)


def _fills(stack: ColumnStack) -> list[str]:
    """Return each layer's fill: a colour used a second time is another shade of itself."""
    colours = [layer.colour for layer in stack.series]
    return [
        AGAIN[colour] if colours[:i].count(colour) % 2 else COLOURS[colour]
        for i, colour in enumerate(colours)
    ]

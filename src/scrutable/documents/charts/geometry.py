"""Axes, marks, labels and legends as coordinates; pure. One unit is about a point on paper."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

WIDTH = 480.0
SIZE = 12.0  # of the letters
LINE = 15.0  # from one line of letters to the next

INK, GREY, PALE = "#0b0c0c", "#505a5f", "#dee0e2"
COLOURS = {
    "green": "#00703c",
    "yellow": "#ffdd00",
    "red": "#d4351c",
    "grey": "#b1b4b6",
    "blue": "#1d70b8",
}


def breadth(text: str, size: float = SIZE) -> float:
    """Return about how wide the text is drawn, on the safe side for any of our faces."""
    return 0.56 * size * len(text)


def cut(text: str, most: int) -> str:
    """Return the text, cut short with an ellipsis if it is longer than so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


class Scale(NamedTuple):
    """A straight scale from values to heights; more is higher up."""

    low: float
    high: float
    top: float
    bottom: float

    def at(self, value: float) -> float:
        """Return the height of the value."""
        share = (value - self.low) / (self.high - self.low)
        return self.bottom - share * (self.bottom - self.top)


class Mark(NamedTuple):
    """A point drawn by its shape: circle, triangle, square, ring or ghost."""

    shape: str
    x: str
    y: str
    points: str


class Label(NamedTuple):
    """A word in the picture; `anchor` is start, middle or end."""

    x: str
    y: str
    text: str
    anchor: str = "start"
    weight: str = "400"
    fill: str = INK


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across at a round value."""

    y: str
    text: str


def n(value: float) -> str:
    """Return the coordinate as written, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def mark(shape: str, x: float, y: float) -> Mark:
    """Return the mark with the corners of its shape."""
    points = ""
    if shape == "triangle":
        points = f"{n(x)},{n(y - 5.5)} {n(x + 5)},{n(y + 3.5)} {n(x - 5)},{n(y + 3.5)}"
    return Mark(shape, n(x), n(y), points)


def round_steps(low: float, high: float) -> tuple[float, float, float]:
    """Return the ends and the step of an axis of three to six round steps.

    It starts at nought unless that would squash all that matters into the top third.
    """
    if 0 <= low < 0.65 * high or low == high == 0:
        low = 0
    spread = (high - low) or abs(high) or 1
    rough = spread / 4
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= rough * 0.999)
    return math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step, step


def ticks(scale: Scale, step: float, unit: str) -> tuple[Tick, ...]:
    """Return the lines across, each with its value."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    if step * 10**decimals % 1 > 1e-6:
        decimals += 1
    count = round((scale.high - scale.low) / step)
    values = (scale.low + i * step for i in range(count + 1))
    return tuple(Tick(n(scale.at(v)), with_unit(f"{v:,.{decimals}f}", unit)) for v in values)


def with_unit(number: str, unit: str) -> str:
    """Return the number with a unit that is one sign; longer units stand in the title."""
    if unit == "£":
        return f"-£{number[1:]}" if number.startswith("-") else f"£{number}"
    return f"{number}%" if unit == "%" else number


def apart(wanted: Iterable[float], low: float, high: float, gap: float = LINE) -> list[float]:
    """Return the heights moved as little as keeps them a line apart and inside, in their order."""
    order = sorted(enumerate(wanted), key=lambda pair: (pair[1], pair[0]))
    placed: list[float] = []
    for _, y in order:
        placed.append(max(y, placed[-1] + gap) if placed else max(y, low))
    limit = high
    for place in range(len(placed) - 1, -1, -1):
        placed[place] = min(placed[place], limit)
        limit = placed[place] - gap
    result = [0.0] * len(placed)
    for (index, _), y in zip(order, placed, strict=True):
        result[index] = y
    return result


def period_labels(periods: Sequence[str], xs: Sequence[float], y: float) -> tuple[Label, ...]:
    """Return as many of the periods as fit, the last always among them."""
    widest = max(map(breadth, periods)) + 8
    between = (xs[-1] - xs[0]) / (len(xs) - 1) if len(xs) > 1 else widest
    stride = max(1, math.ceil(widest / between)) if between else 1
    chosen = range(len(xs) - 1, -1, -stride)
    return tuple(Label(n(xs[i]), n(y), periods[i], "middle") for i in reversed(chosen))


def hatch(left: float, right: float, top: float, bottom: float) -> str:
    """Return slanting lines that fill the box, as a path: no pattern, so no name to collide."""
    parts = []
    height, gap = bottom - top, 7.0
    start = left - height
    while start < right:
        x0, x1 = max(start, left), min(start + height, right)
        if x1 > x0:
            parts.append(f"M{n(x0)} {n(bottom - (x0 - start))}L{n(x1)} {n(bottom - (x1 - start))}")
        start += gap
    return "".join(parts)


class LegendItem(NamedTuple):
    """A sign and its word at the foot of the chart."""

    sign: str
    x: str
    y: str
    text_x: str
    text_y: str
    text: str
    points: str = ""


def legend(
    items: Sequence[tuple[str, str]], top: float, left: float = 6
) -> tuple[tuple[LegendItem, ...], float]:
    """Return signs with words in as many lines as needed, and the height where they end."""
    placed, x, y = [], left, top
    for sign, text in items:
        needed = 16 + breadth(text) + 12
        if x > left and x + needed > WIDTH:
            x, y = left, y + LINE + 3
        points = mark("triangle", x + 5, y).points if sign == "triangle" else ""
        placed.append(LegendItem(sign, n(x + 5), n(y), n(x + 15), n(y + 4), text, points))
        x += needed
    return tuple(placed), y + 9

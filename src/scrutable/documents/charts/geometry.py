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
AGAIN = {
    "green": "#85994b",
    "yellow": "#fff7bf",
    "red": "#f499be",
    "grey": "#e5e6e7",
    "blue": "#a5c6e3",
}


def breadth(text: str, size: float = SIZE) -> float:
    """Return about how wide the text is drawn, on the safe side for any of our faces."""
    return size * (0.6 * len(text) + 0.35 * text.count("%"))


def cut(text: str, most: int) -> str:
    """Return the text, cut short with an ellipsis if it is longer than so many letters."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def wrapped(text: str, most: int) -> tuple[str, ...]:
    """Return the text in one line or two, cut short if two do not hold it."""
    if len(text) <= most:
        return (text,)
    at = max(text.rfind(sign, 0, most) + 1 for sign in " /-_")
    at = at if at > most // 3 else most
    return text[:at].rstrip(), cut(text[at:].lstrip(), most)


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
    """All points of one shape as one path, the shape by its name."""

    shape: str
    path: str


class Label(NamedTuple):
    """A word in the picture; `anchor` is start, middle or end."""

    x: str
    y: str
    text: str
    anchor: str = "start"
    bold: bool = False
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across at a round value."""

    y: str
    text: str
    text_y: str


def n(value: float) -> str:
    """Return the coordinate as written, to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


_ROUND = "M{} {}a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"
_WIDER = "M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
_OUTLINES = {
    "circle": (_ROUND, -3.0, 0.0),
    "ring": (_WIDER, -4.0, 0.0),
    "ghost": (_WIDER, -4.0, 0.0),
    "triangle": ("M{} {}l5 9h-10z", 0.0, -5.5),
    "square": ("M{} {}h8v8h-8z", -4.0, -4.0),
    "hatch": ("M{} {}l8-8m-4 8l8-8m-4 8l4-4m-12 0l4-4", -5.0, 4.0),
    "fan": ("M{} {}h11v8h-11z", -5.0, -4.0),
    "box": ("M{} {}h10v10h-10z", -5.0, -5.0),
    "diamond": ("M{} {}l5 5l-5 5l-5-5z", 0.0, -5.0),
    "reached": ("M{} {}h9v9h-9z", -4.5, -4.5),
    "plan": ("M{} {}h11v10h-11z", -5.0, -5.0),
    "first": ("M{} {}h11v3h-11z", -5.0, -1.5),
    "later": ("M{} {}h11v10h-11z", -5.0, -5.0),
    "notch": ("M{} {}v12", 0.0, -6.0),
}


def outline(shape: str, x: float, y: float) -> str:
    """Return the path of one point of the shape."""
    path, right, down = _OUTLINES[shape]
    return path.format(n(x + right), n(y + down))


def round_steps(low: float, high: float, *, whole: bool = False) -> tuple[float, float, float]:
    """Return the ends and the step of an axis of two to seven round steps.

    It starts at nought unless that would squash all that matters into the top third; whole
    numbers have whole steps.
    """
    if 0 <= low < 0.65 * high or low == high:
        low, high = min(low, 0), max(high, 0)
    spread = (high - low) or 1
    rough = max(spread / 5, 1 if whole else 0)
    power = 10 ** math.floor(math.log10(rough))
    step = next(m * power for m in (1, 2, 5, 10) if m * power >= rough * 0.999)
    low, high = math.floor(low / step + 1e-9) * step, math.ceil(high / step - 1e-9) * step
    return low, high if high > low else low + step, step


def ticks(scale: Scale, step: float, unit: str) -> tuple[Tick, ...]:
    """Return the lines across, each with its value."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    count = round((scale.high - scale.low) / step)
    values = (scale.low + i * step for i in range(count + 1))
    return tuple(
        Tick(n(y), with_unit(f"{value:,.{decimals}f}", unit), n(y + 4))
        for value in values
        for y in [scale.at(value)]
    )


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


def period_labels(
    periods: Sequence[str], xs: Sequence[float], y: float, right: float = WIDTH
) -> tuple[Label, ...]:
    """Return as many of the periods as fit, the last always among them and inside the picture."""
    widest = max(map(breadth, periods)) + 6
    between = (xs[-1] - xs[0]) / (len(xs) - 1) if len(xs) > 1 else widest
    over = max(0.0, xs[-1] + widest / 2 - right)
    stride = max(1, math.ceil(widest / between))
    chosen = [len(xs) - 1, *range(len(xs) - 1 - math.ceil((widest + over) / between), -1, -stride)]
    labels = [Label(n(xs[i]), n(y), periods[i], "middle") for i in reversed(chosen)]
    if over:
        labels[-1] = Label(n(right), n(y), periods[-1], "end")
    return tuple(labels)


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
    path: str
    x: str
    y: str
    text: str
    hatched: str = ""


def legend(
    items: Sequence[tuple[str, str]], top: float, left: float = 6
) -> tuple[tuple[LegendItem, ...], float]:
    """Return signs with words in as many lines as needed, and the height where they end."""
    placed, x, y = [], left, top
    for sign, text in items:
        needed = 16 + breadth(text) + 12
        if x > left and x + needed > WIDTH:
            x, y = left, y + LINE + 3
        path = outline(sign if sign in _OUTLINES else "box", x + 5, y)
        lines = hatch(x, x + 10, y - 5, y + 5) if sign == "red" else ""
        placed.append(LegendItem(sign, path, n(x + 15), n(y + 4), text, lines))
        x += needed
    return tuple(placed), y + 9

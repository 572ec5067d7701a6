"""Coordinates of sums and their parts; pure. Parts are told apart by number, colour repeats it."""

from dataclasses import dataclass

from scrutable.documents.charts.geometry import (
    INK,
    LINE,
    WIDTH,
    Label,
    LegendItem,
    breadth,
    legend,
    n,
    wrapped,
)
from scrutable.documents.charts.shapes import Bar, bar
from scrutable.documents.charts.shared import ShareBars

FILLS = ("#003078", "#a5c6e3", "#505a5f", "#dee0e2", "#1d70b8", "#b1b4b6")
DARK = frozenset({"#003078", "#505a5f", "#1d70b8"})
ROW, THICK, LETTERS = 34.0, 22.0, 24


@dataclass(frozen=True, slots=True)
class SharesDrawing:
    """The drawing of sums, one a line."""

    height: str
    foot: str
    nought: str
    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]
    fills: tuple[str, ...]


def draw_shares(chart: ShareBars) -> SharesDrawing:
    """Return the drawing of sums and their parts, laid on their side so that labels can be read."""
    names = [wrapped(one.label, LETTERS) for one in chart.bars]
    left = max(breadth(line) for lines in names for line in lines) + 14
    right = WIDTH - max(breadth(one.shown) for one in chart.bars) - 14
    most = float(max(sum(one.amounts) for one in chart.bars)) or 1.0
    bars: list[Bar] = []
    labels: list[Label] = []
    for row, one in enumerate(chart.bars):
        x, y = left, 6 + row * ROW
        labels += [
            Label(n(left - 8), n(y + THICK / 2 + 4 + (at - (len(names[row]) - 1) / 2) * 13), text,
                  "end")
            for at, text in enumerate(names[row])
        ]  # fmt: skip
        for part, amount in enumerate(one.amounts):
            wide = float(amount) / most * (right - left)
            if not amount:
                continue
            bars.append(bar(x, y, wide, THICK, FILLS[part]))
            if wide > breadth(str(part + 1)) + 5:
                ink = "#ffffff" if FILLS[part] in DARK else INK
                middle = Label(n(x + wide / 2), n(y + THICK / 2 + 4), str(part + 1), "middle")
                labels.append(middle._replace(fill=ink))
            x += wide
        labels.append(Label(n(x + 6), n(y + THICK / 2 + 4), one.shown, bold=True))
    foot = 6 + len(chart.bars) * ROW
    said = [("box", f"{at} {name}") for at, name in enumerate(chart.parts, 1)]
    signs, height = legend(said, foot + LINE)
    return SharesDrawing(
        height=n(height),
        foot=n(foot - ROW + THICK + 4),
        nought=n(left),
        bars=tuple(bars),
        labels=tuple(labels),
        legend=signs,
        fills=FILLS[: len(chart.parts)],
    )

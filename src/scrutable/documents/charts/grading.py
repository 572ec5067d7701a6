"""Coordinates of charts of levels; pure."""

from dataclasses import dataclass
from typing import NamedTuple

from scrutable.documents.charts.geometry import (
    LINE,
    WIDTH,
    Label,
    LegendItem,
    cut,
    legend,
    n,
    outline,
)
from scrutable.documents.charts.graded import LevelChart, LevelRow

NAME = 216.0  # where names end and the scale begins
NOTE = 118.0  # for what stands at the end of a row
ROW, GROUP = 19.0, 22.0
MOST_LETTERS = 29


class Sign(NamedTuple):
    """One answer in its place; `shape` tells whose."""

    shape: str
    path: str


@dataclass(frozen=True, slots=True)
class LevelDrawing:
    """A chart of levels, drawn."""

    height: str
    across: str
    leasts: str
    signs: tuple[Sign, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]


def draw_levels(chart: LevelChart) -> LevelDrawing:
    """Return the drawing: a line for each row, a bar at the least, a sign for each answer."""
    right = WIDTH - (NOTE if any(row.note for row in chart.rows) else 40)
    step = (right - NAME - 30) / (len(chart.levels) - 1)
    places = [NAME + 24 + step * at for at in range(len(chart.levels))]
    labels = [
        Label(n(x), n(12 if at % 2 == 0 else 26), word, "middle", bold=True)
        for at, (x, word) in enumerate(zip(places, chart.levels, strict=True))
    ]
    y, group, across, leasts, signs = 34.0, "", "", "", []
    for row in chart.rows:
        if row.group and row.group != group:
            group, y = row.group, y + GROUP
            labels.append(Label("6", n(y - 5), cut(group, 64), bold=True))
        y += ROW
        middle = y - 6
        labels.append(Label("14", n(y - 2), cut(row.name, MOST_LETTERS)))
        across += f"M{n(places[0])} {n(middle)}H{n(places[-1])}"
        if row.least is not None:
            leasts += f"M{n(places[row.least])} {n(middle - 8)}v16"
        signs += _signs(row, places, middle)
        if row.note:
            labels.append(Label(n(WIDTH), n(y - 2), row.note, "end"))
    words = [("circle", chart.assured), ("ring", chart.said)]
    if leasts:
        words.append(("notch", chart.least))
    items, foot = legend(words, y + LINE + 6)
    return LevelDrawing(n(foot), across, leasts, tuple(signs), tuple(labels), items)


def _signs(row: LevelRow, places: list[float], y: float) -> list[Sign]:
    """Return what was answered; side by side where both say the same."""
    apart = 6 if row.said is not None and row.said == row.assured else 0
    found = []
    if row.said is not None:
        found.append(Sign("ring", outline("ring", places[row.said] - apart, y)))
    if row.assured is not None:
        found.append(Sign("circle", outline("circle", places[row.assured] + apart, y)))
    return found

"""Coordinates of waterfalls; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.documents.charts.facts import Waterfall, WaterfallStep
from scrutable.documents.charts.geometry import (
    COLOURS,
    LINE,
    WIDTH,
    Label,
    LegendItem,
    breadth,
    legend,
    n,
    round_steps,
    wrapped,
)
from scrutable.documents.charts.shapes import Bar, bar


@dataclass(frozen=True, slots=True)
class WaterfallDrawing:
    """A waterfall's drawing, one step a line."""

    height: str
    nought: str
    foot: str
    bars: tuple[Bar, ...]
    joins: str
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]
    marked: str  # the fill of a marked step
    base_note: str
    note_y: str
    breaks: str


def draw_waterfall(fall: Waterfall) -> WaterfallDrawing:
    """Return the drawing of a waterfall, laid on its side so that its labels can be read."""
    spans = _spans(fall)
    low, high = min(min(s) for s in spans), max(max(s) for s in spans)
    base = _base(fall, spans)
    low = base or low
    spans = [(max(start, base), end) for start, end in spans] if base else spans
    left = max(_wide(line, bold=step.total) for step in fall.steps for line in _lines(step)) + 14
    right = WIDTH - max(breadth(step.shown) for step in fall.steps) - 14
    share = (right - left) / ((high - low) or 1)
    bars, labels, joins, row = [], [], [], 36.0
    for i, (step, (start, end)) in enumerate(zip(fall.steps, spans, strict=True)):
        y = 6 + i * row
        x0, x1 = (left + (min(start, end) - low) * share, left + (max(start, end) - low) * share)
        bars.append(bar(x0, y, max(x1 - x0, 1.5), row - 8, _colour(step, end - start)))
        labels += _names(step, left - 10, y + 13)
        labels.append(Label(n(x1 + 6), n(y + 18), step.shown, bold=step.total))
        if i + 1 < len(fall.steps):
            x = left + (end - low) * share
            joins.append(f"M{n(x)} {n(y + row - 8)}V{n(y + row)}")
    height = 6 + len(fall.steps) * row
    nought = n(left + (base - low) * share)
    note = f"The axis starts at {base:,.0f}, not at nought." if base else ""
    marked = [("wrong", fall.wrong)] if any(step.wrong for step in fall.steps) else []
    under = height + (LINE + 4 if note else 0)
    signs, foot = legend(marked, under + LINE) if marked else ((), under + 4)
    return WaterfallDrawing(
        height=n(foot),
        nought=nought,
        foot=n(height),
        bars=tuple(bars),
        joins="".join(joins),
        labels=tuple(labels),
        legend=signs,
        marked=COLOURS["yellow"],
        base_note=note,
        note_y=n(height + LINE),
        breaks=_breaks(fall, left, row) if base else "",
    )


def _spans(fall: Waterfall) -> list[tuple[float, float]]:
    """Return from where to where each step leads."""
    spans, running = [], 0.0
    for step in fall.steps:
        end = float(step.amount) if step.total else running + float(step.amount)
        spans.append((0.0 if step.total else running, end))
        running = end
    return spans


def _base(fall: Waterfall, spans: Sequence[tuple[float, float]]) -> float:
    """Return where the axis starts: nought unless that would squash all that matters."""
    if not fall.steps[0].total or len(spans) == 1:
        return 0.0
    ends = [end for _, end in spans]
    low, _, step = round_steps(min(ends), max(ends), whole=True)
    return max(low - step, 0.0) if low > 0 else 0.0


def _breaks(fall: Waterfall, left: float, row: float) -> str:
    """Return the breaks in the bars that would begin at nought."""
    tall = row - 8
    return "".join(
        f"M{n(left + 8)} {n(6 + i * row)}l5 {n(tall / 4)}l-5 {n(tall / 4)}l5 {n(tall / 4)}"
        f"l-5 {n(tall / 4)}"
        for i, step in enumerate(fall.steps)
        if step.total
    )


def _colour(step: WaterfallStep, added: float) -> str:
    if step.wrong:
        return COLOURS["yellow"]
    return COLOURS["blue" if step.total else "red" if added < 0 else "grey"]


def _lines(step: WaterfallStep) -> tuple[str, ...]:
    """Return the step's name in one line, or in two."""
    return wrapped(step.label, 24)


def _wide(line: str, *, bold: bool) -> float:
    return breadth(line) * (1.1 if bold else 1)


def _names(step: WaterfallStep, x: float, y: float) -> list[Label]:
    lines = _lines(step)
    first = y + 5 if len(lines) == 1 else y - 2
    return [Label(n(x), n(first + i * 14), t, "end", bold=step.total) for i, t in enumerate(lines)]

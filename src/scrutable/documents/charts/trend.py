"""A trend's coordinates; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.documents.charts.geometry import (
    LINE,
    WIDTH,
    Label,
    LegendItem,
    Mark,
    Scale,
    Tick,
    apart,
    breadth,
    legend,
    n,
    outline,
    period_labels,
    round_steps,
    ticks,
    with_unit,
)
from scrutable.documents.charts.lines import (
    Plot,
    forecast_fan,
    hatched_spans,
    level_line,
    result_line,
)

TOP, PLOT = 16.0, 190.0
SHAPES = {"": "circle", "target": "triangle", "minimum": "square"}


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """What the template draws, every coordinate settled."""

    height: str
    left: str
    right: str
    foot: str
    ticks: tuple[Tick, ...]
    base_note: str
    note_y: str
    hatched: str
    fan: str
    likely: str
    target: str
    minimum: str
    line: str
    ghost_lines: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...]
    legend: tuple[LegendItem, ...]


def draw_trend(chart: TrendChart) -> TrendDrawing:
    """Return the drawing of a trend."""
    low, high, step = _range(chart)
    scale = Scale(low, high, TOP, TOP + PLOT)
    across = ticks(scale, step, chart.unit)
    ends = _end_words(chart)
    left = max(breadth(tick.text) for tick in across) + 8
    right = WIDTH - max((breadth(text) for text, _ in ends), default=0) - 12
    xs = _xs(len(chart.points) + len(chart.forecast), left + 8, right)
    seen = xs[: len(chart.points)]
    plot = Plot(scale, left, right)
    marks, ghost_lines = _marks(chart.points, seen, scale)
    base = "" if low == 0 else f"The axis starts at {across[0].text}, not at nought."
    top = scale.bottom + 2 * LINE + (LINE if base else 0) + 8
    signs, foot = legend(_signs(chart, marks), top)
    periods = [p.period for p in chart.points] + [f.period for f in chart.forecast]
    fan, likely = forecast_fan(chart, xs, scale)
    if not any(p.value is not None for p in chart.points):
        across = ()
    return TrendDrawing(
        height=n(foot),
        left=n(left),
        right=n(right),
        foot=n(scale.bottom),
        ticks=across,
        base_note=base,
        note_y=n(scale.bottom + 34),
        hatched=hatched_spans(chart.points, seen, plot),
        fan=fan,
        likely=likely,
        target=level_line([p.target for p in chart.points], seen, plot),
        minimum=level_line([p.minimum for p in chart.points], seen, plot),
        line=result_line(chart.points, seen, scale),
        ghost_lines=ghost_lines,
        marks=marks,
        labels=(
            *period_labels(periods, xs, scale.bottom + LINE + 2),
            *_end_labels(ends, right + 8, scale),
            *_last(chart, seen, scale),
        ),
        legend=signs,
    )


def _range(chart: TrendChart) -> tuple[float, float, float]:
    values = [
        value
        for p in chart.points
        for value in (p.value, p.target, p.minimum, p.restated_from)
        if value is not None
    ] + [value for f in chart.forecast for value in (f.low, f.high)]
    if not values:
        return 0.0, 1.0, 1.0
    return round_steps(float(min(values)), float(max(values)), whole=not chart.decimals)


def _xs(count: int, left: float, right: float) -> list[float]:
    if count == 1:
        return [(left + right) / 2]
    between = (right - left - 6) / (count - 1)
    return [left + i * between for i in range(count)]


def _words(value: Decimal, chart: TrendChart) -> str:
    return with_unit(f"{value:,.{chart.decimals}f}", chart.unit)


def _level(value: Decimal, chart: TrendChart) -> str:
    return with_unit(f"{value.normalize():,f}", chart.unit)


def _end_words(chart: TrendChart) -> list[tuple[str, Decimal]]:
    """Return what stands at the lines' ends: the words and the value they stand at."""
    last = chart.points[-1]
    ends = []
    if last.target is not None:
        ends.append((f"Target {_level(last.target, chart)}", last.target))
    if last.minimum is not None:
        ends.append((f"Minimum {_level(last.minimum, chart)}", last.minimum))
    if chart.forecast:
        likely = chart.forecast[-1].likely
        ends.append((f"Forecast {_words(likely, chart)}", likely))
    elif last.value is not None:
        ends.append((f"{last.period}: {_words(last.value, chart)}", last.value))
    return ends


def _end_labels(ends: Sequence[tuple[str, Decimal]], x: float, scale: Scale) -> tuple[Label, ...]:
    wanted = [scale.at(float(value)) + 4 for _, value in ends]
    heights = apart(wanted, scale.top + 4, scale.bottom + 4)
    return tuple(
        Label(n(x), n(y), text, bold=not text.startswith(("Target", "Minimum")))
        for (text, _), y in zip(ends, heights, strict=True)
    )


def _last(chart: TrendChart, xs: Sequence[float], scale: Scale) -> tuple[Label, ...]:
    """Label the last result beside its mark where a forecast or a gap follows it."""
    known = [i for i, p in enumerate(chart.points) if p.value is not None]
    if not known or (known[-1] == len(chart.points) - 1 and not chart.forecast):
        return ()
    at = known[-1]
    value = chart.points[at].value or Decimal(0)
    y = scale.at(float(value))
    before = chart.points[known[-2]].value if len(known) > 1 else None
    falling = before is not None and before > value and y + 24 < scale.bottom
    y = y + 20 if falling or y - 24 < scale.top else y - 10
    return (Label(n(xs[at]), n(y), _words(value, chart), "middle", bold=True),)


def _marks(
    points: Sequence[TrendPoint], xs: Sequence[float], scale: Scale
) -> tuple[tuple[Mark, ...], str]:
    """Return the points gathered by shape, and the threads from old values to new."""
    found: dict[str, list[str]] = {s: [] for s in ("ghost", "circle", "triangle", "square", "ring")}
    lines = []
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            found["ring"].append(outline("ring", x, scale.bottom))
            continue
        y = scale.at(float(point.value))
        if point.restated_from is not None:
            old = scale.at(float(point.restated_from))
            found["ghost"].append(outline("ghost", x, old))
            lines.append(f"M{n(x)} {n(old)}L{n(x)} {n(y)}")
        found[SHAPES[point.miss]].append(outline(SHAPES[point.miss], x, y))
    marks = tuple(Mark(shape, "".join(paths)) for shape, paths in found.items() if paths)
    return marks, "".join(lines)


def _signs(chart: TrendChart, marks: Sequence[Mark]) -> list[tuple[str, str]]:
    shapes = {m.shape for m in marks}
    met = "Met target" if any(p.target is not None for p in chart.points) else "Result"
    signs = [("circle", met)] if "circle" in shapes else []
    missed = (("triangle", chart.short), ("square", "Below minimum"))
    signs += [(shape, words) for shape, words in missed if shape in shapes]
    if "ring" in shapes:
        reasons = list(dict.fromkeys(p.reason for p in chart.points if p.value is None))
        signs.append(("ring", reasons[0] if len(reasons) == 1 else "No result"))
    if "ghost" in shapes:
        signs.append(("ghost", "As first reported"))
    if any(p.mitigated for p in chart.points):
        signs.append(("hatch", "Mitigation agreed"))
    if any(one.low < one.high for one in chart.forecast):
        signs.append(("fan", "Range of forecast"))
    return signs

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
    hatch,
    legend,
    mark,
    n,
    period_labels,
    round_steps,
    ticks,
    with_unit,
)

TOP, PLOT = 16.0, 190.0
SHAPES = {"": "circle", "target": "triangle", "minimum": "square"}
WORDS = {"circle": "Result", "triangle": "Below target", "square": "Below minimum"}


@dataclass(frozen=True, slots=True)
class TrendDrawing:
    """What the template draws, every coordinate settled."""

    height: str
    left: str
    right: str
    foot: str
    ticks: tuple[Tick, ...]
    base_note: str
    hatched: str
    fan: str
    likely: str
    target: str
    minimum: str
    line: str
    ghost_lines: str
    marks: tuple[Mark, ...]
    gaps: tuple[Mark, ...]
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
    marks, gaps, ghost_lines = _marks(chart.points, seen, scale)
    base = "" if low == 0 else f"The axis starts at {across[0].text}, not at nought."
    top = scale.bottom + 2 * LINE + (LINE if base else 0) + 8
    signs, foot = legend(_signs(chart, marks, gaps), top)
    periods = [p.period for p in chart.points] + [f.period for f in chart.forecast]
    fan, likely = _fan(chart, xs, scale)
    return TrendDrawing(
        height=n(foot),
        left=n(left),
        right=n(right),
        foot=n(scale.bottom),
        ticks=across,
        base_note=base,
        hatched=_hatched(chart.points, seen, scale),
        fan=fan,
        likely=likely,
        target=_steps([p.target for p in chart.points], seen, scale),
        minimum=_steps([p.minimum for p in chart.points], seen, scale),
        line=_line(chart.points, seen, scale),
        ghost_lines=ghost_lines,
        marks=marks,
        gaps=gaps,
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
        return 0.0, 1.0, 0.5
    low, high, step = round_steps(float(min(values)), float(max(values)))
    return low, high if high > low else low + step, step


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
        Label(n(x), n(y), text, weight="400" if text.startswith(("Target", "Min")) else "700")
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
    y = y - 10 if y - 24 > scale.top else y + 20
    return (Label(n(xs[at]), n(y), _words(value, chart), "middle", "700"),)


def _marks(
    points: Sequence[TrendPoint], xs: Sequence[float], scale: Scale
) -> tuple[tuple[Mark, ...], tuple[Mark, ...], str]:
    marks, gaps, lines = [], [], []
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            gaps.append(mark("ring", x, scale.bottom))
            continue
        y = scale.at(float(point.value))
        if point.restated_from is not None:
            old = scale.at(float(point.restated_from))
            marks.append(mark("ghost", x, old))
            lines.append(f"M{n(x)} {n(old)}L{n(x)} {n(y)}")
        marks.append(mark(SHAPES[point.miss], x, y))
    return tuple(marks), tuple(gaps), "".join(lines)


def _line(points: Sequence[TrendPoint], xs: Sequence[float], scale: Scale) -> str:
    """Return the line; it breaks at a gap rather than bridge it."""
    parts, pen = [], "M"
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            pen = "M"
            continue
        parts.append(f"{pen}{n(x)} {n(scale.at(float(point.value)))}")
        pen = "L"
    return "".join(parts)


def _steps(values: Sequence[Decimal | None], xs: Sequence[float], scale: Scale) -> str:
    """Return a level's line: flat through each period, with a step where it changes."""
    half = (xs[1] - xs[0]) / 2 if len(xs) > 1 else 20
    parts: list[str] = []
    before: Decimal | None = None
    for value, x in zip(values, xs, strict=True):
        if value is None:
            before = None
            continue
        y = n(scale.at(float(value)))
        if before is None:
            parts.append(f"M{n(x - half)} {y}")
        elif value != before:
            parts.append(f"V{y}")
        parts.append(f"H{n(x + half)}")
        before = value
    return "".join(parts)


def _hatched(points: Sequence[TrendPoint], xs: Sequence[float], scale: Scale) -> str:
    half = (xs[1] - xs[0]) / 2 if len(xs) > 1 else 20
    parts, start = [], None
    for i, point in enumerate(points):
        if point.mitigated and start is None:
            start = xs[i] - half
        last = i == len(points) - 1
        if start is not None and (last or not points[i + 1].mitigated):
            parts.append(hatch(start, xs[i] + half, scale.top, scale.bottom))
            start = None
    return "".join(parts)


def _fan(chart: TrendChart, xs: Sequence[float], scale: Scale) -> tuple[str, str]:
    """Return the forecast's fan and its likely line, opening from the last result."""
    if not chart.forecast:
        return "", ""
    ahead = xs[len(chart.points) :]
    origin = [
        (xs[i], scale.at(float(p.value))) for i, p in enumerate(chart.points) if p.value is not None
    ][-1:]
    high = [(x, scale.at(float(f.high))) for x, f in zip(ahead, chart.forecast, strict=True)]
    low = [(x, scale.at(float(f.low))) for x, f in zip(ahead, chart.forecast, strict=True)]
    mid = [(x, scale.at(float(f.likely))) for x, f in zip(ahead, chart.forecast, strict=True)]
    fan = " ".join(f"{n(x)},{n(y)}" for x, y in (*origin, *high, *reversed(low)))
    return fan, "M" + "L".join(f"{n(x)} {n(y)}" for x, y in (*origin, *mid))


def _signs(chart: TrendChart, marks: Sequence[Mark], gaps: Sequence[Mark]) -> list[tuple[str, str]]:
    shapes = {m.shape for m in marks}
    met = "Met target" if any(p.target is not None for p in chart.points) else "Result"
    signs = [("circle", met)] if "circle" in shapes else []
    signs += [(s, WORDS[s]) for s in ("triangle", "square") if s in shapes]
    if gaps:
        reasons = list(dict.fromkeys(p.reason for p in chart.points if p.value is None))
        signs.append(("ring", reasons[0] if len(reasons) == 1 else "No result"))
    if "ghost" in shapes:
        signs.append(("ghost", "As first reported"))
    if any(p.mitigated for p in chart.points):
        signs.append(("hatch", "Mitigation agreed"))
    if chart.forecast:
        signs.append(("fan", "Range of forecast"))
    return signs

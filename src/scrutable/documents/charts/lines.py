"""The lines, spans and fan of a trend as paths; pure."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from scrutable.documents.charts.facts import TrendChart, TrendPoint
from scrutable.documents.charts.geometry import Scale, hatch, n


class Plot(NamedTuple):
    """The scale with the sides that nothing may cross."""

    scale: Scale
    left: float
    right: float

    def half(self, xs: Sequence[float]) -> float:
        """Return half of the way from one period to the next."""
        return (xs[1] - xs[0]) / 2 if len(xs) > 1 else self.right

    def inside(self, x: float) -> float:
        """Return the place across, kept between the sides."""
        return min(max(x, self.left), self.right)


def result_line(points: Sequence[TrendPoint], xs: Sequence[float], scale: Scale) -> str:
    """Return the line; it breaks at a gap rather than bridge it."""
    parts, pen = [], "M"
    for point, x in zip(points, xs, strict=True):
        if point.value is None:
            pen = "M"
            continue
        parts.append(f"{pen}{n(x)} {n(scale.at(float(point.value)))}")
        pen = "L"
    return "".join(parts)


def level_line(values: Sequence[Decimal | None], xs: Sequence[float], plot: Plot) -> str:
    """Return a level's line: flat through each period, with a step where it changes."""
    half = plot.half(xs)
    parts: list[str] = []
    before: Decimal | None = None
    for value, x in zip(values, xs, strict=True):
        if value is not None and value != before:
            y = n(plot.scale.at(float(value)))
            parts.append(f"V{y}" if before is not None else f"M{n(plot.inside(x - half))} {y}")
        if value is not None:
            parts.append(f"H{n(plot.inside(x + half))}")
        before = value
    return "".join(parts)


def hatched_spans(points: Sequence[TrendPoint], xs: Sequence[float], plot: Plot) -> str:
    """Return the hatching of every run of mitigated periods."""
    half = plot.half(xs)
    parts, start = [], None
    for i, point in enumerate(points):
        if point.mitigated and start is None:
            start = plot.inside(xs[i] - half)
        last = i == len(points) - 1
        if start is not None and (last or not points[i + 1].mitigated):
            end = plot.inside(xs[i] + half)
            parts.append(hatch(start, end, plot.scale.top, plot.scale.bottom))
            start = None
    return "".join(parts)


def forecast_fan(chart: TrendChart, xs: Sequence[float], scale: Scale) -> tuple[str, str]:
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

"""Charts as SVG text; presentation attributes only, so that any page's rules allow it."""

import functools
from pathlib import Path
from typing import Any

from jinja2 import Template

from scrutable.documents.charts.facts import (
    ChartFact,
    ColumnStack,
    Network,
    Sparkline,
    TrendChart,
    Waterfall,
)
from scrutable.documents.charts.network import draw_network
from scrutable.documents.charts.shapes import draw_columns, draw_sparkline, draw_waterfall
from scrutable.documents.charts.trend import draw_trend
from scrutable.documents.templates import environment

TEMPLATES = Path(__file__).parents[1] / "jinja2" / "documents" / "charts"
FACES = "Source Sans Pro, Arial, Helvetica, sans-serif"


@functools.cache
def _template(name: str) -> Template:
    charts = environment(TEMPLATES)
    charts.globals["FACES"] = FACES
    return charts.get_template(name)


def svg(chart: ChartFact) -> str:
    """Return the chart as SVG with its title and description inside."""
    match chart:
        case TrendChart():
            return _draw("trend.svg", chart, draw_trend(chart))
        case Sparkline():
            return _draw("sparkline.svg", chart, draw_sparkline(chart))
        case ColumnStack():
            return _draw("columns.svg", chart, draw_columns(chart))
        case Waterfall():
            return _draw("waterfall.svg", chart, draw_waterfall(chart))
        case Network():
            return _draw("network.svg", chart, draw_network(chart))


def _draw(name: str, chart: ChartFact, drawing: Any) -> str:  # one drawing for each template
    return _template(name).render(chart=chart, d=drawing)

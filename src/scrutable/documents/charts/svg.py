"""Charts as SVG text; presentation attributes only, so that any page's rules allow it."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Template

from scrutable.documents.charts.facts import (
    ChartFact,
    ColumnStack,
    DateTrend,
    LevelChart,
    Matrix,
    Network,
    Sparkline,
    Timeline,
    TrendChart,
    Waterfall,
)
from scrutable.documents.charts.grading import draw_levels
from scrutable.documents.charts.matrix import draw_matrix
from scrutable.documents.charts.milestones import draw_milestones
from scrutable.documents.charts.network import draw_network
from scrutable.documents.charts.shapes import draw_columns, draw_sparkline
from scrutable.documents.charts.shared import ShareBars
from scrutable.documents.charts.sharing import draw_shares
from scrutable.documents.charts.timeline import draw_timeline
from scrutable.documents.charts.trend import draw_trend
from scrutable.documents.charts.waterfall import draw_waterfall
from scrutable.documents.templates import environment

TEMPLATES = Path(__file__).parents[1] / "jinja2" / "documents" / "charts"
FACES = "Source Sans Pro, Arial, Helvetica, sans-serif"


@functools.cache
def _template(name: str) -> Template:
    charts = environment(TEMPLATES)
    charts.globals["FACES"] = FACES
    return charts.get_template(name)


DRAWN: dict[type, tuple[str, Callable[[Any], Any]]] = {  # each takes the facts it is named by
    TrendChart: ("trend.svg", draw_trend),
    Sparkline: ("sparkline.svg", draw_sparkline),
    ColumnStack: ("columns.svg", draw_columns),
    Waterfall: ("waterfall.svg", draw_waterfall),
    Network: ("network.svg", draw_network),
    DateTrend: ("milestones.svg", draw_milestones),
    Timeline: ("timeline.svg", draw_timeline),
    Matrix: ("matrix.svg", draw_matrix),
    LevelChart: ("levels.svg", draw_levels),
    ShareBars: ("shares.svg", draw_shares),
}


def svg(chart: ChartFact) -> str:
    """Return the chart as SVG with its title and description inside."""
    name, draw = DRAWN[type(chart)]
    return _template(name).render(chart=chart, d=draw(chart))

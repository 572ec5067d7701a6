"""How dates moved and how plans stand side by side, as pictures with their tables; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from scrutable.documents.charts.facts import ChartFact
from scrutable.portfolio.facts import DateLine, Move
from scrutable.portfolio.facts.planned import Planned
from scrutable.portfolio.presenters.charts.timeline import timeline, timeline_table
from scrutable.portfolio.presenters.charts.trend import milestone_trend, trend_table

__all__ = [
    "PageChart",
    "milestone_trend",
    "portfolio_charts",
    "project_charts",
    "timeline",
    "timeline_table",
    "trend_table",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChart:
    """A chart of a page: its title, its picture, and the name of the table that says the same."""

    title: str
    picture: ChartFact
    table: str


def project_charts(
    lines: Sequence[DateLine], moves: Mapping[str, Sequence[Move]], as_at: date
) -> tuple[PageChart, ...]:
    """Return the chart of a project's dates; none while nothing was said of any."""
    trend = milestone_trend(moves, {line.milestone: line.title for line in lines}, as_at)
    return (PageChart(title=trend.title, picture=trend, table="trend"),) if trend else ()


def portfolio_charts(
    planned: Sequence[Planned], as_at: date, *, of_all: int
) -> tuple[PageChart, ...]:
    """Return the chart of the projects' go-lives; none while there is no project."""
    drawn = timeline(planned, as_at, of_all=of_all)
    return (PageChart(title=drawn.title, picture=drawn, table="timeline"),) if drawn else ()

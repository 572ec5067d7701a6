"""What a chart shows, not how it is drawn; pure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scrutable.documents.charts.graded import LevelChart, LevelRow
from scrutable.documents.charts.planned import (
    DateSaid,
    DateTrend,
    DateTrendLine,
    PlanRow,
    Timeline,
)
from scrutable.documents.charts.shared import ShareBar, ShareBars
from scrutable.documents.texts import settle, settled

__all__ = [
    "MOST_NODES",
    "MOST_ROWS",
    "ChartFact",
    "Colour",
    "ColumnStack",
    "DateSaid",
    "DateTrend",
    "DateTrendLine",
    "Direction",
    "Edge",
    "ForecastPoint",
    "LevelChart",
    "LevelRow",
    "Miss",
    "Network",
    "Node",
    "PlanRow",
    "ShareBar",
    "ShareBars",
    "Sparkline",
    "StackSeries",
    "Timeline",
    "TrendChart",
    "TrendPoint",
    "Waterfall",
    "WaterfallStep",
]

Direction = Literal["higher", "lower", "within"]
Miss = Literal["", "target", "minimum"]
Colour = Literal["green", "yellow", "red", "grey", "blue"]

MOST_NODES = 40
MOST_ROWS = 40


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One period of a trend; `value` None is a gap, whose `reason` says why.

    `miss` says what the value fell short of ("" when nothing). `restated_from` is the value first
    reported, drawn as a ghost. Target and minimum may step from period to period.
    """

    period: str
    value: Decimal | None
    target: Decimal | None = None
    minimum: Decimal | None = None
    miss: Miss = ""
    mitigated: bool = False
    restated_from: Decimal | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        settle(self, "miss", "reason")
        if self.value is None and not self.reason.strip():
            raise ValueError("TrendPoint: a gap's reason must say something")


@dataclass(frozen=True, slots=True)
class ForecastPoint:
    """One coming period of a forecast: the likely value between a low and a high one."""

    period: str
    low: Decimal
    likely: Decimal
    high: Decimal

    def __post_init__(self) -> None:
        settle(self)
        if not self.low <= self.likely <= self.high:
            raise ValueError("ForecastPoint: low, likely and high must be in that order")


@dataclass(frozen=True, slots=True)
class TrendChart:
    """A measure over time with its target, its minimum and, if there is one, a forecast."""

    title: str
    description: str
    points: tuple[TrendPoint, ...]
    unit: str = ""
    decimals: int = 0
    direction: Direction = "higher"
    forecast: tuple[ForecastPoint, ...] = ()
    short: str = "Below target"  # what a triangle is called

    def __post_init__(self) -> None:
        settle(self, "unit")
        if not self.points:
            raise ValueError("TrendChart: a trend needs at least one period")


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A trend the size of a word; `last` is the label of the last point, in words for a gap."""

    title: str
    values: tuple[Decimal | None, ...]
    last: str
    target: Decimal | None = None
    misses: tuple[bool, ...] = ()

    def __post_init__(self) -> None:
        settle(self)
        if not self.values:
            raise ValueError("Sparkline: a sparkline needs at least one period")
        if self.misses and len(self.misses) != len(self.values):
            raise ValueError("Sparkline: give a miss for each value or none")


@dataclass(frozen=True, slots=True)
class StackSeries:
    """One layer of the columns: a status, its colour and its count in each period."""

    name: str
    colour: Colour
    counts: tuple[int, ...]

    def __post_init__(self) -> None:
        settle(self)
        if any(count < 0 for count in self.counts):
            raise ValueError("StackSeries: a count is never below nought")


@dataclass(frozen=True, slots=True)
class ColumnStack:
    """Counts by period, one column each, layers from the bottom up."""

    title: str
    description: str
    periods: tuple[str, ...]
    series: tuple[StackSeries, ...]

    def __post_init__(self) -> None:
        settle(self)
        object.__setattr__(self, "periods", tuple(map(settled, self.periods)))
        if not self.periods or not self.series:
            raise ValueError("ColumnStack: give at least one period and one series")
        if any(len(layer.counts) != len(self.periods) for layer in self.series):
            raise ValueError("ColumnStack: each series needs a count for each period")


@dataclass(frozen=True, slots=True)
class WaterfallStep:
    """A step of a sum; `total` steps stand on nought and state where the sum has got to.

    A `wrong` one is marked: it ought not to be there.
    """

    label: str
    amount: Decimal
    shown: str
    total: bool = False
    wrong: bool = False

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class Waterfall:
    """How a sum is made up, step by step; a total that does not add up refuses to exist."""

    title: str
    description: str
    unit: str
    steps: tuple[WaterfallStep, ...]
    wrong: str = "Ought not to be there"  # what a marked step is called

    def __post_init__(self) -> None:
        settle(self, "unit")
        if not self.steps:
            raise ValueError("Waterfall: give at least one step")
        running = Decimal(0)
        for place, step in enumerate(self.steps):
            if step.total and place and step.amount != running:
                raise ValueError(f"Waterfall: {step.label} is {step.amount}, the steps {running}")
            running = step.amount if step.total else running + step.amount


@dataclass(frozen=True, slots=True)
class Node:
    """A record in the evidence chain; `layer` counts columns from the left, nought first."""

    key: str
    label: str
    layer: int
    kind: str = ""
    href: str = ""

    def __post_init__(self) -> None:
        settle(self, "kind", "href")


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from one node to another, by their keys."""

    start: str
    end: str

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class Network:
    """The evidence chain: at most forty nodes, so a caller with more groups them first."""

    title: str
    description: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def __post_init__(self) -> None:
        settle(self)
        keys = {node.key for node in self.nodes}
        if not self.nodes or len(self.nodes) > MOST_NODES or len(keys) != len(self.nodes):
            raise ValueError(f"Network: give 1 to {MOST_NODES} nodes, each with a key of its own")
        if any(edge.start not in keys or edge.end not in keys for edge in self.edges):
            raise ValueError("Network: an edge joins two nodes of the network")


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """A box of a matrix: a few words, a colour that only repeats them."""

    text: str
    colour: Colour

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of a matrix: what it is of, and a box for each column."""

    label: str
    cells: tuple[MatrixCell, ...]

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Things by columns, a box for each; of more than forty rows a caller shows the worst."""

    title: str
    description: str
    columns: tuple[str, ...]
    rows: tuple[MatrixRow, ...]

    def __post_init__(self) -> None:
        settle(self)
        object.__setattr__(self, "columns", tuple(map(settled, self.columns)))
        if not self.columns or not 1 <= len(self.rows) <= MOST_ROWS:
            raise ValueError(f"Matrix: give a column, and 1 to {MOST_ROWS} rows")
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("Matrix: each row needs a box for each column")


ChartFact = (
    TrendChart
    | Sparkline
    | ColumnStack
    | Waterfall
    | Network
    | DateTrend
    | Timeline
    | Matrix
    | LevelChart
    | ShareBars
)

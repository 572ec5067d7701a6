"""A network's coordinates: layers of boxes from left to right; pure."""

from collections import defaultdict
from dataclasses import dataclass
from typing import NamedTuple

from scrutable.documents.charts.facts import Network, Node
from scrutable.documents.charts.geometry import n, wrapped

BOX_WIDTH, BOX_HEIGHT, BETWEEN, DOWN = 194.0, 56.0, 40.0, 20.0
LETTERS = 27


class Box(NamedTuple):
    """A node's box with its label in one or two lines."""

    x: str
    y: str
    height: str
    text_x: str
    lines: tuple[tuple[str, str], ...]
    label: str
    kind: str
    kind_y: str
    href: str


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """A network's drawing."""

    width: str
    height: str
    box: str
    boxes: tuple[Box, ...]
    edges: str
    heads: str
    linked: bool


def draw_network(network: Network) -> NetworkDrawing:
    """Return the drawing of a network, its layers as columns from left to right."""
    layers: dict[int, list[Node]] = defaultdict(list)
    for node in network.nodes:
        layers[node.layer].append(node)
    tallest = max(map(len, layers.values())) * (BOX_HEIGHT + DOWN) - DOWN
    at: dict[str, tuple[float, float]] = {}
    for column, layer in enumerate(sorted(layers)):
        nodes = layers[layer]
        top = (tallest - (len(nodes) * (BOX_HEIGHT + DOWN) - DOWN)) / 2 + 4
        for row, node in enumerate(nodes):
            at[node.key] = (4 + column * (BOX_WIDTH + BETWEEN), top + row * (BOX_HEIGHT + DOWN))
    boxes = tuple(_box(node, *at[node.key]) for node in network.nodes)
    arrows = [_arrow(at[edge.start], at[edge.end]) for edge in network.edges]
    edges, heads = [line for line, _ in arrows], [head for _, head in arrows]
    width = 8 + len(layers) * (BOX_WIDTH + BETWEEN) - BETWEEN
    linked = any(node.href for node in network.nodes)
    drawn = "".join(edges), "".join(heads), linked
    return NetworkDrawing(n(width), n(tallest + 8), n(BOX_WIDTH), boxes, *drawn)


Corner = tuple[float, float]


def _arrow(start: Corner, end: Corner) -> tuple[str, str]:
    """Return an arrow's line and head: across columns a bend, down a column straight."""
    if start[0] != end[0]:
        return _across(start, end)
    if abs(end[1] - start[1] - BOX_HEIGHT - DOWN) < 1:
        x, y = start[0] + BOX_WIDTH / 2, end[1]
        return f"M{n(x)} {n(start[1] + BOX_HEIGHT)}V{n(y - 5)}", f"M{n(x)} {n(y)}l-4 -7h8z"
    return _around(start, end)


def _across(start: Corner, end: Corner) -> tuple[str, str]:
    x0, y0 = start[0] + BOX_WIDTH, start[1] + BOX_HEIGHT / 2
    x1, y1 = end[0], end[1] + BOX_HEIGHT / 2
    bend = BETWEEN * 0.6
    line = f"M{n(x0)} {n(y0)}C{n(x0 + bend)} {n(y0)} {n(x1 - bend)} {n(y1)} {n(x1 - 5)} {n(y1)}"
    return line, f"M{n(x1)} {n(y1)}l-7 -4v8z"


def _around(start: Corner, end: Corner) -> tuple[str, str]:
    """Return the arrow past the boxes between two that are not neighbours, on their right."""
    x, out = start[0] + BOX_WIDTH, start[0] + BOX_WIDTH + BETWEEN * 0.6
    y0, y1 = start[1] + BOX_HEIGHT / 2, end[1] + BOX_HEIGHT / 2
    line = f"M{n(x)} {n(y0)}C{n(out)} {n(y0)} {n(out)} {n(y1)} {n(x + 5)} {n(y1)}"
    return line, f"M{n(x)} {n(y1)}l7 -4v8z"


def _box(node: Node, x: float, y: float) -> Box:
    lines = wrapped(node.label, LETTERS)
    head = (BOX_HEIGHT - (len(lines) + bool(node.kind)) * 14) / 2 + 11
    first = head + 14 if node.kind else head
    placed = tuple((n(y + first + i * 14), line) for i, line in enumerate(lines))
    return Box(
        n(x), n(y), n(BOX_HEIGHT), n(x + 8), placed, node.label, node.kind, n(y + head), node.href
    )

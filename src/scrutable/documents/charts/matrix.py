"""A matrix's coordinates: a row for each thing, a box in each column with its sign; pure."""

from dataclasses import dataclass
from typing import NamedTuple

from scrutable.documents.charts.facts import Matrix
from scrutable.documents.charts.geometry import LINE, Label, cut, n, outline, wrapped

LABEL, BOX, HEAD, ROW, BETWEEN = 210.0, 128.0, 26.0, 40.0, 6.0
LETTERS, LETTERS_IN_BOX = 31, 17
SIGNS = {"green": "circle", "yellow": "triangle", "red": "square", "grey": "ring", "blue": "ring"}
FILLS = {
    "green": "#cce2d8",
    "yellow": "#fff7bf",
    "red": "#f6d7d2",
    "grey": "#f3f2f1",
    "blue": "#d2e2f1",
}


class MatrixBox(NamedTuple):
    """A box with its sign and its words."""

    x: str
    y: str
    fill: str
    shape: str
    sign: str
    words: Label


@dataclass(frozen=True, slots=True)
class MatrixDrawing:
    """A matrix's drawing."""

    width: str
    height: str
    box: str
    box_height: str
    heads: tuple[Label, ...]
    labels: tuple[Label, ...]
    boxes: tuple[MatrixBox, ...]


def draw_matrix(matrix: Matrix) -> MatrixDrawing:
    """Return the drawing of a matrix, rows from the top."""
    heads = tuple(
        Label(n(_left(at)), n(HEAD - 10), cut(head, LETTERS_IN_BOX + 3), bold=True)
        for at, head in enumerate(matrix.columns)
    )
    labels, boxes = [], []
    for down, row in enumerate(matrix.rows):
        top = HEAD + down * (ROW + BETWEEN)
        lines = wrapped(row.label, LETTERS)
        first = top + ROW / 2 + 4 - (len(lines) - 1) * LINE / 2
        labels += [Label("0", n(first + at * LINE), line) for at, line in enumerate(lines)]
        for at, cell in enumerate(row.cells):
            shape = SIGNS[cell.colour]
            boxes.append(
                MatrixBox(
                    n(_left(at)),
                    n(top),
                    FILLS[cell.colour],
                    shape,
                    outline(shape, _left(at) + 13, top + ROW / 2),
                    Label(n(_left(at) + 24), n(top + ROW / 2 + 4), cut(cell.text, LETTERS_IN_BOX)),
                )
            )
    return MatrixDrawing(
        width=n(_left(len(matrix.columns))),
        height=n(HEAD + len(matrix.rows) * (ROW + BETWEEN)),
        box=n(BOX),
        box_height=n(ROW),
        heads=heads,
        labels=tuple(labels),
        boxes=tuple(boxes),
    )


def _left(at: int) -> float:
    return LABEL + at * (BOX + BETWEEN)

"""What blocks are made of: texts, citations, figures, tags and tables; pure.

Texts are settled as they come in: control signs, line breaks and bidirectional overrides become
single spaces, so that every renderer is given the same printable text.
"""

import re
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Literal

from scrutable.documents.charts.facts import Colour

Align = Literal["left", "right", "centre"]
Shape = Literal["circle", "triangle", "square", "ring", "diamond", "none"]

_UNPRINTABLE = re.compile(
    "[\\x00-\\x20\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ud800-\\udfff\\ufffe\\uffff]+"
)


def settled(text: str) -> str:
    """Return the text with every run of white space and control signs as one space."""
    return _UNPRINTABLE.sub(" ", text)


def settle(block: object, *may_be_blank: str) -> None:
    """Settle every text field of a block and refuse a blank one."""
    for field in fields(block):  # type: ignore[arg-type]  # only dataclasses call this
        value = getattr(block, field.name)
        if isinstance(value, str):
            value = settled(value)
            if not value.strip() and field.name not in may_be_blank:
                raise ValueError(f"{type(block).__name__}: {field.name} must say something")
            object.__setattr__(block, field.name, value)


@dataclass(frozen=True, slots=True)
class Citation:
    """The record and version that a figure rests on, with its file, sheet and cell where known."""

    reference: str
    version: int
    file: str = ""
    sheet: str = ""
    cell: str = ""

    def __post_init__(self) -> None:
        settle(self, "file", "sheet", "cell")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in running text, as printed, with what it rests on and its period."""

    text: str
    citation: Citation | None = None
    period: str | None = None

    def __post_init__(self) -> None:
        settle(self)


Run = str | Figure
Runs = tuple[Run, ...]


def settled_runs(owner: object, runs: Runs) -> Runs:
    """Return the runs settled, refusing runs that say nothing."""
    clean = tuple(settled(run) if isinstance(run, str) else run for run in runs)
    if not words_of(clean).strip():
        raise ValueError(f"{type(owner).__name__}: runs must say something")
    return clean


def words_of(runs: Runs) -> str:
    """Return the runs as plain text."""
    return "".join(run if isinstance(run, str) else run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Tag:
    """A status: a word always, a shape beside it, a colour that only repeats it."""

    word: str
    colour: Colour = "grey"
    shape: Shape = "none"

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; numbers stand right unless told otherwise, the unit in the heading.

    `period` is that of every cell in the column that names none of its own.
    """

    title: str
    unit: str = ""
    numeric: bool = False
    align: Align | None = None
    period: str = ""

    def __post_init__(self) -> None:
        settle(self, "unit", "period")

    @property
    def alignment(self) -> Align:
        """Return how the column's cells stand."""
        return self.align or ("right" if self.numeric else "left")

    @property
    def heading(self) -> str:
        """Return the heading as printed, with the unit."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; never blank ("Not measured", "Not yet due").

    Where the text is the first tag's word, only the tags are drawn. `number` is what a spreadsheet
    calculates with.
    """

    text: str
    citation: Citation | None = None
    tags: tuple[Tag, ...] = ()
    number: Decimal | None = None
    period: str = ""

    def __post_init__(self) -> None:
        settle(self, "period")

    @property
    def is_figure(self) -> bool:
        """Test whether the cell states a figure rather than names a thing."""
        return self.citation is not None or self.number is not None

    @property
    def words(self) -> str:
        """Return text and tags as plain words, the text once only."""
        rest = self.tags[1:] if self.tags and self.tags[0].word == self.text else self.tags
        return ", ".join((self.text, *(tag.word for tag in rest)))


@dataclass(frozen=True, slots=True)
class Table:
    """A captioned table; a ragged one refuses to exist. With `totals` the last row is the sum.

    `period` is that of every figure in it that has no nearer one.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: bool = False
    period: str = ""

    def __post_init__(self) -> None:
        settle(self, "period")
        if not self.columns or not self.rows:
            raise ValueError(f"Table: {self.caption}: give at least one column and one row")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.columns):
                found, wanted = len(row), len(self.columns)
                raise ValueError(f"Table: {self.caption}: row {number} has {found} of {wanted}")

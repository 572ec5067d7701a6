"""What blocks are made of: texts, citations, figures, tags, tables and the items of lists; pure."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from scrutable.documents.charts.facts import Colour
from scrutable.documents.texts import settle, settled

Align = Literal["left", "right", "centre"]
Shape = Literal["circle", "triangle", "square", "ring", "diamond", "none"]


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


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of the three to five figures at the top, with its period and a comparison in words."""

    label: str
    value: str
    period: str
    comparison: str
    citation: Citation | None = None

    def __post_init__(self) -> None:
        settle(self)


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One thing that needs a member's eye: what, how it stands, what is being done, by whom."""

    title: str
    tags: tuple[Tag, ...]
    text: Runs
    being_done: str
    by_whom: str
    citation: Citation | None = None
    period: str = ""

    def __post_init__(self) -> None:
        settle(self, "period")
        object.__setattr__(self, "text", settled_runs(self, self.text))
        if not self.tags:
            raise ValueError(f"StatusItem: {self.title}: a status needs its word")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """One line of the printed sources."""

    number: int
    reference: str
    version: int
    file: str
    sheet: str
    cell: str

    def __post_init__(self) -> None:
        settle(self, "file", "sheet", "cell")

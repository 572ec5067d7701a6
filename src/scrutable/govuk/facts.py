"""Tables as pages show them: cells, tags, columns and their order; pure.

What a page shows, its csv and its workbook are made from the same table, so they never differ.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, overload


@dataclass(frozen=True, slots=True)
class Tag:
    """A status: always a word, a shape beside it, a colour that only repeats it."""

    word: str
    colour: str = "grey"
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: never blank. `number` is what numeric columns sort and calculate by.

    `order` is what a column of words sorts by where that is not the text itself, such as the
    day that a date in words stands for. `chart` is a small chart, shown before
    the text, which says what it shows. `tick` is what a box before the text stands for, in a form
    that the page puts around the table.
    """

    text: str
    href: str = ""
    tags: tuple[Tag, ...] = ()
    number: Decimal | None = None
    order: str = ""
    note: str = ""
    chart: object = None
    tick: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip() and not self.tags:
            raise ValueError("a cell says something, if only “Not measured”")

    @property
    def is_day(self) -> bool:
        """Test whether the text is a day in words, sorted as that day."""
        return bool(self.order) and self.text[:1].isdigit() and self.text[-4:].isdigit()

    @property
    def words(self) -> str:
        """Return text, tags and note as plain words, each once."""
        said = [self.text, *(tag.word for tag in self.tags), self.note]
        return "; ".join(dict.fromkeys(word for word in said if word.strip()))


@dataclass(frozen=True, slots=True)
class Column:
    """A column; `key` names it in the address when the table is sorted by it."""

    key: str
    title: str
    numeric: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Rows(Sequence[Row]):
    """The rows of a long table, made when somebody asks for them: a page shows few of thousands.

    `cells` makes the cells of a row, one function a column. `order` gives what the rows are of in
    the order of a column, downwards or not, where the store does so sooner than their cells.
    """

    of: Sequence[Any]
    cells: Sequence[Callable[[Any], Cell]]
    order: Callable[[str, bool], Sequence[Any]] | None = None

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.of)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        """Make the row there, or the rows."""
        if isinstance(at, slice):
            return tuple(self._row(one) for one in self.of[at])
        return self._row(self.of[at])

    def _row(self, one: object) -> Row:
        return tuple(cell(one) for cell in self.cells)

    def column(self, at: int) -> list[Cell]:
        """Make the cells of one column alone."""
        return [self.cells[at](one) for one in self.of]

    def in_order(self, places: Iterable[int]) -> "Rows":
        """Return the rows that now stand in these places."""
        return replace(self, of=[self.of[place] for place in places])


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of a page; `name` tells it from others on the page and names its file.

    The first cell of each row is the row's heading. `empty` is said where there are no rows:
    what would be here and how to get it. `grouped_by` is the column whose every change starts a
    group of rows while nobody has asked for another order; `order` is the one asked for: a
    column's key, "-key" downwards. `most` is how many rows stand on one page; its files have all.
    """

    name: str
    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    empty: str
    totals: Row = ()
    order: str = ""
    grouped_by: str = ""
    most: int = 100

    def __post_init__(self) -> None:
        if isinstance(self.rows, Rows):
            widths = {len(self.rows.cells), len(self.totals) or len(self.columns)}
            for width in widths - {len(self.columns)}:
                raise ValueError(f"{self.name}: {width} for {len(self.columns)} columns")
            return
        for row in (*self.rows, self.totals):
            if row and len(row) != len(self.columns):
                raise ValueError(f"{self.name}: {len(row)} cells for {len(self.columns)} columns")

    def sorted_by(self, order: str) -> "Table":
        """Return the table in the order asked for; an unknown column leaves it as it is.

        Cells without a number come last both upwards and downwards: what was not measured is
        neither the best nor the worst.
        """
        key, down = order.removeprefix("-"), order.startswith("-")
        found = [at for at, column in enumerate(self.columns) if column.key == key]
        if not found:
            return self
        if isinstance(self.rows, Rows) and self.rows.order is not None:
            rows = replace(self.rows, of=self.rows.order(key, down))
            return replace(self, rows=rows, order=order)
        cells, places = self._column(found[0]), range(len(self.rows))
        if self.columns[found[0]].numeric:
            have = [place for place in places if cells[place].number is not None]
            rest = [place for place in places if cells[place].number is None]
            have.sort(key=lambda place: cells[place].number or Decimal(0), reverse=down)
            return self._in_order([*have, *rest], order)
        keys = [_order(cell) for cell in cells]
        return self._in_order(sorted(places, key=keys.__getitem__, reverse=down), order)

    def _column(self, at: int) -> list[Cell]:
        if isinstance(self.rows, Rows):
            return self.rows.column(at)
        return [row[at] for row in self.rows]

    def _in_order(self, places: Sequence[int], order: str) -> "Table":
        if isinstance(self.rows, Rows):
            return replace(self, rows=self.rows.in_order(places), order=order)
        return replace(self, rows=tuple(self.rows[place] for place in places), order=order)

    def page_of(self, row: int) -> range:
        """Return the places of the rows that stand on one page with that one, counted from 0."""
        first = max(0, min(row, len(self.rows) - 1)) // self.most * self.most
        return range(first, min(first + self.most, len(self.rows)))

    @property
    def group_column(self) -> int | None:
        """Return which column heads the groups, or None where rows stand in no groups."""
        keys = [column.key for column in self.columns]
        return keys.index(self.grouped_by) if self.grouped_by and not self.order else None


def _order(cell: Cell) -> str:
    return (cell.order or cell.words).casefold()


def plain_rows(table: Table) -> list[list[str | Decimal]]:
    """Return header, rows and totals as a spreadsheet takes them: numbers where there are."""
    header: list[str | Decimal] = [column.title for column in table.columns]
    body = [_plain(table.columns, row) for row in table.rows]
    return [header, *body, *([_plain(table.columns, table.totals)] if table.totals else [])]


def _plain(columns: Sequence[Column], row: Row) -> list[str | Decimal]:
    return [
        cell.number if column.numeric and cell.number is not None and _says_it(cell) else cell.words
        for column, cell in zip(columns, row, strict=True)
    ]


def _says_it(cell: Cell) -> bool:
    """Test whether the cell says its number and no more: no unit, no status, no note."""
    text = cell.text.replace(",", "").replace("£", "")
    return not cell.tags and not cell.note and text in (f"{cell.number:f}", f"{cell.number:.2f}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A figure at the head of a page, with its period, its comparison and its source."""

    label: str
    value: str
    period: str
    comparison: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One line of a list of facts: what, and what it is."""

    label: str
    value: str
    href: str = ""

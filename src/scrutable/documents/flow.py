"""What every renderer of pages draws: the tree with numbers, words and addresses settled; pure.

The renderers for HTML and PDF take these plain values, so that neither decides anything about
wording, numbering or where a link leads.
"""

from typing import Any

from scrutable.documents.blocks import (
    Bullets,
    Chart,
    Contents,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Note,
    PageBreak,
    Paragraph,
    Runs,
    Sources,
    StatusItem,
    StatusList,
    Table,
)
from scrutable.documents.charts.svg import svg
from scrutable.documents.cover import (
    NOTES,
    SHAPES,
    cover_lines,
    sources_table,
    trace_address,
    visibility_words,
)
from scrutable.documents.numbering import Numbered, number
from scrutable.documents.pieces import Cell, Citation, Tag
from scrutable.documents.widths import Room
from scrutable.kernel.wording import date_words

Flow = dict[str, Any]

WIDTH_OF_MOST = 'viewBox="0 0 480 '  # a chart that is not of this width needs the whole page

NAMES = {
    Heading: "heading",
    Paragraph: "paragraph",
    Bullets: "bullets",
    Note: "note",
    KeyFigures: "key_figures",
    StatusList: "status_list",
}


def flow(document: Document, *, links: str) -> Flow:
    """Return the document as values that a template can draw, JSON-able, in a settled order."""
    return _Flow(links, number(document)).document(document)


CROWDED = 5  # columns; more leave no room for a figure and its status side by side


def rooms(table: Table) -> list[Room]:
    """Return what each column wants of the page's width; a heading may be broken at its words."""
    across = zip(table.columns, *table.rows, strict=True)
    crowded = len(table.columns) > CROWDED
    return [_room(column.heading, cells, crowded=crowded) for column, *cells in across]


def _room(heading: str, cells: list[Cell], *, crowded: bool) -> Room:
    words = [word for cell in cells for word in _unbroken(cell)]
    longest = max(map(len, [*heading.split(), *words]))
    lengths = [_stacked(cell) if crowded else _length(cell) for cell in cells]
    return Room(longest, max(len(heading) // 2, *lengths, longest))


def _unbroken(cell: Cell) -> list[str]:
    """Return what is not broken: words, and a tag's sign with its first word."""
    tags = [f"{SHAPES[tag.shape]}  {tag.word.split()[0]}".strip() for tag in cell.tags]
    return [*cell.words.split(), *tags]


def _length(cell: Cell) -> int:
    return len(cell.words) + 3 * len(cell.tags)


def _stacked(cell: Cell) -> int:
    """Return the cell's length where its tags stand below its text, as a crowded page wants."""
    return max(len(cell.text), *(len(tag.word) + 3 for tag in cell.tags), 0)


class _Flow:
    """The flow of one document."""

    def __init__(self, links: str, numbered: tuple[Numbered, ...]) -> None:
        self.links = links
        self.numbered = numbered

    def document(self, document: Document) -> Flow:
        return {
            "title": document.title,
            "reference": document.reference,
            "council": document.council,
            "author": document.author,
            "subject": document.subject,
            "language": document.language,
            "dated": date_words(document.dated),
            "visibility": visibility_words(document),
            "exempt": document.visibility == "exempt",
            "cover": [list(line) for line in cover_lines(document)],
            "blocks": [self.block(each) for each in self.numbered],
        }

    def block(self, numbered: Numbered) -> Flow:
        match numbered.block:
            case Contents(depth):
                return {"is": "contents", "depth": depth, "entries": self.entries(depth)}
            case Table() as table:
                return self.table(table, numbered.number)
            case Chart() as chart:
                drawn = svg(chart.fact)
                words = {"title": chart.title, "alt": chart.alt, "number": numbered.number}
                below = self.table(chart.table, numbered.table)
                wide = WIDTH_OF_MOST not in drawn
                return {"is": "chart", "svg": drawn, "wide": wide, "table": below} | words
            case Sources() as sources:
                listed = sources_table(sources)
                below = self.table(listed, numbered.number) if listed else {}
                return {"is": "sources" if listed else "nothing", "table": below}
            case PageBreak():
                return {"is": "page_break"}
        return self.words(numbered)

    def words(self, numbered: Numbered) -> Flow:
        drawn: Flow = {}
        match numbered.block:
            case Heading(level, text, anchor):
                drawn = {"level": level, "text": text, "anchor": anchor}
            case Paragraph(runs):
                drawn = {"runs": self.runs(runs)}
            case Bullets(items, ordered) as bullets:
                limbs = [[self.runs(limb) for limb in own] for own in bullets.limbs_by_item]
                drawn = {"items": [self.runs(item) for item in items], "ordered": ordered}
                drawn |= {"limbs": limbs}
            case Note(kind, runs):
                drawn = {"kind": kind, "label": NOTES[kind], "runs": self.runs(runs)}
            case KeyFigures(items):
                drawn = {"items": [self.key_figure(item) for item in items]}
            case StatusList(items):
                drawn = {"items": [self.status(item) for item in items]}
        return drawn | {"is": NAMES[type(numbered.block)], "number": numbered.number}

    def entries(self, depth: int) -> list[Flow]:
        return [
            {
                "level": each.block.level,
                "number": each.number,
                "text": each.block.text,
                "anchor": each.block.anchor,
            }
            for each in self.numbered
            if isinstance(each.block, Heading) and each.block.level <= depth
        ]

    def href(self, citation: Citation | None) -> str:
        return trace_address(self.links, citation) if citation else ""

    def runs(self, runs: Runs) -> list[Flow]:
        return [
            {"text": run, "href": ""}
            if isinstance(run, str)
            else {"text": run.text, "href": self.href(run.citation)}
            for run in runs
        ]

    def tags(self, tags: tuple[Tag, ...]) -> list[Flow]:
        return [{"word": t.word, "sign": SHAPES[t.shape], "colour": t.colour} for t in tags]

    def key_figure(self, item: KeyFigure) -> Flow:
        return {
            "label": item.label,
            "value": item.value,
            "period": item.period,
            "comparison": item.comparison,
            "href": self.href(item.citation),
        }

    def status(self, item: StatusItem) -> Flow:
        return {
            "title": item.title,
            "href": self.href(item.citation),
            "tags": self.tags(item.tags),
            "runs": self.runs(item.text),
            "being_done": item.being_done,
            "by_whom": item.by_whom,
        }

    def table(self, table: Table, label: str) -> Flow:
        return {
            "is": "table",
            "number": label,
            "caption": table.caption,
            # Where the caption says the period already it is not said twice.
            "period": "" if table.period.removeprefix("at ") in table.caption else table.period,
            "totals": table.totals,
            "columns": [
                {"text": column.heading, "align": column.alignment, "room": room}
                for column, room in zip(table.columns, rooms(table), strict=True)
            ],
            "rows": [[self.cell(cell) for cell in row] for row in table.rows],
        }

    def cell(self, cell: Cell) -> Flow:
        shown = bool(cell.tags) and cell.tags[0].word == cell.text
        return {
            "text": "" if shown else cell.text,
            "href": self.href(cell.citation),
            "tags": self.tags(cell.tags),
        }

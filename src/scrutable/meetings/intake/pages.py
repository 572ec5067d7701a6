"""Saved web pages as lines: the main part, without menus, notices of cookies and scripts; pure."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.counting import numeral
from scrutable.meetings.intake.limits import PackLimits
from scrutable.meetings.intake.lines import Line, TextBuilder, laid_row, squeezed
from scrutable.meetings.intake.main_part import is_furniture, main_part

BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
    "div", "dl", "dt", "fieldset", "figure", "figcaption", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul",
))  # fmt: skip
APART = frozenset((
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "table", "pre", "caption",
))  # fmt: skip
LISTS = frozenset(("ol", "ul", "menu", "dir"))
CELLS = frozenset(("td", "th"))
BULLET = "•"
KINDS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
ENTERED = re.compile(
    r"<(/?)(?:a|article|aside|b|big|blockquote|center|code|del|div|dl|em|fieldset|font|form|i|ins|"
    r"main|nav|ol|s|section|small|span|strike|strong|sub|sup|svg|table|tr|tt|u|ul)\b",
    re.IGNORECASE,
)
TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<[a-z][^\s/>]*+"
    r"((?:[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+)*+)",
    re.IGNORECASE | re.DOTALL,
)
ATTRIBUTE = re.compile(r"=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
WHOLE = re.compile(r"-?\d{1,6}")


def text_of_html(markup: str) -> str:
    """Return the text of a piece of HTML, such as the body of an agenda item."""
    builder = TextBuilder()
    check_depth(markup, builder.limits)
    body = LexborHTMLParser(markup).body
    if body is not None:
        builder.add(_Walk().lines(body))
    return builder.text


def read_page(markup: str, builder: TextBuilder) -> str:
    """Add the lines of the page's main part; return the title in its head."""
    check_depth(markup, builder.limits)
    tree = LexborHTMLParser(markup)
    title = tree.css_first("head > title")
    if tree.body is not None:
        builder.add(_Walk().lines(main_part(tree)))
    return squeezed(title.text()) if title is not None else ""


def check_depth(markup: str, limits: PackLimits) -> None:
    """Raise Refused for a page so large or so deep that its parser would take minutes.

    So it does with a tag of many attributes, each of which it holds against all before it.
    """
    if len(markup) > limits.most_markup:
        raise refusals.swelling("page")
    for tag in TAG.finditer(markup):
        said = tag[1] or ""
        if len(said) > limits.most_attributes and _count(said) > limits.most_attributes:
            raise refusals.damaged("page")
    depth = 0
    for found in ENTERED.finditer(markup):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        if depth > limits.most_page_depth:
            raise refusals.damaged("page")


def _count(attributes: str) -> int:
    return sum(1 for _ in ATTRIBUTE.finditer(attributes))


class _Row:
    """One row of a table, whose cells are laid out when it ends."""

    __slots__ = ("cells",)

    def __init__(self) -> None:
        self.cells: list[list[Line]] = []


class _Walk:
    """A walk over the tree without recursion: however deep a page is nested, it ends."""

    def __init__(self) -> None:
        self.inline: list[str] = []
        self.out: list[Line] = []
        self.sinks: list[list[Line]] = [self.out]
        self.rows: list[_Row] = []
        self.lists: list[Iterator[str]] = []
        self.label = ""
        self.apart = False
        self.preformatted = 0

    def lines(self, top: LexborNode) -> list[Line]:
        """Return the lines below the node."""
        node: LexborNode | None = top
        while node is not None:
            node = self._enter(node) or self._leave(node, top)
        self._break()
        while self.rows:
            self._end_row()
        return self.out

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Begin the node; return its first child where that is to be read."""
        tag = node.tag or ""
        if node.is_text_node:
            self.inline.append(node.text_content or "")
            return None
        if not node.is_element_node or is_furniture(node):
            return None
        if tag == "br":
            self._break()
        elif tag in BLOCKS or tag in LISTS:
            self._begin(tag, node)
        return node.first_child

    def _leave(self, node: LexborNode, top: LexborNode) -> LexborNode | None:
        """End the node, and whatever ends with it; return what comes next."""
        here: LexborNode | None = node
        while here is not None:
            if here.is_element_node and not is_furniture(here):
                self._end(here.tag or "")
            if here.mem_id == top.mem_id:
                return None
            if here.next is not None:
                return here.next
            here = here.parent
        return None

    def _begin(self, tag: str, node: LexborNode) -> None:
        self._break()
        self.apart = self.apart or tag in APART
        self.preformatted += tag == "pre"
        if tag in LISTS:
            self.lists.append(_labels(tag, node))
        elif tag == "li":
            self.label = self._label(node)
        elif tag == "tr":
            self.rows.append(_Row())
        elif tag in CELLS and self.rows:
            self.rows[-1].cells.append([])
            self.sinks.append(self.rows[-1].cells[-1])

    def _end(self, tag: str) -> None:
        if tag not in BLOCKS and tag not in LISTS:
            return
        self._break()
        self.apart = self.apart or tag in APART
        self.preformatted -= tag == "pre"
        if tag in LISTS and self.lists:
            self.lists.pop()
            self.apart = self.apart or not self.lists
        elif tag == "li":
            self.label = ""
        elif tag == "tr":
            self._end_row()
        elif tag in CELLS and len(self.sinks) > 1:
            self.sinks.pop()

    def _end_row(self) -> None:
        if self.rows:
            row = self.rows.pop()
            self.sinks[-1].extend(laid_row(row.cells))

    def _label(self, node: LexborNode) -> str:
        if not self.lists:
            return BULLET
        value = node.attributes.get("value") or ""
        said = next(self.lists[-1])
        if WHOLE.fullmatch(value) and said != BULLET:
            return f"{value}."
        return said

    def _break(self) -> None:
        """End the line that is being put together."""
        text = "".join(self.inline)
        self.inline.clear()
        indent = max(len(self.lists) - 1, 0)
        for part in text.split("\n") if self.preformatted else (text,):
            said = squeezed(part)
            if not said:
                continue
            if self.label:
                said, self.label = f"{self.label} {said}", ""
            self.sinks[-1].append(Line(said, indent, self.apart))
            self.apart = False


def _labels(tag: str, node: LexborNode) -> Iterator[str]:
    """Yield what stands before each entry of the list."""
    if tag != "ol":
        while True:
            yield BULLET
    start = node.attributes.get("start") or "1"
    number = int(start) if WHOLE.fullmatch(start) else 1
    kind = KINDS.get(node.attributes.get("type") or "", "decimal")
    while True:
        yield f"{numeral(number, kind)}."
        number += 1

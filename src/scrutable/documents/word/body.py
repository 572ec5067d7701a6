"""The flow of a document as the XML of a Word body."""

from collections.abc import Callable, Iterator

from scrutable.documents.flow import Flow
from scrutable.documents.numbering import letter
from scrutable.documents.widths import Type, widths
from scrutable.documents.word.xml import (
    Look,
    TableLook,
    bookmarked,
    field,
    inner_link,
    instruction,
    link,
    mark,
    paragraph,
    run,
    table,
)

JUSTIFY = {"left": "", "right": "right", "centre": "center"}
INKS = {
    "green": ("CCE2D8", "005A30"),
    "yellow": ("FFF7BF", "594D00"),
    "red": ("F9DED9", "651B0F"),
    "blue": ("D2E2F1", "0C2D4A"),
    "grey": ("E5E6E7", "282D30"),
}
MANY_COLUMNS = 6
LETTER = 12.4  # twentieths of a point that a letter of one point takes, of a wide face
MARGINS = 150  # of a cell, in the same

Relation = Callable[[str], str]
Picture = Callable[[Flow, int], str]


class Body:
    """Writes blocks one after the other, numbering bookmarks and pictures as it goes."""

    def __init__(
        self, ids: dict[str, str], width: int, relation: Relation, picture: Picture
    ) -> None:
        self.ids = ids
        self.width = width
        self.relation = relation
        self.picture = picture
        self.count = 0
        self.new_page = False

    def xml(self, drawn: Flow) -> str:
        """Return the whole body."""
        return "".join([*self._cover(drawn), *(self._block(block) for block in drawn["blocks"])])

    def _next(self) -> int:
        self.count += 1
        return self.count

    def _p(self, content: str, style: str, *, align: str = "left", keep_next: bool = False) -> str:
        new_page, self.new_page = self.new_page, False
        look = Look(self.ids[style], JUSTIFY[align], keep_next, new_page)
        return paragraph(content, look)

    def _cover(self, drawn: Flow) -> Iterator[str]:
        yield self._p(run(drawn["council"]), "Report council")
        if drawn["exempt"]:
            yield self._p(run(drawn["visibility"]), "Report exempt")
        yield self._p(run(drawn["title"]), "Title")
        for label, words in drawn["cover"]:
            yield self._p(run(f"{label}\t", bold=True) + run(words), "Report cover")

    def _block(self, block: Flow) -> str:
        drawers: dict[str, Callable[[Flow], str]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullets": self._bullets,
            "key_figures": self._key_figures,
            "table": self._table,
            "sources": lambda found: self._table(found["table"], small=True),
            "chart": self._chart,
            "status_list": self._statuses,
            "note": self._note,
            "contents": self._contents,
            "page_break": self._page_break,
            "nothing": lambda _: "",
        }
        return drawers[block["is"]](block)

    def _linked(self, content: str, href: str) -> str:
        return link(content, self.relation(href)) if href else content

    def _words(self, text: str, href: str, *, bold: bool = False) -> str:
        style = self.ids["Hyperlink"] if href else ""
        return self._linked(run(text, bold=bold, style=style), href)

    def _runs(self, runs: list[Flow]) -> str:
        return "".join(self._words(each["text"], each["href"]) for each in runs)

    def _tags(self, tags: list[Flow]) -> str:
        drawn = []
        for tag in tags:
            fill, ink = INKS[tag["colour"]]
            sign = f"{tag['sign']}\u00a0" if tag["sign"] else ""
            words = f"\u00a0{sign}{tag['word']}\u00a0"
            drawn.append(run(words, fill=fill, ink=ink))
        return run(" ").join(drawn)

    def _page_break(self, _: Flow) -> str:
        """Return nothing: the next paragraph begins the page, so that no empty line does."""
        self.new_page = True
        return ""

    def _heading(self, block: Flow) -> str:
        words = "  ".join(filter(None, (block["number"], block["text"])))
        content = bookmarked(run(words), bookmark(block["anchor"]), self._next())
        return self._p(content, f"heading {block['level']}")

    def _paragraph(self, block: Flow) -> str:
        if not block["number"]:
            return self._p(self._runs(block["runs"]), "Normal")
        return self._p(run(f"{block['number']}\t") + self._runs(block["runs"]), "Report numbered")

    def _bullets(self, block: Flow) -> str:
        drawn = []
        for count, item in enumerate(block["items"], 1):
            if not block["ordered"]:
                drawn.append(self._p(self._runs(item), "List Bullet"))
                continue
            drawn.append(self._p(run(f"({count})\t") + self._runs(item), "Report list"))
            for at, limb in enumerate(block["limbs"][count - 1]):
                drawn.append(self._p(run(f"({letter(at)})\t") + self._runs(limb), "Report limb"))
        return "".join(drawn)

    def _key_figures(self, block: Flow) -> str:
        head = [
            self._p(run(title, bold=True), "Report table")
            for title in ("Key figure", "Value", "Period", "Compared with")
        ]
        rows = [
            [
                self._p(run(item["label"], bold=True), "Report table"),
                self._p(self._words(item["value"], item["href"]), "Report value"),
                self._p(run(item["period"]), "Report table"),
                self._p(run(item["comparison"]), "Report table"),
            ]
            for item in block["items"]
        ]
        across = tuple(self.width * part // 100 for part in (30, 22, 24, 24))
        return table([head, *rows], TableLook(across, "Key figures")) + self._gap()

    def _gap(self) -> str:
        return self._p("", "Report after table")

    def _widths(self, columns: list[Flow], size: int) -> tuple[int, ...]:
        type_ = Type(LETTER * size, MARGINS)
        found = widths([column["room"] for column in columns], self.width, type_)
        return tuple(int(width) for width in found)

    def _table(self, block: Flow, *, small: bool = False) -> str:
        style = "Report table"
        if small or len(block["columns"]) > MANY_COLUMNS:
            style = "Report table small"
        head = [
            self._p(run(c["text"], bold=True), style, align=c["align"], keep_next=True)
            for c in block["columns"]
        ]
        last = len(block["rows"]) - 1 if block["totals"] else -1
        rows = [
            [
                self._p(self._cell(cell, bold=at == last), style, align=column["align"])
                for cell, column in zip(row, block["columns"], strict=True)
            ]
            for at, row in enumerate(block["rows"])
        ]
        across = self._widths(block["columns"], 8 if style.endswith("small") else 10)
        look = TableLook(across, block["caption"], block["totals"])
        period = f" ({block['period']})" if block["period"] else ""
        caption = self._caption(block["number"], f": {block['caption']}{period}")
        return caption + table([head, *rows], look) + self._gap()

    def _cell(self, cell: Flow, *, bold: bool) -> str:
        if not cell["text"]:
            return self._linked(self._tags(cell["tags"]), cell["href"])
        words = self._words(cell["text"], cell["href"], bold=bold)
        return words + (run(" ") + self._tags(cell["tags"]) if cell["tags"] else "")

    def _caption(self, number: str, rest: str) -> str:
        label, count = number.split()
        sequence = field(rf"SEQ {label} \* ARABIC", count)
        name = f"_Ref_{label}_{count}"
        content = bookmarked(run(f"{label} ") + sequence, name, self._next())
        return self._p(content + run(rest), "caption", keep_next=True)

    def _chart(self, block: Flow) -> str:
        caption = self._caption(block["number"], f": {block['title']}")
        picture = self._p(f"<w:r>{self.picture(block, self._next())}</w:r>", "Report picture")
        return caption + picture + self._table(block["table"], small=True)

    def _statuses(self, block: Flow) -> str:
        return "".join(self._status(item) for item in block["items"])

    def _status(self, item: Flow) -> str:
        title = self._words(item["title"], item["href"], bold=True) + run("  ")
        doing = run("What is being done: ", bold=True) + run(item["being_done"])
        by_whom = run("By whom: ", bold=True) + run(item["by_whom"])
        lines = (title + self._tags(item["tags"]), self._runs(item["runs"]), doing)
        kept = "".join(self._p(line, "Report status", keep_next=True) for line in lines)
        return kept + self._p(by_whom, "Report status") + self._gap()

    def _note(self, block: Flow) -> str:
        label = self._p(run(block["label"], bold=True), "Report note", keep_next=True)
        return label + self._p(self._runs(block["runs"]), "Report note") + self._gap()

    def _contents(self, block: Flow) -> str:
        """Return the contents as a field around its entries, so that Word need not update it."""
        heading = self._p(run("Contents"), "Report contents heading")
        start = mark("begin") + instruction(rf'TOC \o "1-{block["depth"]}" \h \n \u')
        lead, end = start + mark("separate"), mark("end")
        drawn = []
        for place, entry in enumerate(block["entries"]):
            words = "  ".join(filter(None, (entry["number"], entry["text"])))
            content = inner_link(run(words), bookmark(entry["anchor"]))
            content = lead + content if place == 0 else content
            content = content + end if place == len(block["entries"]) - 1 else content
            drawn.append(self._p(content, f"toc {entry['level']}"))
        return heading + "".join(drawn) if drawn else ""


def bookmark(anchor: str) -> str:
    """Return the bookmark of a heading; Word allows forty letters and no hyphens."""
    return f"_S_{anchor.replace('-', '_')}"[:40]

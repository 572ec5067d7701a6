"""The document as PDF/A-2a made with the PDF/UA-1 profile, by Typst from a template of ours."""

import functools
import json
import re
import unicodedata
from datetime import UTC, datetime, time
from importlib.resources import files
from pathlib import Path
from typing import Any

import typst

from scrutable.documents.blocks import Document
from scrutable.documents.flow import Flow, flow
from scrutable.documents.widths import LONGEST_WORD, Room, Type, narrowing, widths

TEMPLATE = Path(__file__).parent / "typst" / "report.typ"
LARGE = TEMPLATE.with_name("large.typ")
FAMILIES = ("Source Sans Pro", "DejaVu Sans Mono", "New Computer Modern")
PROFILES: list[Any] = ["a-2a", "ua-1"]  # the stub's list of names is not a sequence of theirs
PAGE_WIDTH = 464.0  # points between the margins of the template
LETTER = 0.53  # of its size, the breadth of a letter of Source Sans Pro, on the safe side
SMALLEST = 6.5
MANY_COLUMNS = 6
MOST_TRIES = 40

_MISSING = re.compile(r"the text `\"(.+?)\"` could not be displayed", re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class FontsMissing(RuntimeError):
    """A font that the pages are set in is not installed."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(f"The PDF needs fonts that are not installed: {', '.join(missing)}")


class NotAccessible(RuntimeError):
    """Typst refused the pages, or warned about them."""


def render(document: Document, *, links: str) -> bytes:
    """Return the PDF; a sign that no font of ours has is printed as its number, [U+05D0].

    Raises NotAccessible where the profile refuses the pages.
    """
    return from_flow(flow(document, links=links), document)


def large_print(document: Document, *, links: str) -> bytes:
    """Return the PDF in large print: nothing below 18 points, tables as cards, charts in words."""
    return from_flow(flow(document, links=links), document, LARGE)


def from_flow(drawn: Flow, document: Document, template: Path | None = None) -> bytes:
    """Return the PDF of a document whose flow is known."""
    drawn = prepared(drawn)
    stamp = int(datetime.combine(document.dated, time(), UTC).timestamp())
    for _ in range(MOST_TRIES):
        try:
            return compiled(drawn, stamp, template)
        except typst.TypstError as refusal:
            found = _MISSING.search(refusal.message)
            if not found:
                raise NotAccessible(refusal.message) from refusal
            drawn = _replaced(drawn, _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), found[1]))
    raise NotAccessible("The report holds too many signs that no font of ours has")


def compiled(drawn: Flow, stamp: int, template: Path | None = None) -> bytes:
    """Return the pages that Typst makes of prepared data; raises TypstError as it does."""
    compiler = typst.Compiler(template or TEMPLATE, font_paths=fonts(), ignore_system_fonts=True)
    data = json.dumps(drawn, ensure_ascii=False, sort_keys=True)
    pdf, warnings = compiler.compile_with_warnings(
        sys_inputs={"data": data}, pdf_standards=PROFILES, timestamp=stamp, format="pdf"
    )
    if warnings:
        raise NotAccessible("; ".join(str(warning) for warning in warnings))
    if not isinstance(pdf, bytes):
        raise NotAccessible("Typst gave no pages")
    return pdf


@functools.cache
def fonts() -> typst.Fonts:
    """Return our faces and Typst's own; it reads a folder in the order of names."""
    folder = str(files("font_source_sans_pro") / "files")
    found = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    missing = sorted(set(FAMILIES) - set(found.families()))
    if missing:
        raise FontsMissing(missing)
    return found


def prepared(drawn: Flow) -> Flow:
    """Return what the template draws: breaks in long words, sizes and widths of tables."""
    fitted: Flow = _mapped(drawn, _breakable)
    for block in fitted["blocks"]:
        if block["is"] == "table":
            _measure(block, 9.0 if len(block["columns"]) > MANY_COLUMNS else 10.0)
        elif "table" in block:
            _measure(block["table"], 9.0)
    return fitted


def _measure(table: Flow, size: float) -> None:
    """Set the size of letters at which the longest words fit, and the columns' widths."""
    columns = [Room(*column["room"]) for column in table["columns"]]
    margins = 6.0 if len(columns) > MANY_COLUMNS + 2 else 10.0
    tightness = narrowing(columns, PAGE_WIDTH, Type(LETTER * size, margins))
    size = max(SMALLEST, size / max(tightness, 1.0))
    across = widths(columns, PAGE_WIDTH, Type(LETTER * size, margins))
    table["size"], table["inset"] = round(size, 2), margins / 2
    table["widths"] = [round(width, 2) for width in across]


def _mapped(value: Any, change: Any, name: str = "") -> Any:
    """Return the flow with every text that is printed changed, links and drawings as they were."""
    if isinstance(value, str):
        return value if name in _NOT_WORDS else change(value)
    if isinstance(value, list | tuple):
        return [_mapped(item, change) for item in value]
    if isinstance(value, dict):
        return {key: _mapped(item, change, key) for key, item in value.items()}
    return value


_NOT_WORDS = frozenset(
    {"is", "href", "svg", "anchor", "align", "colour", "language", "kind", "author", "alt"}
)


def _breakable(text: str) -> str:
    """Return the text with breaks of no width in words too long for a narrow column."""
    return re.sub(rf"\S{{{LONGEST_WORD + 1},}}", _broken, text)


def _broken(word: re.Match[str]) -> str:
    parts = re.findall(rf".{{1,{LONGEST_WORD}}}?[/_.-]|.{{1,{LONGEST_WORD}}}", word[0])
    return "\u200b".join(parts)


def _replaced(drawn: Flow, missing: str) -> Flow:
    """Return the flow with the signs, and all others of their script, as their numbers."""
    scripts = {_script(sign) for sign in missing}

    def change(text: str) -> str:
        if text.isascii():
            return text
        return "".join(f"[U+{ord(s):04X}]" if _script(s) in scripts else s for s in text)

    replaced: Flow = _mapped(drawn, change)
    for block in replaced["blocks"]:
        if block["is"] == "chart":
            block["svg"] = change(block["svg"])
    return replaced


def _script(sign: str) -> str:
    """Return the sign's script by the first word of its name, or a common one by itself."""
    first = sign if sign.isascii() else re.split(r"[ -]", unicodedata.name(sign, sign))[0]
    return sign if first in _SHARED else first


_SHARED = frozenset(
    {"LATIN", "GREEK", "CYRILLIC", "DIGIT", "COMBINING", "SUPERSCRIPT", "BLACK", "WHITE"}
)

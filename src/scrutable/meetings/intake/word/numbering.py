"""What Word prints before a numbered paragraph: "(1)", "a)", "2.3", a bullet."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from scrutable.meetings.intake.counting import numeral
from scrutable.meetings.intake.word.package import W

BULLET = "•"
LEVELS = 9
PLACEHOLDER = re.compile(r"%([1-9])")
MOST_LABEL = 40
MOST_BASES = 20  # styles that build on one another


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and what it prints."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    restarts: bool = True
    is_legal: bool = False  # every level in it as a figure


@dataclass(frozen=True, slots=True)
class Place:
    """Which list a paragraph belongs to, and how deep; either may be left to its style."""

    number: str | None
    level: int | None


@dataclass(slots=True)
class Numbering:
    """The document's lists, and how far each has counted."""

    levels: dict[str, dict[int, Level]]  # of each abstract list
    abstract_of: dict[str, str]  # of each list
    overrides: dict[str, dict[int, Level]]
    starts: dict[str, dict[int, int]]  # where a list begins anew
    styles: dict[str, Place]
    counts: dict[str, list[int | None]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def place_of(self, direct: Place, style: str) -> tuple[str, int] | None:
        """Return the paragraph's list and level; None where it has no number."""
        by_style = self.styles.get(style, Place(None, None))
        number = by_style.number if direct.number is None else direct.number
        level = by_style.level if direct.level is None else direct.level
        if number is None or number == "0" or number not in self.abstract_of:
            return None
        return number, min(max(level or 0, 0), LEVELS - 1)

    def label(self, number: str, level: int) -> str:
        """Count the paragraph and return what stands before it."""
        abstract = self.abstract_of[number]
        counts = self.counts.setdefault(abstract, [None] * LEVELS)
        self._count(number, counts, level)
        shape = self._level(number, level)
        if shape.kind == "bullet":
            return BULLET
        if shape.kind == "none" or not shape.text:
            return ""
        return PLACEHOLDER.sub(
            lambda found: self._said(number, counts, int(found[1]) - 1, shape), shape.text
        )[:MOST_LABEL].strip()

    def _count(self, number: str, counts: list[int | None], level: int) -> None:
        start = self.starts.get(number, {}).get(level)
        if start is not None and (number, level) not in self.begun:
            counts[level] = start
        else:
            before = counts[level]
            counts[level] = self._level(number, level).start if before is None else before + 1
        self.begun.add((number, level))
        for deeper in range(level + 1, LEVELS):
            if self._level(number, deeper).restarts:
                counts[deeper] = None

    def _said(self, number: str, counts: list[int | None], level: int, shape: Level) -> str:
        at = self._level(number, level)
        counted = counts[level]
        kind = "decimal" if shape.is_legal and at.kind != "decimalZero" else at.kind
        return "" if kind == "bullet" else numeral(at.start if counted is None else counted, kind)

    def _level(self, number: str, level: int) -> Level:
        own = self.overrides.get(number, {})
        return own.get(level) or self.levels.get(self.abstract_of[number], {}).get(level) or Level()


def read_numbering(numbering: Element | None, styles: Element | None) -> Numbering:
    """Return the lists that the document defines and which styles use them."""
    found = Numbering({}, {}, {}, {}, _styles(styles))
    if numbering is None:
        return found
    linked: dict[str, str] = {}
    for abstract in numbering.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        found.levels[name] = _levels(abstract)
        if link := _value(abstract, "numStyleLink"):
            linked[name] = link
    for number in numbering.iter(f"{W}num"):
        _read_list(number, found)
    for name, style in linked.items():
        place = found.styles.get(style)
        if place and place.number in found.abstract_of:
            found.levels[name] = found.levels.get(found.abstract_of[place.number], {})
    return found


def _read_list(number: Element, found: Numbering) -> None:
    name, abstract = number.get(f"{W}numId", ""), _value(number, "abstractNumId")
    if not name or abstract not in found.levels:
        return
    found.abstract_of[name] = abstract
    for override in number.iter(f"{W}lvlOverride"):
        level = _whole(override.get(f"{W}ilvl"), 0)
        start = _value(override, "startOverride")
        if start:
            found.starts.setdefault(name, {})[level] = _whole(start, 1)
        for at, shape in _levels(override).items():
            found.overrides.setdefault(name, {})[at] = shape


def _levels(above: Element) -> dict[int, Level]:
    return {
        _whole(level.get(f"{W}ilvl"), 0): Level(
            start=_whole(_value(level, "start"), 1),
            kind=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText"),
            restarts=_value(level, "lvlRestart") != "0",
            is_legal=level.find(f"{W}isLgl") is not None,
        )
        for level in above.iter(f"{W}lvl")
    }


def _styles(styles: Element | None) -> dict[str, Place]:
    """Return the list of each style, its own or that of a style it builds on."""
    own: dict[str, Place] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        name = style.get(f"{W}styleId", "")
        bases[name] = _value(style, "basedOn")
        own[name] = place_in(style.find(f"{W}pPr"))
    return {name: _inherited(name, own, bases) for name in own}


def _inherited(name: str, own: dict[str, Place], bases: dict[str, str]) -> Place:
    number = level = None
    for _ in range(MOST_BASES):
        place = own.get(name)
        if place is None:
            break
        number = place.number if number is None else number
        level = place.level if level is None else level
        name = bases[name]
    return Place(number, level)


def place_in(properties: Element | None) -> Place:
    """Return the list and level that a paragraph's or a style's properties name."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return Place(None, None)
    level = _value(numbered, "ilvl")
    return Place(_value(numbered, "numId") or None, _whole(level, 0) if level else None)


def _value(above: Element, name: str) -> str:
    found = above.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise

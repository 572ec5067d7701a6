"""Answers read from the workbook that was issued for an assessment; pure.

A blank cell says nothing: what is recorded stays as it is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scrutable.assurance.facts import Answer, Assessment, Framework, Level
from scrutable.assurance.intake.sheets import (
    ASSESSMENT,
    COLUMNS,
    FIELDS,
    OUTCOME,
    READ,
    SEARCHED,
    SYSTEM,
    TITLE,
)
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import CellError, NotCalculated, Sheet, Value, open_workbook
from scrutable.records.facts import Register, RegisterLine

HEADINGS = tuple(heading for heading, _ in COLUMNS)
AGAIN = "get the template of this assessment again and fill that in"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine(RegisterLine):
    """What a row says of an outcome; a blank one that nobody has answered says nothing."""

    @property
    def says_more(self) -> bool:
        """Test whether it says anything that is not recorded already."""
        if self.before is None:
            return any(getattr(self.record, name) for name in FIELDS.values())
        return self.differs


def read_answers(
    content: bytes,
    name: str,
    assessment: Assessment,
    framework: Framework,
    recorded: Mapping[tuple[str, str], Answer],
) -> Register:
    """Read a workbook against what is recorded, by system and outcome."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return Register(errors=tuple(book))
    reading = _Reading(assessment, framework, recorded)
    for sheet in book.visible or book.sheets:
        reading.read(sheet)
    if not reading.lines and not reading.errors:
        reading.errors.append(RowError("", "The workbook holds no outcome", AGAIN))
    return Register(lines=tuple(reading.lines), errors=tuple(reading.errors))


@dataclass(slots=True)
class _Reading:
    """What was read so far."""

    assessment: Assessment
    framework: Framework
    recorded: Mapping[tuple[str, str], Answer]
    lines: list[AnswerLine] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    seen: dict[tuple[str, str], str] = field(default_factory=dict)

    def fail(self, place: str, fault: str, remedy: str) -> None:
        """Keep what is wrong at a place."""
        self.errors.append(RowError(place, fault, remedy))

    def read(self, sheet: Sheet) -> None:
        """Read a sheet: its head, its headings, then every row in which an outcome stands."""
        head = {_words(sheet.value(at, 0)): at for at in range(min(len(sheet.rows), SEARCHED))}
        code, system = (
            _words(sheet.value(head[label], 1)) if label in head else ""
            for label in (ASSESSMENT, SYSTEM)
        )
        place = sheet.place(head.get(ASSESSMENT, 0), 1)
        if not code or not system or OUTCOME not in head:
            self.fail(sheet.name, "It does not say which assessment and system it is of", AGAIN)
            return
        if code != self.assessment.code:
            self.fail(place, f"It is of the assessment {code[:40]}", AGAIN)
            return
        said = [_words(value) for value in sheet.rows[head[OUTCOME]]]
        columns = {heading: said.index(heading) for heading in HEADINGS if heading in said}
        lacking = [heading for heading in (TITLE, *FIELDS) if heading not in columns]
        for heading in lacking:
            here = sheet.place(head[OUTCOME], 0)
            self.fail(here, f"The column “{heading}” is missing", AGAIN)
        if lacking:
            return
        for row in range(head[OUTCOME] + 1, len(sheet.rows)):
            self.lines += self._line(sheet, row, system, columns)

    def _line(
        self, sheet: Sheet, row: int, system: str, columns: Mapping[str, int]
    ) -> Iterator[AnswerLine]:
        if not any(_words(value) for value in sheet.rows[row]):
            return
        outcome = _words(sheet.value(row, columns[OUTCOME]))
        place = sheet.place(row, columns[OUTCOME])
        title = _words(sheet.value(row, columns[TITLE]))
        if not outcome:
            self.fail(place, "The code of the outcome is missing", "enter it, or clear the row")
            return
        known = self.framework.outcome(outcome)
        if known and title and title.casefold() != known.title.casefold():
            where = sheet.place(row, columns[TITLE])
            fault = f"{outcome} of {self.framework.name} is “{known.title}”, not “{title[:60]}”"
            self.fail(where, fault, "mend the code or the title; versions use codes again")
            return
        if first := self.seen.get((system, outcome)):
            self.fail(place, f"{outcome} stands at {first} already", "keep one of the two")
            return
        self.seen[system, outcome] = place
        cells = {name: sheet.place(row, columns[head]) for head, name in FIELDS.items()}
        cells |= {"outcome": place, "system": place}
        before = self.recorded.get((system, outcome))
        told: dict[str, Any] = {}
        for heading, name in FIELDS.items():
            told |= self._told(name, sheet.value(row, columns[heading]), cells[name])
        base = before or Answer(assessment=self.assessment.code, system=system, outcome=outcome)
        yield AnswerLine(
            record=replace(base, **told, place=place), before=before, place=place, cells=cells
        )

    def _told(self, name: str, value: Value, place: str) -> dict[str, Any]:
        """Return what a cell says of a field; nothing where it is blank or cannot be read."""
        if isinstance(value, CellError | NotCalculated):
            self.fail(place, f"The formula gives {value}", "enter the value itself")
            return {}
        if name == "evidence":
            lines = (_words(line) for line in str(value).splitlines())
            found = tuple(dict.fromkeys(line for line in lines if line))
            return {name: found} if found else {}
        text = _text(value)
        if not text:
            return {}
        if name not in ("level", "assured"):
            return {name: text}
        level: Level | None = READ.get(" ".join(text.casefold().split()))
        if level is None:
            remedy = "choose from the list of the cell"
            self.fail(place, f"“{text[:40]}” is no level", remedy)
            return {}
        return {name: level}


def _words(value: Value) -> str:
    return " ".join(_text(value).split())


def _text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "".join(
        sign if sign.isprintable() or sign == "\n" else " " for sign in str(value)
    ).strip()

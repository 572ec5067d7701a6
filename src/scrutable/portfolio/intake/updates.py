"""Reading a monthly update: good lines and every fault, in the order of the file; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import (
    CellError,
    NotCalculated,
    Sheet,
    Workbook,
    open_workbook,
)
from scrutable.portfolio.facts import DateLine, DateUpdate, Move, MoveKind, Rating, Scale, Status
from scrutable.portfolio.intake.cells import day_in, refused, short, words_of
from scrutable.portfolio.intake.sheets import COLUMNS, DATES, REPORT_DATE
from scrutable.portfolio.intake.tables import SEARCHED, Row, rows_of
from scrutable.portfolio.rules import refusals_of_move, refusals_of_status

MOST_WORDS, MOST_NAME = 4_000, 200
Kind = TypeVar("Kind", bound=StrEnum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What an update is held against: projects, their milestones, the days of their last status."""

    numbers: frozenset[str]
    lines: Mapping[tuple[str, str], DateLine]
    last_status: Mapping[str, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An update as read; with an error, nothing of it may be taken in."""

    on: date | None = None
    dates: tuple[DateUpdate, ...] = ()
    statuses: tuple[Status, ...] = ()
    errors: tuple[RowError, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_update(content: bytes, name: str, known: Known) -> Reading:
    """Read the workbook; nothing that it holds raises."""
    opened = open_workbook(content, name)
    if not isinstance(opened, Workbook):
        return Reading(errors=tuple(opened))
    reader = _Reader(known, notices=list(opened.notices))
    missing = [title for title in COLUMNS if opened.sheet(title) is None]
    reader.errors += [
        RowError("", f"There is no sheet named “{title}”", "use the workbook that was issued")
        for title in missing
    ]
    if not missing:
        reader.read(opened)
    return Reading(
        on=reader.on,
        dates=tuple(reader.dates),
        statuses=tuple(reader.statuses),
        errors=tuple(reader.errors),
        notices=tuple(reader.notices),
    )


@dataclass
class _Reader:
    known: Known
    on: date | None = None
    dates: list[DateUpdate] = field(default_factory=list)
    statuses: list[Status] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    seen: dict[tuple[str, ...], str] = field(default_factory=dict)

    def read(self, book: Workbook) -> None:
        """Read the report date, then both sheets."""
        pages = [page for page in map(book.sheet, COLUMNS) if page is not None]
        self.on = self._report_date(pages[0])
        for page, read_row in zip(pages, (self._read_date, self._read_status), strict=True):
            rows, faults = rows_of(page)
            self.errors += faults
            for row in rows:
                if not self._has_fault_of_formula(row) and self._is_known(row):
                    read_row(row)
        if not self.errors and not self.dates and not self.statuses:
            fault = RowError("", "Nothing is reported", "fill in a forecast or a status")
            self.errors.append(fault)

    def _report_date(self, sheet: Sheet) -> date | None:
        for at in range(SEARCHED):
            if words_of(sheet.value(at, 0)).casefold() == REPORT_DATE.casefold():
                found = day_in(sheet.value(at, 1))
                if found is None:
                    place = sheet.place(at, 1)
                    said = "The report date is not a date"
                    self.errors.append(RowError(place, said, "enter it, such as 30/09/2026"))
                return found
        fault = f"The sheet does not say its {REPORT_DATE.lower()}"
        self.errors.append(RowError(f"{DATES}!A3", fault, f"write “{REPORT_DATE}” and the day"))
        return None

    def _has_fault_of_formula(self, row: Row) -> bool:
        faults = [
            row.fault(title, "The formula gives no value", "mend it, or enter the value")
            for title in row.columns
            if isinstance(row.value(title), CellError | NotCalculated)
        ]
        self.errors += faults
        return bool(faults)

    def _is_known(self, row: Row) -> bool:
        number = row.words("Project")
        if number not in self.known.numbers:
            said = f"There is no project “{short(number)}”" if number else "The project is missing"
            self.errors.append(row.fault("Project", said, "enter the number of a recorded project"))
            return False
        key = (
            row.sheet.name,
            number,
            *([row.words("Milestone")] if "Milestone" in row.columns else []),
        )
        if key in self.seen:
            said = f"This is reported in {self.seen[key]} already"
            self.errors.append(row.fault("Project", said, "keep one of the two rows"))
            return False
        self.seen[key] = row.place("Project")
        return True

    def _read_date(self, row: Row) -> None:
        number, milestone = row.words("Project"), row.words("Milestone")
        line = self.known.lines.get((number, milestone))
        if line is None:
            said = f"Project {number} has no milestone “{short(milestone)}”"
            self.errors.append(row.fault("Milestone", said, "record its first date on the page"))
            return
        given = [title for title in ("Forecast", "Reached on") if row.words(title)]
        if not given:
            self.notices.append(Notice(row.place("Forecast"), f"{line.reference} is not reported"))
            return
        if len(given) == 2:
            said = "Both a forecast and the day it was reached are given"
            self.errors.append(row.fault("Reached on", said, "clear one of the two"))
            return
        to = day_in(row.value(given[0]))
        reason = self._text(row, "Reason", MOST_WORDS)
        if to is None:
            said = f"“{short(row.words(given[0]))}” is not a date"
            self.errors.append(row.fault(given[0], said, "enter a day, such as 21/01/2019"))
        elif self.on is not None:
            kind = MoveKind.FORECAST if given[0] == "Forecast" else MoveKind.ACTUAL
            place = row.place(given[0])
            move = Move(kind=kind, on=self.on, to=to)
            said_no = refusals_of_move(line, move)
            self.errors += [refused(place, one) for one in said_no]
            self.dates.append(
                DateUpdate(
                    project=number,
                    milestone=milestone,
                    kind=kind,
                    to=to,
                    reason=reason,
                    place=place,
                )
            )

    def _read_status(self, row: Row) -> None:
        number = row.words("Project")
        if not any(row.words(title) for title in ("Overall", "Time", "Cost", "Scope", "Benefits")):
            self.notices.append(Notice(row.place("Overall"), f"project/{number} has no status"))
            return
        before = len(self.errors)
        overall = self._rating(row, "Overall")
        if not row.words("Overall"):
            said = "The overall rating is missing"
            self.errors.append(row.fault("Overall", said, "enter green, amber or red"))
        scale = self._one_of(row, "Scale", Scale) or Scale.THREE
        parts: dict[str, Rating | None] = {
            title: self._rating(row, title) for title in ("Time", "Cost", "Scope", "Benefits")
        }
        confidence = self._rating(row, "Delivery confidence")
        assessor = self._text(row, "Assessor", MOST_NAME)
        reasons = self._text(row, "Reasons", MOST_WORDS)
        override = self._text(row, "Reason for override", MOST_WORDS)
        if overall is None or self.on is None or len(self.errors) > before:
            return
        status = Status(
            project=number,
            on=self.on,
            scale=scale,
            overall=overall,
            confidence=confidence,
            place=row.place("Overall"),
            time=parts["Time"],
            cost=parts["Cost"],
            scope=parts["Scope"],
            benefits=parts["Benefits"],
            assessor=assessor,
            reasons=reasons,
            override_reason=override,
        )
        last = self.known.last_status.get(number)
        self.errors += [refused(status.place, one) for one in refusals_of_status(status, last)]
        self.statuses.append(status)

    def _text(self, row: Row, title: str, most: int) -> str:
        text = row.words(title)
        if len(text) > most:
            self.errors.append(
                row.fault(title, f"The text has {len(text):,} characters", f"keep to {most:,}")
            )
        return text

    def _rating(self, row: Row, title: str) -> Rating | None:
        return self._one_of(row, title, Rating)

    def _one_of(self, row: Row, title: str, kind: type[Kind]) -> Kind | None:
        text = row.words(title)
        if not text:
            return None
        plain = "_".join(
            text.casefold().replace("/", " ").replace("-", " ").replace("_", " ").split()
        )
        if plain in list(kind):
            return kind(plain)
        choices = ", ".join(one.value for one in kind)
        said = f"“{short(text)}” is none of those known"
        self.errors.append(row.fault(title, said, f"choose one of {choices}"))
        return None

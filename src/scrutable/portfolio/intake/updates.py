"""Reading a monthly update: good lines and every fault, in the order of the file; pure."""

from collections.abc import Callable
from datetime import date

from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import Sheet, Workbook, open_workbook, sheet_key
from scrutable.kernel.wording import list_words
from scrutable.portfolio.intake.cells import day_in, words_of
from scrutable.portfolio.intake.gathered import Gathered
from scrutable.portfolio.intake.known import Known, Reading
from scrutable.portfolio.intake.moves import read_dates
from scrutable.portfolio.intake.projects import check_places, read_project, read_stage
from scrutable.portfolio.intake.records import read_dependency, read_funding, read_measurement
from scrutable.portfolio.intake.sheets import (
    ALWAYS,
    BENEFITS,
    COLUMNS,
    DATES,
    DEPENDENCIES,
    FUNDING,
    PROJECTS,
    REPORT_DATE,
    STATUS,
)
from scrutable.portfolio.intake.statuses import read_status
from scrutable.portfolio.intake.tables import SEARCHED, Row, rows_of

EVERY = 500  # rows between two words of how far the reading is
Progress = Callable[[int, int, str], None]


def unwatched(done: int, total: int, message: str) -> None:
    """Show nothing."""


def read_update(content: bytes, name: str, known: Known, progress: Progress = unwatched) -> Reading:
    """Read the workbook; nothing that it holds raises."""
    opened = open_workbook(content, name)
    if not isinstance(opened, Workbook):
        return Reading(errors=tuple(opened))
    into = Gathered(known=known, notices=list(opened.notices))
    pages = {title: page for title in ORDER if (page := opened.sheet(title)) is not None}
    without = [title for title in ALWAYS if title not in pages]
    missing = without if PROJECTS not in pages else []
    into.errors += [
        RowError("", f"There is no sheet named “{title}”", "use the workbook that was issued")
        for title in missing
    ]
    if missing:
        return into.reading()
    if len(without) < len(ALWAYS) and (absent := [one for one in COLUMNS if one not in pages]):
        names = list_words([f"“{one}”" for one in absent])
        into.notices.append(Notice("", f"Nothing is read of {names}: the sheet is not there"))
    ours = {sheet_key(title) for title in COLUMNS}
    into.notices += [
        Notice(sheet.name, "This sheet is not read")
        for sheet in opened.visible
        if sheet_key(sheet.name) not in ours
    ]
    into.on = _report_date(into, pages.get(DATES) or next(iter(pages.values())))
    _read_all(into, pages, progress)
    return into.reading()


def _report_date(into: Gathered, sheet: Sheet) -> date | None:
    for at in range(SEARCHED):
        if words_of(sheet.value(at, 0)).casefold() == REPORT_DATE.casefold():
            found = day_in(sheet.value(at, 1))
            if found is None:
                place, said = sheet.place(at, 1), "The report date is not a date"
                into.errors.append(RowError(place, said, "enter it, such as 30/09/2026"))
            return found
    fault = f"The sheet does not say its {REPORT_DATE.lower()}"
    remedy = f"write “{REPORT_DATE}” and the day"
    into.errors.append(RowError(f"{sheet.name}!A3", fault, remedy))
    return None


def _read_all(into: Gathered, pages: dict[str, Sheet], progress: Progress) -> None:
    found = {title: rows_of(page) for title, page in pages.items()}
    total, done = sum(len(rows) for rows, _ in found.values()), 0
    for title, (rows, faults) in found.items():
        into.errors += faults
        for row in rows:
            if into.is_sound(row):
                ORDER[title](into, row)
            done += 1
            if done % EVERY == 0:
                progress(done, total, f"Reading {title}")
    check_places(into)


def _read_dates(into: Gathered, row: Row) -> None:
    number = into.numbered(row)
    if number and into.is_first(row, number, row.words("Milestone")):
        read_dates(into, row, number)


def _read_status(into: Gathered, row: Row) -> None:
    number = into.numbered(row)
    if number and into.is_first(row, number):
        read_status(into, row, number)
        read_stage(into, row, number)


# projects before what is said of them
ORDER: dict[str, Callable[[Gathered, Row], None]] = {
    PROJECTS: read_project,
    DATES: _read_dates,
    STATUS: _read_status,
    DEPENDENCIES: read_dependency,
    FUNDING: read_funding,
    BENEFITS: read_measurement,
}

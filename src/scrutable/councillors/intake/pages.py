"""Pages printed by body and month, from a printer's csv or a workbook; pure."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from scrutable.councillors.facts import PagesCounted
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Sheet, Value, open_workbook
from scrutable.evidence.intake.cells import words_of
from scrutable.kernel.periods import Month

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "body": ("body", "committee", "cost centre", "department", "account"),
    "month": ("month", "period", "date"),
    "pages": ("pages", "pages printed", "sheets", "impressions", "total"),
    "source": ("source", "printer", "device"),
}
NEEDED = ("body", "month", "pages")
TEMPLATE = "Body,Month,Pages,Source\r\n"
BODY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
WHOLE = re.compile(r"\d{1,3}(,\d{3})+|\d{1,9}")
WRITTEN = ("%Y-%m", "%m/%Y", "%b %Y", "%B %Y", "%b-%y", "%d/%m/%Y", "%Y-%m-%d")
MOST = 2**31 - 1
LONGEST = {"body": 60, "source": 200}


def read_pages(content: bytes, name: str, today: date) -> tuple[list[PagesCounted], list[RowError]]:
    """Return every count in the file, or everything that is wrong with it."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return [], book
    sheet = max(book.visible or book.sheets, key=lambda one: len(one.rows), default=None)
    if sheet is None or not sheet.rows:
        return [], [RowError("", "The file holds no rows", "export it again")]
    columns = _columns(sheet)
    lacking = [one for one in NEEDED if one not in columns]
    if lacking:
        fault = f"There is no column “{lacking[0].capitalize()}”"
        return [], [RowError(sheet.place(0, 0), fault, "use the headings of the template")]
    return _rows(sheet, columns, today)


def _columns(sheet: Sheet) -> dict[str, int]:
    said = [" ".join(str(value).split()).casefold() for value in sheet.rows[0]]
    places: dict[str, int] = {}
    for column, known in HEADINGS.items():
        place = next((said.index(one) for one in known if one in said), None)
        if place is not None:
            places[column] = place
    return places


def _rows(
    sheet: Sheet, columns: Mapping[str, int], today: date
) -> tuple[list[PagesCounted], list[RowError]]:
    found: dict[tuple[str, str], PagesCounted] = {}
    errors: list[RowError] = []
    for at in range(1, len(sheet.rows)):
        values = {one: sheet.value(at, place) for one, place in columns.items()}
        if not any(words_of(value) for value in values.values()):
            continue
        wrong = list(_wrong(values, today))
        key = (words_of(values["body"]), str(_month(values["month"])))
        if not wrong and key in found:
            wrong = [("body", "This body and month stand above already", "keep one of them")]
        errors += [RowError(sheet.place(at, columns[one]), *said) for one, *said in wrong]
        if not wrong:
            found[key] = PagesCounted(
                body=key[0],
                month=key[1],
                pages=_pages(values["pages"]) or 0,
                source=words_of(values.get("source", "")),
            )
    if not found and not errors:
        errors.append(RowError("", "No row stands below the headings", "export it again"))
    return ([] if errors else list(found.values())), errors


def _wrong(values: Mapping[str, Value], today: date) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []
    body, month, pages = (words_of(values[one])[:40] for one in NEEDED)
    if not BODY.fullmatch(words_of(values["body"])):
        found.append(("body", f"“{body}” is no code of a body", "enter its code, such as OSMB"))
    said = _month(values["month"])
    if said is None:
        found.append(("month", f"“{month}” is no month", "enter it such as 2026-09"))
    elif said.last_day > today:
        found.append(("month", f"{said} is not over", "leave it for a later file"))
    if _pages(values["pages"]) is None:
        found.append(("pages", f"“{pages}” is no count of pages", "enter it such as 8,120"))
    found += [
        (one, f"It is longer than {most} letters", "shorten it")
        for one, most in LONGEST.items()
        if len(words_of(values.get(one, ""))) > most
    ]
    return found


def _month(value: Value) -> Month | None:
    if isinstance(value, date):
        return Month.of(value)
    for form in WRITTEN:
        try:
            day = datetime.strptime(words_of(value), form).date()  # noqa: DTZ007  (a month has no zone)
        except ValueError:
            continue
        return Month.of(day)
    return None


def _pages(value: Value) -> int | None:
    text = words_of(value)
    found = int(text.replace(",", "")) if WHOLE.fullmatch(text) else None
    return found if found is not None and found <= MOST else None

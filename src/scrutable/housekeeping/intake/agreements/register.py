"""A register of agreements, held against what is recorded; pure.

A row without a number in the column “Renewal” is an agreement with its first term, one with a
number is that renewal. What a register has no column for stays as it is recorded; a cell that is
blank says that there is nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scrutable.evidence.intake import open_workbook
from scrutable.housekeeping.facts.agreements import Agreement, Beside, Renewal
from scrutable.housekeeping.intake.agreements.cells import day_in
from scrutable.housekeeping.intake.agreements.rows import Row, rows_of
from scrutable.housekeeping.intake.agreements.saying import (
    months_said,
    said_of_approval,
    said_of_terms,
    supplier_said,
)
from scrutable.housekeeping.rules.agreements import ends_on
from scrutable.records.facts import Register, RegisterLine

CELLS = {"agreement": "code", "number": "renewal", "notice_count": "notice"}  # where fields stand


def read_register(content: bytes, name: str, beside: Beside) -> Register:
    """Read a register, csv or workbook, against what is recorded."""
    book = open_workbook(content, name)
    if isinstance(book, list):
        return Register(errors=tuple(book))
    rows, errors = rows_of(max(book.visible or book.sheets, key=lambda one: len(one.rows)))
    reading = _Reading(beside=beside)
    for row in rows:
        reading.lines += reading.taken(row)
        errors += row.errors
    return Register(lines=tuple(reading.lines), errors=tuple(errors))


@dataclass(slots=True, kw_only=True)
class _Reading:
    """What was read so far."""

    beside: Beside
    lines: list[RegisterLine] = field(default_factory=list)
    agreements: dict[str, Agreement] = field(default_factory=dict)
    renewals: dict[tuple[str, int], Renewal] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)

    def taken(self, row: Row) -> Iterator[RegisterLine]:
        """Yield what a row says, unless anything is wrong with it."""
        code, text = row.words("code"), row.words("renewal")
        if not code:
            row.fail("code", "The reference is missing", "enter it")
        if text and not (text.isascii() and text.isdigit() and len(text) < 5):
            row.fail("renewal", f"“{text[:40]}” is no number of a renewal", "count from 1")
        if row.errors:
            return
        number = int(text or 0)
        if (code, number) in self.renewals or (not number and code in self.agreements):
            what = f"Renewal {number} of {code}" if number else code
            remedy = "keep one of the rows; number its renewals in a column “Renewal”"
            row.fail("code", f"{what} stands twice", remedy)
            return
        if number and code in self.faulty:
            return  # what is wrong with its first term is said there
        before = self._stands(code, number) if number else self.beside.agreements.get(code)
        made = self._renewal(row, code, number) if number else self._agreement(row, code)
        if made is not None and not row.errors:
            cells = {name: row.place(name) for name in row.columns}
            cells |= {name: row.place(column) for name, column in CELLS.items()}
            place = row.place("code")
            told = replace(made, place=place)
            yield RegisterLine(record=told, before=before, place=place, cells=cells)
        elif not number:
            self.faulty.add(code)

    def _stands(self, code: str, number: int) -> Renewal | None:
        own = self.beside.renewals.get(code, ())
        return next((one for one in own if one.number == number), None)

    def _agreement(self, row: Row, code: str) -> Agreement | None:
        before = self.beside.agreements.get(code)
        given: dict[str, Any] = {**row.told("title", "owner"), **said_of_terms(row)}
        given |= said_of_approval(row, "starts_on", "notice_given_on", "closed_on")
        if "supplier" in row.columns:
            given["supplier"] = supplier_said(row, self.beside.suppliers)
        if contract := row.words("contract"):
            given["contract"] = f"contract/{contract.removeprefix('contract/')}"
        starts_on = given.get("starts_on") or (before.starts_on if before else None)
        if starts_on is None and not row.errors:
            row.fail("starts_on", "The day on which it begins is missing", "enter it")
        if starts_on is None:
            return None
        stands = before.months if before else None
        months = (
            stands if self._ends_renewed(row, before) else months_said(row, starts_on, 0, stands)
        )
        if months is None:
            return None
        given |= {"code": code, "starts_on": starts_on, "months": months}
        made = replace(before, **given) if before else Agreement(**{**NAMELESS, **given})
        self.agreements[code] = made
        return made

    def _ends_renewed(self, row: Row, before: Agreement | None) -> bool:
        """Test whether the row gives the end that recorded renewals have led to."""
        own = self.beside.renewals.get(before.code, ()) if before else ()
        if before is None or not own or row.words("months"):
            return False
        return day_in(row.value("ends_on")) == ends_on(before, own)

    def _renewal(self, row: Row, code: str, number: int) -> Renewal | None:
        agreement = self.agreements.get(code) or self.beside.agreements.get(code)
        if agreement is None:
            remedy = "put the row of its first term above this one"
            row.fail("code", f"There is no agreement {code}", remedy)
            return None
        before, given = self._stands(code, number), said_of_approval(row, "agreed_on")
        given["agreed_on"] = given.get("agreed_on") or (before.agreed_on if before else None)
        if given["agreed_on"] is None and not row.errors:
            row.fail("agreed_on", "The day on which it was agreed is missing", "enter it")
        earlier = agreement.months + self._months_before(code, number)
        months = months_said(row, agreement.starts_on, earlier, before.months if before else None)
        if row.errors or months is None:
            return None
        given |= {"agreement": code, "number": number, "months": months}
        made = replace(before, **given) if before else Renewal(**given)
        self.renewals[code, number] = made
        return made

    def _months_before(self, code: str, number: int) -> int:
        each = (self.renewals.get((code, at)) or self._stands(code, at) for at in range(1, number))
        return sum(one.months for one in each if one)


NAMELESS: Mapping[str, Any] = {"title": "", "supplier": ""}

"""Reading a return: good rows, every fault at once in file order, and notices; no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scrutable.contracts.facts import KpiDefinition, ReturnRow
from scrutable.contracts.intake.headings import Column
from scrutable.contracts.intake.lines import GIVE_ONE, read_line
from scrutable.contracts.intake.numbers import cell_fault, shown
from scrutable.contracts.intake.stated import Stated, stated_fault, stated_in
from scrutable.contracts.intake.tables import Table, find_tables
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import Sheet, Value, Workbook, open_workbook
from scrutable.kernel.periods import Month
from scrutable.kernel.references import canonical_code
from scrutable.registers.facts import Contract

LONGEST_CODE = 40
LONGEST_NAME = 150  # of a sheet: it stands in the place of every figure taken from it
MOST_ERRORS = 1_000  # after which a file is not worth reading on
MOST_NOTICES = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a return holds: its good rows, every fault in file order, and notices.

    Load nothing while there are errors.
    """

    rows: tuple[ReturnRow, ...] = ()
    errors: tuple[RowError, ...] = ()
    notices: tuple[Notice, ...] = ()


def read_return(
    content: bytes, name: str, *, contract: Contract, month: Month, kpis: Sequence[KpiDefinition]
) -> Reading:
    """Read the return of a contract for a month.

    Tables are found by their headings on every visible sheet. A KPI that is due and has no row
    is a fault at the end; one that is not due needs no row.
    """
    workbook = open_workbook(content, name)
    if not isinstance(workbook, Workbook):
        return Reading(errors=tuple(workbook))
    return read_opened(workbook, contract=contract, month=month, kpis=kpis)


def read_opened(
    workbook: Workbook, *, contract: Contract, month: Month, kpis: Sequence[KpiDefinition]
) -> Reading:
    """Read the return from a workbook that is open already."""
    gathering = _Gathering(contract, month, {code_key(kpi.code): kpi for kpi in kpis})
    gathering.notices.extend(workbook.notices)
    for sheet in workbook.sheets:
        if sheet.is_visible:
            gathering.read_sheet(sheet)
        else:
            gathering.notices.append(Notice(sheet.name, "The sheet is hidden and was not read"))
    gathering.finish()
    return Reading(
        rows=tuple(gathering.rows),
        errors=tuple(gathering.errors[:MOST_ERRORS]),
        notices=tuple(gathering.notices[:MOST_NOTICES]),
    )


def is_owed(kpi: KpiDefinition, month: Month) -> bool:
    """Test whether a return must answer for the KPI; one worked out from others need not be."""
    return kpi.is_due_in(month) and not kpi.formula


def code_key(text: str) -> str:
    """Return a code in the form in which codes are compared, whatever its spelling.

    >>> code_key("csc kpi 4") == code_key("CSC_KPI04"), code_key(" Sd-1 ")
    (True, 'SD1')
    """
    canonical = canonical_code(text) if len(text) <= LONGEST_CODE else None
    return canonical or "".join(mark for mark in text[:LONGEST_CODE].upper() if mark.isalnum())


@dataclass
class _Gathering:
    """The reading of all sheets as it goes on."""

    contract: Contract
    month: Month
    kpis: Mapping[str, KpiDefinition]
    rows: list[ReturnRow] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)  # of the codes seen so far
    first_heading: str = ""  # the place of the first table's codes
    names_month: bool = False

    def read_sheet(self, sheet: Sheet) -> None:
        """Read what the sheet states of itself, then its tables from top to bottom."""
        if len(sheet.name) > LONGEST_NAME:
            fault = f"The name of the sheet {shown(sheet.name)} has {len(sheet.name)} letters"
            self.errors.append(RowError("", fault, f"shorten it to {LONGEST_NAME} or fewer"))
            return
        tables, faults = find_tables(sheet, self.month)
        if tables and not self.first_heading:
            self.first_heading = tables[0].place(tables[0].first_row - 1, Column.CODE)
        first_heading = min((table.first_row - 1 for table in tables), default=len(sheet.rows))
        for stated in stated_in(sheet, first_heading):
            self._check_stated(stated)
        self.errors.extend(faults)
        for table in tables:
            for row in range(table.first_row, table.last_row):
                self._read_row(table, row)
                if len(self.errors) > MOST_ERRORS:
                    return

    def finish(self) -> None:
        """Say what is missing: tables, the month, or rows of KPIs that are due."""
        if not self.first_heading:
            self.errors.append(
                RowError(
                    "",
                    "No table with the headings “Code” and “Result” was found",
                    "use the template, or name the columns so",
                )
            )
            return
        if not self.names_month:
            self.notices.append(
                Notice("", f"The file does not say its month; it was read for {self.month.words}")
            )
        for key, kpi in self.kpis.items():
            if key not in self.places and is_owed(kpi, self.month):
                fault = f"{kpi.code} is due and has no row"
                self.errors.append(RowError(self.first_heading, fault, GIVE_ONE))

    def _check_stated(self, stated: Stated) -> None:
        self.names_month = self.names_month or stated.label is Column.MONTH
        if error := stated_fault(stated, self.contract, self.month):
            self.errors.append(error)

    def _read_row(self, table: Table, row: int) -> None:
        code = table.value(row, Column.CODE)
        place = table.place(row, Column.CODE)
        if fault := cell_fault(code):
            self.errors.append(RowError(place, fault.fault, "enter the KPI’s code"))
            return
        key = code_key(_code_text(code))
        kpi = self.kpis.get(key)
        if kpi is None:
            self._pass_over(table, row, place, code)
            return
        for column in (Column.CONTRACT, Column.MONTH):
            value = table.value(row, column)
            if not _is_blank(value):
                self._check_stated(Stated(column, value, table.place(row, column)))
        if key in self.places:
            self._fail_twin(kpi.code, self.places[key], place)
            return
        self.places[key] = place
        found, errors = read_line(table, row, kpi, self.month)
        self.errors.extend(errors)
        if found is not None:
            self.rows.append(found)

    def _fail_twin(self, code: str, first: str, place: str) -> None:
        self.errors.append(RowError(place, f"{code} is at {first} already", "keep one of the rows"))

    def _pass_over(self, table: Table, row: int, place: str, code: Value) -> None:
        """Tell an unknown code and a result without a code from headings, totals and blanks."""
        text = _code_text(code)
        answers = [table.value(row, c) for c in (Column.RESULT, Column.REASON)]
        has_answer = not all(_is_blank(value) for value in answers)
        if len(text) <= LONGEST_CODE and canonical_code(text):
            self.errors.append(
                RowError(
                    place,
                    f"There is no KPI {canonical_code(text)} in {self.contract.code}",
                    "correct the code or take out the row",
                )
            )
        elif has_answer and not text:
            self.errors.append(
                RowError(place, "The row has a result but no code", "enter the KPI’s code")
            )
        elif has_answer and len(self.notices) < MOST_NOTICES:
            self.notices.append(Notice(place, f"{shown(text)} is not a KPI; its row was not read"))


def _code_text(value: Value) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.strip() if isinstance(value, str) else str(value)


def _is_blank(value: Value) -> bool:
    return isinstance(value, str) and not value.strip()

"""A return read from a supplier's own workbook, by a map whose lines name KPIs; no database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scrutable.contracts.facts import KpiDefinition, ReturnRow
from scrutable.contracts.intake.cellmap import MappedCell
from scrutable.contracts.intake.cells import missing_sheet
from scrutable.contracts.intake.headings import Column
from scrutable.contracts.intake.lines import GIVE_ONE, read_line
from scrutable.contracts.intake.returns import Reading, code_key, is_owed
from scrutable.contracts.intake.stated import Stated, stated_fault
from scrutable.contracts.intake.tables import Table
from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import Corner, Sheet, Value, Workbook
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Contract

ABOUT_FILE = (Column.MONTH, Column.CONTRACT)
CORRECT_MAP = "correct the map"
Cells = Mapping[Column, tuple[Sheet, MappedCell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row(Sheet):
    """The cells of one KPI as a sheet of one row; each keeps the place it came from."""

    origins: Mapping[Corner, tuple[Sheet, MappedCell]] = field(default_factory=dict)

    def place(self, row: int, column: int) -> str:
        """Return where the cell really stands; of the first cell where there is none."""
        sheet, cell = self.origins.get((row, column)) or next(iter(self.origins.values()))
        return sheet.place(cell.row, cell.column)

    def is_percent(self, row: int, column: int) -> bool:
        """Test whether the cell really shows a percentage."""
        sheet, cell = self.origins[row, column]
        return sheet.is_percent(cell.row, cell.column)


def read_mapped(
    workbook: Workbook,
    cells: Sequence[MappedCell],
    *,
    contract: Contract,
    month: Month,
    kpis: Sequence[KpiDefinition],
) -> Reading:
    """Read the cells that the map gives to KPIs, and the month and contract if it gives them.

    Lines of the map without a code are not part of the return. Every fault comes at once.
    """
    errors: list[RowError] = []
    by_code: dict[str, dict[Column, tuple[Sheet, MappedCell]]] = {}
    for cell in cells:
        sheet = workbook.sheet(cell.sheet)
        if not cell.code and cell.holds not in ABOUT_FILE:
            continue
        if sheet is None:
            errors.append(missing_sheet(cell.sheet))
        elif cell.holds in ABOUT_FILE:
            value = sheet.value(cell.row, cell.column)
            stated = Stated(cell.holds, value, sheet.place(cell.row, cell.column))
            if fault := stated_fault(stated, contract, month):
                errors.append(fault)
        else:
            by_code.setdefault(code_key(cell.code), {})[cell.holds] = (sheet, cell)
    rows, faults = _rows(by_code, kpis, month)
    return Reading(
        rows=tuple(rows),
        errors=tuple(dict.fromkeys([*errors, *faults])),
        notices=workbook.notices,
    )


def _rows(
    by_code: Mapping[str, Cells], kpis: Sequence[KpiDefinition], month: Month
) -> tuple[list[ReturnRow], list[RowError]]:
    rows: list[ReturnRow] = []
    errors: list[RowError] = []
    known = {code_key(kpi.code): kpi for kpi in kpis}
    for key, cells in by_code.items():
        if key not in known:
            errors.append(RowError("", f"The map names {key}, which is no KPI", CORRECT_MAP))
            continue
        row, faults = read_line(_table(known[key], cells), 0, known[key], month)
        errors.extend(faults)
        rows.extend([row] if row else [])
    for key, kpi in known.items():
        if key not in by_code and is_owed(kpi, month):
            fault = f"{kpi.code} is due and the map has no cell for it"
            errors.append(RowError("", fault, f"{CORRECT_MAP}, or {GIVE_ONE}"))
    return rows, errors


def _table(kpi: KpiDefinition, cells: Cells) -> Table:
    """Lay the KPI's cells out as a table of one row, its code in the first column."""
    columns = {Column.CODE: 0} | {holds: at for at, holds in enumerate(cells, 1)}
    values: list[Value] = [kpi.code]
    values += [sheet.value(cell.row, cell.column) for sheet, cell in cells.values()]
    origins = {(0, columns[holds]): origin for holds, origin in cells.items()}
    sheet = _Row(name="", rows=[values], origins=origins)
    return Table(sheet=sheet, columns=columns, first_row=0, last_row=1)

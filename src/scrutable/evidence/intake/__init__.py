"""Opening what people send: xlsx, ods and csv in; sheets of typed cells or row errors out.

The database is never touched here, and nothing that a file holds makes these functions raise.
"""

from scrutable.evidence.intake.limits import LIMITS, Limits
from scrutable.evidence.intake.opening import open_workbook, read_path, size_fault
from scrutable.evidence.intake.workbooks import (
    NOT_CALCULATED,
    CellError,
    Corner,
    NotCalculated,
    Sheet,
    Value,
    Workbook,
    sheet_key,
)

__all__ = [
    "LIMITS",
    "NOT_CALCULATED",
    "CellError",
    "Corner",
    "Limits",
    "NotCalculated",
    "Sheet",
    "Value",
    "Workbook",
    "open_workbook",
    "read_path",
    "sheet_key",
    "size_fault",
]

"""Reading csv text; every cell stays text, since a csv file knows nothing else."""

import csv
import io

from scrutable.evidence.facts import line_place
from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.limits import Limits
from scrutable.evidence.intake.refusals import Refused
from scrutable.evidence.intake.workbooks import Sheet, Workbook

SAVE_AS_UTF8 = "save it as “CSV UTF-8 (comma delimited)” and send that"
SEPARATORS = ",;\t"


def read_csv(content: bytes, name: str, limits: Limits) -> Workbook:
    """Read the text; raises Refused where it is not UTF-8 or not a table."""
    text = _decoded(content)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    rows: list[list[str]] = []
    lines: list[int] = []
    cells = 0
    begins = 1
    try:
        for record in reader:
            rows.append(record)
            lines.append(begins)
            begins = reader.line_num + 1
            cells += len(record)
            if cells > limits.most_cells or len(rows) > limits.most_rows:
                raise refusals.too_many_cells("")
    except csv.Error as fault:
        raise Refused(
            "The line holds a cell that is too long or a line end that does not belong",
            "open the file in Excel or LibreOffice, save it as csv again and send that",
            line_place(max(reader.line_num, 1)),
        ) from fault
    return Workbook(name=name, sheets=(Sheet(name="", rows=rows, lines=tuple(lines)),))


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused("The file is in UTF-16", SAVE_AS_UTF8)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = content[: fault.start].count(b"\n") + 1
        raise Refused(
            "The line holds characters that are not UTF-8", SAVE_AS_UTF8, line_place(line)
        ) from fault
    if "\x00" in text:
        raise refusals.not_a_workbook()
    return text


def _separator(text: str) -> str:
    """Return the separator that the first line with any uses most; the comma wins a tie."""
    for line in text.splitlines()[:50]:
        counts = {mark: line.count(mark) for mark in SEPARATORS}
        if any(counts.values()):
            return max(SEPARATORS, key=lambda mark: counts[mark])
    return ","

"""The workbook that the council fills: a sheet for each register of money, with its headings."""

import io

import xlsxwriter

from scrutable.money.intake.registers import SHEETS

HOW = (
    ("Fill the sheets that you need and leave the others empty.",),
    ("A heading in bold must be filled; sums are in pounds, years such as 2026/27.",),
    ("A decision is named by its reference, such as decision/I026388.",),
    ("All of the workbook is taken or nothing. What is known already changes nothing.",),
)


def write_template() -> bytes:
    """Return the workbook, empty."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        thin = book.add_format({"text_wrap": True, "valign": "top"})
        notes = book.add_worksheet("How to fill it")
        notes.set_column(0, 0, 90)
        for at, (line,) in enumerate(HOW):
            notes.write_string(at, 0, line)
        for of in SHEETS:
            sheet = book.add_worksheet(of.name)
            sheet.freeze_panes(1, 1)
            for at, (name, heading) in enumerate(of.columns.items()):
                sheet.write_string(0, at, heading, bold if name in of.needed else thin)
                sheet.set_column(at, at, max(len(heading) + 2, 12))
    return out.getvalue()

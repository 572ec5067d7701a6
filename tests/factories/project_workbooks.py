"""Workbooks in which projects report, as somebody would fill them in."""

import io
from datetime import date

import xlsxwriter

from scrutable.portfolio.intake.sheets import COLUMNS


def update_book(on, **sheets):
    """Return a filled update: each sheet's rows as dictionaries by heading, as of a day.

    A value that is a pair is a formula with its kept value; a text that begins with = stays text.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    looks = book.add_format({"num_format": "d mmmm yyyy"}), book.add_format()
    for name, rows in {"Dates": [], "Status": [], **sheets}.items():
        heads = [title for title, _ in COLUMNS[name]]
        unknown = {key for row in rows for key in row} - set(heads)
        assert not unknown, unknown
        page = book.add_worksheet(name)
        head = [["Update"], [], ["Report date", on], [], heads]
        for at, row in enumerate([*head, *([one.get(key) for key in heads] for one in rows)]):
            for column, value in enumerate(row):
                _write(page, at, column, value, looks)
    book.close()
    return out.getvalue()


def _write(page, at, column, value, looks):
    if isinstance(value, date):
        page.write_datetime(at, column, value, looks[0])
    elif isinstance(value, tuple):
        page.write_formula(at, column, value[0], looks[1], value[1])
    elif isinstance(value, str):
        page.write_string(at, column, value)
    elif value is not None:
        page.write(at, column, value)


def csv_text(rows):
    """Return rows as the text of a csv file."""
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)

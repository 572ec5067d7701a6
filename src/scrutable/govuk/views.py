"""Answer with a page, or with one of its tables as csv or as a workbook."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from http import HTTPStatus
from typing import Any

import xlsxwriter
from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from scrutable.govuk.facts import Table, plain_rows

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60  # letters of a workbook's column


@dataclass(frozen=True, slots=True)
class Shown:
    """A table, the page of it that is shown, the address that orders it, and its files.

    `place` says which rows of how many are shown, "" where that is all of them.
    """

    table: Table
    part: Table
    address: str
    files: tuple[Mapping[str, str], ...]
    place: str = ""
    earlier: str = ""
    later: str = ""


def show(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any],
    *tables: Table,
    status: int = 200,
) -> HttpResponse:
    """Return the page, its tables in the order asked for, or the one file asked for.

    `?table=` names the table that `order` and `format` speak of; without it, the first.
    """
    shown = ordered(request, *tables)
    download = DOWNLOADS.get(request.GET.get("format", ""))
    chosen = _chosen(request, tables)
    if download and chosen in shown:
        return download(shown[chosen].table)
    return render(request, template, {**context, "tables": shown}, status=status)


def asks_for_file(request: HttpRequest, *tables: Table) -> bool:
    """Test whether the address asks for one of the tables as a file, and not for the page."""
    names = {table.name for table in tables}
    return request.GET.get("format", "") in DOWNLOADS and _chosen(request, tables) in names


def ordered(request: HttpRequest, *tables: Table) -> dict[str, Shown]:
    """Return the tables by name, that one which the address speaks of in the order it asks for."""
    chosen, order = _chosen(request, tables), request.GET.get("order", "")
    row = _number(request.GET.get("row", ""))
    return {
        table.name: _shown(request, table.sorted_by(order), row)
        if table.name == chosen
        else _shown(request, table, 1)
        for table in tables
    }


def _chosen(request: HttpRequest, tables: Sequence[Table]) -> str:
    return request.GET.get("table") or (tables[0].name if tables else "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 1


def _shown(request: HttpRequest, table: Table, row: int) -> Shown:
    asked = request.GET.copy()
    for name in ("order", "format", "table", "row"):
        asked.pop(name, None)
    asked["table"] = table.name
    address = f"?{asked.urlencode()}"
    if table.order:
        asked["order"] = table.order
    there = f"?{asked.urlencode()}"
    files = (
        {"text": "CSV", "href": f"{there}&format=csv"},
        {"text": "Excel workbook", "href": f"{there}&format=xlsx"},
    )
    rows = table.page_of(row - 1)
    if len(rows) == len(table.rows):
        return Shown(table, table, address, files if table.rows else ())
    last = len(table.rows)
    return Shown(
        table=table,
        part=replace(table, rows=table.rows[rows.start : rows.stop]),
        address=address,
        files=files,
        place=f"Rows {rows.start + 1:,} to {rows.stop:,} of {last:,}",
        earlier=f"{there}&row={rows.start + 1 - table.most}#{table.name}" if rows.start else "",
        later=f"{there}&row={rows.stop + 1}#{table.name}" if rows.stop < last else "",
    )


def as_csv(table: Table) -> HttpResponse:
    """Return the table as csv; a text that a spreadsheet would take for a formula is quoted."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows(_harmless(row) for row in plain_rows(table))
    return _file(out.getvalue().encode("utf-8-sig"), "text/csv; charset=utf-8", f"{table.name}.csv")


def _harmless(row: Iterable[str | Decimal]) -> list[str]:
    return [
        f"{value:f}"
        if isinstance(value, Decimal)
        else f"'{value}"
        if value.startswith(FORMULA_SIGNS)
        else value
        for value in row
    ]


def as_workbook(table: Table) -> HttpResponse:
    """Return the table as a workbook: numbers as numbers, the header kept in sight."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(table.name[:31])
        rows = plain_rows(table)
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                _write(sheet, (at, column), value, bold if at == 0 else wrapped)
        for column in range(len(table.columns)):
            widest = max(len(str(row[column])) for row in rows)
            sheet.set_column(column, column, min(widest + 2, WIDEST))
        sheet.freeze_panes(1, 1)
    return _file(out.getvalue(), WORKBOOK, f"{table.name}.xlsx")


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    at: tuple[int, int],
    value: str | Decimal,
    form: xlsxwriter.format.Format,
) -> None:
    if isinstance(value, Decimal):
        sheet.write_number(*at, float(value), form)
    else:
        sheet.write_string(*at, value, form)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


DOWNLOADS: Mapping[str, Callable[[Table], HttpResponse]] = {"csv": as_csv, "xlsx": as_workbook}


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage:
    """What stands around a form: title, one sentence, the button, and the way back."""

    title: str
    button: str
    back: str
    summary: str = ""
    caption: str = ""
    back_words: str = "Cancel"
    upload: bool = False
    crumbs: tuple[tuple[str, str], ...] = ()


def show_form(
    request: HttpRequest,
    form: forms.Form,
    page: FormPage,
    extra: Mapping[str, Any] | None = None,
    template: str = "govuk/form_page.jinja",
) -> HttpResponse:
    """Return the form's page; 422 where what was sent cannot be taken."""
    context = {"form": form, "page": page, "groups": getattr(form, "groups", ()), **(extra or {})}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, template, context, status=status)


def carried_out(form: forms.Form, act: Callable[[], object], *refusals: type[Exception]) -> bool:
    """Do what the form asks; a refusal is said on the form instead."""
    if not form.is_valid():
        return False
    try:
        act()
    except refusals as refusal:
        form.add_error(None, str(refusal))
        return False
    return True

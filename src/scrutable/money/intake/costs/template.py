"""Writing the workbook in which cost lines are sent; the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import datetime

import xlsxwriter

from scrutable.money.intake.costs.lines import SHEET, TITLES

PLACES = "Pools and areas"
WIDTHS = (16, 28, 16, 60)
SPARE = 200_000


def write_template(places: Sequence[tuple[str, str, str]], *, year: int) -> bytes:
    """Return the workbook; `places` are kind, code and title of each pool and area."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime(year, 4, 1)})  # noqa: DTZ001  (a day's)
        bold = book.add_format({"bold": True})
        money = book.add_format({"num_format": "#,##0.00"})
        sheet = book.add_worksheet(SHEET)
        sheet.write_row(0, 0, TITLES, bold)
        for at, width in enumerate(WIDTHS):
            sheet.set_column(at, at, width, money if at == 2 else None)
        sheet.freeze_panes(1, 0)
        known = book.add_worksheet(PLACES)
        known.write_row(0, 0, ("Kind", "Code", "Name"), bold)
        for row, one in enumerate(places, 1):
            known.write_row(row, 0, one)
        known.set_column(1, 2, 28)
        if places:
            listed = f"='{PLACES}'!$B$2:$B${len(places) + 1}"
            sheet.data_validation(1, 1, SPARE, 1, {"validate": "list", "source": listed})
    return out.getvalue()


def places_of(pools: Mapping[str, str], areas: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return pools and areas as the template lists them."""
    return [
        *(("Pool", code, title) for code, title in sorted(pools.items())),
        *(("Area", code, title) for code, title in sorted(areas.items())),
    ]

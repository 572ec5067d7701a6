"""Tables of pages: no blank cell, no ragged row, and an order that never flatters the missing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.govuk.facts import Cell, Column, Table, Tag, plain_rows

COLUMNS = (Column("kpi", "KPI"), Column("result", "Result", numeric=True))


def row(name, number=None):
    value = None if number is None else Decimal(number)
    return Cell(name), Cell("Not measured" if value is None else f"{value:f}", number=value)


def table(*rows, **said):
    plain = {"name": "kpis", "caption": "KPIs", "columns": COLUMNS, "empty": "No KPI yet."}
    return Table(**plain | {"rows": rows} | said)


@pytest.mark.parametrize("text", ["", "  "])
def test_a_cell_is_never_blank(text):
    with pytest.raises(ValueError, match="a cell says something"):
        Cell(text)
    assert Cell(text, tags=(Tag("Met"),)).words == "Met"


@pytest.mark.parametrize("said", [{"rows": ((Cell("A"),),)}, {"totals": (Cell("All"),)}])
def test_a_row_has_a_cell_for_every_column(said):
    with pytest.raises(ValueError, match="kpis: 1 cells for 2 columns"):
        table(**said)


@pytest.mark.parametrize(
    ("order", "names"), [("result", "ACBD"), ("-result", "BCAD"), ("kpi", "ABCD"), ("-kpi", "DCBA")]
)
def test_what_was_not_measured_is_neither_best_nor_worst(order, names):
    rows = (row("D"), row("B", "9.4"), row("C", "5.6"), row("A", "-1"))

    ordered = table(*rows).sorted_by(order)

    assert "".join(cells[0].text for cells in ordered.rows) == names
    assert ordered.order == order


def test_an_unknown_column_changes_nothing():
    rows = (row("B", "1"), row("A", "2"))

    assert table(*rows).sorted_by("weather") == table(*rows)


def test_days_in_words_are_ordered_as_days():
    days = [Cell("2 May 2026", order="2026-05-02"), Cell("10 April 2026", order="2026-04-10")]
    held = table(*((day,) for day in days), columns=(Column("day", "Day"),))

    assert [cells[0].text for cells in held.sorted_by("day").rows] == [
        "10 April 2026",
        "2 May 2026",
    ]


@given(st.lists(st.none() | st.integers(-5, 5).map(str), max_size=8), st.booleans())
def test_sorting_keeps_every_row_and_puts_the_missing_last(numbers, down):
    rows = [row(str(at), number) for at, number in enumerate(numbers)]

    ordered = table(*rows).sorted_by("-result" if down else "result").rows

    assert sorted(ordered, key=lambda cells: cells[0].text) == rows
    measured = [cells[1].number for cells in ordered if cells[1].number is not None]
    assert measured == sorted(measured, reverse=down)
    assert all(cells[1].number is None for cells in ordered[len(measured) :])


def test_rows_stand_in_groups_until_somebody_asks_for_an_order():
    grouped = table(row("A", "1"), grouped_by="kpi")

    assert (grouped.group_column, grouped.sorted_by("result").group_column) == (0, None)
    assert table(row("A", "1")).group_column is None


def test_a_spreadsheet_gets_numbers_only_where_the_cell_says_no_more():
    shown = table(
        (Cell("A"), Cell("1,234.50", number=Decimal("1234.5"))),
        (Cell("B"), Cell("5.6%", number=Decimal("5.6"))),
        (Cell("C"), Cell("3", number=Decimal(3), note="of 4")),
        totals=(Cell("All"), Cell("£8", number=Decimal(8))),
    )

    assert plain_rows(shown) == [
        ["KPI", "Result"],
        ["A", Decimal("1234.5")],
        ["B", "5.6%"],
        ["C", "3; of 4"],
        ["All", Decimal(8)],
    ]

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.govuk.facts import Cell, Column, Table, Tag, plain_rows

COLUMNS = (Column("kpi", "KPI"), Column("value", "Result", numeric=True))


def table(*values, **said):
    rows = tuple(
        (Cell(f"K{at}"), Cell("Not measured") if value is None else Cell(f"{value}%", number=value))
        for at, value in enumerate(values)
    )
    return Table(name="t", caption="T", columns=COLUMNS, rows=rows, empty="None", **said)


def order_of(found):
    return [row[0].text for row in found.rows]


def test_numbers_sort_as_numbers_and_what_was_not_measured_comes_last_both_ways():
    found = table(Decimal(9), None, Decimal(10), Decimal(-1))

    assert order_of(found.sorted_by("value")) == ["K3", "K0", "K2", "K1"]
    assert order_of(found.sorted_by("-value")) == ["K2", "K0", "K3", "K1"]


def test_words_sort_by_what_stands_behind_them():
    rows = ((Cell("October 2026", order="2026-10"),), (Cell("April 2027", order="2027-04"),))
    found = Table(name="t", caption="T", columns=COLUMNS[:1], rows=rows, empty="None")

    assert order_of(found.sorted_by("kpi")) == ["October 2026", "April 2027"]
    assert order_of(found.sorted_by("-kpi")) == ["April 2027", "October 2026"]


def test_an_unknown_column_leaves_the_order_as_it_is():
    found = table(Decimal(2), Decimal(1))

    assert found.sorted_by("nothing") == found
    assert found.sorted_by("").order == ""


@given(st.lists(st.none() | st.decimals(-1000, 1000, places=2), max_size=20), st.booleans())
def test_sorting_loses_no_row(values, down):
    found = table(*values)

    assert sorted(order_of(found.sorted_by("-value" if down else "value"))) == sorted(
        order_of(found)
    )


def test_groups_stand_only_while_nobody_has_asked_for_another_order():
    found = table(Decimal(1), grouped_by="kpi")

    assert found.group_column == 0
    assert found.sorted_by("value").group_column is None


@pytest.mark.parametrize("text", ["", "  "])
def test_a_cell_is_never_blank(text):
    with pytest.raises(ValueError, match="says something"):
        Cell(text)


def test_a_cell_of_tags_alone_says_their_words():
    assert Cell("", tags=(Tag("Met"), Tag("Mitigation agreed"))).words == "Met; Mitigation agreed"


def test_a_ragged_row_refuses_to_exist():
    with pytest.raises(ValueError, match="1 cells for 2 columns"):
        Table(name="t", caption="T", columns=COLUMNS, rows=((Cell("K"),),), empty="None")


@pytest.mark.parametrize(
    ("cell", "kept"),
    [
        (Cell("£1,200", number=Decimal(1200)), Decimal(1200)),
        (Cell("1,200", number=Decimal(1200)), Decimal(1200)),
        (Cell("£12.50", number=Decimal("12.5")), Decimal("12.5")),
        (Cell("92.5%", number=Decimal("92.5")), "92.5%"),
        (Cell("Not known"), "Not known"),
    ],
)
def test_a_spreadsheet_gets_a_number_only_where_the_words_say_no_more(cell, kept):
    found = Table(name="t", caption="T", columns=COLUMNS, rows=((Cell("K"), cell),), empty="None")

    assert plain_rows(found)[1][1] == kept


def test_totals_are_the_last_line_of_a_file():
    found = table(Decimal(1), totals=(Cell("All"), Cell("1", number=Decimal(1))))

    assert plain_rows(found)[0] == ["KPI", "Result"]
    assert plain_rows(found)[-1] == ["All", Decimal(1)]


@pytest.mark.parametrize(
    ("rows", "asked", "shown"),
    [
        (0, 0, range(0)),
        (100, 99, range(100)),
        (101, 0, range(100)),
        (101, 99, range(100)),
        (101, 100, range(100, 101)),
        (101, 5000, range(100, 101)),
        (101, -1, range(100)),
    ],
)
def test_a_long_table_stands_on_pages(rows, asked, shown):
    assert table(*range(rows)).page_of(asked) == shown

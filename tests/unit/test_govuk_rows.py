"""Rows made when they are asked for are the rows, in every order and on every page."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.govuk.facts import Cell, Column, Rows, Table

COLUMNS = (Column("name", "Name"), Column("size", "Size", numeric=True))
SAID = st.lists(st.tuples(st.sampled_from("abc"), st.none() | st.integers(0, 3)), max_size=9)


def name(one):
    return Cell(one[0])


def size(one):
    return Cell("Not said") if one[1] is None else Cell(str(one[1]), number=Decimal(one[1]))


def table(rows):
    return Table(name="t", caption="T", columns=COLUMNS, rows=rows, empty="Nothing")


@given(SAID, st.sampled_from(["", "name", "-name", "size", "-size", "other"]))
def test_they_stand_as_rows_made_at_once_would(said, order):
    late = table(Rows(said, (name, size))).sorted_by(order)
    at_once = table(tuple((name(one), size(one)) for one in said)).sorted_by(order)

    assert tuple(late.rows) == at_once.rows
    assert late.rows[2:5] == at_once.rows[2:5]
    assert (len(late.rows), late.order) == (len(at_once.rows), at_once.order)


def test_a_page_makes_only_its_own():
    made = []
    rows = Rows(range(1000), (lambda one: made.append(one) or Cell(str(one)), lambda _: Cell("-")))
    shown = table(rows)

    assert len(shown.rows[shown.page_of(250).start : shown.page_of(250).stop]) == 100
    assert made == list(range(200, 300))


def test_they_have_as_many_cells_as_columns():
    with pytest.raises(ValueError, match="t: 1 for 2 columns"):
        table(Rows([], (name,)))

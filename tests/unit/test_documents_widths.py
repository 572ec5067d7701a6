import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.documents.widths import Room, Type, narrowing, widths

TEN_POINT = Type(letter=5.0, margins=10.0)
COLUMNS = st.lists(
    st.builds(Room, st.integers(1, 40), st.integers(1, 200)), min_size=1, max_size=16
)


@given(COLUMNS, st.floats(100, 600))
def test_a_table_is_never_wider_than_its_room(columns, room):
    assert sum(widths(columns, room, TEN_POINT)) <= room + 1e-6


@given(COLUMNS)
def test_the_longest_words_fit_where_all_of_them_can(columns):
    room = 5000.0

    found = widths(columns, room, TEN_POINT)

    assert narrowing(columns, room, TEN_POINT) <= 1
    assert all(
        width >= 5 * min(column.word, 26) + 10 - 1e-6
        for width, column in zip(found, columns, strict=True)
    )


def test_a_small_table_is_not_stretched_and_a_long_text_has_what_is_left():
    assert widths([Room(5, 5), Room(5, 5)], 400, TEN_POINT) == pytest.approx([45.5, 45.5])
    assert widths([Room(4, 4), Room(8, 90)], 200, TEN_POINT) == pytest.approx(
        [30 + 5 * 120 / 135, 50 + 130 * 120 / 135]
    )


def test_words_that_do_not_fit_are_narrowed_alike():
    columns = [Room(20, 20), Room(20, 20)]

    assert widths(columns, 110, TEN_POINT) == [55, 55]
    assert narrowing(columns, 120, TEN_POINT) == 2

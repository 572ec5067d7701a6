"""A waterfall marks what ought not to be there, and says where its axis starts."""

from decimal import Decimal

import pytest
from defusedxml.ElementTree import fromstring

from scrutable.documents.charts.facts import Waterfall, WaterfallStep
from scrutable.documents.charts.svg import svg
from scrutable.documents.charts.waterfall import draw_waterfall

SVG = "{http://www.w3.org/2000/svg}"


def fall(*amounts, wrong=(), totals=(0, -1)):
    last = len(amounts) - 1
    steps = tuple(
        WaterfallStep(
            f"Step {at}",
            Decimal(amount),
            f"{amount:,}",
            total=at in totals or at - last - 1 in totals,
            wrong=at in wrong,
        )
        for at, amount in enumerate(amounts)
    )
    return Waterfall("How many?", "So many.", "", steps)


def texts(drawn):
    return [found.text for found in fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize(
    ("amounts", "note"),
    [
        ((5000, 1206, 6206), "The axis starts at 4,500, not at nought."),
        ((100, 900, 1000), ""),
        ((100, -100, 0), ""),
        ((100, -150, -50), ""),
        ((1000, 1, 1001), "The axis starts at "),
        ((1000, 1000), ""),
    ],
)
def test_the_axis_says_where_it_starts_where_that_is_not_nought(amounts, note):
    drawn = draw_waterfall(fall(*amounts))

    assert drawn.base_note.startswith(note)
    assert bool(drawn.base_note) == bool(note) == bool(drawn.breaks)


def test_every_bar_stays_inside_the_picture():
    for amounts in ((5000, -36, 24, 412, 806, 6206), (3, 4, 7), (0, 0), (10, -10, 0)):
        for bar in draw_waterfall(fall(*amounts)).bars:
            assert float(bar.x) >= 0
            assert float(bar.width) >= 1.5
            assert float(bar.x) + float(bar.width) <= 480


def test_a_marked_step_is_named_in_the_legend_and_no_other_picture_has_one():
    assert "Ought not to be there" in texts(svg(fall(10, 2, 12, wrong=(1,))))
    assert "Ought not to be there" not in texts(svg(fall(10, 2, 12)))


def test_bars_that_begin_at_nought_are_shown_broken_where_the_axis_does_not():
    drawn = draw_waterfall(fall(5000, 1206, 6206))

    assert drawn.breaks.count("M") == 2

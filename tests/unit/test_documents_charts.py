import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from factories.document_samples import HOSTILE, columns, network, sparkline, trend, waterfall
from scrutable.documents.charts.facts import (
    ColumnStack,
    ForecastPoint,
    Sparkline,
    StackSeries,
    TrendChart,
    TrendPoint,
)
from scrutable.documents.charts.geometry import LINE, WIDTH, apart, round_steps, wrapped
from scrutable.documents.charts.svg import svg
from scrutable.documents.pictures import png

SVG = "{http://www.w3.org/2000/svg}"
ALL = [trend(), columns(), waterfall(), network(), network("/trace/file/ab"), sparkline()]


def texts(drawn):
    return [found.text for found in fromstring(drawn).iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", ALL, ids=lambda chart: type(chart).__name__)
def test_every_chart_is_named_and_needs_no_style_of_its_own(chart):
    drawn = svg(chart)
    root = fromstring(drawn)

    assert root[0].tag == f"{SVG}title"
    assert root[0].text == chart.title
    assert " style=" not in drawn
    assert "<style" not in drawn
    assert " id=" not in drawn
    assert 'font-family="Source Sans Pro, Arial, Helvetica, sans-serif"' in drawn


@pytest.mark.parametrize("chart", ALL[:5], ids=lambda chart: type(chart).__name__)
def test_every_chart_but_a_sparkline_is_described(chart):
    assert fromstring(svg(chart))[1].text == chart.description


def test_a_trend_labels_its_levels_its_forecast_and_its_last_result():
    found = texts(svg(trend()))

    assert {"Target 5%", "Minimum 8%", "Forecast 5.5%", "6.2%", "Oct 2026"} <= set(found)


def test_a_trend_marks_misses_by_shape_and_says_so():
    found = texts(svg(trend()))

    assert {
        "Met target",
        "Below target",
        "Below minimum",
        "Not measured",
        "As first reported",
        "Mitigation agreed",
        "Range of forecast",
    } <= set(found)


def test_a_trend_breaks_its_line_at_a_gap():
    points = tuple(
        TrendPoint(f"M{i}", None if i == 2 else Decimal(i), reason="Late") for i in range(5)
    )
    drawn = svg(TrendChart("t", "d", points))
    line = re.search(r'<path d="([^"]*)" stroke="#1d70b8"', drawn)[1]

    assert line.count("M") == 2
    assert "Late" in texts(drawn)


@pytest.mark.parametrize(
    ("values", "says"),
    [((88, 95), "The axis starts at 88%, not at nought."), ((3, 95), ""), ((7, 7), ""), ((0,), "")],
)
def test_an_axis_that_does_not_start_at_nought_says_so(values, says):
    points = tuple(TrendPoint(f"M{i}", Decimal(v)) for i, v in enumerate(values))

    found = [t for t in texts(svg(TrendChart("t", "d", points, "%"))) if "axis" in t]

    assert found == ([says] if says else [])


def test_counts_have_whole_steps():
    points = tuple(TrendPoint(f"M{i}", Decimal(i)) for i in range(3))
    found = texts(svg(TrendChart("t", "d", points)))

    assert {"0", "1", "2"} <= set(found)
    assert "0.5" not in found


def test_a_trend_without_any_result_draws_no_scale():
    drawn = svg(TrendChart("t", "d", (TrendPoint("May", None, reason="Suspended"),)))

    assert texts(drawn) == ["May", "Suspended"]


def test_an_empty_count_and_a_total_stand_on_the_columns():
    found = texts(svg(columns()))

    assert found.count("46") == 3
    assert {"36", "41", "38", "Met", "Below target", "Below minimum"} <= set(found)


def test_two_layers_of_one_colour_are_two_shades():
    layers = (StackSeries("Not measured", "grey", (2,)), StackSeries("Discontinued", "grey", (1,)))
    drawn = svg(ColumnStack("t", "d", ("May",), layers))

    assert drawn.count('fill="#b1b4b6"') == 2
    assert drawn.count('fill="#e5e6e7"') == 2


def test_words_at_the_right_edge_and_of_a_long_legend_stay_inside():
    names = [f"A status with a long name, {i}" for i in range(4)]
    layers = tuple(StackSeries(name, "grey", (1,) * 30) for name in names)
    periods = tuple(f"September {2000 + i}" for i in range(30))
    root = fromstring(svg(ColumnStack("t", "d", periods, layers)))
    words = list(root.iter(f"{SVG}text"))

    last = next(w for w in words if w.text == "September 2029")
    assert (last.get("x"), last.get("text-anchor")) == ("480", "end")
    heights = {w.get("y") for w in words if w.text in names}
    assert len(heights) == 2


def test_a_network_with_links_is_no_single_picture():
    assert 'role="img"' in svg(network())
    linked = svg(network("/trace/file/ab"))
    assert 'role="group"' in linked
    assert '<a href="/trace/file/ab">' in linked


def test_a_sparkline_labels_its_last_point_and_marks_misses():
    drawn = svg(sparkline())

    assert texts(drawn) == ["6.2%"]
    assert drawn.count("h4v4h-4z") == 2


def test_a_sparkline_of_gaps_alone_says_why():
    assert texts(svg(Sparkline("t", (None, None), "Not measured"))) == ["Not measured"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_stay_words(text):
    point = TrendPoint(text[:50], Decimal(1))
    drawn = svg(TrendChart(text, text, (point,), "%"))

    assert "<script" not in drawn


@given(st.lists(st.floats(0, 300), min_size=1, max_size=6))
def test_labels_never_collide_and_keep_their_order(wanted):
    placed = apart(wanted, 0, 300)

    in_order = sorted(placed)
    assert all(b - a >= LINE - 1e-6 for a, b in pairwise(in_order))
    assert [placed.index(p) for p in in_order] == sorted(
        range(len(wanted)), key=lambda i: (wanted[i], i)
    )
    assert max(placed) <= 300 + 1e-6


@given(
    st.decimals(-1000, 1000, places=2),
    st.decimals(-1000, 1000, places=2),
    st.booleans(),
)
def test_an_axis_holds_its_values_in_two_to_seven_steps(one, other, whole):
    low, high = sorted((float(one), float(other)))

    start, end, step = round_steps(low, high, whole=whole)

    assert start <= low
    assert end >= high
    assert 1 <= round((end - start) / step) <= 7
    assert not whole or step == int(step)


@given(
    st.lists(st.none() | st.decimals(0, 200, places=1), min_size=1, max_size=40),
    st.none() | st.decimals(0, 200, places=1),
)
def test_nothing_of_a_trend_falls_outside_its_picture(values, target):
    points = tuple(
        TrendPoint(f"Sep {2000 + i}", v, target, reason="Late") for i, v in enumerate(values)
    )
    chart = TrendChart("t", "d", points, "%", 1)
    chart = replace(chart, forecast=(ForecastPoint("Later", Decimal(1), Decimal(2), Decimal(3)),))

    for found in fromstring(svg(chart)).iter(f"{SVG}text"):
        assert 0 <= float(found.get("x")) <= WIDTH


def test_a_long_label_is_wrapped_and_then_cut():
    assert wrapped("short", 10) == ("short",)
    assert wrapped("kpi/CSS/CSC_KPI_04/2026-09", 14) == ("kpi/CSS/CSC_", "KPI_04/2026-09")
    assert wrapped("N" * 50, 10) == ("N" * 10, "N" * 9 + "…")


def test_pictures_for_word_are_the_same_every_time():
    drawings = [svg(chart) for chart in ALL]

    assert png(drawings) == png(drawings)
    assert [p[:8] for p in png(drawings)] == [b"\x89PNG\r\n\x1a\n"] * 6
    assert png([]) == []
    assert len(png(drawings[:1])) == 1

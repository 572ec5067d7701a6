"""How dates moved, and plans side by side, as drawings."""

import re
from datetime import date, timedelta
from itertools import combinations

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st

from factories.document_samples import HOSTILE, document
from factories.planned_charts import (
    EXTENDED,
    REACHED,
    date_trend,
    day,
    plan,
    stopped,
    timeline,
    trend_line,
    undated,
)
from scrutable.documents import canonical
from scrutable.documents.blocks import Cell, Chart, Column, Table
from scrutable.documents.charts.days import day_ticks, days_of
from scrutable.documents.charts.facts import DateSaid, DateTrend, DateTrendLine, PlanRow, Timeline
from scrutable.documents.charts.geometry import WIDTH
from scrutable.documents.charts.milestones import SIDE, TOP, draw_milestones
from scrutable.documents.charts.svg import svg
from scrutable.documents.charts.timeline import draw_timeline
from scrutable.documents.pictures import png

SVG = "{http://www.w3.org/2000/svg}"
NARROW = 6.0  # of a letter as it is drawn, at the least
DAYS = st.dates(date(1995, 1, 1), date(2060, 12, 31))
KINDS = st.sampled_from(["rebaseline", "forecast", "actual"])


def elements(drawn):
    return list(fromstring(drawn).iter(f"{SVG}text"))


def texts(drawn):
    return [found.text for found in elements(drawn)]


def boxes(drawn):
    """Return where each word stands: left, right, top and bottom, by narrow letters."""
    found = []
    for word in elements(drawn):
        x, y, wide = float(word.get("x")), float(word.get("y")), NARROW * len(word.text)
        left = {"end": x - wide, "middle": x - wide / 2}.get(word.get("text-anchor"), x)
        found.append((left, left + wide, y - 9, y + 1, word.text))
    return found


def overlapping(drawn):
    return [
        (one[4], other[4])
        for one, other in combinations(boxes(drawn), 2)
        if one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
    ]


@pytest.mark.parametrize("chart", [date_trend(EXTENDED, REACHED), timeline(plan(), undated())])
def test_a_chart_of_dates_is_named_described_and_needs_no_style_of_its_own(chart):
    drawn = svg(chart)
    root = fromstring(drawn)

    assert (root[0].text, root[1].text) == (chart.title, chart.description)
    assert " style=" not in drawn
    assert " id=" not in drawn
    assert "None" not in drawn


def test_the_diagonal_is_where_a_date_is_reached():
    drawing = draw_milestones(date_trend(EXTENDED, REACHED))
    reached = next(mark for mark in drawing.marks if mark.shape == "reached")
    x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)", reached.path).groups())

    across = x + 4.5 - float(drawing.left)
    up = TOP + SIDE - (y + 4.5)
    assert across == pytest.approx(up, abs=0.2)
    assert ("Done", True) in [(label.text, label.bold) for label in drawing.labels]


def test_a_line_is_labelled_at_its_end_and_its_first_date_is_a_level_line():
    drawn = svg(date_trend())

    assert {"Go-live", "now 30 Jun 2022", "first 30 Apr 2020"} <= set(texts(drawn))
    assert {"Date given", "Planned anew"} <= set(texts(drawn))
    assert "Reached" not in texts(drawn)
    drawing = draw_milestones(date_trend())
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+", drawing.lines[0].level)


def test_what_was_not_spoken_of_since_is_dotted_until_the_day():
    drawing = draw_milestones(date_trend(EXTENDED, REACHED))

    assert [bool(line.silent) for line in drawing.lines] == [True, False]


def test_six_lines_differ_without_colour():
    lines = [
        trend_line(f"Milestone {i}", f"2020-0{i}-01 2021-0{i}-01 baseline") for i in range(1, 7)
    ]
    drawing = draw_milestones(date_trend(*lines))

    assert len({line.dashes for line in drawing.lines}) == 6
    assert overlapping(svg(date_trend(*lines))) == []


@pytest.mark.parametrize(
    "line",
    [
        trend_line("One point", "2026-06-01 2026-06-01 baseline"),
        trend_line("Before it was said", "2026-06-01 2025-01-01 baseline"),
        trend_line("Of a hundred years", "1950-06-01 2049-06-01 baseline"),
        trend_line(
            "Twice on a day",
            "2026-06-01 2026-07-01 baseline",
            "2026-06-01 2026-08-01 rebaseline",
            "2026-06-01 2026-09-01 forecast",
        ),
        trend_line("At the end of time", "2026-06-01 9999-12-31 baseline"),
    ],
    ids=lambda line: line.name,
)
def test_awkward_dates_are_drawn_all_the_same(line):
    drawn = svg(date_trend(line, until="2026-10-12"))

    assert overlapping(drawn) == []
    assert all(left >= 0 and right <= WIDTH for left, right, *_ in boxes(drawn))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: DateTrend("t", "d", (), day("2026-01-01")), "give 1 to 6 milestones"),
        (lambda: date_trend(*[EXTENDED] * 7), "give 1 to 6 milestones"),
        (lambda: DateTrendLine("n", day("2026-01-01"), ()), "give at least one date"),
        (
            lambda: trend_line(
                "n", "2026-02-01 2026-03-01 baseline", "2026-01-01 2026-03-01 forecast"
            ),
            "as they were said",
        ),
        (lambda: Timeline("t", "d", day("2026-01-01"), ()), "give 1 to 40 plans"),
        (lambda: timeline(*[plan()] * 41), "give 1 to 40 plans"),
        (lambda: plan(expected=None), "say why no date is expected"),
        (lambda: plan(original=None), "or none"),
        (lambda: PlanRow("n", None, None, None, day("2026-01-01")), "needs a plan"),
    ],
)
def test_a_chart_that_shows_nothing_refuses_to_exist(make, said):
    with pytest.raises(ValueError, match=said):
        make()


def test_a_timeline_has_a_thin_bar_a_thick_one_notches_and_today():
    drawing = draw_timeline(timeline(plan(), stopped(), undated()))

    assert [bar.shape for bar in drawing.bars] == ["first", "plan", "later", "first", "ghost"]
    thin, thick = (float(bar.height) for bar in drawing.bars[:2])
    assert thin * 3 < thick
    notches = next(mark for mark in drawing.marks if mark.shape == "notch")
    assert notches.path.count("M") == 2
    assert drawing.today.startswith("M")
    found = texts(svg(timeline(plan(), stopped(), undated())))
    assert {"881", "Stopped", "No date set", "Today", "Days late", "2024"} <= set(found)


def test_a_plan_reached_or_ahead_of_its_date_is_told_from_a_late_one():
    reached = plan(expected=day("2026-05-30"), reached=True, notches=())
    early = plan(expected=day("2024-10-31"), current=day("2024-11-30"), notches=())
    drawing = draw_timeline(timeline(reached, early))

    assert [bar.shape for bar in drawing.bars] == ["first", "plan", "first", "plan"]
    assert [mark.shape for mark in drawing.marks] == ["ring", "reached"]
    assert "-30" in texts(svg(timeline(reached, early)))


def test_a_long_name_is_wrapped_then_cut_and_forty_rows_are_all_there():
    names = [
        f"{i} A project with a very long name that goes on beyond two lines" for i in range(40)
    ]
    drawn = svg(timeline(*[plan(name) for name in names]))

    assert overlapping(drawn) == []
    assert len([t for t in texts(drawn) if t.endswith("…")]) == 40
    assert len([t for t in texts(drawn) if t == "881"]) == 40


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_stay_words(text):
    line = DateTrendLine(
        text, day("2026-01-01"), (DateSaid(day("2026-01-01"), day("2026-01-01"), "baseline"),)
    )
    drawn = svg(DateTrend(text, text, (line,), day("2026-01-01"))) + svg(timeline(plan(text)))

    assert "<script" not in drawn


@given(
    st.lists(
        st.tuples(DAYS, st.lists(st.tuples(st.integers(0, 400), DAYS, KINDS), max_size=8)),
        min_size=1,
        max_size=6,
    ),
    DAYS,
)
def test_nothing_of_a_milestone_trend_overlaps_or_falls_outside(histories, until):
    lines = []
    for at, (first, later) in enumerate(histories):
        on, found = first, [DateSaid(first, first + timedelta(days=90), "baseline")]
        for days, to, kind in later:
            on += timedelta(days=days)
            found.append(DateSaid(on, to, kind))
        lines.append(DateTrendLine(f"Milestone {at}", found[0].to, tuple(found)))
    drawn = svg(DateTrend("t", "d", tuple(lines), until))

    assert overlapping(drawn) == []
    assert all(left >= 0 and right <= WIDTH for left, right, *_ in boxes(drawn))


@given(st.lists(st.tuples(DAYS, DAYS, DAYS, st.none() | DAYS), min_size=1, max_size=40), DAYS)
def test_nothing_of_a_timeline_overlaps_or_falls_outside(dates, today):
    rows = tuple(
        PlanRow(
            f"{at} Project", start, original, current, expected, note="" if expected else "Stopped"
        )
        for at, (start, original, current, expected) in enumerate(dates)
    )
    drawn = svg(Timeline("t", "d", today, rows))

    assert overlapping(drawn) == []
    assert all(left >= 0 and right <= WIDTH for left, right, *_ in boxes(drawn))
    for bar in draw_timeline(Timeline("t", "d", today, rows)).bars:
        assert 0 <= float(bar.x) <= float(bar.x) + float(bar.width) <= WIDTH


@given(DAYS, DAYS, st.integers(1, 8))
def test_an_axis_of_days_holds_its_days_and_has_at_most_so_many_ticks(one, other, most):
    days = days_of([one, other])
    ticks = day_ticks(days, most)

    assert days.first < min(one, other).toordinal()
    assert days.last > max(one, other).toordinal()
    assert len(ticks) <= most
    assert all(day.day == 1 and days.first <= day.toordinal() <= days.last for day, _ in ticks)


def test_a_document_with_charts_of_dates_is_kept_and_read_back_exactly():
    table = Table("Dates", (Column("Day"),), ((Cell("30 April 2020"),),))
    blocks = (
        Chart("Moved", "Three times.", date_trend(EXTENDED, REACHED), table),
        Chart("Side by side", "One is late.", timeline(plan(), stopped(), undated()), table),
    )
    kept = document(*blocks)

    assert canonical.from_json(canonical.to_json(kept)) == kept


def test_charts_of_dates_become_pictures_for_word():
    drawings = [svg(date_trend(EXTENDED, REACHED)), svg(timeline(plan(), stopped(), undated()))]

    assert png(drawings) == png(drawings)
    assert [picture[:8] for picture in png(drawings)] == [b"\x89PNG\r\n\x1a\n"] * 2

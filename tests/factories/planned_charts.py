"""Charts of dates for tests: how dates moved, and plans side by side."""

from datetime import date

from scrutable.documents.charts.facts import (
    DateSaid,
    DateTrend,
    DateTrendLine,
    PlanRow,
    Timeline,
)


def day(text):
    return date.fromisoformat(text)


def said(*given):
    """Return dates as they were said: "2019-12-01 2020-09-30 rebaseline"."""
    words = [one.split() for one in given]
    return tuple(DateSaid(day(on), day(to), kind) for on, to, kind in words)


def trend_line(name, *given):
    dates = said(*given)
    return DateTrendLine(name, dates[0].to, dates)


EXTENDED = trend_line(
    "Go-live",
    "2018-06-01 2020-04-30 baseline",
    "2019-12-01 2020-09-30 rebaseline",
    "2020-06-01 2021-01-31 rebaseline",
    "2021-10-01 2022-06-30 rebaseline",
)
REACHED = trend_line("Pilot", "2018-06-01 2019-03-31 baseline", "2019-07-01 2019-06-15 actual")


def date_trend(*lines, until="2022-03-01"):
    return DateTrend("Go-live moved 3 times", "By 791 days.", lines or (EXTENDED,), day(until))


def plan(name="277 Document store migration", **changed):
    row = {
        "start": day("2023-04-01"),
        "original": day("2024-11-30"),
        "current": day("2026-06-30"),
        "expected": day("2027-04-30"),
        "notches": (day("2025-11-30"), day("2026-06-30")),
    }
    return PlanRow(name, **(row | changed))


def undated(name="301 Idea"):
    return PlanRow(name, None, None, None, None, note="No date set")


def stopped(name="302 Old idea"):
    return plan(name, expected=None, notches=(), note="Stopped")


def timeline(*rows, today="2026-10-12"):
    return Timeline(
        "First dates and where they went", "One is late.", day(today), rows or (plan(),)
    )

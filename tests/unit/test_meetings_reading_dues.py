"""By when: what due words are found in a limb, and what days they come to."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.meetings.facts import Due
from scrutable.meetings.rules import reading

MET = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("quarter 3 2022/23", date(2022, 10, 1), date(2022, 12, 31)),
        ("quarter 4 2022/23", date(2023, 1, 1), date(2023, 3, 31)),
        ("Q1 2024/25", date(2024, 4, 1), date(2024, 6, 30)),
        ("quarter 1 2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("the third quarter of 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("financial year 2023/24", date(2023, 4, 1), date(2024, 3, 31)),
        ("in six months' time", date(2026, 7, 31), date(2026, 7, 31)),
        ("in one month", date(2026, 2, 28), date(2026, 2, 28)),
        ("in a year's time", date(2027, 1, 31), date(2027, 1, 31)),
        ("in 2 weeks", date(2026, 2, 14), date(2026, 2, 14)),
        ("within the next fortnight", None, date(2026, 2, 14)),
        ("within 30 days", None, date(2026, 3, 2)),
        ("end of September 2026", date(2026, 9, 30), date(2026, 9, 30)),
        ("by the end of September 2026", None, date(2026, 9, 30)),
        ("June 2018", date(2018, 6, 1), date(2018, 6, 30)),
        ("by June 2018", None, date(2018, 6, 30)),
        ("14 December 2020", date(2020, 12, 14), date(2020, 12, 14)),
        ("1st Sept 2020", date(2020, 9, 1), date(2020, 9, 1)),
        ("01/08/2013", date(2013, 8, 1), date(2013, 8, 1)),
        ("2026-09-24", date(2026, 9, 24), date(2026, 9, 24)),
        ("before 31 March 2023", None, date(2023, 3, 30)),
        ("by 31 March 2023", None, date(2023, 3, 31)),
        ("29 February 2023", None, None),
        ("31st November 2019", None, None),
        ("every six months", None, None),
        ("quarterly", None, None),
        ("next meeting", None, None),
        ("as soon as it became available", None, None),
        ("when the work has been fully assessed", None, None),
        ("in due course", None, None),
        ("", None, None),
    ],
)
def test_due_words_come_to_days_where_they_can_be_worked_out(words, first, last):
    assert reading.resolve_due(words, MET) == Due(words=words, first=first, last=last)


def test_words_that_count_from_the_meeting_wait_for_its_day():
    assert reading.resolve_due("in six months' time", None) == Due(words="in six months' time")


@pytest.mark.parametrize(
    ("words", "waits"),
    [
        ("next meeting", True),
        ("the next available meeting of the Panel", True),
        ("future meeting", True),
        ("next Joint Committee", True),
        ("September meeting", True),
        ("each meeting", True),
        ("25 April 2019 meeting", False),
        ("in due course", False),
        ("quarterly", False),
        ("", False),
    ],
)
def test_only_coming_meetings_wait_for_the_calendar(words, waits):
    assert reading.waits_for_calendar(words) is waits


@given(st.text(max_size=60), st.one_of(st.none(), st.dates()))
def test_any_words_give_a_due_and_never_raise(words, met):
    due = reading.resolve_due(words, met)

    assert due.words == words
    assert due.first is None or due.last is None or due.first <= due.last


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)))
def test_a_day_in_words_is_that_day(day):
    words = f"{day.day} {day:%B} {day.year}"

    assert reading.resolve_due(words, None) == Due(words=words, first=day, last=day)


@pytest.mark.parametrize(
    ("limb", "words"),
    [
        ("a further report come to the Committee on 14 December 2020", "14 December 2020"),
        ("a further report come to the meeting on 9 June 2022", "9 June 2022"),
        ("the Director report back by the end of September 2026", "end of September 2026"),
        ("the Director report back in six months' time", "in six months' time"),
        ("an update be brought in quarter 3 2022/23", "quarter 3 2022/23"),
        ("an update be brought to the next available meeting", "next available meeting"),
        ("an update be brought to the September meeting", "September meeting"),
        ("an update be brought in the autumn", "in the autumn"),
        ("an update be brought at least quarterly", "at least quarterly"),
        ("an update be brought as soon as it became available", "as soon as it became available"),
        ("Agilisys be awarded 12 months from 1 November 2019", "1 November 2019"),
        ("the contract be extended to 31 March 2026", "31 March 2026"),
        ("the Head of IT reply within the next fortnight", "within the next fortnight"),
    ],
)
def test_due_words_are_found_as_the_minutes_write_them(limb, words):
    (outcome,) = reading.read(f"RESOLVED that {limb}.").outcomes

    assert outcome.due is not None
    assert outcome.due.words == words


@pytest.mark.parametrize(
    "limb",
    [
        "the minutes of the meeting held on 4 March 2021 be approved",
        "the extension from 1 April 2022 to 31 March 2024 be approved",
        "the decision of 27 March 2018 be confirmed",
        "the quarterly performance report be noted",
        "the budget for 2024/25 be approved",
        "the report on savings in June 2023 be noted",
        "the risks which may arise be accepted",
    ],
)
def test_days_that_nothing_is_due_by_are_no_due_words(limb):
    (outcome,) = reading.read(f"RESOLVED that {limb}.").outcomes

    assert outcome.due is None

"""When a body looks at each entry of its programme next."""

import doctest
from dataclasses import replace
from datetime import date

import pytest

from scrutable.kernel.periods import Month
from scrutable.meetings.facts import Meeting, MeetingState, ProgrammeEntry, Purpose
from scrutable.meetings.presenters import decisions
from scrutable.meetings.presenters.calendar import words
from scrutable.meetings.rules import programme
from scrutable.meetings.rules.programme import placed


def meeting(on, state=MeetingState.PLANNED):
    return Meeting(code=f"OSMB-{on.isoformat()}", body="OSMB", on=on, state=state)


SEPTEMBER, NOVEMBER, JANUARY, MARCH, MAY = (
    meeting(date(2026, 9, 24)),
    meeting(date(2026, 11, 26)),
    meeting(date(2027, 1, 28)),
    meeting(date(2027, 3, 25)),
    meeting(date(2027, 5, 20)),
)
ALL = [SEPTEMBER, NOVEMBER, JANUARY, MARCH, MAY]
ENTRY = ProgrammeEntry(
    body="OSMB", number=1, title="Overview", purpose=Purpose.OVERVIEW, owner="Head of IT"
)


def taken(*meetings):
    return tuple(f"item/{one.code}/5" for one in meetings)


@pytest.mark.parametrize(
    ("entry", "meeting", "month", "is_done"),
    [
        (ENTRY, None, None, False),
        (replace(ENTRY, due_meeting=NOVEMBER.code), NOVEMBER, Month(2026, 11), False),
        (replace(ENTRY, taken_in=taken(SEPTEMBER)), None, None, True),
        (
            replace(ENTRY, every_months=6, taken_in=taken(SEPTEMBER)),
            MARCH,
            Month(2027, 3),
            False,
        ),
        (
            replace(ENTRY, every_months=7, taken_in=taken(SEPTEMBER)),
            MAY,
            Month(2027, 4),
            False,
        ),
        (
            replace(ENTRY, every_months=9, taken_in=taken(SEPTEMBER)),
            None,
            Month(2027, 6),
            False,
        ),
        (
            replace(ENTRY, every_months=6, due_meeting=SEPTEMBER.code, taken_in=taken(SEPTEMBER)),
            MARCH,
            Month(2027, 3),
            False,
        ),
        (
            replace(ENTRY, every_months=6, due_meeting=JANUARY.code, taken_in=taken(SEPTEMBER)),
            JANUARY,
            Month(2027, 1),
            False,
        ),
        (
            replace(ENTRY, every_months=2, taken_in=taken(SEPTEMBER, JANUARY)),
            MARCH,
            Month(2027, 3),
            False,
        ),
        (replace(ENTRY, due_meeting=MARCH.code, dropped_because="Done"), None, None, True),
    ],
)
def test_an_entry_is_due_at_its_meeting_or_by_its_rhythm(entry, meeting, month, is_done):
    found = placed(entry, ALL)

    assert (found.meeting, found.month, found.is_done) == (meeting, month, is_done)


def test_what_was_due_at_a_cancelled_meeting_moves_to_the_next():
    cancelled = replace(NOVEMBER, state=MeetingState.CANCELLED)
    entry = replace(ENTRY, due_meeting=NOVEMBER.code)

    found = placed(entry, [SEPTEMBER, cancelled, JANUARY])
    nowhere = placed(entry, [SEPTEMBER, cancelled])

    assert (found.meeting, found.moved_from) == (JANUARY, cancelled)
    assert (nowhere.meeting, nowhere.moved_from) == (None, cancelled)


@pytest.mark.parametrize("module", [programme, words, decisions])
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed

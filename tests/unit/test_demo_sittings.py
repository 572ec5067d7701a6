"""The files of Westmere's meetings: they agree with one another before anything is told."""

from collections import Counter
from datetime import datetime

import pytest

from scrutable.demo.facts import (
    Council,
    MinutesConfirmed,
    MinutesLoaded,
    NounRecorded,
    StepTaken,
)
from scrutable.demo.intake import files
from scrutable.demo.intake.stories import story
from scrutable.kernel.wording import LONDON
from scrutable.meetings.facts import AgendaItem, Attendance, Meeting, MeetingState, StepKind


@pytest.fixture(scope="module")
def westmere():
    return story(Council.WESTMERE)


def told(westmere, kind):
    return [one.what for one in westmere.happenings if isinstance(one.what, kind)]


def nouns(westmere, kind):
    return [what.noun for what in told(westmere, NounRecorded) if isinstance(what.noun, kind)]


def test_44_things_are_owed_and_each_is_quoted_once_from_its_minutes(westmere):
    texts = {what.meeting: what.content.decode() for what in told(westmere, MinutesLoaded)}
    duties = [duty for what in told(westmere, MinutesConfirmed) for duty in what.duties]

    assert len(duties) == 44
    for duty in duties:
        text = texts[duty.quoted.meeting].replace("’", "'")
        assert text.count(duty.quoted.words) == 1, duty.quoted


def test_every_step_is_of_something_owed(westmere):
    owed = {duty.quoted for what in told(westmere, MinutesConfirmed) for duty in what.duties}

    assert {what.quoted for what in told(westmere, StepTaken)} <= owed


def test_37_are_answered_and_closed_by_a_committee_that_has_met(westmere):
    kinds = Counter(what.step.kind for what in told(westmere, StepTaken))
    held = {
        meeting.code for meeting in nouns(westmere, Meeting) if meeting.state is MeetingState.HELD
    }

    assert kinds == {
        StepKind.ANSWERED: 36,
        StepKind.CLOSED: 36,
        StepKind.EXTENDED: 4,
        StepKind.CHASED: 4,
        StepKind.CLOSED_UNAGREED: 1,
    }
    agreed = {what.step.agreed_in for what in told(westmere, StepTaken)} - {""}
    assert agreed <= held


def test_an_item_stands_on_an_agenda_from_its_publication(westmere):
    (first,) = [
        one.at
        for one in westmere.happenings
        if isinstance(one.what, NounRecorded)
        and isinstance(one.what.noun, AgendaItem)
        and one.what.noun.paper == "edition/CSS-2026-1"
    ]

    assert first == datetime(2026, 7, 21, 16, 30, tzinfo=LONDON)


def test_the_members_of_the_day_came_but_for_those_who_sent_apologies(westmere):
    came = nouns(westmere, Attendance)
    of_2024 = {one.name for one in came if one.meeting == "OSMB-2024-01-25"}
    of_2026 = {one.name for one in came if one.meeting == "OSMB-2026-06-11"}

    assert "Councillor R Amory" in of_2024 - of_2026
    assert "Councillor S Kaur-Lindley" in of_2026 - of_2024
    assert len({(one.meeting, one.name) for one in came}) == len(came)


def test_every_file_of_minutes_is_loaded(westmere):
    loaded = {f"{what.meeting}" for what in told(westmere, MinutesLoaded)}
    rows = {row["meeting"] for row in files.rows(Council.WESTMERE, "minutes.csv")}

    assert loaded == rows
    assert len(rows) == 28

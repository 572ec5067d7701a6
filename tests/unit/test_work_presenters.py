from dataclasses import replace
from datetime import UTC, datetime

import pytest

from scrutable.work.facts import JobFact, JobState
from scrutable.work.presenters import TAGS, jobs_table, present_job
from scrutable.work.rules import share

JOB = JobFact(
    number=7,
    title="Load september.xlsx",
    asked_by="j.smith",
    asked_at=datetime(2026, 10, 12, 8, tzinfo=UTC),
    done=12,
    total=46,
    message="Reading",
    state=JobState.RUNNING,
    outcome="",
    link="",
)


@pytest.mark.parametrize(
    ("done", "total", "expected"),
    [(0, 46, 0), (45, 46, 97), (46, 46, 100), (199, 200, 99), (3, 0, 0), (5, 4, 100)],
)
def test_share_is_whole_percent_and_100_only_when_all_is_done(done, total, expected):
    assert share(done, total) == expected


@pytest.mark.parametrize("state", JobState)
def test_every_state_has_its_own_word(state):
    assert [tag.word for tag in TAGS.values()].count(TAGS[state].word) == 1


def test_a_running_job_says_what_it_does_and_how_far_it_is():
    view = present_job(JOB)

    assert (view.tag.word, view.percent, view.progress) == ("Under way", 26, "Reading: 12 of 46")
    assert view.reference == "job/7"
    assert not view.is_over


def test_a_running_job_of_unknown_length_has_no_percent():
    view = present_job(replace(JOB, done=3, total=0))

    assert (view.percent, view.progress) == (None, "Reading")


def test_a_waiting_job_says_what_it_waits_for():
    view = present_job(replace(JOB, state=JobState.QUEUED, done=0, total=0))

    assert (view.percent, view.progress) == (None, "Waiting for a worker")


@pytest.mark.parametrize(("state", "percent"), [(JobState.FINISHED, 100), (JobState.FAILED, 26)])
def test_a_job_that_is_over_shows_its_outcome_and_no_progress(state, percent):
    view = present_job(replace(JOB, state=state, outcome="46 results loaded"))

    assert (view.percent, view.progress, view.outcome) == (percent, "", "46 results loaded")
    assert view.is_over


def test_jobs_are_listed_with_their_state_as_a_word():
    table = jobs_table([JOB])

    assert [cell.words for cell in table.rows[0]] == [
        "job/7",
        "Load september.xlsx",
        "j.smith",
        "12 October 2026, 9:00am",
        "Under way",
        "Reading: 12 of 46",
    ]
    assert table.rows[0][0].href == "/jobs/7/"

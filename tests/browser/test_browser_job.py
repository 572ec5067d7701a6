"""Somebody watches a long job: the bar moves by itself, and its end shows by itself."""

import pytest

from factories.jobs import running_job
from scrutable.work.models import Job


@pytest.fixture
def job(officer):
    return running_job(officer.username)


def test_the_bar_moves_and_the_end_shows_by_itself(page, job):
    page.sign_in(job.asked_by)
    page.open(f"/jobs/{job.pk}/")
    page.assert_good()

    Job.objects.update(done=36)
    page.get_by_text("Drawing charts: 36 of 48").wait_for()
    percent = page.get_by_role("progressbar").get_attribute("value")
    Job.objects.update(state="finished", outcome="4 files made", link="/jobs/")
    page.get_by_text("4 files made").wait_for()
    page.assert_good()

    assert percent == "75"

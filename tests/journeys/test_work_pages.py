"""Somebody asks for long work and looks how far it is; others do not see it."""

import pytest

from factories.jobs import running_job
from scrutable.work.models import Job


@pytest.fixture
def job(officer):
    return running_job(officer.username)


def test_a_running_job_shows_a_bar_that_asks_again_by_itself(client, officer, job):
    client.force_login(officer)

    page = client.get(f"/jobs/{job.pk}/").content.decode()

    assert "Build CSS-2026-3" in page
    assert "Drawing charts: 12 of 48" in page
    assert f'data-progress="/jobs/{job.pk}/progress/"' in page
    assert (
        '<progress class="app-progress__bar" aria-label="How far it is" max="100" value="25">'
        in page
    )
    assert f'<a class="govuk-link" href="/jobs/{job.pk}/">See how far it is now</a>' in page


def test_the_script_is_told_how_far_it_is(client, officer, job):
    client.force_login(officer)

    answer = client.get(f"/jobs/{job.pk}/progress/")

    assert answer.json() == {
        "state": "Under way",
        "percent": 25,
        "progress": "Drawing charts: 12 of 48",
        "is_over": False,
    }
    assert answer["Cache-Control"] == "no-store"


def test_a_finished_job_leads_to_what_it_made(client, officer, job):
    Job.objects.update(state="finished", outcome="4 files made", link="/reports/CSS-2026-3/")
    client.force_login(officer)

    page = client.get(f"/jobs/{job.pk}/").content.decode()

    assert "4 files made" in page
    assert '<a class="govuk-link" href="/reports/CSS-2026-3/">' in page
    assert "data-progress" not in page


@pytest.mark.parametrize("address", ["/jobs/{}/", "/jobs/{}/progress/"])
def test_somebody_elses_job_is_not_there(client, supplier_person, job, address):
    client.force_login(supplier_person)

    assert client.get(address.format(job.pk)).status_code == 404


def test_there_is_no_page_of_a_job_that_was_never_asked_for(client, officer):
    client.force_login(officer)

    assert client.get("/jobs/4096/").status_code == 404


def test_people_see_their_own_jobs_listed(client, officer, supplier_person, job):
    client.force_login(supplier_person)
    theirs = client.get("/jobs/").content.decode()
    client.force_login(officer)
    own = client.get("/jobs/").content.decode()

    assert "Build CSS-2026-3" not in theirs
    assert "is listed here once it has been asked for" in theirs
    assert "Build CSS-2026-3" in own


def test_who_may_read_the_log_sees_everybodys_jobs(client, auditor, job):
    client.force_login(auditor)

    assert "Build CSS-2026-3" in client.get("/jobs/").content.decode()
    assert client.get(f"/jobs/{job.pk}/").status_code == 200


def test_whoever_has_not_signed_in_signs_in_first(client, job):
    answer = client.get(f"/jobs/{job.pk}/")

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next=/jobs/{job.pk}/")

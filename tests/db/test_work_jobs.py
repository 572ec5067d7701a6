from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from scrutable.work import reads, writes
from scrutable.work.facts import JobState
from scrutable.work.models import Job
from scrutable.work.reads import UnknownJob

AT = datetime(2026, 10, 12, 8, tzinfo=UTC)
IN_THE_DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@task()
def count_to(job: int, *, last: int) -> None:
    with writes.carrying_out(job) as work:
        work(last, last, "Counting")
        work.outcome = f"Counted to {last}"
        work.link = "/contracts/"


@task()
def look_for(job: int, *, number: int) -> None:
    with writes.carrying_out(job):
        reads.job(number)


@task()
def divide(job: int, *, by: int) -> None:
    with writes.carrying_out(job) as work:
        work(1 // by, 1)


def ask_for(chore, **arguments):
    return writes.ask(title="A chore", task=chore, arguments=arguments, by="j.smith", at=AT)


@pytest.mark.django_db
def test_a_job_ends_with_its_outcome_and_where_it_leads():
    number = ask_for(count_to, last=46)

    job = reads.job(number)

    assert (job.state, job.outcome, job.link) == (
        JobState.FINISHED,
        "Counted to 46",
        "/contracts/",
    )
    assert (job.reference, job.asked_by, job.asked_at) == (f"job/{number}", "j.smith", AT)


@pytest.mark.django_db
def test_an_error_of_ours_is_the_outcome_in_its_own_words():
    number = ask_for(look_for, number=999)

    job = reads.job(number)

    assert (job.state, job.outcome) == (JobState.FAILED, "There is no job/999")


@pytest.mark.django_db
def test_a_fault_of_ours_names_no_more_than_its_kind():
    number = ask_for(divide, by=0)

    job = reads.job(number)

    assert job.state is JobState.FAILED
    assert "a fault in Scrutable (ZeroDivisionError)" in job.outcome


@pytest.mark.django_db
def test_a_job_waits_in_the_database_until_a_worker_takes_it(settings):
    settings.TASKS = IN_THE_DATABASE

    number = ask_for(count_to, last=3)

    assert reads.job(number).state is JobState.QUEUED
    queued = DBTaskResult.objects.get()
    assert Job.objects.get(pk=number).task == str(queued.pk)
    assert queued.args_kwargs == {"args": [number], "kwargs": {"last": 3}}


@pytest.mark.django_db
def test_a_job_that_cannot_be_queued_is_not_there_either(settings):
    settings.TASKS = IN_THE_DATABASE

    with pytest.raises(TypeError):
        ask_for(count_to, last=object())

    assert reads.jobs() == []


@pytest.mark.django_db
def test_there_is_no_job_with_an_unknown_number():
    with pytest.raises(UnknownJob, match="There is no job/12"):
        reads.job(12)


@pytest.mark.django_db
def test_jobs_are_listed_newest_first_and_by_who_asked():
    first = writes.ask(title="One", task=count_to, arguments={"last": 1}, by="a.patel", at=AT)
    second = ask_for(count_to, last=2)

    assert [job.number for job in reads.jobs()] == [second, first]
    assert [job.number for job in reads.jobs(asked_by="a.patel")] == [first]
    assert [job.number for job in reads.jobs(most=1)] == [second]


@pytest.mark.django_db(transaction=True)
def test_progress_is_written_at_once_outside_a_transaction():
    job = Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT)

    with writes.carrying_out(job.pk) as work:
        work(12, 46, "Reading")

        shown = reads.job(job.pk)

    assert (shown.state, shown.done, shown.total, shown.message) == (
        JobState.RUNNING,
        12,
        46,
        "Reading",
    )


@pytest.mark.django_db(transaction=True)
def test_progress_is_kept_back_inside_a_transaction_and_shown_after_it():
    job = Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT)

    with writes.carrying_out(job.pk) as work:
        work(46, 46, "Reading")
        with transaction.atomic():
            work(1, 2, "Saving")
            inside = reads.job(job.pk).message
        work(1, 2, "Saving")

        assert (inside, reads.job(job.pk).message) == ("Reading", "Saving")


@pytest.mark.django_db(transaction=True)
def test_progress_costs_a_write_only_where_a_reader_sees_a_difference(
    django_assert_num_queries,
):
    job = Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT)

    with writes.carrying_out(job.pk) as work, django_assert_num_queries(101):
        for row in range(20_001):
            work(row, 20_000, "Reading")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("silent_for", "given_up"), [(timedelta(seconds=30), 0), (timedelta(seconds=90), 1)]
)
def test_a_job_is_given_up_when_its_worker_has_been_silent_for_a_minute(
    settings, silent_for, given_up
):
    settings.TASKS = IN_THE_DATABASE
    number = ask_for(count_to, last=3)
    Job.objects.filter(pk=number).update(
        state=JobState.RUNNING, worker="elsewhere:1", beat_at=Now() - silent_for
    )
    DBTaskResult.objects.update(status="RUNNING")

    assert writes.reap() == given_up
    assert (reads.job(number).state is JobState.FAILED) == bool(given_up)
    assert (DBTaskResult.objects.get().status == "FAILED") == bool(given_up)


@pytest.mark.django_db
def test_a_worker_that_was_only_slow_has_the_last_word():
    job = Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT)

    with writes.carrying_out(job.pk) as work:
        Job.objects.update(beat_at=Now() - timedelta(minutes=5))
        writes.reap()
        given_up = reads.job(job.pk)
        work.outcome = "46 results loaded"

    assert given_up.outcome.startswith("The worker stopped")
    assert (reads.job(job.pk).state, reads.job(job.pk).outcome) == (
        JobState.FINISHED,
        "46 results loaded",
    )


@pytest.mark.django_db
def test_a_heartbeat_keeps_a_job_from_being_given_up():
    job = Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT)

    with writes.carrying_out(job.pk):
        Job.objects.update(beat_at=Now() - timedelta(minutes=5))
        writes.beat()

        assert writes.reap() == 0


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"state": "running"}, "work_job_running_has_worker_and_beat"),
        ({"done": 3, "total": 2}, "work_job_done_within_total"),
    ],
)
def test_the_database_refuses_a_job_that_cannot_be(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        Job.objects.create(title="Load", asked_by="j.smith", asked_at=AT, **fields)

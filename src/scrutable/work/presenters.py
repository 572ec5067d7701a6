"""Jobs in words; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.kernel.wording import moment_words
from scrutable.work.facts import JobFact, JobState
from scrutable.work.rules import share

TAGS = {
    JobState.QUEUED: Tag("Waiting", "grey"),
    JobState.RUNNING: Tag("Under way", "blue"),
    JobState.FINISHED: Tag("Done", "green", "●"),
    JobState.FAILED: Tag("Stopped", "red", "■"),
}
COLUMNS = (
    Column("job", "Job"),
    Column("title", "What"),
    Column("asked_by", "Asked by"),
    Column("asked_at", "Asked at"),
    Column("state", "State"),
    Column("outcome", "Outcome"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """The strings of one job."""

    reference: str
    title: str
    asked_by: str
    asked_at: str
    tag: Tag
    percent: int | None
    progress: str
    outcome: str
    link: str
    is_over: bool


def present_job(job: JobFact) -> JobView:
    """Return the strings of the job."""
    return JobView(
        reference=job.reference,
        title=job.title,
        asked_by=job.asked_by,
        asked_at=moment_words(job.asked_at),
        tag=TAGS[job.state],
        percent=_percent(job),
        progress=_progress(job),
        outcome=job.outcome,
        link=job.link,
        is_over=job.is_over,
    )


def _percent(job: JobFact) -> int | None:
    """Return how far it is; None while that is not known."""
    if job.state is JobState.FINISHED:
        return 100
    return share(job.done, job.total) if job.total else None


def _progress(job: JobFact) -> str:
    if job.state is JobState.QUEUED:
        return "Waiting for a worker"
    if job.is_over:
        return ""
    words = job.message or "Working"
    return f"{words}: {job.done:,} of {job.total:,}" if job.total else words


def jobs_table(jobs: Sequence[JobFact]) -> Table:
    """Return the jobs as a table, in the order given."""
    return Table(
        name="jobs",
        caption="What was asked for, and what became of it",
        columns=COLUMNS,
        rows=tuple(_row(present_job(job), job) for job in jobs),
        empty="Whatever takes longer than a page should wait for, such as building a report, "
        "is listed here once it has been asked for.",
    )


def _row(view: JobView, job: JobFact) -> tuple[Cell, ...]:
    return (
        Cell(view.reference, href=f"/jobs/{job.number}/"),
        Cell(view.title),
        Cell(view.asked_by),
        Cell(view.asked_at, order=job.asked_at.isoformat()),
        Cell("", tags=(view.tag,)),
        Cell(view.outcome or view.progress or "Nothing to say"),
    )

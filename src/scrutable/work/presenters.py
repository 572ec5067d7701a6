"""Jobs in words."""

from dataclasses import dataclass

from scrutable.work.facts import JobFact, JobState
from scrutable.work.rules import share

WORDS = {
    JobState.QUEUED: "Waiting",
    JobState.RUNNING: "Under way",
    JobState.FINISHED: "Done",
    JobState.FAILED: "Stopped",
}
TAG_COLOURS = {
    JobState.QUEUED: "grey",
    JobState.RUNNING: "blue",
    JobState.FINISHED: "green",
    JobState.FAILED: "red",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class JobView:
    """The strings of one job."""

    reference: str
    title: str
    asked_by: str
    state: str
    tag_class: str
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
        state=WORDS[job.state],
        tag_class=f"govuk-tag--{TAG_COLOURS[job.state]}",
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

"""What jobs there are and how far they have come."""

from scrutable.work.facts import JobFact, JobState
from scrutable.work.models import Job


class UnknownJob(Exception):
    """There is no job with that number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no job/{number}")


def job(number: int) -> JobFact:
    """Return the job as it stands now; raises UnknownJob."""
    row = Job.objects.filter(pk=number).first()
    if row is None:
        raise UnknownJob(number)
    return _fact(row)


def jobs(*, asked_by: str = "", most: int = 50) -> list[JobFact]:
    """Return the newest jobs first, of one person or of everybody."""
    rows = Job.objects.order_by("-pk")
    if asked_by:
        rows = rows.filter(asked_by=asked_by)
    return [_fact(row) for row in rows[:most]]


def _fact(row: Job) -> JobFact:
    return JobFact(
        number=row.pk,
        title=row.title,
        asked_by=row.asked_by,
        asked_at=row.asked_at,
        done=row.done,
        total=row.total,
        message=row.message,
        state=JobState(row.state),
        outcome=row.outcome,
        link=row.link,
    )

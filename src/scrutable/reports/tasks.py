"""Long work on reports, for the worker."""

from django.urls import reverse
from django_tasks import task

from scrutable.audit import clock
from scrutable.reports import writes
from scrutable.work.writes import carrying_out


@task()
def freeze(job: int, edition: str, by: str) -> None:
    """Freeze the edition; what stops it is the job's outcome."""
    with carrying_out(job) as work:
        work.link = reverse("reports:edition", args=[edition])
        writes.freeze(edition=edition, by=by, at=clock.now(), progress=work)
        work.outcome = f"{edition} is frozen, and its files are made."

"""The page of a job: how far it is and, at the end, where it leads."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from scrutable.access.facts import Permission
from scrutable.access.views import needs, permits
from scrutable.work import presenters, reads
from scrutable.work.facts import JobFact

EVERY_JOB = Permission.VIEW_LOG  # who may read what everybody did may see what everybody asked for


@needs(Permission.VIEW_CONTRACTS)
def jobs(request: HttpRequest) -> HttpResponse:
    """List the newest jobs: one's own, or everybody's for those who may read the log."""
    asked_by = "" if _sees_all(request) else request.user.get_username()
    table = presenters.jobs_table(reads.jobs(asked_by=asked_by))
    return render(request, "work/jobs.jinja", {"table": table, "everybody": not asked_by})


@needs(Permission.VIEW_CONTRACTS)
def job(request: HttpRequest, number: int) -> HttpResponse:
    """Show one job; the page asks again by itself until the job is over."""
    view = presenters.present_job(_job(request, number))
    return render(request, "work/job.jinja", {"job": view, "number": number})


@needs(Permission.VIEW_CONTRACTS)
def progress(request: HttpRequest, number: int) -> JsonResponse:
    """Say how far the job is, for the page's script."""
    view = presenters.present_job(_job(request, number))
    answer = JsonResponse(
        {
            "state": view.tag.word,
            "percent": view.percent,
            "progress": view.progress,
            "is_over": view.is_over,
        }
    )
    answer["Cache-Control"] = "no-store"
    return answer


def _job(request: HttpRequest, number: int) -> JobFact:
    try:
        found = reads.job(number)
    except reads.UnknownJob as unknown:
        raise Http404(str(unknown)) from unknown
    if found.asked_by != request.user.get_username() and not _sees_all(request):
        raise Http404(str(reads.UnknownJob(number)))
    return found


def _sees_all(request: HttpRequest) -> bool:
    return permits(request, EVERY_JOB)

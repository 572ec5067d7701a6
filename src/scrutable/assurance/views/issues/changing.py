"""Issues and phases recorded, several issues moved on, closures accepted or sent back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, needs, viewer
from scrutable.assurance import writes
from scrutable.assurance.facts import Issue, Phase, Visibility
from scrutable.assurance.forms.issues import (
    Accepted,
    AcceptForm,
    IssueForm,
    PhaseForm,
    ProgressForm,
)
from scrutable.assurance.presenters.issues.one import BY_NAME
from scrutable.assurance.presenters.issues.words import ISSUES, PHASES, issue_address
from scrutable.assurance.views.issues.showing import CRUMBS, issue_at
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import count_words, list_words
from scrutable.records.reads import every
from scrutable.records.views import form_page, kept, recorded, taken

MANAGE, ACCEPT = Permission.MANAGE_ASSURANCE, Permission.ACCEPT_CLOSURES


@needs(MANAGE)
def record_issue(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take an issue as it is from now on; without a number a new one."""
    at = asked(request)
    known = kept(Issue, at, number=number) if number else None
    fresh = {"found_on": at.as_at, "visibility": Visibility.OPEN.value}
    form = IssueForm(request.POST or None, known=known, phases=_phases(at), initial=fresh)
    if done := recorded(request, form, form.issue, form.standing):
        messages.success(request, f"Issue {done.number} is recorded")
        return redirect(issue_address(done.number))
    back = issue_address(number) if number else ISSUES
    page = form_page("an issue", f"Issue {number}" if known else "", back=back, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(ACCEPT)
def accept(request: HttpRequest, number: int) -> HttpResponse:
    """Take that somebody else accepts an issue’s closure, or does not."""
    at = asked(request)
    standing, _ = issue_at(number, at)
    issue = standing.issue
    form = AcceptForm(request.POST or None, initial={"based_on": issue.version, "on": at.as_at})

    def act() -> Issue:
        given = form.cleaned_data
        by, now = viewer(request).username, clock.now()
        if given["decision"] == Accepted.YES:
            return writes.accept_closure(
                number=number, accepted_by=given["accepted_by"], on=given["on"], by=by, at=now,
                based_on=given["based_on"],
            )  # fmt: skip
        return writes.send_back(
            number=number, why=given["why"], by=by, at=now, based_on=given["based_on"]
        )

    if done := taken(form, act):
        said = "is closed" if done.accepted_on else "is open again"
        messages.success(request, f"Issue {number} {said}")
        return redirect(issue_address(number))
    page = FormPage(
        title="Accept its closure, or not",
        button="Record it",
        back=issue_address(number),
        summary=f"It is owned by {issue.owner}. {BY_NAME}",
        caption=f"Issue {number}",
        crumbs=(*CRUMBS, (str(number), issue_address(number))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def move_on(request: HttpRequest) -> HttpResponse:
    """Take progress of all issues that were ticked, all or none."""
    at = asked(request)
    numbers = [int(one) for one in request.GET.getlist("tick") if one.isdigit() and len(one) < 9]
    form = ProgressForm(request.POST or None, phases=_phases(at))

    def act() -> list[Issue]:
        return writes.move_on(
            numbers=numbers,
            progress=form.cleaned_data["progress"],
            phase=form.new_phase,
            due=form.cleaned_data["due"],
            by=viewer(request).username,
            at=clock.now(),
        )

    if done := taken(form, act):
        messages.success(request, f"Progress of {count_words(len(done), 'issue')} is recorded")
        return redirect(ISSUES)
    named = list_words([str(one) for one in numbers])
    page = FormPage(
        title=f"Say the progress of {count_words(len(numbers), 'issue')}",
        button="Record it",
        back=ISSUES,
        summary=f"Issues {named}." if numbers else "None is ticked. Go back and tick some.",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def record_phase(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a phase of the programme as it is from now on; without a code a new one."""
    at = asked(request)
    known = kept(Phase, at, code=code) if code else None
    form = PhaseForm(request.POST or None, known=known)
    if done := recorded(request, form, form.phase, form.standing):
        messages.success(request, f"Phase {done.code} is recorded")
        return redirect(PHASES)
    crumbs = (*CRUMBS, ("Phases", PHASES))
    page = form_page("a phase", known.title if known else "", back=PHASES, crumbs=crumbs)
    return show_form(request, form, page)


def _phases(at: Asked) -> list[tuple[str, str]]:
    return [(one.code, f"{one.code}: {one.title}") for one in every(Phase, at.known)]

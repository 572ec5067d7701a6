"""One commitment: its whole history, and the steps that it may take next."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import Commitment, StepKind
from scrutable.meetings.forms.promises import StepForm
from scrutable.meetings.presenters import promises_page as presenters
from scrutable.meetings.presenters.promises_list import LIST, address
from scrutable.meetings.presenters.promises_words import STEP_WORDS
from scrutable.meetings.rules.promises import standing
from scrutable.meetings.rules.stepping import legal_steps

BUTTONS = {
    StepKind.ANSWERED: "Keep the answer",
    StepKind.CLOSED_UNAGREED: "Close it without agreement",
}
SUMMARIES = {
    StepKind.ANSWERED: "The answer stands in the next report to the body. It is closed when the "
    "committee agrees.",
    StepKind.CLOSED: "A commitment is closed by the committee to which it is owed, at a meeting "
    "that was held.",
    StepKind.CLOSED_UNAGREED: "This stays on the list of what needs attention, and in every report "
    "to the body, until the committee agrees.",
    StepKind.EXTENDED: "The day first set is remembered, and so is the reason.",
}


@needs(Permission.VIEW_MEETINGS)
def commitment(request: HttpRequest, code: str) -> HttpResponse:
    """Show who owes what to whom, and everything that happened to it."""
    at = asked(request)
    one = _seen(request, code, at.known)
    stands = standing(one, at.as_at)
    names = {body.code: body.name for body in reads.bodies(at.known)}
    offered = [
        (_permission(kind), text, href)
        for kind, text, href in presenters.offered(one, legal_steps(one, at.as_at))
    ]
    context = {
        "at": at,
        "commitment": one,
        "title": presenters.title(stands),
        "tag": presenters.tag(stands),
        "terms": presenters.terms(one, stands, names),
        "history": presenters.history(one, names),
        "actions": () if at.known_words else actions(request, *offered),
    }
    return show(request, "meetings/commitment.jinja", context)


@needs(Permission.ANSWER_COMMITMENTS)
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Take the answer to a commitment."""
    return _step(request, code, StepKind.ANSWERED)


@needs(Permission.MANAGE_COMMITMENTS)
def step(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Take any other step of a commitment."""
    kind = presenters.kind_of(slug)
    if kind is None:
        raise Http404(slug)
    return _step(request, code, kind)


def _step(request: HttpRequest, code: str, kind: StepKind) -> HttpResponse:
    at = asked(request)
    one = _seen(request, code, at.known)
    meetings = [meeting for meeting in reads.meetings(at.known) if meeting.body == one.body]
    today = london_day(clock.now())
    form = StepForm(request.POST or None, kind=kind, meetings=meetings, initial={"on": today})
    page = FormPage(
        title=presenters.ACTIONS[kind],
        summary=SUMMARIES.get(kind, ""),
        caption=f"Commitment {code}",
        button=BUTTONS.get(kind, "Keep it"),
        back=address(one),
        crumbs=(("Commitments", LIST), (code, address(one))),
    )

    def act() -> Commitment:
        person = viewer(request)
        taken = form.step(person.full_name or person.username)
        return writes.take_step(commitment=code, step=taken, by=person.username, at=clock.now())

    if carried_out(form, act, writes.IllegalStep, reads.UnknownMeeting):
        messages.success(request, f"Commitment {code}: {STEP_WORDS[kind].lower()}")
        return redirect(address(one))
    return show_form(request, form, page, {"commitment": one}, "meetings/commitment_step.jinja")


def _seen(request: HttpRequest, code: str, known: int) -> Commitment:
    try:
        return reads.commitment(code, known, closed=permits(request, Permission.VIEW_EXEMPT))
    except reads.UnknownCommitment as fault:
        raise Http404(str(fault)) from fault


def _permission(kind: StepKind) -> Permission:
    if kind is StepKind.ANSWERED:
        return Permission.ANSWER_COMMITMENTS
    return Permission.MANAGE_COMMITMENTS

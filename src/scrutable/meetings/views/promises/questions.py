"""Members' questions and comments: the list, one of them, asking and answering."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import MeetingState, Question
from scrutable.meetings.forms.questions import AnswerForm, QuestionForm
from scrutable.meetings.presenters import promises_questions as presenters
from scrutable.meetings.rules.promises import unanswered

LIST = "/questions/"
CRUMBS = (("Commitments", "/commitments/"), ("Members’ questions", LIST))


@needs(Permission.VIEW_MEETINGS)
def questions(request: HttpRequest) -> HttpResponse:
    """Show what members asked and remarked, the unanswered first."""
    at = asked(request)
    chosen = request.GET.get("body", "")
    closed = permits(request, Permission.VIEW_EXEMPT)
    found = reads.questions(at.known, body=chosen or None, closed=closed)
    meetings = {one.code: one for one in reads.meetings(at.known)}
    context = {
        "at": at,
        "title": presenters.questions_title(found, at.as_at),
        "bodies": [(body.code, body.name) for body in reads.bodies(at.known)],
        "chosen": chosen,
        "actions": actions(
            request, (Permission.RECORD_QUESTIONS, "Record a question or comment", f"{LIST}new/")
        ),
    }
    table = presenters.question_table(found, meetings, at.as_at)
    return show(request, "meetings/questions.jinja", context, table)


@needs(Permission.VIEW_MEETINGS)
def question(request: HttpRequest, meeting: str, number: int) -> HttpResponse:
    """Show one question with its answer and its promise."""
    at = asked(request)
    one = _seen(meeting, number, at.known, closed=permits(request, Permission.VIEW_EXEMPT))
    names = {body.code: body.name for body in reads.bodies(at.known)}
    waiting = bool(unanswered([one], at.as_at))
    text = "Correct the answer" if one.answer else "Answer it"
    href = f"{presenters.question_address(one)}answer/"
    context = {
        "at": at,
        "question": one,
        "title": f"{one.asked_by} asked" if one.to else f"{one.asked_by} remarked",
        "tag": presenters.question_tag(one, waiting=waiting),
        "terms": presenters.question_terms(one, names, reads.meeting(meeting, at.known)),
        "actions": actions(request, (Permission.ANSWER_QUESTIONS, text, href)) if one.to else (),
    }
    return show(request, "meetings/question.jinja", context)


@needs(Permission.RECORD_QUESTIONS)
def ask(request: HttpRequest) -> HttpResponse:
    """Take a member's question or comment."""
    known = asked(request).known
    held = [one for one in reads.meetings(known) if one.state is MeetingState.HELD]
    names = {body.code: body.name for body in reads.bodies(known)}
    initial = {"meeting": request.GET.get("meeting", "")}
    form = QuestionForm(request.POST or None, meetings=held, names=names, initial=initial)
    page = FormPage(
        title="Record a question or comment",
        summary="One without an answer stands in the next report to the body.",
        button="Record it",
        back=LIST,
        crumbs=CRUMBS,
    )

    def act() -> Question:
        by, at = viewer(request).username, clock.now()
        return writes.ask_question(question=form.question(), by=by, at=at)

    if carried_out(form, act, writes.UnfitQuestion, reads.UnknownMeeting):
        messages.success(request, f"What {form.cleaned_data['asked_by']} said is recorded")
        return redirect(LIST)
    return show_form(request, form, page)


@needs(Permission.ANSWER_QUESTIONS)
def answer(request: HttpRequest, meeting: str, number: int) -> HttpResponse:
    """Take the answer to a question; what it promises becomes a commitment with it."""
    known = asked(request).known
    one = _seen(meeting, number, known, closed=permits(request, Permission.VIEW_EXEMPT))
    body = reads.meeting(meeting, known).body
    initial = {
        "answer": one.answer,
        "answered_by": one.answered_by or one.to,
        "answered_on": one.answered_on or london_day(clock.now()),
    }
    form = AnswerForm(request.POST or None, initial=initial)
    page = FormPage(
        title="Answer the question",
        summary=one.text,
        caption=f"{one.asked_by}, {meeting}",
        button="Keep the answer",
        back=presenters.question_address(one),
        crumbs=CRUMBS,
    )

    def act() -> Question:
        return writes.answer_question(
            answered=form.answered(one),
            promise=form.promised(one, body),
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, writes.UnfitQuestion, writes.UnfitCommitment):
        messages.success(request, "The answer is kept")
        return redirect(presenters.question_address(one))
    return show_form(request, form, page)


def _seen(meeting: str, number: int, known: int, *, closed: bool) -> Question:
    try:
        return reads.question(meeting, number, known, closed=closed)
    except reads.UnknownQuestion as fault:
        raise Http404(str(fault)) from fault

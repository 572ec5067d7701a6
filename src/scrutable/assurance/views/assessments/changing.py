"""Assessments and answers taken from forms and workbooks."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.views import asked, needs, viewer
from scrutable.assurance.facts import Answer, Assessment, Visibility
from scrutable.assurance.forms.assessments import AnswerForm, AssessmentForm, LoadForm
from scrutable.assurance.intake import frameworks
from scrutable.assurance.presenters.assessments import words as words_of
from scrutable.assurance.presenters.assessments.loading import loaded_words
from scrutable.assurance.reads import assessments as reads
from scrutable.assurance.rules import in_scope
from scrutable.assurance.views.assessments.doors import CRUMBS, MANAGE, assessed, crumbs_to
from scrutable.assurance.writes import load_answers
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import count_words
from scrutable.records.reads import stands
from scrutable.records.views import form_page, recorded
from scrutable.records.writes import UnfitRecord

MOST_FAULTS = 50  # named on the page; the rest are counted


@needs(MANAGE)
def record_assessment(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take an assessment as it is from now on; without a code a new one."""
    at = asked(request)
    known = assessed(request, code, at) if code else None
    form = AssessmentForm(
        request.POST or None,
        known=known,
        frameworks=frameworks(),
        systems=reads.system_titles(at.known),
        initial={
            "begun_on": at.as_at,
            "visibility": Visibility.EXEMPT.value,
            "paragraphs": ["3", "7"],
            "public_interest": reads.usual_interest(at.known, at.as_at),
            **dict.fromkeys(["framework"], next(iter(frameworks()))),
        },
    )
    if done := recorded(request, form, form.assessment, form.standing):
        messages.success(request, f"{done.title} is recorded")
        return redirect(words_of.assessment_address(done.code))
    back = words_of.assessment_address(code) if known else words_of.ASSESSMENTS
    title = known.title if known else ""
    return show_form(
        request, form, form_page("the assessment" if known else "an assessment", title,
                                 back=back, crumbs=CRUMBS)
    )  # fmt: skip


@needs(MANAGE)
def record_answer(request: HttpRequest, code: str, system: str, outcome: str) -> HttpResponse:
    """Take both answers to an outcome as they are from now on."""
    at = asked(request)
    found: Assessment = assessed(request, code, at)
    framework = reads.framework_of(found)
    asks = framework.outcome(outcome)
    scope = ("organisation", *found.systems)
    if asks is None or system not in scope or outcome not in in_scope(framework, system):
        raise Http404(f"{code} does not ask {outcome} of {system}")
    known = stands(Answer, at.known, assessment=code, system=system, outcome=outcome)
    form = AnswerForm(request.POST or None, known=known, outcome=asks)
    if recorded(request, form, lambda: form.answer(code, system, outcome), form.standing):
        messages.success(request, f"The answer to {outcome} is recorded")
        return redirect(words_of.answer_address(code, system, outcome))
    who = words_of.system_words(system, reads.system_titles(at.known))
    page = FormPage(
        title=f"Answer {outcome} {asks.title}",
        button="Record it",
        back=words_of.answer_address(code, system, outcome),
        summary="How it was answered before is kept.",
        caption=f"{found.title}: {who}",
        crumbs=crumbs_to(code, (who, words_of.system_address(code, system))),
    )
    return show_form(request, form, page)


@needs(MANAGE)
def load(request: HttpRequest, code: str) -> HttpResponse:
    """Take a workbook of answers, all of it or nothing."""
    at = asked(request)
    found = assessed(request, code, at)
    form = LoadForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        by = viewer(request).username
        try:
            done = load_answers(
                assessment=code, content=file.read(), name=file.name, by=by, at=clock.now()
            )
        except UnfitRecord as unfit:
            for fault in unfit.faults[:MOST_FAULTS]:
                form.add_error("file", str(fault))
            if (more := len(unfit.faults) - MOST_FAULTS) > 0:
                form.add_error("file", f"{count_words(more, 'more fault')}. Mend these first")
        else:
            messages.success(request, loaded_words(done.new, done.changed, done.known))
            return redirect(words_of.assessment_address(code))
    page = FormPage(
        title="Load answers",
        button="Load them",
        back=words_of.assessment_address(code),
        summary="All of the workbook is taken or nothing. What it says already changes nothing, "
        "nor does a blank cell.",
        caption=found.title,
        upload=True,
        crumbs=crumbs_to(code),
    )
    return show_form(request, form, page)

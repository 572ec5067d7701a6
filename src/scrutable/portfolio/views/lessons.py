"""Lessons shown, recorded and applied."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.portfolio import reads, rules
from scrutable.portfolio.facts import LessonStanding, project_reference
from scrutable.portfolio.forms.lessons import ApplyForm, LessonForm
from scrutable.portfolio.presenters import lessons as words
from scrutable.portfolio.presenters.lessons import LESSONS, lesson_address
from scrutable.records.views import recorded

MANAGE = Permission.MANAGE_PROJECTS
CRUMBS = (("Lessons", LESSONS),)


@needs(Permission.VIEW_PROJECTS)
def lessons(request: HttpRequest) -> HttpResponse:
    """Show every lesson, or those with the words asked for, and where each was applied."""
    at = asked(request)
    every = reads.lessons(at.known, at.as_at)
    said = request.GET.get("words", "").strip()[:200]
    found = [one for one in every if rules.holds_words(one, said)]
    context = {
        "at": at,
        "title": words.title(every),
        "words": said,
        "actions": actions(request, (MANAGE, "Record a lesson", f"{LESSONS}new/")),
    }
    table = words.lesson_table(found, _titles(found, at), said)
    return show(request, "portfolio/lessons.jinja", context, table)


@needs(Permission.VIEW_PROJECTS)
def lesson(request: HttpRequest, number: int) -> HttpResponse:
    """Show one lesson: its cause and effect, and where it was applied."""
    at = asked(request)
    one = _seen(number, at)
    titles = _titles([one], at)
    here = lesson_address(number)
    context = {
        "at": at,
        "number": number,
        "crumbs": (*CRUMBS, (f"Lesson {number}", "")),
        "title": one.lesson.recommendation,
        "summary": f"{words.cited_words(one)}.",
        "terms": words.lesson_terms(one, titles),
        "actions": actions(
            request,
            (MANAGE, "Say where it was applied", f"{here}apply/"),
            (MANAGE, "Change the lesson", f"{here}change/"),
        ),
    }
    return show(request, "portfolio/lesson.jinja", context, words.use_table(one, titles))


@needs(MANAGE)
def record_lesson(request: HttpRequest, number: int = 0) -> HttpResponse:
    """Take a lesson as it is told from now on; without a number a new one."""
    at = asked(request)
    known = _seen(number, at).lesson if number else None
    initial = {"learned_from": request.GET.get("from", ""), "learned_on": at.as_at}
    form = LessonForm(request.POST or None, known=known, initial=initial)
    if done := recorded(request, form, form.lesson, form.standing):
        messages.success(request, f"Lesson {done.number} is recorded")
        return redirect(lesson_address(done.number))
    page = FormPage(
        title="Change the lesson" if known else "Record a lesson",
        button="Keep the change" if known else "Record it",
        back=lesson_address(number) if known else LESSONS,
        summary="How it stood before is kept." if known else "What to do otherwise next time.",
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


@needs(MANAGE)
def apply_lesson(request: HttpRequest, number: int) -> HttpResponse:
    """Take what a project did for a lesson."""
    at = asked(request)
    one = _seen(number, at)
    initial = {"on": at.as_at, "applied_to": request.GET.get("project", "")}
    form = ApplyForm(request.POST or None, initial=initial)
    if recorded(request, form, lambda: form.use(number)):
        messages.success(request, f"Lesson {number} is applied")
        return redirect(lesson_address(number))
    page = FormPage(
        title="Say where the lesson was applied",
        button="Record it",
        back=lesson_address(number),
        summary=one.lesson.recommendation,
        caption=f"Lesson {number}",
        crumbs=(*CRUMBS, (f"Lesson {number}", lesson_address(number))),
    )
    return show_form(request, form, page)


def _seen(number: int, at: Asked) -> LessonStanding:
    try:
        return reads.lesson(number, at.known, at.as_at)
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def _titles(found: list[LessonStanding], at: Asked) -> dict[str, str]:
    named = {
        reference
        for one in found
        for reference in (
            one.lesson.learned_from,
            *one.wanting,
            *(use.applied_to for use in one.uses),
        )
    }
    before = project_reference("")
    numbers = {each.removeprefix(before) for each in named if each.startswith(before)}
    return reads.titles_of(numbers, at.known)

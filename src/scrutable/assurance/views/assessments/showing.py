"""Assessments, their systems and their answers shown; templates sent."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.assurance.facts import ORGANISATION, Standing
from scrutable.assurance.intake.template import Issued, write_template
from scrutable.assurance.presenters.assessments import (
    answers,
    comparing,
    listing,
    one,
    outcomes,
    plans,
)
from scrutable.assurance.presenters.assessments import words as words_of
from scrutable.assurance.reads import assessments as reads
from scrutable.assurance.views.assessments.doors import (
    CRUMBS,
    CYBER,
    MANAGE,
    assessed,
    crumbs_to,
    sees_detail,
    stood,
)
from scrutable.govuk.views import WORKBOOK, show
from scrutable.kernel.wording import ended
from scrutable.records.reads import UnknownRecord
from scrutable.registers import reads as registers


@needs(Permission.VIEW_ASSURANCE)
def assessments(request: HttpRequest) -> HttpResponse:
    """Show every assessment: what everybody may read of it, or what it found."""
    at = asked(request)
    found = reads.opened(at.known, at.as_at)
    table = listing.open_table(found)
    if permits(request, CYBER):
        standings = {each.assessment.code: each for each in reads.standings(at.known, at.as_at)}
        table = listing.full_table(found, standings)
    new = ((MANAGE, "Record an assessment", f"{words_of.ASSESSMENTS}new/"),)
    compare = ((CYBER, "Compare two assessments", words_of.COMPARE),) if len(found) > 1 else ()
    context = {
        "at": at,
        "title": listing.title(found),
        "actions": actions(request, *new, *compare),
        "is_whole": permits(request, CYBER),
    }
    return show(request, "assurance/assessments.jinja", context, table)


@needs(Permission.VIEW_ASSURANCE)
def assessment(request: HttpRequest, code: str) -> HttpResponse:
    """Show one assessment; without the permission only what everybody may read of it."""
    at = asked(request)
    try:
        opened = reads.opened_one(code, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    context = {
        "at": at,
        "opened": opened,
        "crumbs": (*CRUMBS, (code, "")),
        "caption": opened.title,
        "terms": listing.open_terms(opened),
    }
    if not sees_detail(request, code, at):
        context |= {"title": opened.title, "actions": ()}
        return show(request, "assurance/assessment_open.jinja", context)
    standing = reads.standing(code, at.known, at.as_at)
    titles = reads.system_titles(at.known)
    context |= _whole(request, standing)
    return show(
        request,
        "assurance/assessment.jinja",
        context,
        one.systems_table(standing, titles),
        one.differences_table(standing, titles),
        outcomes.outcomes_table(standing, ORGANISATION),
    )


def _whole(request: HttpRequest, standing: Standing) -> dict[str, object]:
    code = standing.assessment.code
    base = words_of.assessment_address(code)
    title = one.finding(standing)
    return {
        "title": title,
        "summary": one.summary(standing),
        "figures": one.figures(standing),
        "exempt": words_of.exempt_words(standing.assessment),
        "picture": outcomes.picture(
            standing.of(ORGANISATION),
            standing.framework,
            "The organisation: outcomes by principle",
            ended(title),
        ),
        "actions": actions(
            request,
            (CYBER, "Remediation plan", words_of.plan_address(code)),
            (MANAGE, "Load answers", f"{base}load/"),
            (MANAGE, "Template of the organisation", f"{base}systems/{ORGANISATION}/template/"),
            (MANAGE, "Template of everything", f"{base}template/"),
            (MANAGE, "Change the assessment", f"{base}change/"),
        ),
    }


@needs(Permission.VIEW_ASSURANCE)
def system(request: HttpRequest, code: str, system: str) -> HttpResponse:
    """Show what is asked of one system, and what was answered."""
    at = asked(request)
    standing = stood(request, code, at)
    if system not in standing.systems:
        raise Http404(f"{system} is not in the scope of {code}")
    titles = reads.system_titles(at.known)
    who, judged = words_of.system_words(system, titles), standing.verdict(system)
    rows = standing.of(system)
    title = (
        one.judged_words(who, judged, standing.assessment.profile)
        if judged
        else f"{who}: {sum(each.stands is not None for each in rows)} of {len(rows)} answered"
    )
    base = words_of.system_address(code, system)
    context = {
        "at": at,
        "title": title,
        "caption": standing.assessment.title,
        "summary": ended(outcomes.lacking_words(rows)) if outcomes.lacking_words(rows) else "",
        "exempt": words_of.exempt_words(standing.assessment),
        "crumbs": crumbs_to(code, (who, "")),
        "picture": outcomes.picture(
            rows, standing.framework, f"{who}: outcomes by principle", ended(title)
        ),
        "actions": actions(
            request,
            (MANAGE, "Template", f"{base}template/"),
            (MANAGE, "Load answers", f"{words_of.assessment_address(code)}load/"),
        ),
    }
    steps = [each for each in standing.plan.steps if each.step.system == system]
    return show(
        request,
        "assurance/assessed_system.jinja",
        context,
        outcomes.outcomes_table(standing, system),
        plans.steps_table(steps, titles, "Steps of the plan for it", "steps"),
    )


@needs(Permission.VIEW_ASSURANCE)
def answer(request: HttpRequest, code: str, system: str, outcome: str) -> HttpResponse:
    """Show both answers to an outcome side by side, with their reasons and their history."""
    at = asked(request)
    found = assessed(request, code, at)
    try:
        seen = reads.answer(code, system, outcome, at.known, at.as_at)
    except LookupError as fault:
        raise Http404(str(fault)) from fault
    titles = reads.system_titles(at.known)
    who = words_of.system_words(system, titles)
    base = words_of.answer_address(code, system, outcome)
    context = {
        "at": at,
        "title": f"{outcome} {seen.asked.title}",
        "caption": f"{found.title}: {who}",
        "summary": answers.answer_words(seen),
        "exempt": words_of.exempt_words(found),
        "crumbs": crumbs_to(code, (who, words_of.system_address(code, system)), (outcome, "")),
        "terms": answers.answer_terms(seen),
        "actions": actions(request, (MANAGE, "Answer it", f"{base}change/")),
    }
    return show(
        request,
        "assurance/answer.jinja",
        context,
        answers.history_table(seen),
        plans.steps_table(seen.steps, titles, "Steps of the plan for it", "steps"),
    )


@needs(CYBER)
def compare(request: HttpRequest) -> HttpResponse:
    """Show what moved between two assessments, also by two versions of a framework."""
    at = asked(request)
    found = reads.opened(at.known, at.as_at)
    codes = [each.code for each in found]
    after = request.GET.get("after", codes[0] if codes else "")
    before = request.GET.get("before", codes[1] if len(codes) > 1 else "")
    context = {
        "at": at,
        "choices": [(each.code, each.title) for each in found],
        "before": before,
        "after": after,
        "crumbs": (*CRUMBS, ("Compare", "")),
    }
    if not before or not after or before == after:
        context |= {"title": "Choose two assessments to compare", "summary": "", "figures": ()}
        return show(request, "assurance/compare.jinja", context)
    try:
        both = reads.compared(before, after, at.known)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    context |= {
        "title": comparing.title(both),
        "summary": comparing.summary(both),
        "figures": comparing.figures(both),
    }
    titles = reads.system_titles(at.known)
    return show(request, "assurance/compare.jinja", context, comparing.moved_table(both, titles))


@needs(MANAGE)
def template(request: HttpRequest, code: str, system: str = "") -> HttpResponse:
    """Send the workbook in which answers are given, of one system or of everything."""
    at = asked(request)
    content = issued(request, code, system, at)
    answer = HttpResponse(content, content_type=WORKBOOK)
    name = f"{code}-{system}" if system else code
    answer["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
    return answer


def issued(request: HttpRequest, code: str, system: str, at: Asked) -> bytes:
    """Return the workbook of one system, or of everything in scope."""
    found = assessed(request, code, at)
    every = (ORGANISATION, *found.systems)
    if system and system not in every:
        raise Http404(f"{system} is not in the scope of {code}")
    asks = Issued(
        assessment=found,
        framework=reads.framework_of(found),
        systems=(system,) if system else every,
        titles=reads.system_titles(at.known),
        answers=reads.answers(code, at.known, system),
    )
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    return write_template(asks, on=at.as_at, council=council)

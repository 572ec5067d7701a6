"""One decision: how far it has come, the reports it was taken on, and what became of them."""

from collections.abc import Sequence

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission, Role
from scrutable.access.presenters import PERMISSION_WORDS
from scrutable.access.views import Asked, actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.views import show
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import DecisionCase
from scrutable.meetings.presenters import decisions as deciding
from scrutable.meetings.presenters.deadlines import deadline_table
from scrutable.meetings.reads import papers
from scrutable.meetings.rules import lifecycle
from scrutable.registers import reads as registers
from scrutable.reports import facts, presenters, reads, writes
from scrutable.reports.rules.titles import FORMAT_WORDS

NOTHING_DUE = "Nothing is due: the decision owes no notice and no record."


@needs(Permission.VIEW_MEETINGS)
def decision(request: HttpRequest, code: str) -> HttpResponse:
    """Show the decision with its plan and record, and figures restated since it was taken."""
    at = asked(request)
    sees_exempt = permits(request, Permission.VIEW_EXEMPT)
    try:
        case = meetings.case_of(code, at.known, closed=sees_exempt)
    except (meetings.UnknownDecision, meetings.UnknownBody) as unknown:
        raise Http404(str(unknown)) from unknown
    law = meetings.law(at.as_at, at.known)
    stage = lifecycle.stage(case, law.rules, law.notices, at.as_at)
    window = lifecycle.call_in_window(case, law.rules, law.notices)
    plan = case.planned
    names = {body.code: body.name for body in meetings.bodies(at.known)}
    restated = reads.restated_under(code) if permits(request, Permission.VIEW_REPORTS) else []
    editions = _editions(request, case, at)
    context = {
        "at": at,
        "case": case,
        "title": deciding.decision_title(case),
        "stage": deciding.STAGE_TAGS[stage],
        "summary": deciding.stage_words(case, stage, window),
        "relied": presenters.relied_words(restated),
        "actions": _actions(request, case),
        "files": _files(editions),
        "plan": deciding.plan_terms(plan, names, case.maker.members) if plan else (),
        "record": deciding.record_terms(case.record, names) if case.record else (),
        "call_in": deciding.call_in_terms(case.call_in) if case.call_in else (),
        "may_begin": _may_begin(request, case, editions),
    }
    earliest = lifecycle.earliest_day(plan, law.rules, law.notices) if plan else None
    made = reads.made_in(case.record, at.known, closed=sees_exempt) if case.record else None
    tables = (
        presenters.restated_table(restated),
        presenters.taken_on_table(editions),
        deciding.course_table(case, earliest, window),
        deadline_table(
            meetings.deadlines_of_decision(code, at.known, at.as_at), at.as_at, empty=NOTHING_DUE
        ),
        presenters.promised_table(made.commitments if made else (), at.as_at),
        presenters.delegated_table(made.delegations if made else ()),
    )
    return show(request, "reports/decision.jinja", context, *tables)


def _editions(request: HttpRequest, case: DecisionCase, at: Asked) -> list[facts.Edition]:
    """Return the reports that the person may see: those it was taken on, then its own."""
    role = Role(viewer(request).role)
    named = reads.taken_on(case.record, at.known) if case.record else []
    own = [one for one in reads.editions() if one.decision == case.code]
    once = {one.name: one for one in (*named, *own)}
    return [one for one in once.values() if reads.sees(role, one)]


def _files(editions: Sequence[facts.Edition]) -> list[dict[str, str]]:
    """Return the files of the newest report of the decision that was issued."""
    issued = [one for one in editions if one.decision and one.is_frozen]
    if not issued:
        return []
    newest = max(issued, key=lambda one: one.version)
    return [
        {"text": words, "href": reverse("reports:download", args=[newest.name, form.value])}
        for form, words in FORMAT_WORDS.items()
    ]


def _may_begin(request: HttpRequest, case: DecisionCase, editions: Sequence[facts.Edition]) -> bool:
    """Test whether the person may make an edition of its report, and none is being made."""
    makes = reads.makes(Role(viewer(request).role), facts.ReportKind.DECISION_REPORT)
    has_draft = any(one.decision and not one.is_frozen for one in editions)
    return makes and case.planned is not None and case.record is None and not has_draft


def _actions(request: HttpRequest, case: DecisionCase) -> list[tuple[str, str]]:
    here = presenters.decision_address(case.code)
    planned = (
        (Permission.WRITE_DECISION_REPORTS, "Write its report", f"{here}report/"),
        (Permission.MANAGE_MEETINGS, "Change the plan", f"{here}plan/"),
    )
    record = (Permission.RECORD_DECISIONS, "Record the decision", f"{here}record/")
    decided = (
        (Permission.RECORD_DECISIONS, "Correct the record", f"{here}record/"),
        (Permission.RECORD_DECISIONS, "Record a call-in", f"{here}call-in/"),
        (Permission.RECORD_DECISIONS, "Record that it was carried out", f"{here}carried-out/"),
    )
    heard = (Permission.RECORD_DECISIONS, "Record the hearing", f"{here}hearing/")
    offered = [
        *(planned if case.planned and not case.record else ()),
        *(decided if case.record else (record,)),
        *((heard,) if case.call_in and case.call_in.result is None else ()),
        (Permission.VIEW_TRACE, "Where it came from and led to", f"/trace/{case.reference}"),
        (Permission.VIEW_LOG, "Who did what", f"/log/?subject={case.reference}"),
    ]
    return list(actions(request, *offered))


@require_POST
@needs(Permission.VIEW_REPORTS)
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin an edition of the decision's report; an open one is led to."""
    kind = facts.ReportKind.DECISION_REPORT
    if not reads.makes(Role(viewer(request).role), kind):
        raise PermissionDenied(PERMISSION_WORDS[reads.KINDS[kind].begun_by[0]])
    known, today = number_at(), london_day(clock.now())
    try:
        paper = papers.paper(code, known, council="", dated=today)
    except meetings.UnknownDecision as unknown:
        raise Http404(str(unknown)) from unknown
    begun = writes.open_edition(
        asked=facts.ReportAsked(
            kind=kind,
            about=f"decision/{code}",
            as_at=today,
            author=paper.author or viewer(request).full_name,
            council=registers.council_name(today, known, settings.COUNCIL_NAME),
            links=settings.BASE_URL,
        ),
        by=viewer(request).username,
        at=clock.now(),
    )
    return redirect("reports:check", begun.name)

"""Agreements shown: the register, one of them, twelve months ahead, those that ran on."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import show
from scrutable.housekeeping import rules
from scrutable.housekeeping.facts.agreements import AgreementStanding, ComingDate
from scrutable.housekeeping.presenters.agreements import calendar as calendar_words
from scrutable.housekeeping.presenters.agreements import finding, lists, page
from scrutable.housekeeping.presenters.agreements.words import (
    AGREEMENTS,
    CALENDAR,
    FEED_FILE,
    RAN_ON,
    agreement_address,
    next_words,
)
from scrutable.housekeeping.presenters.words import ESTATE
from scrutable.housekeeping.reads import agreements as reads
from scrutable.housekeeping.rules.agreements import every_time
from scrutable.meetings.presenters.ics import FEED, ics
from scrutable.meetings.reads import installation, recorded_at
from scrutable.records.reads import UnknownRecord

VIEW, MANAGE = Permission.VIEW_ESTATE, Permission.MANAGE_AGREEMENTS
CRUMBS = (("Estate", ESTATE), ("Agreements", AGREEMENTS))


@needs(VIEW)
def agreements(request: HttpRequest) -> HttpResponse:
    """Show every agreement, or those with the words asked for, and what is next of each."""
    at = asked(request)
    every = reads.agreements(at.known, at.as_at)
    within = reads.agreement_policy(at.as_at, at.known).notice_within_days
    said = request.GET.get("words", "").strip()[:200]
    context = {
        "at": at,
        "title": finding.register_title(every),
        "summary": finding.register_summary(every, within),
        "figures": lists.register_figures(every, within),
        "words": said,
        "crumbs": (CRUMBS[0], ("Agreements", "")),
        "actions": actions(
            request,
            (VIEW, "Twelve months ahead", CALENDAR),
            (VIEW, "Those that ran on without approval", RAN_ON),
            (MANAGE, "Add an agreement", f"{AGREEMENTS}new/"),
            (MANAGE, "Load a register", f"{AGREEMENTS}load/"),
        ),
    }
    found = [one for one in every if finding.holds_words(one, said)]
    return show(
        request, "housekeeping/agreements.jinja", context, lists.register_table(found, said)
    )


@needs(VIEW)
def agreement(request: HttpRequest, code: str) -> HttpResponse:
    """Show one agreement: its terms, approved or not, what is next, and when it ran on."""
    at = asked(request)
    one = seen(code, at)
    policy = reads.agreement_policy(at.as_at, at.known)
    here = agreement_address(code)
    context = {
        "at": at,
        "title": finding.page_title(one),
        "summary": next_words(one),
        "caption": f"Agreement {code}",
        "figures": page.figures(one),
        "crumbs": (*CRUMBS, (one.agreement.title, "")),
        "terms": page.details(one),
        "again": finding.own_recurrence_words(one),
        "loose": finding.loose_words(one),
        "actions": actions(
            request,
            (MANAGE, "Record a renewal", f"{here}renewals/new/"),
            *((MANAGE, f"Record cause and cure of {label}", to) for label, to in page.to_cure(one)),
            *((MANAGE, f"Change {label}", to) for label, to in page.to_change(one)),
            (MANAGE, "Change the agreement", f"{here}change/"),
        ),
    }
    return show(
        request,
        "housekeeping/agreement.jinja",
        context,
        page.term_table(one, policy),
        lists.ran_on_table([(one, time) for time in one.ran_on], is_named=False),
    )


@needs(VIEW)
def calendar(request: HttpRequest) -> HttpResponse:
    """Show notice, ends and renewals of the twelve months ahead, a month a group."""
    at = asked(request)
    found, days = _ahead(at)
    context = {
        "at": at,
        "title": calendar_words.calendar_title(days),
        "summary": calendar_words.calendar_summary(days),
        "crumbs": (*CRUMBS, ("Twelve months ahead", "")),
        "actions": actions(request, (VIEW, "Take it into your own calendar", FEED_FILE)),
    }
    by = calendar_words.by_code(found)
    table = calendar_words.calendar_table(days, by, at.as_at)
    return show(request, "housekeeping/agreements_calendar.jinja", context, table)


@needs(VIEW)
def calendar_file(request: HttpRequest) -> HttpResponse:
    """Answer with the same days as a file that calendar programs take up."""
    at = asked(request)
    found, days = _ahead(at)
    by = calendar_words.by_code(found)
    stamps = recorded_at({by[day.agreement].version for day in days})
    host = request.build_absolute_uri("/").rstrip("/")
    entries = calendar_words.entries(days, by, stamps, host)
    made = ics(entries, name="Agreements", installation=installation())
    answer = HttpResponse(made, content_type=FEED)
    answer["Content-Disposition"] = 'attachment; filename="agreements.ics"'
    return answer


def _ahead(at: Asked) -> tuple[list[AgreementStanding], list[ComingDate]]:
    found = reads.agreements(at.known, at.as_at)
    return found, rules.coming(found, at.as_at, rules.last_day(at.as_at, calendar_words.MONTHS))


@needs(VIEW)
def ran_on(request: HttpRequest) -> HttpResponse:
    """Show each time that an agreement ran on without approval, its cause, its cure, and again."""
    at = asked(request)
    every = reads.agreements(at.known, at.as_at)
    times = every_time(every)
    context = {
        "at": at,
        "title": finding.ran_on_title(every),
        "summary": finding.recurrence_words(every),
        "figures": lists.ran_on_figures(times),
        "crumbs": (*CRUMBS, ("Ran on without approval", "")),
    }
    return show(request, "housekeeping/agreements_ran_on.jinja", context, lists.ran_on_table(times))


def seen(code: str, at: Asked) -> AgreementStanding:
    """Return one agreement, or answer that there is none."""
    try:
        return reads.agreement(code, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault

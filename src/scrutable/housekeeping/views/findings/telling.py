"""A finding’s, a thing’s and a person’s page; that each was looked at is in the log."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.govuk.views import show
from scrutable.housekeeping.facts import FindingTold, Thing, ThingsTold
from scrutable.housekeeping.presenters import finding_page as words
from scrutable.housekeeping.presenters.findings import FINDINGS, of_one, thing_address
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.views.findings.looking import looked
from scrutable.records.reads import UnknownRecord

VIEW, MANAGE = Permission.VIEW_FINDINGS, Permission.MANAGE_ESTATE
CRUMBS = (("Findings", FINDINGS),)


@needs(VIEW)
def finding(request: HttpRequest, number: int) -> HttpResponse:
    """Show one finding: what of, where, and all that was shown and said of it."""
    at = asked(request)
    told = _told(number, at)
    one = told.standing
    may_say = one.stands and not at.words
    context = {
        "number": number,
        "crumbs": (*CRUMBS, (f"Finding {number}", "")),
        "title": words.finding_title(told),
        "summary": words.finding_summary(told),
        "terms": words.finding_terms(told),
        "actions": actions(
            request,
            (MANAGE, "Explain it", of_one(one, "explain")),
            (MANAGE, "Give it an owner", of_one(one, "assign")),
            (MANAGE, "Say that it is fixed", of_one(one, "fixed")),
        )
        if may_say
        else (),
    }
    tables = words.shown_table(told), words.said_table(told)
    answer = show(request, "housekeeping/finding.jinja", context, *tables)
    return looked(request, answer, [told.thing], one.reference)


@needs(VIEW)
def thing(request: HttpRequest, number: int) -> HttpResponse:
    """Show an account, a device or another thing: all that is and ever was wrong with it."""
    at = asked(request)
    one = _thing(number)
    told = worklist.things_told([number], worklist.reach(at.known, at.as_at))
    context = {
        "number": number,
        "caption": "Everything found of it",
        "crumbs": (*CRUMBS, (f"Number {number}", "")),
        "title": words.things_title(told, words.thing_name(one)),
        "terms": words.thing_terms(one),
        "is_erased": words.erased(told.things),
    }
    return _shown(request, context, told, f"thing/{number}", with_thing=False)


@needs(VIEW)
def person(request: HttpRequest, number: int) -> HttpResponse:
    """Show the person whose the thing is: all that is theirs, and ever was wrong with it."""
    at = asked(request)
    one = _thing(number)
    numbers = worklist.things_of_person(one)
    told = worklist.things_told(numbers, worklist.reach(at.known, at.as_at))
    context = {
        "number": number,
        "caption": "Everything found of a person",
        "crumbs": (*CRUMBS, (f"Number {number}", thing_address(number)), ("Its person", "")),
        "title": words.things_title(told, words.person_name(one)),
        "terms": (),
        "is_erased": not one.person,
    }
    return _shown(request, context, told, f"thing/{number}/person", with_thing=True)


def _shown(
    request: HttpRequest,
    context: dict[str, object],
    told: ThingsTold,
    where: str,
    *,
    with_thing: bool,
) -> HttpResponse:
    tables = (
        words.findings_table(told, with_thing=with_thing),
        words.snapshot_table(told, with_thing=with_thing),
    )
    answer = show(request, "housekeeping/things.jinja", context, *tables)
    return looked(request, answer, told.things, where)


def _told(number: int, at: Asked) -> FindingTold:
    try:
        return worklist.finding_told(number, worklist.reach(at.known, at.as_at))
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def _thing(number: int) -> Thing:
    found = worklist.thing(number)
    if found is None:
        raise Http404(f"There is nothing with the number {number}. Check it in the list.")
    return found

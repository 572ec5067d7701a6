"""Issues, one issue with its history, and phases, shown."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.assurance.facts import Issue, IssueStanding, IssueState, Phase, Priority
from scrutable.assurance.presenters.issues import listing, one
from scrutable.assurance.presenters.issues.words import (
    ISSUES,
    PHASES,
    PRIORITY_WORDS,
    STATE_TAGS,
    issue_address,
)
from scrutable.assurance.reads import issues as reads
from scrutable.govuk.views import show
from scrutable.kernel.wording import date_words, ended
from scrutable.records.reads import UnknownRecord, every

VIEW, MANAGE, CYBER = (
    Permission.VIEW_ASSURANCE,
    Permission.MANAGE_ASSURANCE,
    Permission.VIEW_CYBER,
)
ACCEPT = Permission.ACCEPT_CLOSURES
CRUMBS = (("Issues", ISSUES),)
NONE = "-"  # in the address, for no phase
STILL, ADDED = "still", "added"


@needs(VIEW)
def issues(request: HttpRequest) -> HttpResponse:
    """Show issues as chosen, their age, and the phases that they are put into."""
    at = asked(request)
    found = reads.issues(at.known, at.as_at)
    chosen = {name: request.GET.get(name, "") for name in ("state", "priority", "source", "phase",
                                                          "owner")}  # fmt: skip
    shown = [each for each in found if _is_chosen(each, chosen)]
    may_say = permits(request, MANAGE) and not at.words
    bands = reads.ages(found, at.known, at.as_at)
    context: dict[str, Any] = {
        "at": at,
        "title": listing.title(found),
        "figures": listing.figures(found, f"at {date_words(at.as_at)}"),
        "picture": listing.age_picture(bands),
        "filters": _filters(found, every(Phase, at.known)),
        "chosen": chosen,
        "may_say": may_say,
        "actions": [
            ("Phases", PHASES),
            *actions(
                request,
                (MANAGE, "Record an issue", f"{ISSUES}new/"),
                (MANAGE, "Send a workbook", "/assurance/register/"),
            ),
        ],
    }
    table = listing.issue_table(shown, closed=permits(request, CYBER), ticks=may_say)
    return show(request, "assurance/issues.jinja", context, table, listing.age_table(bands))


@needs(VIEW)
def issue(request: HttpRequest, number: int) -> HttpResponse:
    """Show one issue and everything that was said of it."""
    at = asked(request)
    standing, versions = issue_at(number, at)
    closed = permits(request, CYBER)
    here = issue_address(number)
    is_waiting = standing.state is IssueState.WAITING
    accept = ((ACCEPT, "Accept its closure, or not", f"{here}accept/"),) if is_waiting else ()
    context = {
        "at": at,
        "title": f"Issue {number}",
        "caption": standing.issue.source,
        "summary": ended(one.summary(standing)),
        "crumbs": (*CRUMBS, (str(number), "")),
        "terms": one.terms(standing, closed=closed),
        "by_name": one.BY_NAME,
        "actions": actions(request, (MANAGE, "Change the issue", f"{here}change/"), *accept),
    }
    events = reads.told_by([each.version for each in versions])
    table = one.history_table(versions, events, closed=closed)
    return show(request, "assurance/issue.jinja", context, table)


@needs(VIEW)
def phases(request: HttpRequest) -> HttpResponse:
    """Show the phases of the improvement programme and how their issues stand."""
    at = asked(request)
    found = reads.phases(at.known, reads.issues(at.known, at.as_at))
    context = {
        "at": at,
        "title": "Phases of the improvement programme",
        "crumbs": (*CRUMBS, ("Phases", "")),
        "actions": actions(request, (MANAGE, "Record a phase", f"{PHASES}new/")),
        "changes": [
            (f"Change {each.phase.code}", f"{PHASES}{each.phase.code}/change/")
            for each in found
            if each.phase and permits(request, MANAGE)
        ],
    }
    return show(request, "assurance/phases.jinja", context, listing.phase_table(found))


def issue_at(number: int, at: Asked) -> tuple[IssueStanding, list[Issue]]:
    """Return one issue with its versions, or answer that there is none."""
    try:
        return reads.issue(number, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def _is_chosen(one: IssueStanding, chosen: dict[str, str]) -> bool:
    issue = one.issue
    state = chosen["state"]
    is_state = {
        "": True,
        STILL: one.state is not IssueState.CLOSED,
        ADDED: bool(issue.found_while),
    }.get(state, one.state.value == state)
    return is_state and all(
        not wanted or ("" if wanted == NONE else wanted) == held
        for wanted, held in (
            (chosen["priority"], issue.priority.value),
            (chosen["source"], issue.source),
            (chosen["phase"], issue.phase),
            (chosen["owner"], issue.owner),
        )
    )


def _filters(
    found: Sequence[IssueStanding], phases: Sequence[Phase]
) -> tuple[tuple[str, str, str, list[tuple[str, str]]], ...]:
    states = [(each.value, tag.word) for each, tag in STATE_TAGS.items()]
    more = [(STILL, "Not closed"), (ADDED, "Added as they were found")]
    sources = sorted({each.issue.source for each in found})
    owners = sorted({each.issue.owner for each in found})
    named = [(each.code, f"{each.code}: {each.title}") for each in phases]
    return (
        ("state", "State", "Every state", [*more, *states]),
        ("priority", "Priority", "Every priority",
         [(each.value, PRIORITY_WORDS[each]) for each in Priority]),
        ("source", "Source", "Every source", [(each, each) for each in sources]),
        ("phase", "Phase", "Every phase", [*named, (NONE, "In no phase")] if named else []),
        ("owner", "Owner", "Every owner", [(each, each) for each in owners]),
    )  # fmt: skip

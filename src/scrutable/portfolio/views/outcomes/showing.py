"""Transitions, one transition, one outcome."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.govuk.views import show
from scrutable.meetings import reads as meetings
from scrutable.meetings.rules.programme import Placed
from scrutable.portfolio import facts, reads
from scrutable.portfolio.facts import Bearing, OutcomeStanding, TransitionStanding
from scrutable.portfolio.presenters.outcomes import finding, one, tables
from scrutable.portfolio.presenters.outcomes.words import (
    OUTCOMES,
    outcome_address,
    since_words,
    transition_address,
)

MANAGE = Permission.MANAGE_PROJECTS
CRUMBS = (("Outcomes", OUTCOMES),)


@needs(Permission.VIEW_PROJECTS)
def transitions(request: HttpRequest) -> HttpResponse:
    """Show every transition with what its outcomes come to."""
    at = asked(request)
    found = reads.transitions(at.known, at.as_at)
    context = {
        "at": at,
        "title": finding.all_title(found),
        "actions": actions(request, (MANAGE, "Record a transition", f"{OUTCOMES}new/")),
    }
    table = tables.transition_table(found, at.as_at)
    return show(request, "portfolio/transitions.jinja", context, table)


@needs(Permission.VIEW_PROJECTS)
def transition(request: HttpRequest, code: str) -> HttpResponse:
    """Show one transition: its outcomes then and now, projects in flight, and the looks."""
    at = asked(request)
    standing = transition_seen(code, at)
    here = transition_address(code)
    may = permits(request, MANAGE)
    context = {
        "at": at,
        "crumbs": (*CRUMBS, (standing.transition.title, "")),
        "title": finding.title(standing),
        "caption": standing.transition.title,
        "summary": finding.summary(standing, at.as_at),
        "figures": finding.figures(standing, at.as_at) if standing.outcomes else (),
        "owner": standing.transition.owner,
        "actions": actions(
            request,
            (MANAGE, "Add an outcome", f"{here}new/"),
            (MANAGE, "Add a project in flight", f"{here}hand-over/new/"),
            (MANAGE, "Change the transition", f"{here}change/"),
        ),
    }
    return show(
        request,
        "portfolio/transition.jinja",
        context,
        tables.outcome_table(standing, at.as_at),
        tables.hand_over_table(standing, at.as_at, may_change=may),
        tables.look_table(standing, _placed(standing, at), at.as_at, may_put=may),
    )


def _placed(standing: TransitionStanding, at: Asked) -> dict[str, Placed]:
    """Return where each entry of the body's work programme stands, if any is ours."""
    if not standing.looks:
        return {}
    bodies = {one.entry.split("/")[1] for one in standing.looks}
    return {
        placed.entry.reference: placed
        for body in sorted(bodies)
        for placed in meetings.placed_programme(at.known, body=body)
    }


@needs(Permission.VIEW_PROJECTS)
def outcome(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Show one outcome: evidence for it beside evidence against it, and every judgement."""
    at = asked(request)
    standing = transition_seen(code, at)
    found = outcome_seen(standing, number)
    here = outcome_address(code, number)
    may = permits(request, MANAGE)
    titles = _titles((each.source for each in found.evidence), at)
    context = {
        "at": at,
        "crumbs": (
            *CRUMBS,
            (standing.transition.title, transition_address(code)),
            (f"Outcome {number}", ""),
        ),
        "title": one.title(found),
        "caption": f"Outcome {number} of {standing.transition.title}",
        "summary": one.summary(found),
        "since": since_words(found),
        "terms": one.terms(found, standing.transition, at.as_at),
        "actions": actions(
            request,
            (MANAGE, "Judge it", f"{here}judge/"),
            (MANAGE, "Add evidence", f"{here}evidence/"),
            (MANAGE, "Change the outcome", f"{here}change/"),
        ),
    }
    beside = (
        one.evidence_table(found, bearing, reads.is_reference, titles, may_withdraw=may)
        for bearing in Bearing
    )
    return show(
        request,
        "portfolio/outcome.jinja",
        context,
        one.judgement_table(found),
        *beside,
        one.withdrawn_table(found, reads.is_reference, titles),
    )


def _titles(sources: Iterable[str], at: Asked) -> dict[str, str]:
    before = facts.project_reference("")
    numbers = {one.removeprefix(before) for one in sources if one.startswith(before)}
    return reads.titles_of(numbers, at.known)


def transition_seen(code: str, at: Asked) -> TransitionStanding:
    """Return the transition by the day, or answer that there is none."""
    try:
        return reads.transition(code, at.known, at.as_at)
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def outcome_seen(standing: TransitionStanding, number: int) -> OutcomeStanding:
    """Return the outcome, or answer that there is none."""
    for each in standing.outcomes:
        if each.outcome.number == number:
            return each
    raise Http404(f"{standing.transition.title} has no outcome {number}.")

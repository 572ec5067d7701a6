"""Approvals, commitments and the money of decisions shown."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.govuk.views import show
from scrutable.money import reads, rules
from scrutable.money.facts import TieKind
from scrutable.money.presenters import tied as words
from scrutable.money.presenters.words import APPROVALS, COMMITMENTS, DECISIONS, MONEY
from scrutable.money.views.glance import MANAGE, VIEW

OF_APPROVALS = (TieKind.WRONG_YEAR, TieKind.AFTER_SPENDING)


@needs(VIEW)
def approvals(request: HttpRequest) -> HttpResponse:
    """Show approvals, all or of a year."""
    at = asked(request)
    year = _year(request, at)
    found = reads.approvals(at.known, at.as_at, year)
    ties = [one for one in reads.ties(at.known, at.as_at) if one.kind in OF_APPROVALS]
    ties = [one for one in ties if year in (None, one.year)]
    decided = reads.decisions(at.known)
    context = {
        "at": at,
        "title": words.title(ties, len(found), "approval"),
        "caption": "Approvals",
        "summary": "What decisions allow to be spent, of which line and year.",
        "table": "approvals",
        "years": _years(at),
        "year": year,
        "actions": actions(
            request,
            (MANAGE, "Approve money", f"{APPROVALS}new/"),
            (VIEW, "Decisions and their money", DECISIONS),
        ),
    }
    closed = permits(request, Permission.VIEW_EXEMPT)
    table = words.approval_table(found, words.tags_of(ties), decided, closed=closed)
    return show(request, "money/tied.jinja", context, table)


@needs(VIEW)
def commitments(request: HttpRequest) -> HttpResponse:
    """Show commitments, all or of a year."""
    at = asked(request)
    year = _year(request, at)
    found = reads.commitments(at.known, at.as_at, year)
    every = reads.ties(at.known, at.as_at)
    ties = [one for one in every if one.kind is TieKind.COMMITTED_BEYOND]
    ties = [one for one in ties if year in (None, one.year)]
    decided = reads.decisions(at.known)
    context = {
        "at": at,
        "title": words.title(ties, len(found), "commitment"),
        "caption": "Commitments of money",
        "summary": "Orders and contracts by which money is promised, and under which decision.",
        "table": "commitments",
        "years": _years(at),
        "year": year,
        "actions": actions(request, (MANAGE, "Commit money", f"{COMMITMENTS}new/")),
    }
    closed = permits(request, Permission.VIEW_EXEMPT)
    table = words.commitment_table(found, words.tags_of(ties), decided, closed=closed)
    return show(request, "money/tied.jinja", context, table)


@needs(VIEW)
def decisions(request: HttpRequest) -> HttpResponse:
    """Show every decision under which money was approved or promised."""
    at = asked(request)
    found = reads.decisions_money(at.known, at.as_at)
    beyond = rules.approved_beyond(found)
    context = {
        "at": at,
        "title": words.decisions_title(found, beyond),
        "caption": "Decisions and their money",
        "summary": "What each decision allows, and what was approved and promised under it.",
        "crumbs": (("Money", MONEY), ("Decisions", "")),
        "table": "decisions",
    }
    closed = permits(request, Permission.VIEW_EXEMPT)
    return show(request, "money/tied.jinja", context, words.decisions_table(found, closed=closed))


@needs(VIEW)
def decision(request: HttpRequest, code: str) -> HttpResponse:
    """Show one decision's money: what it allows, what was approved and what was promised."""
    at = asked(request)
    closed = permits(request, Permission.VIEW_EXEMPT)
    reference = f"decision/{code}"
    decided = reads.decision(reference, at.known)
    if decided is None:
        raise Http404(f"There is no record of decision {code}. Check its code.")
    given, asked_for = reads.of_decision(reference, at.known, at.as_at)
    known = {reference: decided}
    one = rules.money_of(decided, given, asked_for)
    ties = [tie for tie in reads.ties(at.known, at.as_at) if tie.decision == reference]
    tags = words.tags_of(ties)
    context = {
        "at": at,
        "title": words.decision_title(one, closed=closed),
        "caption": f"Money of decision {code}",
        "crumbs": (("Money", MONEY), ("Decisions", DECISIONS), (code, "")),
        "figures": words.decision_figures(one, closed=closed),
        "terms": words.decision_terms(decided),
    }
    tables = (
        words.approval_table(given, tags, known, closed=closed),
        words.commitment_table(asked_for, tags, known, closed=closed),
    )
    return show(request, "money/decision.jinja", context, *tables)


def _year(request: HttpRequest, at: Asked) -> int | None:
    said = request.GET.get("year", "")
    wanted = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else None
    return wanted if wanted in reads.years(at.known) else None


def _years(at: Asked) -> list[tuple[int, str]]:
    return [(one, rules.year_words(one)) for one in reads.years(at.known)]

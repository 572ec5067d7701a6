"""Money at a glance."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits
from scrutable.govuk.views import show
from scrutable.money import reads, rules
from scrutable.money.facts import Decided, LineSeen
from scrutable.money.presenters import glance as words
from scrutable.money.presenters.words import (
    APPROVALS,
    COMMITMENTS,
    DECISIONS,
    LEDGER,
    LINES,
    MONEY,
    VIREMENTS,
)

MANAGE = Permission.MANAGE_MONEY
VIEW = Permission.VIEW_MONEY


@needs(VIEW)
def glance(request: HttpRequest) -> HttpResponse:
    """Show what is budgeted, approved, committed and spent, and what of it does not hold."""
    at = asked(request)
    closed = permits(request, Permission.VIEW_EXEMPT)
    decided, year = reads.decisions(at.known), year_asked(request, at)
    found = seen(request, at, year, decided)
    whole, funds, areas = reads.summed(year, at.known, at.as_at, decided, closed=closed)
    ties = reads.ties(at.known, at.as_at)
    by_year = reads.capital(at.known)
    ledger = reads.ledger(year, at.known)
    context = {
        "at": at,
        "title": words.title(sum(by_year.values()), ties),
        "summary": words.summary(found, year) if found else "",
        "figures": words.figures(whole, year, by_year, ledger) if by_year or found else (),
        "picture": words.waterfall(whole, year),
        "actions": offered(request),
    }
    tables = (
        words.tie_table(ties, decided, closed=closed),
        words.part_table(funds, whole, year, by="fund", heading="By fund"),
        words.part_table(areas, whole, year, by="area", heading="By area"),
        words.over_table(found, year),
        words.capital_table(by_year),
    )
    return show(request, "money/glance.jinja", context, *tables)


def year_asked(request: HttpRequest, at: Asked) -> int:
    """Return the year of the address; else that of the day, or the last one known."""
    known = reads.years(at.known)
    said = request.GET.get("year", "")
    wanted = int(said) if said.isascii() and said.isdigit() and len(said) == 4 else 0
    if wanted in known:
        return wanted
    now = rules.year_of(at.as_at)
    return now if now in known or not known else known[-1]


def seen(request: HttpRequest, at: Asked, year: int, decided: dict[str, Decided]) -> list[LineSeen]:
    """Return the lines of a year, without what the viewer may not see."""
    closed = permits(request, Permission.VIEW_EXEMPT)
    return reads.lines(year, at.known, at.as_at, decided, closed=closed)


def offered(request: HttpRequest) -> list[tuple[str, str]]:
    """Return what may be done from here."""
    found = actions(
        request,
        (VIEW, "Decisions and their money", DECISIONS),
        (VIEW, "Virements", VIREMENTS),
        (MANAGE, "Approve money", f"{APPROVALS}new/"),
        (MANAGE, "Commit money", f"{COMMITMENTS}new/"),
        (MANAGE, "Move money", f"{VIREMENTS}new/"),
        (MANAGE, "Add a budget line", f"{LINES}new/"),
        (MANAGE, "Load the ledger", f"{LEDGER}load/"),
        (MANAGE, "Load registers", f"{MONEY}load/"),
    )
    return list(found)

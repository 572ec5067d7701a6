"""Budget lines and virements shown."""

from collections.abc import Callable, Mapping, Sequence

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits
from scrutable.govuk.views import show
from scrutable.money import reads, rules
from scrutable.money.facts import Forecast, Fund, LineSeen, Virement
from scrutable.money.presenters import glance as glance_words
from scrutable.money.presenters import line as line_words
from scrutable.money.presenters import lines as words
from scrutable.money.presenters import tied as tied_words
from scrutable.money.presenters.words import (
    APPROVALS,
    COMMITMENTS,
    LINES,
    MONEY,
    VIREMENTS,
    line_address,
)
from scrutable.money.views.glance import MANAGE, VIEW, seen, year_asked
from scrutable.records.reads import every, stands

CRUMBS = (("Money", MONEY), ("Budget lines", LINES))


FITS: Mapping[str, Callable[[LineSeen], bool]] = {
    "over": lambda one: one.standing.over > 0,
    "within": lambda one: one.standing.over == 0,
    "silent": lambda one: one.standing.forecast is None,
}


@needs(VIEW)
def lines(request: HttpRequest) -> HttpResponse:
    """Show the lines of a year that answer the filters."""
    at = asked(request)
    year = year_asked(request, at)
    every_line = seen(request, at, year, reads.decisions(at.known))
    chosen = {name: request.GET.get(name, "")[:200] for name in ("fund", "area", "state", "words")}
    chosen["year"] = str(year)
    found = answering(every_line, chosen)
    areas = sorted({one.line.area for one in every_line})
    context = {
        "at": at,
        "title": words.title(found, year),
        "filters": words.filters(reads.years(at.known), areas, chosen),
        "chosen": chosen,
        "actions": actions(
            request,
            (MANAGE, "Add a budget line", f"{LINES}new/"),
            (VIEW, "Virements", VIREMENTS),
            (MANAGE, "Load registers", f"{MONEY}load/"),
        ),
    }
    table = words.line_table(found, rules.totals(found), year)
    return show(request, "money/lines.jinja", context, table)


def answering(found: Sequence[LineSeen], chosen: Mapping[str, str]) -> list[LineSeen]:
    """Return the lines that answer what is chosen."""
    fund, area, state = chosen["fund"], chosen["area"], chosen["state"]
    said = chosen["words"].casefold().strip()
    fits = FITS.get(state)
    return [
        one
        for one in found
        if (fund not in set(Fund) or one.line.fund.value == fund)
        and (not area or one.line.area == area)
        and (fits is None or fits(one))
        and (not said or said in f"{one.line.code} {one.line.title}".casefold())
    ]


@needs(VIEW)
def line(request: HttpRequest, code: str, year: int) -> HttpResponse:
    """Show one line: budget, virements, approvals, commitments, spend by month, forecast."""
    at = asked(request)
    closed = permits(request, Permission.VIEW_EXEMPT)
    decided = reads.decisions(at.known)
    one = reads.line_standing(code, year, at.known, at.as_at, decided, closed=closed)
    if one is None:
        raise Http404(f"There is no budget line {code} of {year}. Check it in the list.")
    spent = reads.spending(code, year, at.known)
    said = stands(Forecast, at.known, line=code, year=year)
    until = rules.months_until(year, at.as_at)
    ties = [
        tie for tie in reads.ties_of(code, at.known, at.as_at) if year in (tie.year, tie.in_year)
    ]
    given, asked_for = reads.of_line(code, year, at.known, at.as_at)
    tags, here = tied_words.tags_of(ties), line_address(code, year)
    context = {
        "at": at,
        "title": line_words.title(one),
        "caption": f"{code}, {rules.year_words(year)}",
        "crumbs": (*CRUMBS, (code, "")),
        "figures": line_words.figures(one, spent),
        "terms": line_words.terms(one, said, reads.ledger(year, at.known)),
        "others": line_words.other_years(code, year, reads.years_of(code, at.known)),
        "picture": line_words.chart(one, spent, until),
        "actions": actions(
            request,
            (MANAGE, "Change the line", f"{here}change/"),
            (MANAGE, "Forecast it", f"{here}forecast/"),
            (MANAGE, "Approve money", f"{APPROVALS}new/?line={code}&year={year}"),
            (MANAGE, "Commit money", f"{COMMITMENTS}new/?line={code}&year={year}"),
            (MANAGE, "Move money", f"{VIREMENTS}new/?line={code}&year={year}"),
        ),
    }
    tables = (
        line_words.month_table(spent, said, year, until),
        glance_words.tie_table(ties, decided, closed=closed, caption="What does not hold"),
        tied_words.approval_table(given, tags, decided, closed=closed),
        tied_words.commitment_table(asked_for, tags, decided, closed=closed),
        words.virement_table(reads.virements_of(code, year, at.known, at.as_at)),
    )
    return show(request, "money/line.jinja", context, *tables)


@needs(VIEW)
def virements(request: HttpRequest) -> HttpResponse:
    """Show every virement with both its lines."""
    at = asked(request)
    found = every(Virement, at.known, on__lte=at.as_at)
    total = sum(one.pence for one in found)
    context = {
        "at": at,
        "title": words.virement_title(len(found), total),
        "crumbs": (("Money", MONEY), ("Virements", "")),
        "actions": actions(request, (MANAGE, "Move money", f"{VIREMENTS}new/")),
    }
    return show(request, "money/virements.jinja", context, words.virement_table(found))

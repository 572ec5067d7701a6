"""The ledger held against the budget lines."""

from django.http import Http404, HttpRequest, HttpResponse

from scrutable.access.views import actions, asked, needs
from scrutable.govuk.views import show
from scrutable.money import reads
from scrutable.money.presenters import ledger as words
from scrutable.money.presenters.words import LEDGER, MONEY
from scrutable.money.rules import year_words
from scrutable.money.views.glance import MANAGE, VIEW


@needs(VIEW)
def ledgers(request: HttpRequest) -> HttpResponse:
    """Show each year of the ledger, and whether it agrees to the penny."""
    at = asked(request)
    found = reads.ledgers(at.known)
    context = {
        "at": at,
        "title": words.title(found),
        "actions": actions(request, (MANAGE, "Load the ledger", f"{LEDGER}load/")),
    }
    return show(request, "money/ledger.jinja", context, words.year_table(found))


@needs(VIEW)
def ledger(request: HttpRequest, year: int) -> HttpResponse:
    """Show one year of the ledger, with every code that no budget line has."""
    at = asked(request)
    one = reads.ledger(year, at.known)
    if one is None:
        raise Http404(f"No ledger of {year} is loaded. Load an extract of it.")
    context = {
        "at": at,
        "title": words.year_title(one),
        "caption": f"Ledger of {year_words(year)}",
        "crumbs": (("Money", MONEY), ("Ledger", LEDGER), (year_words(year), "")),
        "figures": words.year_figures(one),
        "name": one.ledger.name,
        "file": one.ledger.file[:12],
    }
    return show(request, "money/ledger_year.jinja", context, words.stray_table(one))

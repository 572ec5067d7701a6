"""One benefit: what was promised, measured and expected of it, and the reports that used it."""

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission, Role
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.govuk.views import show
from scrutable.portfolio import facts
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.presenters.benefits import chart, claims, page, tables
from scrutable.portfolio.presenters.benefits.words import benefit_address, benefit_name
from scrutable.portfolio.views.benefits import benefit_seen
from scrutable.reports import presenters, reads


@needs(Permission.VIEW_PROJECTS)
def benefit(request: HttpRequest, code: str) -> HttpResponse:
    """Show the benefit, whatever became of its project."""
    at = asked(request)
    of = benefit_seen(code, at)
    found = portfolio.benefits_found(at.as_at, at.known, project=of.project)
    one = next(each for each in found.standings if each.code == of.code)
    measured = found.histories.get(of.code, ())
    own = [each for each in found.claims if of.code in each.codes]
    used = reads.printed(of.reference, Role(viewer(request).role), at.known)
    context = {
        "at": at,
        "code": of.code,
        "name": benefit_name(of),
        "title": page.title(one),
        "summary": page.summary(one),
        "figures": page.figures(one),
        "warning": page.warning(one, own),
        "outlook": page.outlook(one),
        "terms": page.terms(one),
        "picture": chart.chart(one, measured),
        "actions": _actions(request, one),
    }
    may_verify = permits(request, Permission.MANAGE_PROJECTS)
    history = portfolio.versions(facts.Benefit, at.known, project=of.project, number=of.number)
    shown = (
        tables.measurement_table(of, measured, found.files, may_verify=may_verify),
        tables.forecast_table(of, found.forecasts.get(of.code, ())),
        tables.version_table(history),
        claims.claim_table(found, own),
        presenters.printed_table(used, one.version),
    )
    return show(request, "portfolio/benefit.jinja", context, *shown)


def _actions(request: HttpRequest, one: facts.BenefitStanding) -> list[tuple[str, str]]:
    here = benefit_address(one.code)
    claimed = (
        (Permission.MANAGE_PROJECTS, "Say what is expected", f"{here}forecast/"),
        (Permission.MANAGE_PROJECTS, "Withdraw the benefit", f"{here}withdraw/"),
    )
    offered = (
        (Permission.MANAGE_PROJECTS, "Record a measurement", f"{here}measure/"),
        *(claimed if one.is_counted else ()),
        (Permission.MANAGE_PROJECTS, "Change the benefit", f"{here}change/"),
        (Permission.VIEW_TRACE, "Where it came from and led to", f"/trace/{one.reference}"),
    )
    return list(actions(request, *offered))

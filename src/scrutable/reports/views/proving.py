"""Proving a report: made again from its records, held against another, overtaken since."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import needs, permits, viewer
from scrutable.govuk.views import show
from scrutable.reports import facts, forms, presenters, reads
from scrutable.reports.views.doors import edition_seen


@needs(Permission.VIEW_REPORTS)
def verify(request: HttpRequest, name: str) -> HttpResponse:
    """Say what verifying does; on POST, do it and show what came out."""
    found = edition_seen(request, name)
    context: dict[str, Any] = {
        "edition": found,
        "verified": None,
        "superseded": reads.superseded_figures(name),
    }
    if request.method != "POST" or not found.is_frozen:
        return show(request, "reports/verify.jinja", context)
    verified = reads.verify(found.name)
    context |= {
        "verified": verified,
        "title": presenters.verification_title(verified),
        "summary": presenters.verification_words(verified),
    }
    differences = presenters.differences_table(
        "differences", "What differs", verified.differences, "Nothing differs."
    )
    tables = (presenters.formats_table(verified), differences)
    return show(request, "reports/verify.jinja", context, *tables)


@needs(Permission.VIEW_REPORTS)
def compare(request: HttpRequest) -> HttpResponse:
    """Choose two editions and show how they differ."""
    editions = reads.editions_for(viewer(request))
    asked = request.GET if "before" in request.GET else None
    form = forms.CompareForm(asked, editions=editions, initial=_initial(request, editions))
    is_empty = len(editions) < 2
    context: dict[str, Any] = {"form": form, "is_empty": is_empty, "title": "Compare two editions"}
    if not form.is_valid():
        return show(request, "reports/compare.jinja", context)
    before, after = form.cleaned_data["before"], form.cleaned_data["after"]
    found = reads.compare(before, after)
    context |= {"found": found, "title": presenters.comparison_title(found)}
    return show(request, "reports/compare.jinja", context, *presenters.comparison_tables(found))


def _initial(request: HttpRequest, editions: Sequence[facts.Edition]) -> dict[str, str]:
    names = [one.name for one in editions]
    after = request.GET.get("after", names[0] if names else "")
    earlier = [name for name in names if name != after]
    return {"after": after, "before": earlier[0] if earlier else ""}


@needs(Permission.VIEW_REPORTS)
def superseded(request: HttpRequest) -> HttpResponse:
    """List every figure of a frozen report that has been restated since."""
    names = {one.reference for one in reads.editions_for(viewer(request))}
    found = [one for one in reads.all_superseded() if one.edition in names]
    context = {"number": len(found), "may_trace": permits(request, Permission.VIEW_TRACE)}
    restated = {reads.name_of(one.edition) for one in found}
    relied = reads.decisions_by_edition() if restated else {}
    relying = {name: relied[name] for name in relied if name in restated}
    tables = (presenters.superseded_table(found), presenters.relying_table(relying))
    return show(request, "reports/superseded.jinja", context, *tables)

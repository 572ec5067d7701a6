"""What hangs on one project, recorded: its business case, money, dependencies, cost of delay."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, needs
from scrutable.govuk.views import FormPage, show_form
from scrutable.portfolio import facts, reads
from scrutable.portfolio.forms import cases as forms
from scrutable.portfolio.presenters.words import project_address, project_name
from scrutable.portfolio.views.pages import LIST, project_seen
from scrutable.records.views import recorded

Key = Mapping[str, Any]


def _of_stage(key: str) -> Key:
    return {"stage": facts.CaseStage(key.replace("-", "_"))}


def _of_source(key: str) -> Key:
    source, _, year = key.partition("-")
    return {"source": facts.FundingSource(source), "year": int(year)}


def _of_number(key: str) -> Key:
    return {"number": int(key)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hanging:
    """One kind of thing that hangs on a project: its form, its key in addresses, its words."""

    kind: type[facts.Record]
    form: type[Any]
    key: Callable[[str], Key]
    section: str
    add: str
    change: str


KINDS = {
    "case": Hanging(
        kind=facts.BusinessCase, form=forms.CaseForm, key=_of_stage, section="case",
        add="Record a stage of its business case", change="Change a stage of its business case",
    ),
    "funding": Hanging(
        kind=facts.Funding, form=forms.FundingForm, key=_of_source, section="money",
        add="Record a line of funding", change="Change a line of funding",
    ),
    "dependency": Hanging(
        kind=facts.Dependency, form=forms.DependencyForm, key=_of_number, section="dependencies",
        add="Record what it waits for", change="Change what it waits for",
    ),
    "delay-cost": Hanging(
        kind=facts.DelayCost, form=forms.DelayForm, key=_of_number, section="delay",
        add="Record what delay has cost", change="Change what delay has cost",
    ),
}  # fmt: skip


@needs(Permission.MANAGE_PROJECTS)
def hang(request: HttpRequest, number: str, what: str, key: str = "") -> HttpResponse:
    """Take something that hangs on the project: a new one, or as it is from now on."""
    at, of = asked(request), KINDS[what]
    one = project_seen(number, at)
    known = _known(of, number, key, at) if key else None
    form = of.form(request.POST or None, known=known)
    here = project_address(number)
    done = recorded(request, form, lambda: form.record(number), form.standing)
    if done is not None:
        messages.success(request, f"The {done.WHAT} is recorded")
        return redirect(f"{here}#{of.section}")
    page = FormPage(
        title=of.change if key else of.add,
        button="Keep the change" if key else "Record it",
        back=f"{here}#{of.section}",
        summary="How it stood before is kept." if key else "",
        caption=project_name(one),
        crumbs=(("Projects", LIST), (project_name(one), here)),
    )
    return show_form(request, form, page)


def _known(of: Hanging, number: str, key: str, at: Asked) -> facts.Record:
    try:
        return reads.one(of.kind, at.known, project=number, **of.key(key))
    except (ValueError, reads.UnknownRecord) as fault:
        raise Http404(f"Project {number} has no {of.kind.WHAT} {key}") from fault

"""Benefits: their list, and every form by which they are promised, measured and settled."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs
from scrutable.govuk.facts import Table
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import date_words
from scrutable.portfolio import facts, reads
from scrutable.portfolio.forms import benefits as forms
from scrutable.portfolio.presenters.benefits import claims, lists
from scrutable.portfolio.presenters.benefits.words import (
    BENEFITS,
    KIND_WORDS,
    STATE_TAGS,
    benefit_address,
    benefit_name,
    signs_words,
)
from scrutable.portfolio.reads.resting import ON_BENEFITS
from scrutable.records.views import recorded

CRUMBS = (("Benefits", BENEFITS),)
FILTERS = ("project", "kind", "owner", "standing")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which benefits the address asks for."""

    project: str
    kind: str
    owner: str
    standing: str

    def holds(self, one: facts.BenefitStanding) -> bool:
        """Test whether the benefit is among them."""
        return (
            self.project in ("", one.benefit.project)
            and self.kind in ("", one.benefit.kind.value)
            and self.owner in ("", one.benefit.owner or lists.NO_OWNER)
            and self.standing in ("", one.state.value)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Every benefit as judged by the day, and what the page says of all of them."""

    found: facts.BenefitsFound
    tables: tuple[Table, ...]
    said: Mapping[str, object]


SEEN: Memory[Seen] = Memory(2, ON_BENEFITS)


@needs(Permission.VIEW_PROJECTS)
def benefits(request: HttpRequest) -> HttpResponse:
    """Show what was promised of every project and what arrived."""
    at = asked(request)
    seen = SEEN.of(at, "benefits", lambda: _seen(at))
    chosen = Chosen(**{name: request.GET.get(name, "") for name in FILTERS})
    shown = lists.table(seen.found, [one for one in seen.found.standings if chosen.holds(one)])
    doors = (Permission.MANAGE_PROJECTS, "Add a benefit", f"{BENEFITS}new/")
    context = {**seen.said, "at": at, "chosen": chosen, "actions": actions(request, doors)}
    return show(request, "portfolio/benefits.jinja", context, shown, *seen.tables)


def _seen(at: Asked) -> Seen:
    found = reads.benefits_found(at.as_at, at.known)
    return Seen(
        found=found,
        tables=(lists.kind_table(found), claims.claim_table(found)),
        said={
            "title": lists.title(found),
            "summary": lists.summary(found),
            "figures": lists.figures(found) if found.standings else (),
            "filters": _filters(found),
        },
    )


def _filters(found: facts.BenefitsFound) -> tuple[tuple[str, str, str, list[tuple[str, str]]], ...]:
    """Return name, label, the word for all and the choices of each filter."""
    projects = {
        one.benefit.project: f"{one.benefit.project} {one.project_title}" for one in found.standings
    }
    owners = sorted({one.benefit.owner or lists.NO_OWNER for one in found.standings})
    return (
        ("project", "Project", "Every project", list(projects.items())),
        ("kind", "Kind", "Every kind", [(one.value, text) for one, text in KIND_WORDS.items()]),
        ("owner", "Owner", "Every owner", [(name, name) for name in owners]),
        (
            "standing",
            "Standing",
            "Every standing",
            [(one.value, tag.word) for one, tag in STATE_TAGS.items()],
        ),
    )


@needs(Permission.MANAGE_PROJECTS)
def add_benefit(request: HttpRequest) -> HttpResponse:
    """Take a benefit's profile."""
    initial = {"project": request.GET.get("project", "")}
    form = forms.BenefitForm(request.POST or None, initial=initial)
    if done := recorded(request, form, form.benefit):
        messages.success(request, f"{benefit_name(done)} is recorded")
        return redirect(benefit_address(done.code))
    page = FormPage(title="Add a benefit", button="Add the benefit", back=BENEFITS, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def change_benefit(request: HttpRequest, code: str) -> HttpResponse:
    """Take the profile as it is from now on; what was promised before is kept."""
    of = benefit_seen(code, asked(request))
    form = forms.BenefitForm(request.POST or None, known=of)
    if recorded(request, form, form.benefit, form.standing):
        return _done(request, of, f"{of.title} is changed")
    summary = "What was promised before is kept and shown."
    return show_form(request, form, _page(of, "Change the benefit", "Keep the change", summary))


@needs(Permission.MANAGE_PROJECTS)
def measure(request: HttpRequest, code: str) -> HttpResponse:
    """Take what was measured on a day; of the same day again, it corrects."""
    at = asked(request)
    of = benefit_seen(code, at)
    form = forms.MeasurementForm(request.POST or None, initial={"on": at.as_at})
    if done := recorded(request, form, lambda: form.measurement(of)):
        return _done(request, of, f"The measurement of {date_words(done.on)} is recorded")
    summary = f"{of.metric}. A value left empty is not nought: it was not measured."
    page = _page(of, "Record a measurement", "Record the measurement", summary)
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def verify(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """Take who verified the measurement of a day, such as 2026-04-01."""
    at = asked(request)
    of = benefit_seen(code, at)
    measured = reads.every(facts.Measurement, at.known, project=of.project, benefit=of.number)
    said = next((one for one in measured if one.on.isoformat() == day), None)
    if said is None:
        raise Http404(f"Nothing was measured of {code} on {day}")
    form = forms.VerificationForm(
        request.POST or None, initial={"verified_on": at.as_at, "based_on": said.version}
    )
    if recorded(request, form, lambda: form.verified(said), form.standing):
        return _done(request, of, f"The measurement of {date_words(said.on)} is verified")
    summary = f"Measured on {date_words(said.on)} by {said.measured_by}; somebody else verifies it."
    return show_form(request, form, _page(of, "Verify a measurement", "It is verified", summary))


@needs(Permission.MANAGE_PROJECTS)
def expect(request: HttpRequest, code: str) -> HttpResponse:
    """Take what the benefit is expected to come to; what was expected before is kept."""
    at = asked(request)
    of = benefit_seen(code, at)
    initial = {"on": at.as_at, "by_when": of.target_on}
    form = forms.ForecastForm(request.POST or None, initial=initial)
    if recorded(request, form, lambda: form.forecast(of)):
        return _done(request, of, "What is expected of it is recorded")
    summary = f"{of.metric}. What was expected before is kept."
    page = _page(of, "Say what is expected", "Record the forecast", summary)
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def withdraw_benefit(request: HttpRequest, code: str) -> HttpResponse:
    """Take that a benefit is claimed no more; it never vanishes."""
    at = asked(request)
    of = benefit_seen(code, at)
    initial = {"withdrawn_on": at.as_at, "based_on": of.version}
    form = forms.WithdrawalForm(request.POST or None, initial=initial)
    if recorded(request, form, lambda: form.withdrawn(of), form.standing):
        return _done(request, of, f"{of.title} is withdrawn")
    summary = "It stays on the list, marked as withdrawn, and counts in no sum."
    page = _page(of, "Withdraw the benefit", "Withdraw it", summary)
    return show_form(request, form, page)


@needs(Permission.MANAGE_PROJECTS)
def settle(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Take what two benefits that look like one saving were found to be."""
    at = asked(request)
    of, other = benefit_seen(first, at), benefit_seen(second, at)
    found = reads.benefits_found(at.as_at, at.known, project=of.project)
    claim = next((one for one in found.claims if one.codes == (first, second)), None)
    if claim is None:
        raise Http404(f"{first} and {second} do not look like one saving")
    form = forms.SettlementForm(request.POST or None, known=claim.settled, initial={"on": at.as_at})
    if recorded(request, form, lambda: form.settlement(first, second), form.standing):
        return _done(request, of, "The claim is settled")
    summary = (
        f"{benefit_name(of)} and {benefit_name(other)} name {signs_words(claim)}. Say what they "
        "are, or withdraw one of the two."
    )
    return show_form(request, form, _page(of, "Settle a saving claimed twice", "Settle", summary))


def benefit_seen(code: str, at: Asked) -> facts.Benefit:
    """Return the benefit, or answer that there is none."""
    try:
        return reads.benefit(code, at.known)
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def _done(request: HttpRequest, of: facts.Benefit, said: str) -> HttpResponse:
    messages.success(request, said)
    return redirect(benefit_address(of.code))


def _page(of: facts.Benefit, title: str, button: str, summary: str) -> FormPage:
    here = benefit_address(of.code)
    return FormPage(
        title=title,
        button=button,
        back=here,
        summary=summary,
        caption=benefit_name(of),
        crumbs=(*CRUMBS, (benefit_name(of), here)),
    )

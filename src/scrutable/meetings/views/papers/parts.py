"""Writing one part of a decision report beside its guidance; the nine rows on equality."""

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.govuk.facts import Table
from scrutable.govuk.views import FormPage, asks_for_file, carried_out, ordered, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms import papers as forms
from scrutable.meetings.presenters import papers_lists
from scrutable.meetings.presenters import papers_page as presenters
from scrutable.meetings.presenters.papers import (
    CHARACTERISTIC_WORDS,
    PART_TITLES,
    written_words,
)
from scrutable.meetings.rules.papers import lacks
from scrutable.meetings.rules.papers.equality import FIRST_AIM_ONLY
from scrutable.meetings.views.papers.doors import crumbs, paper_of

REFUSALS = (writes.UnfitPart, writes.WrittenMeanwhile)
ADDING = {
    facts.Part.APPENDICES: "Add an appendix",
    facts.Part.BACKGROUND_PAPERS: "List a background paper",
}


@needs(Permission.WRITE_DECISION_REPORTS)
def part(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Write a part; a script keeps it as it is written, a button without one."""
    paper = paper_of(request, code)
    if name not in set(facts.Part):
        raise Http404(name)
    about = facts.Part(name)
    if request.method == "POST" and "json" in request.headers.get("Accept", ""):
        return _keep_as_written(request, code, about)
    stands = paper.parts.get(about)
    form = forms.PartForm(
        request.POST or None,
        part=about,
        keep_at=request.path,
        hint=f"Written last by {written_words(stands)}" if stands else "Nobody has written it yet",
        initial={
            "text": stands.text if stands else "",
            "none": stands.none if stands else False,
            "based_on": stands.version if stands else 0,
        },
    )
    if carried_out(form, lambda: _keep(request, form, code), *REFUSALS):
        messages.success(request, f"“{PART_TITLES[about]}” is kept")
        return redirect("meetings:paper", code)
    return _part_page(request, form, paper, about)


def _part_page(
    request: HttpRequest, form: forms.PartForm, paper: facts.DecisionPaper, about: facts.Part
) -> HttpResponse:
    tables = _tables(paper, about)
    if asks_for_file(request, *tables):
        return show(request, "", {}, *tables)
    code = paper.planned.code
    told = [one for one in lacks(paper, final=True) if one.part == about.value]
    extra = {
        "guidance": reads.guidance()[about],
        "tables": list(ordered(request, *tables).values()),
        "faults": presenters.faults(paper, tuple(told), stops=True),
        "warnings": presenters.faults(paper, tuple(told), stops=False),
        "add": ADDING.get(about, ""),
        "writes": about not in forms.LISTED or not tables[0].rows or _says_none(paper, about),
        "add_href": presenters.address(code, about.value, "new"),
    }
    page = FormPage(
        title=PART_TITLES[about],
        caption=f"{code}: {paper.title}",
        button="Keep",
        back=presenters.address(code),
        crumbs=crumbs(code),
    )
    return show_form(request, form, page, extra, "meetings/paper_part.jinja")


def _says_none(paper: facts.DecisionPaper, about: facts.Part) -> bool:
    said = paper.parts.get(about)
    return said is not None and said.none


def _tables(paper: facts.DecisionPaper, about: facts.Part) -> tuple[Table, ...]:
    match about:
        case facts.Part.EQUALITY:
            return (papers_lists.impact_table(paper),)
        case facts.Part.APPENDICES:
            return (papers_lists.appendix_table(paper),)
        case facts.Part.BACKGROUND_PAPERS:
            return (papers_lists.background_table(paper),)
    return ()


def _keep(request: HttpRequest, form: forms.PartForm, code: str) -> None:
    by = viewer(request).username
    writes.revise_part(decision=code, said=form.said(), by=by, at=clock.now())


def _keep_as_written(request: HttpRequest, code: str, about: facts.Part) -> JsonResponse:
    form = forms.PartForm(request.POST, part=about)
    if not form.is_valid():
        return JsonResponse({"fault": "Send the text"}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _keep(request, form, code)
    except REFUSALS as refusal:
        return JsonResponse({"fault": str(refusal)}, status=HTTPStatus.CONFLICT)
    return JsonResponse({"kept": True})


@needs(Permission.WRITE_DECISION_REPORTS)
def impact(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """State the impact on people who share a characteristic."""
    paper = paper_of(request, code)
    value = name.replace("-", "_")
    if value not in set(facts.Characteristic):
        raise Http404(name)
    about = facts.Characteristic(value)
    stands = next((row for row in paper.equality if row.characteristic is about), None)
    form = forms.ImpactForm(request.POST or None, initial=_initial(stands))
    only = "It counts for the first aim only: to put an end to what the Act forbids."
    back = presenters.address(code, "equality")
    page = FormPage(
        title=CHARACTERISTIC_WORDS[about],
        caption=f"{code}: {paper.title}",
        summary=only if about in FIRST_AIM_ONLY else "",
        button="Keep",
        back=back,
        crumbs=crumbs(code, (PART_TITLES[facts.Part.EQUALITY], back)),
    )

    def act() -> facts.EqualityImpact:
        said, by = form.stated(about), viewer(request).username
        return writes.revise_impact(decision=code, impact=said, by=by, at=clock.now())

    if carried_out(form, act, writes.UnfitPart):
        messages.success(request, f"The impact by {CHARACTERISTIC_WORDS[about].lower()} is kept")
        return redirect("meetings:paper_part", code, "equality")
    return show_form(request, form, page)


def _initial(stands: facts.EqualityImpact | None) -> dict[str, object]:
    if stands is None:
        return {"based_on": 0}
    return {
        "impact": stands.impact.value,
        "why": stands.why,
        "mitigation": stands.mitigation,
        "based_on": stands.version,
    }

"""Appendices and background papers of a decision report: adding, changing, taking out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.evidence import reads as evidence
from scrutable.evidence.presenters import plain_name
from scrutable.govuk.views import FormPage, carried_out, show_form
from scrutable.meetings import facts, writes
from scrutable.meetings.forms import papers as forms
from scrutable.meetings.presenters import papers_page as presenters
from scrutable.meetings.presenters.papers import PART_TITLES
from scrutable.meetings.rules.papers.texts import kept_appendices, kept_papers
from scrutable.meetings.views.papers.doors import crumbs, paper_of

REFUSALS = (writes.UnfitPart, writes.UnknownAnnex)
APPENDICES, PAPERS = facts.Part.APPENDICES, facts.Part.BACKGROUND_PAPERS
TEMPLATE = "meetings/paper_annex.jinja"


def _page(paper: facts.DecisionPaper, about: facts.Part, title: str, summary: str) -> FormPage:
    code = paper.planned.code
    back = presenters.address(code, about.value)
    return FormPage(
        title=title,
        caption=f"{code}: {paper.title}",
        summary=summary,
        button="Keep",
        back=back,
        upload=about is APPENDICES,
        crumbs=crumbs(code, (PART_TITLES[about], back)),
    )


@needs(Permission.WRITE_DECISION_REPORTS)
def appendix(request: HttpRequest, code: str, letter: str = "") -> HttpResponse:
    """Add an appendix, or change one."""
    paper = paper_of(request, code)
    stands = _appendix(paper, letter) if letter else None
    form = forms.AppendixForm(
        request.POST or None,
        request.FILES or None,
        has_file=bool(stands and stands.file),
        initial=_initial(stands),
    )
    summary = f"Its file is {stands.file_name}; another takes its place." if form.has_file else ""  # type: ignore[union-attr]  # has_file says that there is one
    title = f"Appendix {letter}" if letter else "Add an appendix"
    remove = presenters.address(code, APPENDICES.value, letter, "remove") if letter else ""

    def act() -> facts.Appendix:
        file = form.cleaned_data["file"]
        return writes.put_appendix(
            decision=code,
            appendix=form.appendix(letter),
            content=file.read() if file else b"",
            name=file.name if file else "",
            by=viewer(request).username,
            at=clock.now(),
        )

    if carried_out(form, act, *REFUSALS):
        messages.success(request, f"{form.cleaned_data['title']} is kept")
        return redirect("meetings:paper_part", code, APPENDICES.value)
    page = _page(paper, APPENDICES, title, summary)
    return show_form(request, form, page, {"remove": remove}, TEMPLATE)


def _appendix(paper: facts.DecisionPaper, letter: str) -> facts.Appendix:
    found = [one for one in kept_appendices(paper) if one.letter == letter]
    if not found:
        raise Http404(letter)
    return found[0]


def _initial(stands: facts.Appendix | None) -> dict[str, object]:
    if stands is None:
        return {}
    return {
        "title": stands.title,
        "text": "" if stands.file else stands.text,
        "openness": stands.closure.openness.value,
        "paragraphs": [str(number) for number in stands.closure.paragraphs],
        "public_interest": stands.closure.public_interest,
        "title_is_open": stands.title_is_open and not stands.closure.is_open,
    }


@require_POST
@needs(Permission.WRITE_DECISION_REPORTS)
def remove_appendix(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    """Take an appendix out of the report."""
    _appendix(paper_of(request, code), letter)
    by = viewer(request).username
    writes.remove_appendix(decision=code, letter=letter, by=by, at=clock.now())
    messages.success(request, f"Appendix {letter} is taken out")
    return redirect("meetings:paper_part", code, APPENDICES.value)


@needs(Permission.VIEW_EXEMPT)
def appendix_file(request: HttpRequest, code: str, letter: str) -> HttpResponse:
    """Give an appendix's file as it came."""
    found = _appendix(paper_of(request, code), letter)
    content = evidence.content(found.file) if found.file else None
    if content is None:
        raise Http404(letter)
    kind = "pdf" if found.file_name.lower().endswith(".pdf") else "octet-stream"
    answer = HttpResponse(content, content_type=f"application/{kind}")
    answer["Content-Disposition"] = (
        f'attachment; filename="{code}-{letter}-{plain_name(found.file_name)}"'
    )
    return answer


@needs(Permission.WRITE_DECISION_REPORTS)
def background(request: HttpRequest, code: str, number: int = 0) -> HttpResponse:
    """List a background paper, or change one."""
    paper = paper_of(request, code)
    stands = _background(paper, number) if number else None
    initial = {"title": stands.title, "where": stands.where} if stands else {}
    form = forms.BackgroundPaperForm(request.POST or None, initial=initial)
    page = _page(paper, PAPERS, "Background paper", "It is open to all for four years.")
    remove = presenters.address(code, PAPERS.value, str(number), "remove") if number else ""

    def act() -> facts.BackgroundPaper:
        given, by = form.paper(number), viewer(request).username
        return writes.put_background_paper(decision=code, paper=given, by=by, at=clock.now())

    if carried_out(form, act, *REFUSALS):
        messages.success(request, f"{form.cleaned_data['title']} is listed")
        return redirect("meetings:paper_part", code, PAPERS.value)
    return show_form(request, form, page, {"remove": remove}, TEMPLATE)


def _background(paper: facts.DecisionPaper, number: int) -> facts.BackgroundPaper:
    found = [one for one in kept_papers(paper) if one.number == number]
    if not found:
        raise Http404(str(number))
    return found[0]


@require_POST
@needs(Permission.WRITE_DECISION_REPORTS)
def remove_background(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take a background paper off the list."""
    _background(paper_of(request, code), number)
    by = viewer(request).username
    writes.remove_background_paper(decision=code, number=number, by=by, at=clock.now())
    messages.success(request, "The background paper is taken off the list")
    return redirect("meetings:paper_part", code, PAPERS.value)

"""A decision report in the making: how far it is, its cover, and previews of it."""

from http import HTTPStatus

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.documents.blocks import Document
from scrutable.documents.html import fragment
from scrutable.documents.render import Options, makers
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.compose.decision_report import decision_report, has_exempt
from scrutable.meetings.forms import papers as forms
from scrutable.meetings.presenters import papers as words
from scrutable.meetings.presenters import papers_page as presenters
from scrutable.meetings.rules.papers import lacks, may_issue, state_of
from scrutable.meetings.views.papers.doors import crumbs, paper_of

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FILES = {"pdf": "PDF", "docx": "Word", "html": "HTML"}
VERSIONS = {"open": "Open version", "exempt": "Exempt part"}


@needs(Permission.VIEW_EXEMPT)
def report(request: HttpRequest, code: str) -> HttpResponse:
    """Show how far the report is: what is missing, then every part with its guidance."""
    paper = paper_of(request, code)
    here = presenters.address(code)
    told = lacks(paper, final=True)
    begin = "Change the cover" if paper.version else "Begin the report"
    at = asked(request)
    context = {
        "at": at,
        "code": code,
        "paper": paper,
        "title": words.standing_words(told, tuple(state_of(paper, part) for part in facts.Part)),
        "unwritten": presenters.unwritten(paper),
        "stops": presenters.faults(paper, told, stops=True),
        "warnings": presenters.faults(paper, told, stops=False),
        "terms": presenters.cover_terms(paper),
        "actions": [
            *actions(
                request,
                (Permission.WRITE_DECISION_REPORTS, begin, f"{here}cover/"),
                (Permission.VIEW_EXEMPT, "Preview", f"{here}preview/"),
            ),
            *_issuing(request, paper),
        ],
        "files": _files(paper),
    }
    listed = reads.listed_last(code, at.known)
    table = presenters.parts_table(paper, reads.guidance(), listed)
    return show(request, "meetings/paper.jinja", context, table)


def _issuing(request: HttpRequest, paper: facts.DecisionPaper) -> list[tuple[str, str]]:
    """Return the way to issue a report that nothing stops, for those who may begin that."""
    may = (Permission.WRITE_DECISION_REPORTS, Permission.ISSUE_DECISION_REPORTS)
    if not may_issue(paper) or not any(permits(request, one) for one in may):
        return []
    return [("Issue it from the decision’s page", f"/decisions/{paper.planned.code}/")]


def _files(paper: facts.DecisionPaper) -> list[dict[str, str]]:
    here = presenters.address(paper.planned.code)
    versions = ["open", *(["exempt"] if has_exempt(paper) else [])]
    return [
        {"text": f"{VERSIONS[version]}, {said}", "href": f"{here}files/{version}/{form}/"}
        for version in versions
        for form, said in FILES.items()
    ]


@needs(Permission.WRITE_DECISION_REPORTS)
def cover(request: HttpRequest, code: str) -> HttpResponse:
    """Begin the report, or change its cover."""
    paper = paper_of(request, code)
    initial = {
        "title": paper.title,
        "author": paper.author or viewer(request).full_name,
        "contact": paper.contact or viewer(request).email,
        "on_behalf_of": paper.on_behalf_of,
    }
    form = forms.CoverForm(request.POST or None, initial=initial)
    page = FormPage(
        title="Cover of the report",
        caption=f"{code}: {paper.planned.matter}",
        summary="Who decides, whether it is key and when are taken from the forward plan.",
        button="Keep",
        back=presenters.address(code),
        crumbs=crumbs(code),
    )

    def act() -> facts.PaperCover:
        given = form.cover(code)
        return writes.begin_paper(cover=given, by=viewer(request).username, at=clock.now())

    if carried_out(form, act, writes.UnfitPart):
        messages.success(request, "The cover is kept")
        return redirect("meetings:paper", code)
    return show_form(request, form, page)


@needs(Permission.VIEW_EXEMPT)
def preview(request: HttpRequest, code: str) -> HttpResponse:
    """Show the report as it would be printed; `?version=exempt` its exempt part."""
    paper = paper_of(request, code)
    version = request.GET.get("version", "open")
    context = {
        "at": asked(request),
        "code": code,
        "version": VERSIONS.get(version, ""),
        "other": _other(paper, version),
        "article": fragment(_document(paper, version), links=settings.BASE_URL),
        "files": _files(paper),
    }
    return render(request, "meetings/paper_preview.jinja", context)


def _other(paper: facts.DecisionPaper, version: str) -> tuple[str, str] | None:
    """Return words and address of the version that is not shown, where there is one."""
    here = f"{presenters.address(paper.planned.code)}preview/"
    if version == "exempt":
        return "See the open version", here
    return ("See the exempt part", f"{here}?version=exempt") if has_exempt(paper) else None


def _document(paper: facts.DecisionPaper, version: str) -> Document:
    if version not in VERSIONS or (version == "exempt" and not has_exempt(paper)):
        raise Http404(version)
    return decision_report(paper, exempt=version == "exempt")


@needs(Permission.VIEW_EXEMPT)
def file(request: HttpRequest, code: str, version: str, form: str) -> HttpResponse:
    """Give the report as a file, a draft too."""
    paper = paper_of(request, code)
    if form not in MEDIA_TYPES:
        raise Http404(form)
    document = _document(paper, version)
    content = makers(document, Options(links=settings.BASE_URL))[form]()
    answer = HttpResponse(content, content_type=MEDIA_TYPES[form], status=HTTPStatus.OK)
    name = f"{code}-{version}.{form}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer

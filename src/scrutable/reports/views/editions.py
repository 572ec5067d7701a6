"""The list of reports, an edition to read, and its files."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from scrutable.access.facts import Permission, Role
from scrutable.access.views import actions, needs, permits, viewer
from scrutable.documents import html
from scrutable.govuk.views import show
from scrutable.reports import facts, presenters, reads
from scrutable.reports.reads.rendering import MEDIA_TYPES
from scrutable.reports.rules.titles import FORMAT_WORDS
from scrutable.reports.views.doors import edition_seen, sees_any_draft


@needs(Permission.VIEW_REPORTS)
def reports(request: HttpRequest) -> HttpResponse:
    """List the editions that the person may see."""
    found = reads.editions_for(viewer(request))
    context = {
        "actions": actions(
            request,
            (Permission.BUILD_REPORTS, "Begin a report", reverse("reports:new")),
            (
                Permission.BUILD_REPORTS,
                "Report on strategies, projects, benefits or the estate",
                reverse("reports:new_portfolio"),
            ),
            (Permission.VIEW_REPORTS, "Compare two editions", reverse("reports:compare")),
            (
                Permission.VIEW_REPORTS,
                "Figures restated since they were printed",
                reverse("reports:superseded"),
            ),
            (Permission.FREEZE_REPORTS, "Word template", reverse("reports:template")),
        )
    }
    table = presenters.editions_table(found, sees_drafts=sees_any_draft(request))
    return show(request, "reports/reports.jinja", context, table)


@needs(Permission.VIEW_REPORTS)
def edition(request: HttpRequest, name: str) -> HttpResponse:
    """Show the edition itself, every figure leading to its trace."""
    found = edition_seen(request, name)
    document = reads.document_of(found)
    context = {
        "edition": found,
        "article": html.fragment(document, links=""),
        "files": _forms(request, found),
        "exempt_files": _exempt_files(request, found),
        "terms": presenters.edition_terms(found),
        "actions": _actions(request, found),
        "restated": presenters.restated_words(reads.superseded_figures(found.name)),
        "decisions": _decisions(request, found),
    }
    return render(request, "reports/edition.jinja", context)


@needs(Permission.VIEW_REPORTS)
def in_form(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Send the edition in large print or as plain text, made of its tree as it stands."""
    found = edition_seen(request, name)
    if form not in reads.FURTHER_FORMS:
        raise Http404(form)
    further = reads.FURTHER_FORMS[form]
    answer = HttpResponse(reads.content_in(found, further), content_type=further.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{found.name}.{further.ending}"'
    return answer


def _forms(request: HttpRequest, found: facts.Edition) -> list[dict[str, str]]:
    """Return the files of every form, the one that the reader said they read best first."""
    files = [
        {"text": words, "href": reverse("reports:download", args=[found.name, form.value])}
        for form, words in FORMAT_WORDS.items()
    ]
    files += [
        {"text": further.words, "href": reverse("reports:in_form", args=[found.name, name])}
        for name, further in reads.FURTHER_FORMS.items()
    ]
    own = reads.own_form(viewer(request).username)
    mine = next((one for one in files if one["text"] == own), None)
    if mine is None:
        return files
    return [{**mine, "detail": "your form"}, *(one for one in files if one is not mine)]


def _decisions(request: HttpRequest, found: facts.Edition) -> list[tuple[str, str]]:
    """Return the decisions that were taken on the edition, each with its address."""
    if not found.is_frozen or not permits(request, Permission.VIEW_MEETINGS):
        return []
    relied = reads.relied_on(found.name)
    return [(one.code, presenters.decision_address(one.code)) for one in relied]


def _exempt_files(request: HttpRequest, found: facts.Edition) -> list[dict[str, str]]:
    """Return the files of the part that is not for the public, for those who may see it."""
    if not permits(request, Permission.VIEW_EXEMPT) or reads.exempt_document_of(found) is None:
        return []
    return [
        {"text": words, "href": reverse("reports:exempt", args=[found.name, form.value])}
        for form, words in FORMAT_WORDS.items()
    ]


def _actions(request: HttpRequest, found: facts.Edition) -> list[tuple[str, str]]:
    args = [found.name]
    if found.is_frozen:
        verify = (Permission.VIEW_REPORTS, "Verify", reverse("reports:verify", args=args))
        compared = f"{reverse('reports:compare')}?after={found.name}"
        return [
            *actions(request, verify, (Permission.VIEW_REPORTS, "Compare", compared)),
        ]
    if not reads.makes(Role(viewer(request).role), found.kind):
        return []
    written = (presenters.WRITE_WORDS[found.kind], presenters.written_at(found))
    return [written, ("Check and freeze", reverse("reports:check", args=args))]


@needs(Permission.VIEW_REPORTS)
def download(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Send the edition as a file: the frozen bytes, or for a draft made afresh."""
    found = edition_seen(request, name)
    chosen = _format(form)
    return _as_file(reads.content_of(found, chosen), found.name, chosen)


@needs(Permission.VIEW_EXEMPT)
def exempt(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """Send the part that is not for the public as a file; 404 where all of it is open."""
    found = edition_seen(request, name)
    chosen = _format(form)
    try:
        content = reads.exempt_content_of(found, chosen)
    except reads.NothingExempt as nothing:
        raise Http404(str(nothing)) from nothing
    answer = _as_file(content, f"{found.name}.exempt", chosen)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _format(form: str) -> facts.Format:
    if form not in list(facts.Format):
        raise Http404(form)
    return facts.Format(form)


def _as_file(content: bytes, name: str, form: facts.Format) -> HttpResponse:
    answer = HttpResponse(content, content_type=MEDIA_TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="{name}.{form.value}"'
    return answer

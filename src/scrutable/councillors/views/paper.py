"""Paper: targets, pages counted, and the printers' file."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.councillors import reads
from scrutable.councillors.forms.arranging import PagesForm, TargetForm
from scrutable.councillors.intake import TEMPLATE
from scrutable.councillors.presenters import paper as words
from scrutable.councillors.presenters.words import COUNCILLORS, PAPER
from scrutable.councillors.writes import load_pages
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.kernel.wording import count_words
from scrutable.records.views import form_page, recorded
from scrutable.records.writes import UnfitRecord

MANAGE = Permission.MANAGE_COUNCILLORS
CRUMBS = (("Councillors", COUNCILLORS), ("Paper", PAPER))
MOST_FAULTS = 20


@needs(Permission.VIEW_COUNCILLORS)
def paper(request: HttpRequest) -> HttpResponse:
    """Show paper beside its targets."""
    at = asked(request)
    found = reads.paper(at.known, at.as_at)
    trend = reads.paper_trend(at.known, at.as_at)
    context = {
        "at": at,
        "title": words.title(found),
        "caption": "Paper",
        "summary": f"{words.finding(found[0])}." if found else "Pages printed for meetings.",
        "figures": words.figures(found, at.as_at),
        "picture": words.trend(trend),
        "actions": actions(
            request,
            (MANAGE, "Load the printers’ file", f"{PAPER}load/"),
            (MANAGE, "Set a target", f"{PAPER}targets/new/"),
        ),
        "worked_out_words": (
            (
                "Pages of the last twelve whole months are added up. Where a month was not counted "
                "nothing is said of the year: a month that nobody counted is not nought."
            ),
            "The line falls evenly, by the day, from the baseline to the target.",
            words.money_words(found, reads.page_price(at.known, at.as_at)),
        ),
    }
    return show(
        request,
        "councillors/paper.jinja",
        context,
        words.target_table(found),
        words.page_table(reads.pages_counted(at.known, at.as_at)),
        words.trend_table(trend),
    )


@needs(MANAGE)
def template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (every view takes it)
    """Send the file that the printers' counts are entered in."""
    answer = HttpResponse(TEMPLATE.encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="pages.csv"'
    return answer


@needs(MANAGE)
def load(request: HttpRequest) -> HttpResponse:
    """Take the printers' file, all of it or nothing."""
    form = PagesForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        by = viewer(request).username
        try:
            done = load_pages(content=file.read(), name=file.name, by=by, at=clock.now())
        except UnfitRecord as unfit:
            for fault in unfit.faults[:MOST_FAULTS]:
                form.add_error("file", str(fault))
            if (more := len(unfit.faults) - MOST_FAULTS) > 0:
                form.add_error("file", f"{count_words(more, 'more fault')}. Mend these first")
        else:
            said = f"{count_words(done, 'count')} taken" if done else "It says nothing new"
            messages.success(request, said)
            return redirect(PAPER)
    page = FormPage(
        title="Load the printers’ file",
        button="Load it",
        back=PAPER,
        summary="All of it is taken or nothing. What it says already changes nothing.",
        upload=True,
        crumbs=CRUMBS,
    )
    extra = {"template_href": f"{PAPER}template/"}
    return show_form(request, form, page, extra, "councillors/load.jinja")


@needs(MANAGE)
def record_target(request: HttpRequest) -> HttpResponse:
    """Take a target; one of the same body and day stands in the place of the last."""
    form = TargetForm(request.POST or None)
    if recorded(request, form, form.target):
        messages.success(request, "The target is recorded")
        return redirect(PAPER)
    page = form_page("a target", "", back=PAPER, crumbs=CRUMBS, verb="Set")
    return show_form(request, form, page)

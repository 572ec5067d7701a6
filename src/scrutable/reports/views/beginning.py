"""Beginning a report: on a contract, or on the rest of IT, from strategies to the estate."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from scrutable.access.facts import Permission
from scrutable.access.views import needs, viewer
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.views import FormPage, show_form
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads as meetings
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.facts import Strategy, Transition
from scrutable.registers import reads as registers
from scrutable.reports import facts, forms, reads, writes
from scrutable.reports.rules.titles import last_whole_month, span_of

CRUMBS = (("Reports", "/reports/"),)
SUMMARY = "It is made from the records as they are known, and stays a draft until frozen."
MISSING = {  # the field to which a refusal belongs
    facts.Subject.STRATEGY: "strategy",
    facts.Subject.TRANSITION: "transition",
    facts.Subject.PROJECT: "project",
}


@needs(Permission.BUILD_REPORTS)
def new(request: HttpRequest) -> HttpResponse:
    """Begin a report on a contract; the same asked again leads to the same draft."""
    known, today = number_at(), london_day(clock.now())
    form = forms.ReportForm(
        request.POST or None,
        contracts=registers.contracts(known),
        bodies=meetings.bodies(known),
        meetings=meetings.meetings(known, first=today),
        initial={
            "kind": facts.ReportKind.CONTRACT_PERFORMANCE.value,
            "last": last_whole_month(today),
            **_to_the_board(known),
        },
    )
    if form.is_valid():
        said = form.cleaned_data
        about, span = f"contract/{said['contract']}", said["span"]
        asked = _asked(request, said, about=about, span=span, as_at=span.last.last_day)
        try:
            begun = writes.open_edition(asked=asked, by=viewer(request).username, at=clock.now())
        except writes.DayToCome as early:
            form.add_error("last", str(early))
        else:
            return redirect("reports:edition", begun.name)
    return show_form(request, form, _page("Begin a report"))


@needs(Permission.BUILD_REPORTS)
def new_portfolio(request: HttpRequest) -> HttpResponse:
    """Begin a report on strategies, projects, benefits, a transition or the estate."""
    known, today = number_at(), london_day(clock.now())
    form = forms.PortfolioReportForm(
        request.POST or None,
        strategies=portfolio.every(Strategy, known),
        transitions=portfolio.every(Transition, known),
        bodies=meetings.bodies(known),
        meetings=meetings.meetings(known, first=today),
        initial={"as_at": today, **_to_the_board(known)},
    )
    if form.is_valid():
        said = form.cleaned_data
        kind, as_at = facts.ReportKind(said["kind"]), said["as_at"]
        named = {name: said[name].strip() for name in forms.ABOUT_WORDS}
        about = reads.subject_of(kind, as_at, known, **named)
        asked = _asked(request, said, about=about, span=span_of(kind, as_at), as_at=as_at)
        try:
            begun = writes.open_edition(asked=asked, by=viewer(request).username, at=clock.now())
        except (portfolio.UnknownProject, portfolio.UnknownRecord) as unknown:
            form.add_error(MISSING.get(asked.subject), str(unknown))
        except writes.DayToCome as early:
            form.add_error("as_at", str(early))
        else:
            return redirect("reports:edition", begun.name)
    return show_form(
        request, form, _page("Begin a report on strategies, projects, benefits or the estate")
    )


def _to_the_board(known: int) -> dict[str, str]:
    """Return what a form begins with: the council's board, or its name where it is not known."""
    today = london_day(clock.now())
    board = str(registers.policy("council", today, known)["board"])
    to = reads.destination(today, known, named=board)
    return {"body": to.body, "meeting": "" if to.body else board}


def _asked(request: HttpRequest, said: dict[str, Any], **about: Any) -> facts.ReportAsked:
    today = london_day(clock.now())  # a report goes out under the name of its day
    known = number_at()
    to = reads.destination(today, known, body=said["body"], put_to=said["put_to"])
    return facts.ReportAsked(
        kind=facts.ReportKind(said["kind"]),
        **about,
        author=viewer(request).full_name,
        council=registers.council_name(today, known, settings.COUNCIL_NAME),
        body=to.body,
        put_to=to.put_to,
        meeting=said["meeting"] or to.words,
        links=settings.BASE_URL,
    )


def _page(title: str) -> FormPage:
    return FormPage(
        title=title,
        button="Begin",
        back=reverse("reports:reports"),
        summary=SUMMARY,
        crumbs=CRUMBS,
    )

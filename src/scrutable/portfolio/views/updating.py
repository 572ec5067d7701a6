"""Updates: those received, the workbook, sending one, and confirming what it would change."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, viewer
from scrutable.audit import clock
from scrutable.evidence.presenters import fault_table, open_address
from scrutable.govuk.views import WORKBOOK, FormPage, show, show_form
from scrutable.kernel.wording import count_words
from scrutable.portfolio import facts, reads, tasks, writes
from scrutable.portfolio.forms import updates as forms
from scrutable.portfolio.presenters import updates as presenters
from scrutable.registers import reads as registers

LIST = presenters.UPDATES
CRUMBS = (("Projects", "/projects/"), ("Updates", LIST))
READ_AT_ONCE = 300_000  # bytes; a larger file is read by the worker, with its progress shown
LOADED_AT_ONCE = 1_000  # lines; more are taken in by the worker
REFUSALS = (
    reads.UnknownMilestone,
    reads.UnknownProject,
    registers.UnknownSupplier,
    writes.UnfitMove,
    writes.UnfitProject,
    writes.UnfitRecord,
    writes.UnfitStatus,
)


@needs(Permission.VIEW_PROJECTS)
def updates(request: HttpRequest) -> HttpResponse:
    """Show every update that was received."""
    at = asked(request)
    found = [one for one in reads.updates(at.known) if one.on <= at.as_at]
    context = {
        "at": at,
        "title": presenters.updates_title(found),
        "actions": actions(
            request,
            (Permission.MANAGE_PROJECTS, "Send an update", f"{LIST}send/"),
            (Permission.MANAGE_PROJECTS, "Download the workbook", "/projects/template/"),
            (Permission.MANAGE_PROJECTS, "Cell maps", presenters.MAPS),
        ),
    }
    return show(request, "portfolio/updates.jinja", context, presenters.updates_table(found))


@needs(Permission.VIEW_PROJECTS)
def update(request: HttpRequest, number: int) -> HttpResponse:
    """Show one update: its file, and every cell of it that said something."""
    at = asked(request)
    try:
        one = reads.update(number, at.known)
    except reads.UnknownUpdate as fault:
        raise Http404(str(fault)) from fault
    lines = reads.update_lines(number, at.known)
    title = presenters.update_title(one)
    context = {
        "at": at,
        "update": one,
        "title": title,
        "crumbs": CRUMBS,
        "file_address": open_address(one.file),
    }
    return show(request, "portfolio/update.jinja", context, presenters.line_table(lines))


@needs(Permission.MANAGE_PROJECTS)
def template(request: HttpRequest) -> HttpResponse:
    """Send the workbook in which projects report."""
    at = asked(request)
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    content = reads.issued_workbook(at.known, at.as_at, council)
    answer = HttpResponse(content, content_type=WORKBOOK)
    answer["Content-Disposition"] = f'attachment; filename="projects-{at.as_at}.xlsx"'
    return answer


@needs(Permission.MANAGE_PROJECTS)
def send_update(request: HttpRequest) -> HttpResponse:
    """Take a file; say everything that is wrong with it, or what it would change."""
    at = asked(request)
    form = forms.SendUpdateForm(
        request.POST or None,
        request.FILES or None,
        maps=reads.every(facts.CellMap, at.known),
        initial={"cell_map": request.GET.get("map", "")},
    )
    extra: dict[str, Any] = {"table": fault_table(())}
    if form.is_valid():
        sent = form.sent()
        if len(sent.content) > READ_AT_ONCE:
            return _read_later(request, sent)
        reading = writes.read_sent(sent, at.known, clock.now())
        if not reading.errors:
            token = tasks.hold(viewer(request).pk, tasks.Held(sent, reading))
            return redirect("portfolio:update_plan", token)
        said = f"{count_words(len(reading.errors), 'fault')}: nothing was loaded"
        form.add_error("file", said)
        extra = {"table": presenters.first_faults(reading.errors)}
    page = FormPage(
        title="Send an update",
        summary="First you see what it would change. Nothing is loaded until you confirm.",
        button="Check the update",
        back=LIST,
        upload=True,
        crumbs=CRUMBS,
    )
    return show_form(request, form, page, extra, template="portfolio/send.jinja")


def _read_later(request: HttpRequest, sent: writes.Sent) -> HttpResponse:
    person = viewer(request)
    token = tasks.hold(person.pk, tasks.Held(sent))
    job = tasks.ask_to_read(
        person=person.pk, token=token, name=sent.name, by=person.username, at=clock.now()
    )
    return redirect("work:job", job)


@needs(Permission.MANAGE_PROJECTS)
def update_plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show what loading would change, or every fault; load it where it is confirmed."""
    at = asked(request)
    held = tasks.held(viewer(request).pk, token)
    if held is None or held.reading is None:
        gone = "What was sent is kept for a day only. Send it again."
        messages.warning(request, "The file is still being read." if held else gone)
        return redirect("portfolio:updates" if held else "portfolio:send_update")
    sent, reading = held.sent, held.reading
    if request.method == "POST" and not reading.errors:
        return _load(request, held, token)
    lines: tuple[facts.PlannedLine, ...] = ()
    if not reading.errors:
        incoming = writes.incoming_update(sent, reading, at.known)
        lines = reads.update_plan(incoming, reads.known_to_updates(at.known))
    context = {
        "title": presenters.plan_title(lines, len(reading.errors)),
        "summary": presenters.plan_summary(sent.name, reading.on or at.as_at, reading.unchanged),
        "has_faults": bool(reading.errors),
        "has_news": bool(lines),
        "crumbs": (*CRUMBS, ("Send an update", f"{LIST}send/")),
    }
    tables = (
        presenters.plan_table(lines),
        fault_table(reading.errors),
        presenters.warning_table(reading.warnings),
        presenters.note_table(reading.notices, reading.noted),
    )
    return show(request, "portfolio/update_plan.jinja", context, *tables)


def _load(request: HttpRequest, held: tasks.Held, token: str) -> HttpResponse:
    """Take in what was confirmed, or hand it to the worker; read afresh, as others may write."""
    person, at, known = viewer(request), clock.now(), asked(request).known
    reading = held.reading
    if reading and len(reading.dates) + len(reading.statuses) + len(reading.records) > (
        LOADED_AT_ONCE
    ):
        job = tasks.ask_to_load(
            person=person.pk, token=token, name=held.sent.name, by=person.username, at=at
        )
        return redirect("work:job", job)
    again = writes.read_sent(held.sent, known, at)
    if again.errors:
        tasks.hold(person.pk, tasks.Held(held.sent, again), token)
        return redirect("portfolio:update_plan", token)
    incoming = writes.incoming_update(held.sent, again, known)
    try:
        received = writes.load_update(incoming=incoming, by=person.username, at=at)
    except REFUSALS as refusal:
        messages.warning(request, str(refusal))
        return redirect("portfolio:update_plan", token)
    tasks.let_go(person.pk, token)
    messages.success(request, f"{received.file_name} is loaded: {presenters.said_words(received)}")
    return redirect("portfolio:update", received.number)

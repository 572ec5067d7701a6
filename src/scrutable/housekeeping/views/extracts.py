"""Extracts: those taken, each with its refused rows, taking one, and reconciling a day."""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.evidence.facts import RowError
from scrutable.evidence.presenters import fault_table
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.housekeeping import intake, reads, tasks, writes
from scrutable.housekeeping.facts import Extract, ExtractKind, SavedMapping
from scrutable.housekeeping.facts.sums import Used
from scrutable.housekeeping.forms.extracts import ReconcileForm, TakeForm, file_name
from scrutable.housekeeping.intake import Asked as AskedOfFile
from scrutable.housekeeping.presenters import extracts as words
from scrutable.housekeeping.presenters.extracts import EXTRACTS
from scrutable.housekeeping.presenters.words import ESTATE, extract_address
from scrutable.housekeeping.rules.orders import UnfitLimit
from scrutable.housekeeping.tasks import RECONCILED_AT_ONCE, TAKEN_AT_ONCE
from scrutable.housekeeping.views.findings.looking import shows_names, unkept
from scrutable.kernel.wording import count_words, date_words
from scrutable.records.reads import UnknownRecord, every

MANAGE = Permission.MANAGE_ESTATE
CRUMBS = (("Estate", ESTATE), ("Extracts", EXTRACTS))


@needs(Permission.VIEW_ESTATE)
def extracts(request: HttpRequest) -> HttpResponse:
    """Show every extract that was taken, the last day first."""
    at = asked(request)
    found = reads.extracts(at.known, at.as_at)
    context = {
        "at": at,
        "title": words.title(found),
        "actions": actions(
            request,
            (MANAGE, "Take an extract", f"{EXTRACTS}take/"),
            (MANAGE, "Reconcile a day", f"{EXTRACTS}reconcile/"),
        ),
    }
    return show(request, "housekeeping/extracts.jinja", context, words.extract_table(found))


@needs(Permission.VIEW_ESTATE)
def extract(request: HttpRequest, kind: str, day: str) -> HttpResponse:
    """Show one extract, its columns, and its refused rows to those who see to findings."""
    at = asked(request)
    one = _seen(kind, day, at)
    found = one.extract
    why_not = words.why_not_shown(
        found,
        may_see=permits(request, Permission.VIEW_FINDINGS),
        is_laid=reads.refused_rows_of(tasks.extracts_folder(), found) is not None,
    )
    has_rows = not why_not and shows_names(request)
    rows = reads.refused_rows(tasks.extracts_folder(), found) if has_rows else []
    if rows:
        writes.record_look(extract=found, by=viewer(request).username, at=clock.now())
    context = {
        "at": at,
        "extract": found,
        "title": words.extract_title(found),
        "caption": words.extract_name(found),
        "crumbs": (*CRUMBS, (words.extract_name(found), "")),
        "terms": words.terms(
            one, reads.read_by(one, at.known), reads.kept_until(found, at.known, at.as_at)
        ),
        "why_not": why_not,
        "told": words.refused_by_reason(rows) if rows else "",
        "notices_of_file": found.notices,
        "actions": actions(
            request, (MANAGE, "Reconcile this day", f"{EXTRACTS}reconcile/?day={day}")
        ),
    }
    tables = (words.refused_table(rows, found), words.column_table(found))
    answer = show(request, "housekeeping/extract.jinja", context, *tables)
    return unkept(answer) if rows else answer


def _seen(kind: str, day: str, at: Asked) -> Used:
    try:
        return reads.extract(ExtractKind(kind), _day(day), at.known)
    except (UnknownRecord, ValueError) as fault:
        raise Http404(str(fault)) from fault


def _day(text: str) -> date:
    return date.fromisoformat(text)


@needs(MANAGE)
def take(request: HttpRequest) -> HttpResponse:
    """Take an extract, at once where it is small; else the worker does, with its progress shown."""
    at = asked(request)
    saved = every(SavedMapping, at.known)
    form = TakeForm(
        request.POST or None, request.FILES or None, saved=saved, initial={"as_at": at.as_at}
    )
    faults: list[RowError] = []
    if form.is_valid():
        found = _taken(request, form)
        if isinstance(found, int):
            return redirect("work:job", found)
        if isinstance(found, Extract):
            messages.success(request, tasks.taken_words(found))
            return redirect(extract_address(found))
        faults = found
        form.add_error("file", f"{count_words(len(faults), 'fault')}: nothing was taken")
    page = FormPage(
        title="Take an extract",
        summary="Rows that cannot be read are refused, each with its reason; the others are kept.",
        button="Take it",
        back=EXTRACTS,
        upload=True,
        crumbs=CRUMBS,
    )
    extra = {"table": fault_table(faults)}
    return show_form(request, form, page, extra, template="housekeeping/take.jinja")


def _taken(request: HttpRequest, form: TakeForm) -> Extract | int | list[RowError]:
    """Take what was sent: the extract, the number of the job that takes it, or its faults."""
    file, by, at = form.cleaned_data["file"], viewer(request).username, clock.now()
    folder = tasks.extracts_folder()
    try:
        path = writes.lay_aside(file.chunks(), file_name(file), folder)
    except OSError as fault:
        why = fault.strerror or str(fault)
        return [
            RowError("", f"The extract cannot be kept ({why})", "make room, then send it again")
        ]
    mappings = {form.chosen.kind.value: form.columns} if form.chosen else {}
    told = AskedOfFile(
        kind=form.kind_said or intake.kind_of(path, mappings),
        as_at=form.cleaned_data["as_at"],
        name=path.name,
        mapping=form.columns,
        month_first=form.is_month_first,
    )
    if file.size > TAKEN_AT_ONCE:
        return tasks.ask_to_take(path=path, asked=told, by=by, at=at)
    most = settings.EXTRACTS_MEGABYTES
    return writes.take_sent(path=path, asked=told, folder=folder, megabytes=most, by=by, at=at)


@needs(MANAGE)
def reconcile(request: HttpRequest) -> HttpResponse:
    """Hold the extracts of a day against each other, and keep what comes of it."""
    at = asked(request)
    taken = reads.extracts(at.known, at.as_at)
    initial = {"as_at": request.GET.get("day") or words.last_day(taken) or at.as_at}
    form = ReconcileForm(request.POST or None, initial=initial)
    by, now = viewer(request).username, clock.now()
    if form.is_valid() and _rows(taken, form) > RECONCILED_AT_ONCE:
        return redirect("work:job", tasks.ask_to_reconcile(as_at=form.day, by=by, at=now))
    if carried_out(
        form,
        lambda: writes.reconcile(
            folder=tasks.extracts_folder(),
            as_at=form.day,
            megabytes=settings.EXTRACTS_MEGABYTES,
            by=by,
            at=now,
        ),
        reads.NoExtract,
        writes.EarlierSnapshot,
        UnfitLimit,
    ):
        messages.success(request, f"The extracts as at {date_words(form.day)} are reconciled")
        return redirect("housekeeping:estate")
    page = FormPage(
        title="Reconcile a day",
        summary="Every part whose extracts were taken for the day is held against its rules.",
        button="Reconcile",
        back=EXTRACTS,
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


def _rows(taken: list[Used], form: ReconcileForm) -> int:
    return sum(one.extract.rows for one in taken if one.extract.as_at == form.day)

"""Extracts of the ledger and registers of money loaded; the template issued."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.views import asked, needs, viewer
from scrutable.audit import clock
from scrutable.evidence.facts import RowError
from scrutable.govuk.views import WORKBOOK, FormPage, show_form
from scrutable.kernel.wording import count_words
from scrutable.money import tasks
from scrutable.money.facts import LedgerRead
from scrutable.money.forms.loads import LedgerForm, RegistersForm
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.intake.template import write_template
from scrutable.money.presenters.ledger import loaded_words, registers_words
from scrutable.money.presenters.words import LEDGER, MONEY
from scrutable.money.views.glance import MANAGE
from scrutable.money.writes.ledger import NothingNew, keep_extract, load_ledger
from scrutable.money.writes.registers import load_registers
from scrutable.records.writes import UnfitRecord

MOST_FAULTS = 50  # named on the page; the rest are counted
AT_ONCE = 5_000_000  # bytes; a larger extract is taken by the worker


@needs(MANAGE)
def load(request: HttpRequest) -> HttpResponse:
    """Take an extract of the ledger; a large one becomes a job."""
    asked(request)
    form = LedgerForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with tempfile.TemporaryDirectory(dir=_folder()) as work:
            path = Path(work) / "extract"
            with path.open("wb") as file:
                for chunk in sent.chunks():
                    file.write(chunk)
            answer = _taken(request, form, path, sent.name, sent.size)
        if answer is not None:
            return answer
    page = FormPage(
        title="Load the ledger",
        button="Load it",
        back=LEDGER,
        summary="It replaces what is kept of its years. Rows that cannot be read are refused.",
        upload=True,
        crumbs=(("Money", MONEY), ("Ledger", LEDGER)),
    )
    return show_form(request, form, page)


def _taken(
    request: HttpRequest, form: LedgerForm, path: Path, name: str, size: int
) -> HttpResponse | None:
    """Take what was sent, now or by a job; None where it cannot be, which the form says then."""
    by, at = viewer(request).username, clock.now()
    if size > AT_ONCE:
        kept = tasks.lay_aside(path)
        job = tasks.ask_to_load(path=kept, name=name, control=form.control_pence, by=by, at=at)
        return redirect("work:job", job)
    read = read_ledger(path, name)
    if not isinstance(read, LedgerRead):
        _say(form, read)
        return None
    if form.control_pence is not None and len(read.years) > 1:
        form.add_error("control", "The extract is of several years. Leave it empty")
        return None
    try:
        years = load_ledger(read=read, control=form.control_pence, by=by, at=at)
    except NothingNew as same:
        messages.info(request, str(same))
    else:
        keep_extract(path, read, tasks.ledger_folder())
        messages.success(request, f"Loaded: {loaded_words(years, len(read.refused))}")
    return redirect(LEDGER)


def _folder() -> Path:
    folder = tasks.ledger_folder()
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@needs(MANAGE)
def load_money(request: HttpRequest) -> HttpResponse:
    """Take registers of money in a workbook, all of it or nothing."""
    asked(request)
    form = RegistersForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file, by = form.cleaned_data["file"], viewer(request).username
        try:
            done = load_registers(content=file.read(), name=file.name, by=by, at=clock.now())
        except UnfitRecord as unfit:
            _say(form, list(unfit.faults))
        else:
            messages.success(request, registers_words(done.taken, done.known))
            return redirect(MONEY)
    page = FormPage(
        title="Load registers of money",
        button="Load it",
        back=MONEY,
        summary="All of it is taken or nothing. What it says already changes nothing.",
        upload=True,
        crumbs=(("Money", MONEY),),
    )
    return show_form(request, form, page, template="money/load.jinja")


@needs(MANAGE)
def template(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (Django's)
    """Answer with the workbook that the council fills."""
    answer = HttpResponse(write_template(), content_type=WORKBOOK)
    answer["Content-Disposition"] = 'attachment; filename="money.xlsx"'
    return answer


def _say(form: LedgerForm | RegistersForm, faults: list[RowError]) -> None:
    for fault in faults[:MOST_FAULTS]:
        form.add_error("file", str(fault))
    if (more := len(faults) - MOST_FAULTS) > 0:
        form.add_error("file", f"{count_words(more, 'more fault')}. Mend these first")

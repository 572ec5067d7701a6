"""Returns: what came, what is late, the template, sending one, and confirming it."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.text import slugify

from scrutable.access.facts import Permission
from scrutable.access.views import actions, needs, permits, viewer
from scrutable.audit import clock
from scrutable.contracts import forms, reads, writes
from scrutable.contracts.facts import IncomingReturn, Standing
from scrutable.contracts.intake import read_return
from scrutable.contracts.intake.template import write_template
from scrutable.contracts.presenters import returns as presenters
from scrutable.contracts.views import uploads
from scrutable.contracts.views.doors import Asked, asked, contract_seen, contracts_seen, month_asked
from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.presenters import fault_table
from scrutable.govuk.views import WORKBOOK, FormPage, show, show_form
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import count_words
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

LOOKED_BACK = 3  # newest returns of a contract that may still wait to be verified


@needs(Permission.VIEW_RETURNS)
def returns(request: HttpRequest) -> HttpResponse:
    """Show what is late, what waits to be verified and what came."""
    at = asked(request)
    found = [one for one in contracts_seen(request, at.known) if not one.published_only]
    came = [taken for one in found for taken in reads.returns(one.code, at.known)]
    codes = {one.code for one in found}
    owed = [one for one in reads.returns_owed(at.as_at, at.known) if one.contract.code in codes]
    may_verify = permits(request, Permission.LOAD_RETURNS)
    context = {
        "title": presenters.returns_title(len(owed)),
        "waiting": _unverified(found, at) if may_verify else [],
        "may_chase": bool(owed) and permits(request, Permission.LOAD_RETURNS),
        "actions": actions(
            request,
            (Permission.SEND_RETURNS, "Send a return", "/returns/send/"),
            (Permission.ISSUE_TEMPLATES, "Download a template", "/returns/template/"),
        ),
    }
    newest = sorted(came, key=lambda taken: (taken.month, taken.version), reverse=True)
    tables = (presenters.late_table(owed, at.as_at), presenters.received_table(newest))
    return show(request, "contracts/returns.jinja", context, *tables)


def _unverified(contracts: list[Contract], at: Asked) -> list[presenters.Waiting]:
    """Return the months of late whose results are still provisional."""
    waiting = []
    for contract in contracts:
        months = {taken.month for taken in reads.returns(contract.code, at.known)}
        for month in sorted(months, reverse=True)[:LOOKED_BACK]:
            stood = reads.standing_results(contract.code, Span(month, month), at.known)
            firm = [kpi[month].standing for kpi in stood.values()]
            if number := firm.count(Standing.PROVISIONAL):
                waiting.append(presenters.Waiting(contract.code, month, number))
    return waiting


@needs(Permission.ISSUE_TEMPLATES)
def choose_template(request: HttpRequest) -> HttpResponse:
    """Let the contract be chosen whose template is wanted."""
    known = asked(request).known
    found = [one for one in contracts_seen(request, known) if not one.published_only]
    context = {"contracts": found, "title": "Download a template", "month": asked(request).month}
    return show(request, "contracts/templates.jinja", context)


@needs(Permission.ISSUE_TEMPLATES)
def template(request: HttpRequest, code: str) -> HttpResponse:
    """Give the workbook that the supplier fills in for the month."""
    at = asked(request)
    contract = contract_seen(request, code, at.known)
    month = month_asked(request, at.month)
    council = registers.council_name(at.as_at, at.known, settings.COUNCIL_NAME)
    content = write_template(
        contract=contract,
        month=month,
        kpis=reads.in_service_order(contract, reads.definitions(code, at.known)),
        council=council,
    )
    answer = HttpResponse(content, content_type=WORKBOOK)
    name = f"{slugify(code)}-return-{month}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@needs(Permission.SEND_RETURNS)
def send(request: HttpRequest) -> HttpResponse:
    """Read a return; say everything that is wrong with it, or what it would change."""
    at = asked(request)
    form = forms.SendForm(
        request.POST or None,
        request.FILES or None,
        contracts=contracts_seen(request, at.known),
        may_load=permits(request, Permission.LOAD_RETURNS),
        initial={"contract": request.GET.get("contract", ""), "month": at.month},
    )
    faults: tuple[RowError, ...] = ()
    if form.is_valid():
        incoming, faults, notices = _read(form, at)
        if incoming:
            _say(request, notices)
            return redirect("contracts:plan", uploads.keep(request, incoming))
        form.add_error("file", f"{count_words(len(faults), 'fault')}: nothing was loaded")
    page = FormPage(
        title="Send a return",
        summary="First you see what it would change. Nothing is loaded until you confirm.",
        button="Check the return",
        back="/returns/",
        upload=True,
    )
    extra = {"table": fault_table(faults)}
    return show_form(request, form, page, extra, template="contracts/send.jinja")


def _read(
    form: forms.SendForm, at: Asked
) -> tuple[IncomingReturn | None, tuple[RowError, ...], tuple[Notice, ...]]:
    """Return what was sent, or everything that is wrong with it, and notices."""
    given = form.cleaned_data
    content, name = given["file"].read(), given["file"].name
    contract = registers.contract(given["contract"], at.known)
    kpis = reads.definitions(contract.code, at.known)
    found = read_return(content, name, contract=contract, month=given["month"], kpis=kpis)
    if found.errors:
        return None, found.errors, found.notices
    incoming = IncomingReturn(
        contract=contract.code,
        month=given["month"],
        rows=found.rows,
        content=content,
        name=name,
        standing=form.how_firm,
    )
    return incoming, (), found.notices


def _say(request: HttpRequest, notices: tuple[Notice, ...]) -> None:
    for notice in notices[:10]:
        messages.info(request, str(notice))


@needs(Permission.SEND_RETURNS)
def plan(request: HttpRequest, token: str) -> HttpResponse:
    """Show what loading would change; load it where it is confirmed."""
    at = asked(request)
    incoming = uploads.kept(request, token)
    if incoming is None:
        messages.warning(request, "What was sent is kept for an hour only. Send it again.")
        return redirect("contracts:send")
    contract_seen(request, incoming.contract, at.known)
    if request.method == "POST":
        return _load(request, incoming, token)
    found = reads.load_plan(incoming, as_at=at.as_at, known=at.known)
    kpis = {kpi.code: kpi for kpi in reads.definitions(incoming.contract, at.known)}
    context = {
        "plan": found,
        "title": presenters.plan_title(found),
        "summary": presenters.plan_summary(found, incoming.name),
        "is_empty": bool(found.already_loaded) or not found.changes,
    }
    return show(request, "contracts/plan.jinja", context, presenters.plan_table(found, kpis))


def _load(request: HttpRequest, incoming: IncomingReturn, token: str) -> HttpResponse:
    try:
        taken = writes.load_return(incoming=incoming, by=viewer(request).username, at=clock.now())
    except (writes.ReturnAlreadyLoaded, reads.UnknownKpi) as refusal:
        messages.warning(request, str(refusal))
        return redirect("contracts:plan", token)
    uploads.forget(request, token)
    said = count_words(taken.results, "result")
    messages.success(request, f"{said} of {taken.contract} for {taken.month.words} are loaded")
    return redirect("contracts:contract", taken.contract)

"""Home, attention, search and trace."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from scrutable.access.facts import Permission, Role
from scrutable.access.views import Memory, needs, permits, viewer
from scrutable.audit import reads as audit
from scrutable.contracts.presenters import attention as attending
from scrutable.contracts.views.doors import Asked, asked, contracts_seen
from scrutable.evidence.presenters import open_address
from scrutable.govuk.facts import Table
from scrutable.govuk.views import show
from scrutable.kernel.attention import Attention, gravest_first, open_only
from scrutable.kernel.wording import date_words
from scrutable.overview import reads
from scrutable.overview.facts import Coming, Delivery, EstateStanding, Evidence, Excerpt, Standing
from scrutable.overview.presenters import (
    coming,
    deliberating,
    events,
    home,
    pictures,
    trace_page,
)
from scrutable.overview.presenters.delivery import delivery_figure, delivery_words
from scrutable.overview.presenters.housekept import housekept_words
from scrutable.overview.presenters.trace import present_trace
from scrutable.portfolio.reads.resting import ON_BENEFITS, ON_PROJECTS
from scrutable.registers.facts import Contract
from scrutable.reports.reads import sees

MOST_SHOWN = 5
MOST_EXCERPTS = 3
ITEMS: Memory[list[Attention]] = Memory(64)
OF_CONTRACTS: Memory[list[Attention]] = Memory(64, reads.ON_CONTRACTS)
OF_OTHERS: Memory[list[Attention]] = Memory(4)  # of parts that rest on no tables by name
STANDINGS: Memory[Standing] = Memory(64)
MEETINGS: Memory[Coming] = Memory(64)
ESTATES: Memory[EstateStanding | None] = Memory(16, reads.ON_ESTATE)
DELIVERIES: Memory[Delivery | None] = Memory(16, (*ON_PROJECTS, *ON_BENEFITS))


@needs(Permission.VIEW_CONTRACTS)
def front(request: HttpRequest) -> HttpResponse:
    """Show what needs attention first, the figures, the latest reports, or the next step."""
    at = asked(request)
    seen = contracts_seen(request, at.known)
    sees_all = permits(request, Permission.VIEW_ATTENTION)
    items = _items(request, at, seen) if sees_all else []
    standing = STANDINGS.of(at, _codes(seen), lambda: reads.standing(at.known, seen))
    reads_only = viewer(request).role == Role.MEMBER  # none of the steps is a councillor's
    has_steps = sees_all and not reads_only and not home.is_set_up(standing)
    delivered = _delivery(request, at)
    figures = home.figures(standing, items, date_words(at.as_at)) if sees_all else ()
    context = {
        "title": home.title(standing, items) if has_steps else home.finding(items),
        "steps": home.steps(standing) if has_steps else (),
        "steps_words": home.steps_words(standing),
        "figures": (*figures, delivery_figure(delivered, date_words(at.as_at)))
        if delivered
        else figures,
        "delivery": delivery_words(delivered) if delivered else "",
        "estate": _estate(request, at),
        "attention": attending.attention_items(items[:MOST_SHOWN]),
        "more": max(0, len(items) - MOST_SHOWN),
        "sees_all": sees_all,
        "reports_first": reads_only,
        "meetings_first": permits(request, Permission.MANAGE_MEETINGS),
        "contracts": seen,
    }
    newest = reads.newest_reports(seen) if sees_all else []
    held, told = _meetings(request, at)
    context |= told
    return show(request, "overview/home.jinja", context, home.report_table(newest), *held)


def _delivery(request: HttpRequest, at: Asked) -> Delivery | None:
    """Return how projects and benefits stand, worked out once for each event and day."""
    if not permits(request, Permission.VIEW_PROJECTS):
        return None
    return DELIVERIES.of(at, "delivery", lambda: reads.delivery(at.as_at, at.known))


def _estate(request: HttpRequest, at: Asked) -> str:
    """Return how the estate stands; "" for whoever may not see it, and before anything is known."""
    if not permits(request, Permission.VIEW_ESTATE):
        return ""
    found = ESTATES.of(at, "estate", lambda: reads.housekept(at.as_at, at.known))
    return housekept_words(found) if found else ""


def _meetings(request: HttpRequest, at: Asked) -> tuple[tuple[Table, ...], dict[str, object]]:
    """Return what comes next and what was asked for, once there are meetings to speak of."""
    if not permits(request, Permission.VIEW_MEETINGS):
        return (), {"meets": False}
    met = MEETINGS.of(at, "meetings", lambda: reads.coming(at.as_at, at.known))
    if not met.names:
        return (), {"meets": False}
    found = coming.promised(met.promised, met.names)
    prepares = permits(request, Permission.MANAGE_MEETINGS)
    tables = (
        coming.meeting_table(met.scheduled, at.as_at, with_due=prepares),
        coming.asked_table(found),
    )
    return tables, {"meets": True, "asked_words": coming.asked_words(found)}


def _items(
    request: HttpRequest, at: Asked, contracts: Sequence[Contract], *, everywhere: bool = True
) -> list[Attention]:
    """Return what needs a person, worked out once for each event and day.

    After an event only those parts are worked out again that rest on what it wrote. What speaks
    of exempt assessments is left out for those who may not see it.
    """
    found = ITEMS.of(
        at,
        (*_codes(contracts), everywhere),
        lambda: _gathered(at, contracts, everywhere=everywhere),
    )
    return found if permits(request, Permission.VIEW_CYBER) else open_only(found)


def _gathered(at: Asked, contracts: Sequence[Contract], *, everywhere: bool) -> list[Attention]:
    codes = _codes(contracts)
    found = OF_CONTRACTS.of(
        at, codes, lambda: reads.attention(at.as_at, at.known, contracts, everywhere=False)
    )
    if not everywhere:
        return found
    parts = (_of_part(at, name, part) for name, part in reads.PARTS.items())
    return gravest_first(chain(found, *parts))


def _of_part(at: Asked, name: str, part: audit.Area) -> list[Attention]:
    read = partial(part.attention, at.as_at, at.known)
    return read() if part.on else OF_OTHERS.of(at, name, read)


def _codes(contracts: Sequence[Contract]) -> tuple[str, ...]:
    return tuple(contract.code for contract in contracts)


@needs(Permission.VIEW_ATTENTION)
def attention(request: HttpRequest) -> HttpResponse:
    """Show everything that needs a person, gravest first, or in the order asked for."""
    at = asked(request)
    seen = contracts_seen(request, at.known)
    chosen = request.GET.get("contract", "")
    only = [one for one in seen if one.code == chosen] if chosen else seen
    items = _items(request, at, only, everywhere=not chosen)
    told = attending.items_told(items)
    context = {
        "title": attending.title(items),
        "items": told,
        "heading": attending.heading(items, told),
        "many": len(items),
        "contracts": seen,
        "chosen": chosen,
        "at": at,
        "day": date_words(at.as_at),
    }
    return show(request, "overview/attention.jinja", context, attending.attention_table(items))


@needs(Permission.VIEW_TRACE)
def search(request: HttpRequest) -> HttpResponse:
    """Find contracts, KPIs, mitigations, service matters and reports."""
    at = asked(request)
    words = request.GET.get("q", "").strip()[:200]
    seen = contracts_seen(request, at.known)
    hits = reads.search(words, among=seen, known=at.known, role=Role(viewer(request).role))
    context = {"title": home.hits_title(words, hits), "words": words}
    return show(request, "overview/search.jinja", context, home.hit_table(hits))


@needs(Permission.VIEW_TRACE)
def trace(request: HttpRequest, reference: str) -> HttpResponse:
    """Show where a record came from, to file and cell, and which reports used it.

    What is known by the log alone leads to the log, for those who may see it.
    """
    at = asked(request)
    try:
        evidence = reads.evidence_of(reference.rstrip("/"), as_at=at.as_at, known=at.known)
    except reads.UnknownReference as fault:
        if permits(request, Permission.VIEW_LOG) and audit.events(subject=reference, most=1):
            return redirect(f"{reverse('overview:log')}?{urlencode({'subject': reference})}")
        raise Http404(str(fault)) from fault
    if is_shut(request, evidence):
        raise Http404(str(reads.UnknownReference(reference)))
    found, cell = present_trace(evidence), request.GET.get("cell", "") if evidence.file else ""
    sees_log = permits(request, Permission.VIEW_LOG)
    context = {
        "trace": found,
        "chart_fact": pictures.picture(found),
        "excerpts": _excerpts(evidence, cell),
        "cell": cell,
        "file_address": open_address(evidence.file.sha256)
        if evidence.file and evidence.is_source
        else "",
        "texts": deliberating.text_excerpts(evidence),
        "at": at,
        "sees_log": sees_log,
    }
    told = events.event_table(evidence.events, empty="Nothing was done to this very record.")
    tables = (trace_page.step_table(found), *((told,) if sees_log else ()))
    return show(request, "overview/trace.jinja", context, *tables)


def is_shut(request: HttpRequest, evidence: Evidence) -> bool:
    """Test whether the record is a draft or somebody's own record, and not the viewer's to see."""
    if evidence.edition is not None:
        return not sees(Role(viewer(request).role), evidence.edition)
    if _is_unread(evidence) and not permits(request, Permission.VIEW_READINGS):
        return True
    if evidence.names_people and not permits(request, Permission.VIEW_FINDINGS):
        return True
    if evidence.is_closed and not permits(request, Permission.VIEW_EXEMPT):
        return True
    if evidence.is_cyber and not permits(request, Permission.VIEW_CYBER):
        return True
    told = () if evidence.contract else evidence.events
    is_personal = any(event.subject.startswith("person/") for event in told)
    return is_personal and not permits(request, Permission.VIEW_PEOPLE)


def _is_unread(evidence: Evidence) -> bool:
    """Test whether the record rests on minutes that nobody has confirmed yet."""
    found = evidence.deliberated
    rests_on = found.minutes if found else ()
    return evidence.is_unread or any(not one.is_confirmed for one in rests_on)


def _excerpts(evidence: Evidence, cell: str) -> list[Excerpt]:
    """Return the cells around the newest few that the record came from, or around one of a file."""
    if evidence.file and cell:
        of_cell = reads.excerpt(evidence.file.sha256, cell)
        return [of_cell] if of_cell and evidence.is_source else []
    if len({result.reference for result in evidence.results}) > 1:
        return []
    said = [(one.file, one.place) for one in evidence.results]
    said += [(one.file, one.place) for one in evidence.recorded]
    places = dict.fromkeys(place for place in reversed(said) if place[0])
    found = (reads.excerpt(file, place) for file, place in list(places)[:MOST_EXCERPTS])
    return [one for one in found if one]

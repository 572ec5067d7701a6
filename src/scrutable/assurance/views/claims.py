"""The reassurance map, and claims with their evidence, shown and recorded."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, actions, asked, needs
from scrutable.assurance import writes  # noqa: F401  (register what they refuse)
from scrutable.assurance.facts import Claim
from scrutable.assurance.forms.claims import ClaimForm, EvidenceForm
from scrutable.assurance.presenters.claims import listing, one
from scrutable.assurance.presenters.claims.words import CLAIMS, MAP, claim_address
from scrutable.assurance.reads import claims as reads
from scrutable.govuk.views import show, show_form
from scrutable.kernel.wording import date_words, ended
from scrutable.meetings import reads as meetings
from scrutable.records.reads import UnknownRecord
from scrutable.records.views import form_page, kept, recorded

VIEW, MANAGE = Permission.VIEW_ASSURANCE, Permission.MANAGE_ASSURANCE
CRUMBS = (("Reassurance map", MAP),)


@needs(VIEW)
def reassurance_map(request: HttpRequest) -> HttpResponse:
    """Show every claim by the lines that checked it, those of one body where it is named."""
    at = asked(request)
    bodies = _bodies(at)
    body = request.GET.get("body", "")
    found = reads.reassurance_map(at.known, at.as_at, body)
    context = {
        "at": at,
        "title": listing.title(found),
        "figures": listing.figures(found, f"at {date_words(at.as_at)}"),
        "picture": listing.map_picture(found),
        "bodies": list(bodies.items()),
        "body": body,
        "actions": actions(
            request,
            (MANAGE, "Record a claim", f"{CLAIMS}new/"),
            (MANAGE, "Send a workbook", "/assurance/register/"),
        ),
    }
    return show(request, "assurance/map.jinja", context, listing.map_table(found, bodies))


@needs(VIEW)
def claim(request: HttpRequest, code: str) -> HttpResponse:
    """Show one claim and all evidence under it."""
    at = asked(request)
    try:
        seen, evidence = reads.claim(code, at.known, at.as_at)
    except UnknownRecord as fault:
        raise Http404(str(fault)) from fault
    here = claim_address(code)
    context = {
        "at": at,
        "title": seen.claim.text,
        "caption": f"Claim {code}",
        "summary": ended(one.summary(seen)),
        "crumbs": (*CRUMBS, (code, "")),
        "terms": one.terms(seen, _bodies(at).get(seen.claim.body, seen.claim.body)),
        "actions": actions(
            request,
            (MANAGE, "Change the claim", f"{here}change/"),
            (MANAGE, "Add evidence", f"{here}evidence/new/"),
        ),
    }
    return show(request, "assurance/claim.jinja", context, one.evidence_table(seen, evidence))


@needs(MANAGE)
def record_claim(request: HttpRequest, code: str = "") -> HttpResponse:
    """Take a claim as it is from now on; without a code a new one."""
    at = asked(request)
    known = kept(Claim, at, code=code) if code else None
    form = ClaimForm(request.POST or None, known=known, bodies=list(_bodies(at).items()))
    if done := recorded(request, form, form.claim, form.standing):
        messages.success(request, f"Claim {done.code} is recorded")
        return redirect(claim_address(done.code))
    back = claim_address(code) if code else MAP
    page = form_page("a claim", known.code if known else "", back=back, crumbs=CRUMBS)
    return show_form(request, form, page)


@needs(MANAGE)
def record_evidence(request: HttpRequest, code: str) -> HttpResponse:
    """Take evidence under a claim."""
    at = asked(request)
    held = kept(Claim, at, code=code)
    form = EvidenceForm(request.POST or None)
    if done := recorded(request, form, lambda: form.evidence(code)):
        messages.success(request, f"Evidence {done.number} under {code} is recorded")
        return redirect(claim_address(code))
    crumbs = (*CRUMBS, (code, claim_address(code)))
    page = form_page("evidence", "", back=claim_address(code), crumbs=crumbs)
    return show_form(request, form, page, {"claim": held})


def _bodies(at: Asked) -> dict[str, str]:
    return {one.code: one.name for one in meetings.bodies(at.known)}

"""The licence position, a product, and what was signed."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, Memory, actions, asked, needs, viewer
from scrutable.govuk.views import FormPage, show, show_form
from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.forms.licences import ProductForm, StatementForm
from scrutable.housekeeping.presenters.licences import finding as words
from scrutable.housekeeping.presenters.licences import position, tables
from scrutable.housekeeping.presenters.licences import products as product_words
from scrutable.housekeeping.presenters.licences import statements as signed_words
from scrutable.housekeeping.presenters.licences.words import (
    LICENCES,
    PRODUCTS,
    SIGN,
    change_address,
    statement_address,
)
from scrutable.housekeeping.presenters.words import ESTATE, findings_address
from scrutable.housekeeping.rules import licences as rules
from scrutable.housekeeping.rules.keys import name_key
from scrutable.records.views import kept, recorded

VIEW, MANAGE = Permission.VIEW_ESTATE, Permission.MANAGE_ESTATE
FINDINGS = findings_address(facts.PartOfEstate.LICENCES)
SEEN: Memory[facts.LicencesSeen] = Memory(4, reads.ON_LICENCES)
CRUMBS = (("Estate", ESTATE), ("Licences", LICENCES))


@needs(VIEW)
def licences(request: HttpRequest) -> HttpResponse:
    """Show what there is and what is used of everything licensed, and what either costs."""
    at = asked(request)
    seen = SEEN.of(at, "seen", lambda: reads.licences_seen(at.known, at.as_at))
    found = seen.found
    context = {
        "at": at,
        "title": words.title(seen),
        "summary": words.summary(seen),
        "figures": words.figures(found, seen.sums) if found else (),
        "crumbs": (CRUMBS[0], ("Licences", "")),
        "months": seen.ending_months,
        "sources": tables.sources(found.as_at) if found else (),
        "actions": actions(
            request,
            *(((MANAGE, "Sign a statement", SIGN),) if found else ()),
            (VIEW, "Products and their names", PRODUCTS),
            (Permission.VIEW_FINDINGS, "See to the findings", FINDINGS),
        ),
    }
    return show(
        request,
        "housekeeping/licences.jinja",
        context,
        position.position_table(found.positions if found else ()),
        words.metric_table(seen),
        signed_words.statement_table(seen.signed),
        tables.ending_table(seen.terms, seen.ending_months),
        tables.gap_table(found.gaps if found else ()),
    )


@needs(VIEW)
def product(request: HttpRequest, product: str) -> HttpResponse:
    """Show a product: what there is and what is used, its entitlements, and earlier days."""
    at = asked(request)
    own = reads.licence_product(product, at.known, at.as_at)
    if own is None:
        raise Http404(product)
    months = reads.ending_months(at.as_at, at.known)
    context = {
        "at": at,
        "title": product_words.title(own),
        "summary": product_words.summary(own),
        "gaps": bool(own.gaps),
        "crumbs": (*CRUMBS, (own.title, "")),
        "terms": product_words.terms(own),
        "actions": actions(request, (MANAGE, "Say how it is known", change_address(own.title))),
    }
    return show(
        request,
        "housekeeping/licence_product.jinja",
        context,
        position.own_table(own.positions),
        tables.term_table([(one, rules.term_state(one, at.as_at, months)) for one in own.terms]),
        tables.gap_table(own.gaps),
        tables.history_table(own.history),
    )


def _known(product: str, at: Asked) -> facts.SoftwareProduct | None:
    every = reads.software_products(at.known)
    return next((one for one in every if name_key(one.name) == product), None)


@needs(VIEW)
def products(request: HttpRequest) -> HttpResponse:
    """Show every product that the council has recorded, with its other names."""
    at = asked(request)
    found = reads.software_products(at.known)
    context = {
        "at": at,
        "title": product_words.list_title(found),
        "crumbs": (*CRUMBS, ("Products", "")),
        "actions": actions(request, (MANAGE, "Add a product", f"{PRODUCTS}change/")),
    }
    table = product_words.product_table(found)
    return show(request, "housekeeping/licence_products.jinja", context, table)


@needs(MANAGE)
def change_product(request: HttpRequest) -> HttpResponse:
    """Take a product as it is known from now on: `?name=` says which, none a new one."""
    at = asked(request)
    name = request.GET.get("name", "")
    known = _known(name_key(name), at) if name else None
    form = ProductForm(request.POST or None, known=known, initial={"name": name, "least_cores": 0})
    if done := recorded(request, form, form.product, form.standing):
        messages.success(request, f"{done.name} is recorded")
        return redirect(PRODUCTS)
    page = FormPage(
        title="Change a product" if known else "Add a product",
        button="Keep the change" if known else "Record it",
        back=PRODUCTS,
        caption=known.name if known else "",
        summary="How it stood before is kept. It counts from the next time licences are reconciled."
        if known
        else "It counts from the next time licences are reconciled.",
        crumbs=(*CRUMBS, ("Products", PRODUCTS)),
    )
    return show_form(request, form, page)


@needs(VIEW)
def statement(request: HttpRequest, number: int) -> HttpResponse:
    """Show a statement as it was signed, and whether it still agrees with the position."""
    at = asked(request)
    one = kept(facts.LicenceStatement, at, number=number)
    now = reads.licences(at.known, at.as_at)
    then = reads.licences_kept_by(one.position)
    told = rules.disagreements(one, now) if now else ()
    context = {
        "at": at,
        "title": signed_words.verdict_words(one),
        "summary": signed_words.statement_words(one),
        "caption": f"Signed statement {one.number}",
        "crumbs": (*CRUMBS, (f"Statement {one.number}", "")),
        "warning": signed_words.disagreement_words(one, told, now, rules.sums(now.positions))
        if now
        else "",
        "terms": signed_words.terms(one),
    }
    return show(
        request,
        "housekeeping/licence_statement.jinja",
        context,
        tables.gap_table(then.gaps if then else ()),
        position.short_table(then.positions if then else ()),
    )


@needs(MANAGE)
def sign(request: HttpRequest) -> HttpResponse:
    """Take a statement that somebody signs of the position as it stands."""
    at = asked(request)
    found = reads.licences(at.known, at.as_at)
    initial = {
        "position": found.version if found else None,
        "signed_by": viewer(request).full_name,
        "signed_on": at.as_at,
    }
    form = StatementForm(request.POST or None, initial=initial)
    seen = _seen(form, at)
    if seen and (done := recorded(request, form, lambda: form.statement(seen))):
        messages.success(request, f"Statement {done.number} is signed")
        return redirect(statement_address(done.number))
    page = FormPage(
        title="Sign a statement of licensing liabilities",
        button="Sign it",
        back=LICENCES,
        summary=signed_words.before_signing(found, rules.sums(found.positions if found else ())),
        crumbs=CRUMBS,
    )
    return show_form(request, form, page)


def _seen(form: StatementForm, at: Asked) -> facts.Licences | None:
    """Return the position that the signatory looked at; None until the form is sent whole."""
    if not form.is_bound or not form.is_valid():
        return None
    number = form.cleaned_data["position"]
    found = reads.licences_kept_by(number) if number <= at.known else None
    if found is None:
        form.add_error(None, "There is no such position; look at the position, then sign")
    return found

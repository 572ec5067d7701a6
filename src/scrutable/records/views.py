"""Whatever is recorded whole, found by its key, or taken from a form."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import Http404, HttpRequest

from scrutable.access.views import Asked, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage
from scrutable.records import reads, writes
from scrutable.records.facts import Record

Kind = TypeVar("Kind", bound=Record)
Taken = TypeVar("Taken")


def kept(kind: type[Kind], at: Asked, /, **key: object) -> Kind:
    """Return the one with the key, or answer that there is none."""
    try:
        return reads.one(kind, at.known, **key)
    except reads.UnknownRecord as fault:
        raise Http404(str(fault)) from fault


def recorded(
    request: HttpRequest, form: forms.Form, made: Callable[[], Kind], based_on: int | None = None
) -> Kind | None:
    """Record what the form says and return it; None where it cannot be, which the form says then.

    `based_on` is the version that stood when the form was shown, 0 for none.
    """
    by = viewer(request).username
    return taken(form, lambda: writes.record(of=made(), by=by, at=clock.now(), based_on=based_on))


def taken(form: forms.Form, act: Callable[[], Taken]) -> Taken | None:
    """Do what the form asks; None where it is refused, which the form says at its fields then."""
    if not form.is_valid():
        return None
    try:
        return act()
    except writes.UnfitRecord as unfit:
        for one in unfit.faults:
            place = one.place if one.place in form.fields else None
            form.add_error(place, f"{one.fault}; {one.remedy}")
    except writes.WrittenMeanwhile as meanwhile:
        form.add_error(None, str(meanwhile))
    return None


def form_page(
    what: str, known: str, *, back: str, crumbs: tuple[tuple[str, str], ...], verb: str = "Record"
) -> FormPage:
    """Return what stands around the form of a new one, or of the one that is known by a title."""
    return FormPage(
        title=f"Change {what}" if known else f"{verb} {what}",
        button="Keep the change" if known else "Record it",
        back=back,
        summary="How it stood before is kept." if known else "",
        caption=known,
        crumbs=crumbs,
    )

"""What these doors share: what is not there answers 404, refusals are said fault by fault."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import Http404, HttpRequest

from scrutable.access.views import viewer
from scrutable.audit import clock
from scrutable.meetings import reads, writes

Found = TypeVar("Found")
UNKNOWN = (
    reads.UnknownBody,
    reads.UnknownDecision,
    reads.UnknownEntry,
    reads.UnknownItem,
    reads.UnknownMeeting,
)


def found(read: Callable[..., Found], *given: Any, **options: Any) -> Found:
    """Return what the read finds; 404 for what is not recorded."""
    try:
        return read(*given, **options)
    except UNKNOWN as unknown:
        raise Http404(str(unknown)) from unknown


def taken(request: HttpRequest, form: forms.Form, write: Callable[..., Found]) -> Found | None:
    """Do what a valid form asks, in the name of who sends it; faults are said on the form."""
    if not form.is_valid():
        return None
    try:
        return write(by=viewer(request).username, at=clock.now())
    except writes.Unfit as unfit:
        form.add_error(None, [str(fault) for fault in unfit.faults])
    except UNKNOWN as unknown:
        form.add_error(None, str(unknown))
    return None

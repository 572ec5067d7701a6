"""Pages for when something is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from scrutable.access.views import UnreadDay
from scrutable.config.pages import bare_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's)
    """Say that the request could not be understood, and why where it is a day that was asked."""
    reason = str(exception) if isinstance(exception, UnreadDay) else ""
    return _plain("govuk/400.jinja", 400, reason=reason)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what the person may not do, and who can change that."""
    return render(request, "govuk/403.jinja", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001  (Django's)
    """Say that nothing is kept at the address."""
    return render(request, "govuk/404.jinja", status=404)


def failed(request: HttpRequest) -> HttpResponse:  # noqa: ARG001  (Django's)
    """Say that the fault is ours; asks no store for anything."""
    return _plain("govuk/500.jinja", 500)


def forgery(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  (Django's)
    """Say that the form had waited too long or came from elsewhere."""
    return _plain("govuk/csrf.jinja", 403)


def _plain(template: str, status: int, **more: str) -> HttpResponse:
    return HttpResponse(render_to_string(template, bare_page() | more), status=status)

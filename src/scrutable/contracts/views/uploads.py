"""What was sent and not confirmed yet: kept on our side for an hour, for its sender alone."""

import secrets
from dataclasses import replace

from django.core.cache import cache
from django.http import HttpRequest

from scrutable.access.views import viewer
from scrutable.contracts.facts import IncomingReturn

KEPT_SECONDS = 3600


def keep(request: HttpRequest, incoming: IncomingReturn) -> str:
    """Keep what was read until it is confirmed, and return its token."""
    token = secrets.token_urlsafe(24)
    cache.set(_key(request, token), replace(incoming), KEPT_SECONDS)
    return token


def kept(request: HttpRequest, token: str) -> IncomingReturn | None:
    """Return what this very person sent, or None where the hour is over."""
    found = cache.get(_key(request, token))
    return found if isinstance(found, IncomingReturn) else None


def forget(request: HttpRequest, token: str) -> None:
    """Drop it: it is loaded."""
    cache.delete(_key(request, token))


def _key(request: HttpRequest, token: str) -> str:
    return f"return-sent-{viewer(request).pk}-{token}"

"""Whether what a browser keeps is still what the page would say; then nothing is sent again."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from scrutable.access.views import Asked, viewer

PACKAGE = Path(__file__).parents[2]


@cache
def build() -> str:
    """Return what tells this build from another: its version and its newest page or rule."""
    kinds = (".py", ".jinja", ".svg", ".css")
    newest = max(p.stat().st_mtime_ns for p in PACKAGE.rglob("*") if p.suffix in kinds)
    return f"{version('scrutable')}-{newest:x}"


def page_tag(request: HttpRequest, at: Asked) -> str:
    """Return the page's ETag, or "" for one that carries a notice and must be sent.

    Every change takes the next event number, so the last number, the day, who looks and what
    they ask for decide all that a page says.
    """
    if len(get_messages(request)):
        return ""
    session = request.session.session_key or ""
    said = (build(), str(at.known), at.as_at.isoformat(), session, request.get_full_path())
    digest = hashlib.sha256("\n".join((*said, str(viewer(request).pk))).encode()).hexdigest()
    return f'"{at.known}-{digest[:24]}"'


def unchanged(request: HttpRequest, tag: str) -> HttpResponse | None:
    """Return 304 where the browser has this very page, else None."""
    if not tag or tag not in request.headers.get("If-None-Match", ""):
        return None
    return kept(HttpResponseNotModified(), tag)


def kept(answer: HttpResponse, tag: str) -> HttpResponse:
    """Let the browser keep the page, to be asked about at every visit."""
    if tag:
        answer["ETag"] = tag
    answer["Cache-Control"] = "private, no-cache"
    return answer

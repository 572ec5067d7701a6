"""Whether what a browser keeps is still what the page would say; then nothing is sent again."""

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from scrutable.access.views import viewer
from scrutable.contracts.views.doors import Asked

PACKAGE = Path(__file__).parents[2]
Answer = TypeVar("Answer")


class Memory(Generic[Answer]):
    """The last answers that this process gave, each under the seal of the event it speaks of.

    What was known at an event never changes, so an answer under its seal is right for ever;
    before the first event nothing is kept.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.answers: OrderedDict[Hashable, Answer] = OrderedDict()
        self.lock = Lock()

    def of(self, at: Asked, asked: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return the answer kept, or make it and keep it; the one asked longest ago goes."""
        if not at.seal:
            return make()
        key = (at.seal, at.as_at, asked)
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
                return self.answers[key]
        answer = make()
        with self.lock:
            self.answers[key] = answer
            while len(self.answers) > self.most:
                self.answers.popitem(last=False)
        return answer


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

"""What stands at every door: the permission, and the second factor."""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import Resolver404, resolve

from scrutable.access import reads, rules
from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.presenters import PERMISSION_WORDS

View = Callable[..., HttpResponseBase]
HAS_SECOND_FACTOR = "has_second_factor"
OPEN_BEFORE = ("/account/", "/static/")


def needs(permission: Permission) -> Callable[[View], View]:
    """Let only people through who may do this: others sign in first, or are told why not."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not isinstance(request.user, Person):
                return redirect_to_login(request.get_full_path())
            if not rules.may(Role(request.user.role), permission):
                raise PermissionDenied(PERMISSION_WORDS[permission])
            return view(request, *args, **kwargs)

        guarded.__dict__["permission"] = permission  # which `needed` finds
        return guarded

    return guard


@lru_cache(maxsize=10_000)
def needed(path: str) -> Permission | None:
    """Return the permission that the page at the address asks for, if it asks for any."""
    try:
        found = resolve(path)
    except Resolver404:
        return None
    permission: Permission | None = getattr(found.func, "permission", None)
    return permission


def viewer(request: HttpRequest) -> Person:
    """Return who is signed in; raises PermissionDenied where nobody is."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user


class WholeRequests:
    """Refuse an address or a cookie with a NUL in it: no page has one and PostgreSQL takes none."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; raises BadRequest for one that no browser would send."""
        said = (request.path, unquote(request.META.get("QUERY_STRING", "")))
        if any("\x00" in text for text in (*said, *request.COOKIES.values())):
            raise BadRequest("There is a NUL in the address or in a cookie")
        return self.get_response(request)


def permits(request: HttpRequest, permission: Permission) -> bool:
    """Test whether the person looking may do it."""
    return rules.may(Role(viewer(request).role), permission)


def actions(
    request: HttpRequest, *offered: tuple[Permission, str, str]
) -> Sequence[tuple[str, str]]:
    """Return text and address of each thing that the person may do from here."""
    return [(text, href) for permission, text, href in offered if permits(request, permission)]


class KeptPrivate:
    """Let nobody in between keep what a person who is signed in was shown."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request; a page that says itself how it may be kept is left alone."""
        answer = self.get_response(request)
        if request.user.is_authenticated and not answer.has_header("Cache-Control"):
            answer["Cache-Control"] = "private, no-cache"
        return answer


class SecondFactorFirst:
    """Send people who can change what reports say to set up a second factor before all else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or lead to the page that sets the second factor up."""
        if self._is_wanting(request):
            return redirect("mfa_activate_totp")
        return self.get_response(request)

    def _is_wanting(self, request: HttpRequest) -> bool:
        if not settings.REQUIRE_SECOND_FACTOR or request.path.startswith(OPEN_BEFORE):
            return False
        person = request.user
        if not isinstance(person, Person) or request.session.get(HAS_SECOND_FACTOR):
            return False
        if not rules.must_have_second_factor(Role(person.role), required=True):
            return False
        if reads.has_second_factor(person.username):
            request.session[HAS_SECOND_FACTOR] = True
            return False
        return True

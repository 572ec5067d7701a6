"""Doors for programs: whose request it is, and what they may do."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from scrutable.access import reads, rules
from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.presenters import PERMISSION_WORDS

Operation = TypeVar("Operation", bound=Callable[..., Any])


class Program(HttpBearer):
    """A token that a person made for their programs."""

    openapi_description = "A token, made under “How you sign in”, on the page “Token”"

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """Return whose token it is; None for another, and without a second factor where owed."""
        person = reads.person_with_token(token)
        if person is None or self._is_wanting(person):
            return None
        request.user = person
        return person

    def _is_wanting(self, person: Person) -> bool:
        required = bool(settings.REQUIRE_SECOND_FACTOR)
        owed = rules.must_have_second_factor(Role(person.role), required=required)
        return owed and not reads.has_second_factor(person.username)


class SignedIn(SessionAuth):
    """Somebody signed in on the pages; what changes anything needs the pages' CSRF token too."""


# The token first: with one, no cookie is looked at and so no CSRF token asked for.
WAYS_IN = [Program(), SignedIn()]


def allowed(permission: Permission) -> Callable[[Operation], Operation]:
    """Let only people through who may do this; raises PermissionDenied with what they may not."""

    def guard(operation: Operation) -> Operation:
        @wraps(operation)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not rules.may(Role(asker(request).role), permission):
                raise PermissionDenied(PERMISSION_WORDS[permission])
            return operation(request, *args, **kwargs)

        guarded.__dict__["permission"] = permission
        return cast(Operation, guarded)

    return guard


def asker(request: HttpRequest) -> Person:
    """Return who asks; raises PermissionDenied where nobody does."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user

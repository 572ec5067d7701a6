"""Doors for programs: whose request it is, and what they may do."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth

from scrutable.access import reads, rules
from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.presenters import PERMISSION_WORDS


class Program(HttpBearer):
    """A token that a person made for their programs."""

    openapi_description = "A token that a person made under “How you sign in”"

    def __init__(self, permission: Permission) -> None:
        super().__init__()
        self.permission = permission

    def authenticate(self, request: HttpRequest, token: str) -> Person | None:
        """Return whose token it is, if they may; None for another's, or without a second factor."""
        person = reads.person_with_token(token)
        if person is None or self._is_wanting(person):
            return None
        request.user = person
        return permitted(person, self.permission)

    def _is_wanting(self, person: Person) -> bool:
        required = bool(settings.REQUIRE_SECOND_FACTOR)
        owed = rules.must_have_second_factor(Role(person.role), required=required)
        return owed and not reads.has_second_factor(person.username)


class SignedIn(SessionAuth):
    """Somebody signed in on the pages; what changes anything needs the pages' CSRF token too."""

    def __init__(self, permission: Permission) -> None:
        super().__init__()
        self.permission = permission

    def authenticate(self, request: HttpRequest, key: str | None) -> Person | None:  # noqa: ARG002  (the library's)
        """Return who is signed in, if they may."""
        if not isinstance(request.user, Person):
            return None
        return permitted(request.user, self.permission)


def those_who_may(permission: Permission) -> list[HttpBearer | SessionAuth]:
    """Return the ways in for people who may do this; others hear it before what they sent is read.

    The token comes first: with one, no cookie is looked at and so no CSRF token asked for.
    """
    return [Program(permission), SignedIn(permission)]


def permitted(person: Person, permission: Permission) -> Person:
    """Return the person if they may do it; raises PermissionDenied with what they may not."""
    if not rules.may(Role(person.role), permission):
        raise PermissionDenied(PERMISSION_WORDS[permission])
    return person


def asker(request: HttpRequest) -> Person:
    """Return who asks; raises PermissionDenied where nobody does."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user

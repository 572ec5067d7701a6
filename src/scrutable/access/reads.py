"""Who there is, and what each may do."""

from collections.abc import Set as AbstractSet
from datetime import datetime

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.urls import reverse

from scrutable.access.facts import PersonFact, Role
from scrutable.access.models import Person, Token
from scrutable.access.rules import token_digest


def anybody() -> bool:
    """Test whether there is anyone at all; until then the first administrator may be made."""
    return Person.objects.exists()


def anyone_in(role: Role) -> bool:
    """Test whether somebody of the role may sign in."""
    return Person.objects.filter(role=role.value, is_active=True).exists()


def people() -> list[PersonFact]:
    """Return everybody: those who may sign in first, then by name."""
    secured = _with_second_factor()
    rows = Person.objects.order_by("-is_active", "full_name", "username")
    return [_fact(row, secured) for row in rows]


def person(username: str) -> PersonFact | None:
    """Return one person, or None."""
    row = Person.objects.filter(username=username).first()
    return _fact(row, _with_second_factor(username)) if row else None


def account(key: int) -> Person:
    """Return the row itself, which Django's and the sign-in library's own functions take."""
    return Person.objects.get(pk=key)


def has_second_factor(username: str) -> bool:
    """Test whether the person has set up codes from an app."""
    return bool(_with_second_factor(username))


def token_made_at(username: str) -> datetime | None:
    """Return when the person's token was made; None where there is none."""
    made: datetime | None = (
        Token.objects.filter(username=username).values_list("made_at", flat=True).first()
    )
    return made


def person_with_token(token: str) -> Person | None:
    """Return whose token it is, if they may sign in; None for anything else."""
    owners = Token.objects.filter(digest=token_digest(token)).values("username")
    return Person.objects.filter(username__in=owners, is_active=True).first()


def password_link(username: str) -> str:
    """Return the address at which the person chooses a new password.

    It works once, for three days, and no longer once they have signed in with another.
    """
    row = Person.objects.get_by_natural_key(username)
    parts = {"uidb36": user_pk_to_url_str(row), "key": default_token_generator.make_token(row)}
    return f"{settings.BASE_URL}{reverse('account_reset_password_from_key', kwargs=parts)}"


def _with_second_factor(username: str = "") -> AbstractSet[str]:
    found = Authenticator.objects.filter(type=Authenticator.Type.TOTP)
    if username:
        found = found.filter(user__username=username)
    return set(found.values_list("user__username", flat=True))


def _fact(row: Person, secured: AbstractSet[str]) -> PersonFact:
    return PersonFact(
        username=row.username,
        full_name=row.full_name,
        email=row.email,
        role=Role(row.role),
        supplier=row.supplier,
        is_active=row.is_active,
        has_password=row.has_usable_password(),
        has_second_factor=row.username in secured,
    )

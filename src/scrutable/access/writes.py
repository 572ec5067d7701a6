"""Changes to people; the log keeps before and after, an e-mail address only as a digest."""

import hashlib
from datetime import datetime

from allauth.mfa.models import Authenticator

from scrutable.access.facts import PersonDetails, Role
from scrutable.access.models import Person, Token, new_salt, new_token
from scrutable.access.rules import token_digest
from scrutable.audit.writes import change


class AlreadySetUp(Exception):
    """Somebody exists already, so the first administrator cannot be made again."""

    def __str__(self) -> str:
        return "Scrutable is set up already. Ask an administrator to add you."


class UsernameTaken(Exception):
    """Somebody else has the username."""

    def __str__(self) -> str:
        return f"{self.args[0]} is somebody’s username already; choose another"


class NoSuchPerson(Exception):
    """Nobody has the username."""

    def __str__(self) -> str:
        return f"Nobody has the username {self.args[0]}"


class LastAdministrator(Exception):
    """The change would leave nobody to look after people."""

    def __str__(self) -> str:
        return "This is the only administrator who may sign in. Make another one first."


class NoToken(Exception):
    """The person has no token."""

    def __str__(self) -> str:
        return f"{self.args[0]} has no token"


def first_administrator(*, details: PersonDetails, password: str, by: str, at: datetime) -> Person:
    """Add the first person, an administrator; raises AlreadySetUp if there is anyone."""
    with change(verb="first_administrator_added", subject=details.reference, by=by, at=at) as log:
        if Person.objects.exists():
            raise AlreadySetUp
        person = _new(details, password)
        log.after = _said(person)
    return person


def add_person(*, details: PersonDetails, password: str | None, by: str, at: datetime) -> Person:
    """Add somebody; without a password they choose one by a link. Raises UsernameTaken."""
    with change(verb="person_added", subject=details.reference, by=by, at=at) as log:
        if Person.objects.filter(username=details.username).exists():
            raise UsernameTaken(details.username)
        person = _new(details, password)
        log.after = _said(person)
    return person


def change_person(*, details: PersonDetails, by: str, at: datetime) -> None:
    """Change somebody's name, address, role or supplier.

    Raises NoSuchPerson, or LastAdministrator if nobody would be left to look after people.
    """
    with change(verb="person_changed", subject=details.reference, by=by, at=at) as log:
        person = _found(details.username)
        log.before = _said(person)
        if details.role is not Role.ADMINISTRATOR:
            _keep_an_administrator(person)
        person.full_name = details.full_name
        person.email = details.email
        person.role = details.role.value
        person.supplier = details.supplier
        person.save()
        log.after = _said(person)


def deactivate(*, username: str, by: str, at: datetime) -> None:
    """Keep somebody from signing in, and end their sessions; raises LastAdministrator."""
    with change(verb="person_deactivated", subject=f"person/{username}", by=by, at=at) as log:
        person = _found(username)
        _keep_an_administrator(person)
        log.before, log.after = {"is_active": person.is_active}, {"is_active": False}
        person.is_active = False
        person.save(update_fields=["is_active"])


def reactivate(*, username: str, by: str, at: datetime) -> None:
    """Let somebody sign in again."""
    with change(verb="person_reactivated", subject=f"person/{username}", by=by, at=at) as log:
        person = _found(username)
        log.before, log.after = {"is_active": person.is_active}, {"is_active": True}
        person.is_active = True
        person.save(update_fields=["is_active"])


def set_password(*, username: str, password: str, by: str, at: datetime) -> None:
    """Set somebody's password; the log says that it was set, and nothing of what it is."""
    with change(verb="password_set", subject=f"person/{username}", by=by, at=at):
        person = _found(username)
        person.set_password(password)
        person.save(update_fields=["password"])


def note_second_factor(*, username: str, verb: str, by: str, at: datetime) -> None:
    """Record that somebody has set up or changed their second factor."""
    with change(verb=verb, subject=f"person/{username}", by=by, at=at):
        _found(username)


def remove_second_factor(*, username: str, by: str, at: datetime) -> None:
    """Take off a second factor whose owner has lost it; they sign in with the password alone."""
    with change(verb="second_factor_removed", subject=f"person/{username}", by=by, at=at):
        Authenticator.objects.filter(user=_found(username)).delete()


def make_token(*, username: str, by: str, at: datetime) -> str:
    """Make a token for the person's programs and return it; the one before no longer works."""
    token = new_token()
    with change(verb="token_made", subject=f"person/{username}", by=by, at=at) as log:
        person = _found(username)
        kept = {"digest": token_digest(token), "made_at": log.at}
        Token.objects.update_or_create(username=person.username, defaults=kept)
    return token


def revoke_token(*, username: str, by: str, at: datetime) -> None:
    """Let the person's token work no longer; raises NoToken where there is none."""
    with change(verb="token_revoked", subject=f"person/{username}", by=by, at=at):
        removed, _ = Token.objects.filter(username=_found(username).username).delete()
        if not removed:
            raise NoToken(username)


def erase_address(*, username: str, by: str, at: datetime) -> None:
    """Forget somebody's e-mail address and the salt that ties the log's digests to it."""
    with change(verb="address_erased", subject=f"person/{username}", by=by, at=at):
        person = _found(username)
        person.email, person.salt = "", new_salt()
        person.save(update_fields=["email", "salt"])


def _new(details: PersonDetails, password: str | None) -> Person:
    person = Person(
        username=details.username,
        full_name=details.full_name,
        email=details.email,
        role=details.role.value,
        supplier=details.supplier,
    )
    person.set_password(password)
    person.save()
    return person


def _found(username: str) -> Person:
    person = Person.objects.filter(username=username).first()
    if person is None:
        raise NoSuchPerson(username)
    return person


def _keep_an_administrator(leaving: Person) -> None:
    if leaving.role != Role.ADMINISTRATOR or not leaving.is_active:
        return
    others = Person.objects.filter(role=Role.ADMINISTRATOR.value, is_active=True)
    if not others.exclude(pk=leaving.pk).exists():
        raise LastAdministrator


def _said(person: Person) -> dict[str, object]:
    email = person.email and hashlib.sha256((person.salt + person.email).encode()).hexdigest()
    return {
        "full_name": person.full_name,
        "role": str(person.role),
        "supplier": person.supplier,
        "email_digest": email,
    }

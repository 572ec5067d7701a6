"""Councillors by number, and the officers named to see what they need."""

from datetime import date

from scrutable.access.facts import Role
from scrutable.access.models import Person
from scrutable.councillors import models, rules
from scrutable.councillors.facts import Councillor, NamedOfficer
from scrutable.records.reads import every


def councillors() -> list[Councillor]:
    """Return every councillor there is or was, by number."""
    return [_fact(row) for row in models.Councillor.objects.order_by("number")]


def serving(on: date) -> frozenset[int]:
    """Return the numbers of those who are councillors on the day."""
    return frozenset(one.number for one in councillors() if rules.serves(one, on))


def councillor(number: int) -> Councillor | None:
    """Return the councillor with the number, or None."""
    row = models.Councillor.objects.filter(number=number).first()
    return _fact(row) if row else None


def councillor_of(username: str) -> Councillor | None:
    """Return the councillor who signs in so, or None."""
    row = models.Councillor.objects.filter(person=username).first() if username else None
    return _fact(row) if row else None


def named_officers(known: int) -> list[NamedOfficer]:
    """Return every officer who is or was named to see what councillors need, by username."""
    return every(NamedOfficer, known)


def may_see_needs(username: str, known: int, on: date) -> bool:
    """Test whether somebody is named on the day to see needs, and still an officer who signs in."""
    if not rules.is_named(every(NamedOfficer, known, username=username), username, on):
        return False
    role = Person.objects.filter(username=username, is_active=True).values_list("role", flat=True)
    found = role.first()
    return found is not None and Role(found) not in rules.NEVER_NAMED


def nameable() -> list[tuple[str, str]]:
    """Return username and name of everybody who can be named."""
    never = [role.value for role in rules.NEVER_NAMED]
    rows = Person.objects.filter(is_active=True).exclude(role__in=never)
    return list(rows.order_by("full_name").values_list("username", "full_name"))


def unlinked_members() -> list[tuple[str, str]]:
    """Return username and name of members who sign in and are linked to no councillor."""
    linked = models.Councillor.objects.exclude(person="").values("person")
    rows = Person.objects.filter(role=Role.MEMBER.value, is_active=True)
    rows = rows.exclude(username__in=linked)
    return list(rows.order_by("full_name").values_list("username", "full_name"))


def addresses(usernames: list[str]) -> dict[str, str]:
    """Return the e-mail address of each that has one."""
    rows = Person.objects.filter(username__in=usernames, is_active=True).exclude(email="")
    return dict(rows.order_by("username").values_list("username", "email"))


def names(numbers: list[int]) -> dict[int, str]:
    """Return what each councillor is called; one without a name by the number."""
    rows = models.Councillor.objects.filter(number__in=numbers).order_by("number")
    found = {row.number: row.name or f"Councillor {row.number}" for row in rows}
    return {number: found.get(number, f"Councillor {number}") for number in numbers}


def _fact(row: models.Councillor) -> Councillor:
    return Councillor(
        number=row.number, name=row.name, person=row.person, since=row.since, until=row.until
    )

"""Letters that are due to those who owe something."""

from datetime import date

from scrutable.access import reads as access
from scrutable.meetings import facts
from scrutable.meetings.reads.attention import promised
from scrutable.meetings.reads.calendar import bodies
from scrutable.meetings.reads.promises import owner_addresses
from scrutable.meetings.rules.reminding import known_addresses, letters


def letters_due(as_at: date, known: int, link: str) -> list[facts.Letter]:
    """Return the letters that are to go on the day; those without an address come last."""
    names = {body.code: body.name for body in bodies(known)}
    return letters(promised(as_at, known), names, addresses(), link)


def addresses() -> dict[str, str]:
    """Return where owners' letters go, by the owner in small letters: posts, and people's names."""
    people = {one.full_name: one.email for one in access.people() if one.is_active}
    return known_addresses(people, owner_addresses())


def owners_like(full_name: str, email: str) -> frozenset[str]:
    """Return the owners, in small letters, that somebody is: their name, and posts of theirs.

    A post is theirs where letters to it go to their own address.
    """
    posts = {owner for owner, address in addresses().items() if email and address == email}
    return frozenset({full_name.casefold(), *posts})

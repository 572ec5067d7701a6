"""Whether who accepts a closure is who owns the issue, as far as names tell; pure."""

import re
from collections.abc import Iterable, Mapping

_TITLES = re.compile(r"\b(?:councillor|cllr|dr|mr|mrs|ms|miss|prof|professor|sir|dame)\b\.?")
_PARTS = re.compile(r"[()\[\],;/|]| - | – | and ")
_LOGIN = re.compile(r"([a-z])\.([a-z’'-]+)")


def is_same(owner: str, accepter: str, persons: Mapping[str, str]) -> bool:
    """Test whether both are one person, or one post, as far as it is known.

    Compared are names without their titles, posts and names in parentheses each for itself, and
    logins with the names that they stand for. `persons` says by post, login or full name in small
    letters what stands for its person, such as the address of their letters. A post whose holder
    nobody has recorded is told apart from a person by its name alone.
    """
    ours, theirs = (_known(names_in(text), persons) for text in (owner, accepter))
    return bool(ours & theirs) or any(_stand_for(one, other) for one in ours for other in theirs)


def is_known(owner: str, persons: Mapping[str, str]) -> bool:
    """Test whether it is recorded who the owner is, and not only what they are called."""
    return any(name in persons for name in names_in(owner))


def names_in(text: str) -> frozenset[str]:
    """Return every name in the text, in small letters and without titles.

    >>> sorted(names_in("Head of ICT (Dr Kemi Adeyemi)"))
    ['head of ict', 'kemi adeyemi']
    """
    parts: Iterable[str] = _PARTS.split(text.casefold())
    plain = (" ".join(_TITLES.sub(" ", part).split()) for part in parts)
    return frozenset(part.removeprefix("the ") for part in plain if part)


def _known(names: frozenset[str], persons: Mapping[str, str]) -> frozenset[str]:
    return names | {persons[name] for name in names if name in persons}


def _stand_for(one: str, other: str) -> bool:
    """Test whether one is the login of the other: k.adeyemi of Kemi Adeyemi."""
    for login, name in ((one, other), (other, one)):
        found, words = _LOGIN.fullmatch(login), name.split()
        if found and len(words) > 1 and (words[0][0], words[-1]) == found.groups():
            return True
    return False

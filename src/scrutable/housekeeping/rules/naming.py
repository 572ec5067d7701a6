"""Which words of a text may be the name of an account, a device or a person; pure."""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\s“”‘’\"'(),;:!?/<>\[\]]+")
FULL_NAMES = (2, 3)  # words
FEWEST = 4  # letters and signs; what is shorter is a word of the language more often than a name


def names_in(text: str) -> frozenset[str]:
    """Return the words that look like a login, an address or a number, and words like full names.

    A plain word or a plain number is neither: as many accounts are called so as things are.

    >>> sorted(names_in("We told j.smith@example.org and E10234 that 1,204 of 6,200 are open."))
    ['E10234', 'j.smith@example.org']
    >>> sorted(names_in("the account of Lena Leaver is open"))
    ['Lena Leaver']
    """
    words = [word.strip(".-_") for word in _WORD.findall(text)]
    full = (
        " ".join(words[at : at + many])
        for many in FULL_NAMES
        for at in range(len(words) + 1 - many)
        if all(map(_is_of_a_name, words[at : at + many]))
    )
    return frozenset((*filter(_is_like_a_name, words), *full))


def _is_of_a_name(word: str) -> bool:
    return word[:1].isupper() and not any(sign.isdigit() for sign in word)


def _is_like_a_name(word: str) -> bool:
    if len(word) < FEWEST:
        return False
    has_letter = any(letter.isalpha() for letter in word)
    return has_letter and any(sign.isdigit() or sign in ".@_" for sign in word)


def says_any(text: str, names: Iterable[str]) -> bool:
    """Test whether any of these names, of people who trade alone, stands in the text as words."""
    low = " ".join(text.casefold().split())
    return any(
        _stands(low, " ".join(name.casefold().split())) for name in names if len(name) >= FEWEST
    )


def _stands(text: str, name: str) -> bool:
    at = text.find(name)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(name) : at + len(name) + 1]
        if not (before.isalnum() or after.isalnum()):
            return True
        at = text.find(name, at + 1)
    return False

"""What the open words of an exempt assessment give away; pure."""

import re
from collections.abc import Iterable, Mapping

from scrutable.assurance.facts import Framework

CODES = re.compile(r"\b[A-D][1-9]?\d?\.[a-z]\b|\b[A-D][1-9]\b", re.IGNORECASE)
LEVELS = re.compile(
    r"\b(?:(?:not|partially|partly|fully)[\s-]+)?(?:achiev(?:ed|es|ing|e|ement)|(?:un)?met)\b"
    r"|\bfalls? short\b|\bbelow the (?:profile|baseline)\b",
    re.IGNORECASE,
)
COUNTS = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|no|all|every|some)"
    r"(?:\s+of\s+(?:\w+\s+)?\w+)?\s+(?:outcomes?|answers?)\b",
    re.IGNORECASE,
)
FEWEST_WORDS = 2  # of an outcome's title that is looked for: “Logging” is also a plain word


def given_away(
    text: str, frameworks: Iterable[Framework], systems: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Return what the text names that an open summary may not: what it is, and the words.

    `systems` are the titles of all critical systems by code.

    >>> given_away("Assessed in 2025; B2.a was partly achieved.", (), {})
    [('an outcome', 'B2.a'), ('a level', 'partly achieved')]
    """
    found = [("an outcome", hit[0]) for hit in CODES.finditer(text)]
    found += [("an outcome", title) for title in _titles(frameworks) if _names(title, text)]
    found += [("a level", hit[0]) for hit in LEVELS.finditer(text)]
    found += [("a number of outcomes", hit[0]) for hit in COUNTS.finditer(text)]
    for code, title in sorted(systems.items()):
        found += [("a system", said) for said in (title, code) if _names(said, text)]
    return list(dict.fromkeys(found))


def _titles(frameworks: Iterable[Framework]) -> list[str]:
    titles = {one.title for each in frameworks for one in each.outcomes}
    return sorted(title for title in titles if len(title.split()) >= FEWEST_WORDS)


def _names(said: str, text: str) -> bool:
    words = [re.escape(word) for word in re.split(r"[\s_-]+", said) if word]
    pattern = r"[\s_-]+".join(words)
    return bool(words) and bool(re.search(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE))

"""Where in a text the words stand that somebody quotes from it; pure."""

import re

MOST_WORDS = 2_000


def places_of(text: str, quoted: str) -> list[tuple[int, int]]:
    r"""Return every place of the words, whatever spaces and line ends stand between them.

    >>> places_of("That the report\n   be noted.", "the report be noted")
    [(5, 27)]
    """
    words = quoted.split()[:MOST_WORDS]
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [found.span() for found in pattern.finditer(text)]


def same_words(first: str, second: str) -> bool:
    """Test whether two texts say the same but for spaces, case and the signs around it.

    >>> same_words("That the report be noted; and", "that the report  be noted")
    True
    """
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    words = " ".join(re.findall(r"\w+", text.casefold()))
    return re.sub(r"^that | and$", "", words)

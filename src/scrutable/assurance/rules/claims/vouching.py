"""Sentences by which a report would reassure its readers, held against the claims; pure.

Rules that an officer can argue with: a sentence reassures if it says that somebody is, can be or
should be assured or reassured, or that there is assurance or reassurance; one that is denied,
asked for or to come reassures nobody. It is about the claims whose codes it names, else about the
one whose words it has most of, half of them at least. What no claim says has nothing under it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scrutable.assurance.facts import ClaimSeen, Unreassured

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
_WHO = r"(?:board|committee|council|councillors?|executive|members?|public|readers?|residents?|we)"
_ASSURANCE = r"(?:full |good |strong |reasonable |substantial )?(?:re-?)?assurance"
_GIVES = r"(?:gives?|offers?|provides?|takes?|with)"
_REASSURES = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:be|is|are|was|were|been|feel|remain|rest)\s+(?:\w+ly\s+)?(?:re-?)?assured\b",
        rf"\b(?:re-?)?assur(?:es?|ing)\s+(?:the\s+)?{_WHO}\b",
        rf"\b{_GIVES}\s+(?:(?:the\s+)?{_WHO}\s+)?{_ASSURANCE}\b",
        r"\b(?:be|are|is)\s+confident\b",
    )
)
_TAKEN_AWAY = re.compile(
    r"\b(?:not|never|no|nobody|cannot|neither|nor|without|until|unless|before|whether|if|ask|asked|"
    r"asks|seek|seeks|sought|would|want|wants|wanted|too early)\b|n[’']t\b",
    re.IGNORECASE,
)
WINDOW = 6  # words before a phrase in which it is taken away
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*|\d+")
_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "a all also an and any are as at be been being board by can committee confident council "
        "every everything fully has have in is it its members no of on or reassured assured that "
        "the their there they this to was we were which with",
    )
)
STEM = 5  # letters by which two words are taken for one
HALF = 0.5


def asks_for_reassurance(narrative: Mapping[str, str]) -> bool:
    """Test whether any of the commentary would reassure; such a report prints the map."""
    return any(_reassuring(text) for text in narrative.values())


def unreassured(narrative: Mapping[str, str], claims: Sequence[ClaimSeen]) -> Iterator[Unreassured]:
    """Yield each reassuring sentence about a claim that is not borne out, or about none.

    `narrative` is the officer's own text by the anchor of its section.
    """
    for section, text in narrative.items():
        for words in _reassuring(text):
            about = claims_meant(words, claims)
            if not about:
                yield Unreassured(section=section, words=words, claim=None)
            for one in about:
                if not one.can_reassure:
                    yield Unreassured(section=section, words=words, claim=one)


def claims_meant(words: str, claims: Sequence[ClaimSeen]) -> list[ClaimSeen]:
    """Return the claims that a sentence names by code, else the one that it comes nearest to."""
    named = [one for one in claims if _names(words, one.claim.code)]
    if named:
        return named
    said = _stems(words)
    shares = [(_share(said, one.claim.text), one) for one in claims]
    best = max((share for share, _ in shares), default=0.0)
    return [one for share, one in shares if share == best and share >= HALF]


def _reassuring(text: str) -> list[str]:
    sentences = (one.strip() for one in _SENTENCE.split(_QUOTED.sub("…", text)))
    return [one for one in sentences if one and _reassures(one)]


def _reassures(sentence: str) -> bool:
    found = next(filter(None, (one.search(sentence) for one in _REASSURES)), None)
    if found is None:
        return False
    nearest = sentence[: found.start()].split()[-WINDOW:]
    return not _TAKEN_AWAY.search(" ".join(nearest))


def _names(words: str, code: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", words) is not None


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(text.casefold())
    return frozenset(word[:STEM] for word in words if word not in _EMPTY)


def _share(said: frozenset[str], claim: str) -> float:
    wanted = _stems(claim)
    return len(said & wanted) / len(wanted) if wanted else 0.0

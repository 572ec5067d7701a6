"""Words that a PDF breaks at the ends of lines, put together again; pure."""

import re
from collections import Counter

from scrutable.meetings.intake.pdf.pages import BROKEN

BREAK = re.compile(rf"(\w+)[{BROKEN}\x02\xad](\w+)")
WORDS = re.compile(r"\w+(?:-\w+)*")


def mend(text: str) -> str:
    """Return the text with the halves joined, or with the hyphen where the word has one.

    The text itself is asked: which of the two it writes elsewhere, and failing that whether both
    halves are words of it ("follow-up") or not ("tele-communications").
    """
    if not re.search(rf"[{BROKEN}\x02\xad]", text):
        return text
    known = Counter(word.casefold() for word in WORDS.findall(BREAK.sub(" ", text)))
    joined = BREAK.sub(lambda found: _joined(found[1], found[2], known), text)
    return re.sub(rf"[{BROKEN}\x02]", "-", joined)


def _joined(first: str, second: str, known: Counter[str]) -> str:
    one, hyphened = f"{first}{second}", f"{first}-{second}"
    if known[one.casefold()] >= max(known[hyphened.casefold()], 1):
        return one
    if known[hyphened.casefold()] or first[-1].isdigit() or second[0].isdigit():
        return hyphened
    if second[0].isupper():
        return hyphened
    both = known[first.casefold()] and known[second.casefold()]
    return hyphened if both else one

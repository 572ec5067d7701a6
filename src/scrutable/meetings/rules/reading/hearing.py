"""Whether a body in talk only took in what was said."""

import re

from scrutable.meetings.rules.reading.speech import OBJECT
from scrutable.meetings.rules.reading.splitting import clauses_of

HEARS = frozenset({"noted", "received", "supported", "reviewed", "accepted"})

MOST_WORDS = 12  # of a sentence that says only what the body did


def only_hears(rest: str, verb: str, sentence: str) -> bool:
    """Test whether the body only took in what was said: "Members noted that calls had risen"."""
    if verb not in HEARS or OBJECT.match(rest[len(verb) :]) or re.match(r"\w+ and ", rest):
        return False
    is_short = len(sentence.split()) <= MOST_WORDS and re.match(r"\w+ (?:the|its) ", rest)
    return not is_short and len(clauses_of(rest)) == 1

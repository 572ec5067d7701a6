"""Words that somebody meant to replace; pure."""

import re
from collections.abc import Iterator

from scrutable.meetings.facts import DecisionPaper, Lack, Part
from scrutable.meetings.rules.papers.texts import closed_texts, open_texts

_THINGS = "here|text|name|names|date|dates|figure|figures|amount|title|details?|number|reference"
_PATTERNS = (
    r"\bt\.b\.[acd]\b\.?|\btb[acd]\b",
    r"\bto be (?:confirmed|advised|inserted|written)\b",
    r"\bx{3,}\b",
    r"\btodo\b",
    r"\blorem ipsum\b",
    r"\?{3,}",
    r"_{4,}",
    r"[\[<{](?:insert|enter|add|name|date|amount|to be|xx+|\.{2,}|…|\s*)[^\]>}\n]{0,80}[\]>}]",
    rf"\b(?:insert|enter|add) (?:the |a |an )?(?:{_THINGS})\b(?= here|\s*$|[\].:,;])",
)
_PLACEHOLDER = re.compile("|".join(_PATTERNS), re.IGNORECASE | re.MULTILINE)
_INSERT = re.compile(r"\bINSERT\b|^\s*Insert\b(?!ion)", re.MULTILINE)


def found(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield each placeholder with its place, once a place."""
    texts = (
        *open_texts(paper),
        *((Part.APPENDICES.value, text) for one, text in closed_texts(paper) if not one.file),
    )
    for place, text in texts:
        for words in dict.fromkeys(placeholders(text)):
            fault = f"“{words}” stands where something was to be filled in."
            yield Lack(place, fault, "Fill it in, or write what is known today.")


def placeholders(text: str) -> list[str]:
    """Return the placeholders of a text, in their order.

    >>> placeholders("Costs are TBC. [insert date] We insert chips.")
    ['TBC', '[insert date]']
    """
    told = list(_PLACEHOLDER.finditer(text))
    places = {place for match in told for place in range(*match.span())}
    told += [match for match in _INSERT.finditer(text) if match.end() - 1 not in places]
    return [match[0].strip() for match in sorted(told, key=lambda match: match.start())]

"""Telling Welsh from English, so that Welsh minutes are refused rather than misread."""

import re

WELSH = frozenset(
    [
        "ac",
        "ag",
        "ar",
        "at",
        "bod",
        "bydd",
        "byddai",
        "cael",
        "cafodd",
        "cyfarfod",
        "cyflwynwyd",
        "cyngor",
        "dywedodd",
        "ei",
        "eu",
        "fel",
        "gan",
        "gyda",
        "hefyd",
        "hon",
        "hwn",
        "hyn",
        "i'r",
        "mae",
        "mai",
        "nad",
        "nid",
        "oedd",
        "oes",
        "o'r",
        "penderfynwyd",
        "roedd",
        "rhai",
        "sydd",
        "wedi",
        "wrth",
        "y",
        "ydd",
        "yn",
        "ynghylch",
        "yr",
        "ystyriwyd",
        "â",
    ]
)

ENGLISH = frozenset(
    [
        "a",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "this",
        "to",
        "was",
        "were",
        "which",
        "will",
        "with",
        "would",
    ]
)

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")

FEWEST = 4  # Welsh words before a text is called Welsh


def looks_welsh(text: str) -> bool:
    """Test whether the text as a whole is Welsh; a Welsh or Gaelic heading does not make it so."""
    welsh = english = 0
    for word in WORD.findall(text[:200_000].casefold().replace("’", "'")):
        welsh += word in WELSH
        english += word in ENGLISH
    return welsh >= FEWEST and welsh > english

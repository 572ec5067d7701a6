"""Limbs that begin without a marker, since the page lost it or never had one."""

import re

from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.actors import BODY_AT
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.numbering import is_bullet
from scrutable.meetings.rules.reading.segments import Segment

COLD = re.compile(r"(?:THAT|That|that)\b")

COLD_TO = re.compile(r"To (?!receive|consider|note|discuss|review|confirm|hear)(?=[a-z])")

ONE_WORD = re.compile(
    r"(?:RECEIVED|Received|NOTED|Noted|APPROVED|Approved|AGREED|Agreed|ENDORSED|"
    r"Endorsed|ADOPTED|Adopted|DEFERRED|Deferred|ACCEPTED|Accepted)\.?$"
)


def begins_cold(segment: Segment) -> bool:
    """Test whether a list of limbs begins here that lost its RESOLVED."""
    text = segment.text
    if COLD.match(text):
        return _decides(text)
    if segment.label is not None and segment.label.shape == "1" and _body_decides(segment):
        return True
    is_first = segment.label is not None and segment.label.is_first
    return (is_first and bool(COLD_TO.match(text)) and is_to_verb(text)) or _begins_deeds(segment)


def _body_decides(segment: Segment) -> bool:
    """Test whether a numbered limb says what the body does now: "1. Members endorse …"."""
    body = BODY_AT.match(segment.text) if segment.label and segment.label.is_first else None
    verb = lexicon.verb_at(segment.text, body.end() + 1) if body else None
    return verb is not None and verb[0].kind is not None and verb[0].form in {"base", "present"}


def _begins_deeds(segment: Segment) -> bool:
    """Test whether a list of deeds begins: "1. Reviewed …", "2. Noted …"."""
    label, verb = segment.label, lexicon.verb_at(segment.text)
    if label is None or verb is None or not (label.is_first or is_bullet(label)) or verb[1] > 0:
        return False
    return (
        verb[0].kind is not None
        and verb[0].form in {"past", "participle"}
        and verb[0].lemma in DEEDS
    )


def is_deed(segment: Segment) -> bool:
    """Test whether an unlabelled line begins with a deed: "Noted the delay", "Approves …"."""
    if segment.label is not None or not segment.text[:1].isupper():
        return False
    verb = lexicon.verb_at(segment.text)
    if (
        verb is None
        or verb[1] > 0
        or verb[0].kind is None
        or segment.text[verb[2] : verb[2] + 2] not in {" t", " a", " i"}
    ):
        return False
    return verb[0].form in {"past", "participle", "present"}


def is_deed_below(segment: Segment) -> bool:
    """Test whether a limb, labelled or not, says what was done: "(i) noted the plan"."""
    verb = lexicon.verb_at(segment.text)
    return verb is not None and verb[1] == 0 and verb[0].form in {"past", "participle"}


DEED_WORDS = (
    "approve note review agree endorse authorise delegate receive recommend accept award adopt"
)

DEEDS = frozenset(DEED_WORDS.split())


def is_to_verb(text: str) -> bool:
    """Test whether the text begins with "to approve", "To note"."""
    if text[:3] not in {"To ", "to "}:
        return False
    verb = lexicon.verb_at(text, 3)
    return verb is not None and verb[0].kind is not None


def is_cold(text: str) -> bool:
    """Test whether a line is an outcome by itself: "That …", "To award …", "Noted."."""
    if text.strip(" :;,-") in {"That", "THAT"}:
        return True
    if ONE_WORD.match(text):
        return True
    if COLD.match(text) and LEAD_ALONE.match(text):
        return True
    if COLD.match(text) and text[:1] == "T":
        return _decides(text)
    if ("authorised" in text or "delegated" in text) and GIVEN_POWER.match(text):
        return True
    return bool(COLD_TO.match(text)) and is_to_verb(text)


LEAD_ALONE = re.compile(
    r"That,? (?:with regard|in (?:relation|respect)|subject|as regards|for)\b.{3,100}:-?$"
)

GIVEN_POWER = re.compile(
    r"(?:The )?[A-Z][\w '&()-]{3,80}? (?:(?:is|be) (?:hereby )?authorised\b|"
    r"be (?:delegated|given delegated|granted delegated)\b)(?=.{0,200} to )"
)


def _decides(text: str) -> bool:
    return meaning_of(text) is not None or bool(re.search(r"\bbe\b", text))

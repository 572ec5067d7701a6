"""One clause of a decision: its kind, and who is to do it."""

import re
from dataclasses import replace

from scrutable.meetings.facts.reading import Certainty, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon, specials, verbs, wordings
from scrutable.meetings.rules.reading.actors import BODY_AT, role_at_start, tidy
from scrutable.meetings.rules.reading.frames import (
    AGREED_TO,
    AUX,
    BARE_BE,
    BARE_FIRST,
    FEWEST_WORDS,
    GAPPED,
    LONGEST,
    NO_FRAME,
    NOTED_BY,
    TO,
    Frame,
    Meaning,
    strip_lead,
)
from scrutable.meetings.rules.reading.returning import comes_back
from scrutable.meetings.rules.reading.subjects import acting, subject_of

SUPPORTS = re.compile(r"(?:its |their |our |strong |continued |full )*support\b")

BY_POST = re.compile(
    r"\bby (?=(?:the |relevant )*(?:officers\b|(?:[A-Z][\w-]* ){0,4}(?:Directors?|Heads?|Officers?|"
    r"Managers?|Chief Executive|Clerk|Solicitor|Treasurer)\b))"
)

TO_ANOTHER = re.compile(r"\bto (?:the |full )?(?:Cabinet|Council|Executive|Mayor|Assembly)\b")

ITEM = re.compile(r"^Item \d{1,3}\w?\s*[:.-]\s*")


def meaning_of(clause: str, frame: Frame = NO_FRAME) -> Meaning | None:
    """Return what the clause does, or None where it holds no decision."""
    text = strip_lead(clause[:LONGEST])
    if not text:
        return None
    own = _own_meaning(text, frame)
    if frame.is_binding and frame.kind is not None:
        return _bound(own, text, frame)
    if own is not None:
        return own
    if frame.kind is not None:
        return Meaning(frame.kind, frame.owner or specials.owner_of(frame.kind, text))
    if frame.default is not None and len(text.split()) >= FEWEST_WORDS:
        return Meaning(frame.default, certainty=Certainty.LIKELY)
    return None


def _bound(own: Meaning | None, text: str, frame: Frame) -> Meaning:
    kind = frame.kind or Kind.AGREE
    if kind is Kind.ACTION:
        text = ITEM.sub("", text)
        owner = frame.owner or subject_of(text) or (own.owner if own else "")
        return Meaning(kind, role_at_start(owner) or specials.only_a_name(text))
    if kind is Kind.DELEGATE:
        return Meaning(kind, frame.owner or specials.role_at(text))
    return Meaning(kind, frame.owner)


def _own_meaning(text: str, frame: Frame) -> Meaning | None:
    found = specials.before_verbs(text)
    if found:
        return Meaning(*found)
    steps = (_given_power, _firm_passive, _special, _passive, _gapped, _report_back, acting)
    active = _active(text, frame)
    return active or next((one for step in steps if (one := step(text))), None)


def _given_power(text: str) -> Meaning | None:
    power = specials.power_given(text)
    return Meaning(Kind.DELEGATE, power[0]) if power else None


def _firm_passive(text: str) -> Meaning | None:
    """Return what "be noted", "be approved" says where the verb itself decides."""
    bare = next((found for found in BARE_BE.finditer(text) if BARE_FIRST.match(found[0])), None)
    if bare is None:
        return None
    verb = next(v for v in lexicon.FORMS[bare[1].lower()] if v.form == "participle")
    return None if is_generic(verb) or verb.kind is None else _passive(text)


def _special(text: str) -> Meaning | None:
    found = specials.by_words(text)
    return Meaning(*found) if found else None


def _report_back(text: str) -> Meaning | None:
    if not comes_back(text):
        return None
    return Meaning(Kind.REPORT_BACK, specials.reporter_of(text) or subject_of(text))


def _active(text: str, frame: Frame) -> Meaning | None:
    """Return what the verb says that the clause, or its body, begins with."""
    rest = text
    body = BODY_AT.match(text) if lexicon.verb_at(_without_small(text)) is None else None
    has_body = False
    if body and lexicon.verb_at(_without_small(text[body.end() :])):
        rest, has_body = _without_small(text[body.end() :]), True
    rest = _without_small(rest)
    at = lexicon.verb_at(rest)
    if at is None:
        return _noting_by_officers(text)
    verb, _, end = at
    after = rest[end:].lstrip(" ,:")
    if not has_body and _is_a_noun(verb, after, text, rest):
        return None
    return _meaning_of_verb(verb, after, frame)


def _noting_by_officers(text: str) -> Meaning | None:
    """Return a note that is put on somebody: "that officers note the comments"."""
    found = NOTED_BY.match(text)
    return Meaning(Kind.NOTE, tidy(found[1])) if found else None


def _without_small(text: str) -> str:
    text = text.lstrip(" ,:;-")
    for pattern in (AUX, TO, AUX):
        text = pattern.sub("", text)
    return text


def _is_a_noun(verb: lexicon.Verb, after: str, text: str, rest: str) -> bool:
    """Test whether the word only looks like a verb: "Progress be noted", "Use of the site"."""
    if rest != text:  # "to …"
        return False
    if re.match(r"(?:be|is|are|was|were|of|has|have|by|from)\b", after):
        return True
    return verb.lemma in lexicon.NOUNS and verb.form in {"base", "present"} and has_passive(after)


def has_passive(text: str) -> bool:
    """Test whether a bare passive follows: "be noted", "be set aside"."""
    return bool(BARE_BE.search(text) or wordings.OTHER_PASSIVE.search(text))


def _meaning_of_verb(verb: lexicon.Verb, after: str, frame: Frame) -> Meaning | None:
    if verb.kind is None:
        return _after_silent(after, frame)
    coordinated = re.match(r"(?:and|,) ", after)
    if coordinated:
        after_second = lexicon.verb_at(after, coordinated.end())
        if after_second:
            after = after[after_second[2] :].lstrip()
    if SUPPORTS.match(after) and verb.lemma in {"declare", "express", "reaffirm", "pledge"}:
        return Meaning(Kind.SUPPORT)
    if verb.kind is Kind.AGREE:
        return _agreeing(after, frame)
    return verbs.with_object(verb, after, Meaning)


def _after_silent(after: str, frame: Frame) -> Meaning | None:
    """Return what "considered and noted" says after the verb that decides nothing."""
    found = re.match(r"(?:[^.]{0,200}?\b)?and (?:then )?", after)
    if found is None:
        return None
    at = lexicon.verb_at(after, found.end())
    return _meaning_of_verb(at[0], after[at[2] :].lstrip(), frame) if at else None


def _agreeing(after: str, frame: Frame) -> Meaning:
    if wordings.MINUTES_OBJECT.match(after):
        return Meaning(Kind.CONFIRM_MINUTES)
    if wordings.BY_REFERENCE.match(after):
        return Meaning(Kind.AGREE, wording=Wording.BY_REFERENCE)
    found = AGREED_TO.match(after)
    joined = found[0].strip().lower() if found else ""
    inner = None
    if found and joined.endswith("to"):
        inner = _agreeing_to(after, found.end(), frame)
    elif found and joined.endswith("that"):
        inner = _agreeing_that(strip_lead(after[found.end() :]))
    return inner or Meaning(Kind.AGREE)


def _agreeing_to(after: str, position: int, frame: Frame) -> Meaning | None:
    """Return what "agreed to note" says; None where only the agreeing decides."""
    inner = lexicon.verb_at(after, position)
    if inner is None or inner[0].kind in {None, Kind.REVIEW} or is_generic(inner[0]):
        return None
    return _meaning_of_verb(inner[0], after[inner[2] :].lstrip(), frame)


def _agreeing_that(text: str) -> Meaning | None:
    """Return what "agreed that the plan be noted" says, or who is to do what was agreed."""
    passive = _passive(text)
    if passive and passive.certainty is Certainty.CERTAIN:
        return passive
    if comes_back(text) and not TO_ANOTHER.search(text):
        return Meaning(Kind.REPORT_BACK, specials.reporter_of(text) or subject_of(text))
    doer = acting(text)
    return Meaning(Kind.AGREE, doer.owner) if doer else None


def is_generic(verb: lexicon.Verb) -> bool:
    """Test whether the verb says what is to be done, and not that it is approved."""
    return verb.kind is Kind.APPROVE and verb.lemma not in lexicon.APPROVING


def _passive(text: str) -> Meaning | None:
    """Return what "be noted", "be approved" says; the bare subjunctive before any other."""
    bare = next((f for f in BARE_BE.finditer(text) if BARE_FIRST.match(f[0])), None)
    found = bare or BARE_BE.search(text)
    if found is None:
        return _other_passive(text)
    verb = next(v for v in lexicon.FORMS[found[1].lower()] if v.form == "participle")
    if bare is None and is_generic(verb):
        return None  # "Consideration was given to …" only tells
    if is_generic(verb) and comes_back(text):
        return _report_back(text)
    subject = text[: found.start()].strip()
    after = text[found.end() :].lstrip()
    meaning = verbs.with_subject(verb, subject, after, Meaning)
    if meaning and bare is None:
        return replace(meaning, certainty=Certainty.LIKELY)
    return meaning


def _gapped(text: str) -> Meaning | None:
    """Return what "the revised appetite approved" says, whose "be" stands in the clause before."""
    found = GAPPED.match(text)
    return _passive(f"{found[1]} be {found[2]}{found[3]}") if found else None


def _other_passive(text: str) -> Meaning | None:
    """Return an approval for "be set aside", "be made available": any other bare passive."""
    found = wordings.OTHER_PASSIVE.search(text)
    if found is None or comes_back(text):
        return None
    if wordings.REFUSING.search(text):
        return Meaning(Kind.REJECT)
    doer = BY_POST.search(text, found.end())
    if doer:
        return Meaning(Kind.ACTION, role_at_start(text[doer.end() :]), Certainty.LIKELY)
    return Meaning(Kind.APPROVE, certainty=Certainty.LIKELY)

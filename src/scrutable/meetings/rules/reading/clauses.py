"""One clause of a decision: its kind, and who is to do it."""

import re
from dataclasses import dataclass, replace

from scrutable.meetings.facts.reading import Certainty, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon, specials
from scrutable.meetings.rules.reading.actors import (
    BODY_AT,
    NAME,
    PLAIN_ROLE,
    ROLE,
    consultees_in,
    name_from,
    tidy,
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a lead-in hands down to the limbs under it."""

    kind: Kind | None = None
    owner: str = ""
    is_binding: bool = False  # the limbs' own verbs do not matter: recommended, noted, actions
    default: Kind | None = None  # of what was resolved by no known verb: "that fees rise in April"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one clause does."""

    kind: Kind
    owner: str = ""
    certainty: Certainty = Certainty.CERTAIN
    wording: Wording = Wording.GIVEN


FEWEST_WORDS = 3
NO_FRAME = Frame()
LONGEST = 1200  # characters of a clause that decide its kind
LEAD = re.compile(
    r"^[\s,;:.•-]*(?:(?:and|but|also|further|furthermore|then|or)[\s,:]+)*(?:that[\s,:;-]+)*"
    r"(?:(?:it|this) (?:be|is|was) (?:hereby )?(?:resolved |agreed |noted )?that )?",
    re.IGNORECASE,
)
ADJUNCT = re.compile(
    r"^(?:subject to|following|having|under|in accordance with|pursuant to|with "
    r"effect from|in view of|after|"
    r"in the light of|in light of|given|on the|on [0-9]|from|for the|as|in order to|"
    r"in respect of|with regard to|"
    r"in relation to|notwithstanding|should|if|further to|in the event|where|upon|in "
    r"addition|accordingly|"
    r"therefore|in line with|taking|based on|with the|due to|in principle|at the|"
    r"once)\b[^,]{0,300}, ?"
    r"(?:and that |that )?",
    re.IGNORECASE,
)
TO = re.compile(r"^(?:to|hereby|in principle)\s+", re.IGNORECASE)
AUX = re.compile(
    r"^(?:has|have|had|do|does|did|is(?= [A-Z]{4})|would like to|also|further|hereby|"
    r"formally|unanimously|now|then)\s+",
    re.IGNORECASE,
)
BARE_BE = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!can )(?<!could )(?<!may )(?<!might "
    r")(?<!should )(?<!must )(?<!shall )"
    r"(?<!not )\b(?:be|is|are|was|were|has been|have "
    rf"been)\s+{lexicon.ADVERB}{{0,2}}({lexicon.PARTICIPLES})\b",
    re.IGNORECASE,
)
BARE_FIRST = re.compile(r"\bbe\b")
AGREED_TO = re.compile(r"^(?:in principle |unanimously )?(?:to|that|with)\b[\s:]*", re.IGNORECASE)
SUBJECT = re.compile(rf"^(?:{NAME}|{PLAIN_ROLE})(?=[\s,])")
DOES = re.compile(
    r"^,?\s*(?:also |further |formally |then |continue to |be asked to |be required "
    r"to |would |will |should |to |must )?"
    r"(?!be\b|is\b|are\b|was\b|were\b|has\b|have\b|had\b|and\b|or\b|of\b|for\b|in\b|"
    r"on\b|to\b|at\b|with\b|as\b|"
    r"from\b|that\b|which\b|who\b|the\b|by\b)([a-z]+(?:-[a-z]+)?)\b"
)
POWERS = re.compile(
    r"\b(?:procure|award|enter into|negotiate|finalise|settle|sign|execute|determine|"
    r"purchase|acquire|dispose|let)\b"
)
POWER_REACH = 120
OFFICER = re.compile(r"\b(?:Director|Chief|Head|Officer|Manager|Solicitor|Treasurer)\b")
GAPPED = re.compile(
    rf"((?:the |officers?|members|an? |that )[^,.;]{{2,80}}?) "
    rf"({specials.GAPS})\b((?: to| by|[,.;]|$).*)",
    re.IGNORECASE,
)
NOTED_BY = re.compile(rf"({PLAIN_ROLE}|{NAME}) (?:note|take note)\b")


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


def strip_lead(text: str) -> str:
    """Return the clause without "and that", and without what it is subject to."""
    lead = LEAD.match(text)
    text = text[lead.end() :] if lead else text
    for _ in range(2):
        adjunct = ADJUNCT.match(text)
        if adjunct is None or adjunct.end() >= len(text):
            break
        text = text[adjunct.end() :]
    return text.strip()


def _bound(own: Meaning | None, text: str, frame: Frame) -> Meaning:
    kind = frame.kind or Kind.AGREE
    if kind is Kind.ACTION:
        owner = frame.owner or subject_of(text) or (own.owner if own else "")
        return Meaning(kind, owner)
    if kind is Kind.DELEGATE:
        return Meaning(kind, frame.owner or specials.role_at(text))
    return Meaning(kind, frame.owner)


def _own_meaning(text: str, frame: Frame) -> Meaning | None:
    found = specials.before_verbs(text)
    if found:
        return Meaning(*found)
    return (
        _active(text, frame)
        or _special(text)
        or _passive(text)
        or _report_back(text)
        or _acting(text)
        or _gapped(text)
    )


def _special(text: str) -> Meaning | None:
    found = specials.by_words(text)
    return Meaning(*found) if found else None


def _report_back(text: str) -> Meaning | None:
    if not specials.REPORT_BACK.search(text):
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
    return bool(BARE_BE.search(text) or specials.OTHER_PASSIVE.search(text))


def _meaning_of_verb(verb: lexicon.Verb, after: str, frame: Frame) -> Meaning | None:
    if verb.kind is None:
        return _after_silent(after, frame)
    coordinated = re.match(r"(?:and|,) ", after)
    if coordinated:
        after_second = lexicon.verb_at(after, coordinated.end())
        if after_second:
            after = after[after_second[2] :].lstrip()
    if verb.kind is Kind.AGREE:
        return _agreeing(after, frame)
    return specials.with_object(verb, after, Meaning)


def _after_silent(after: str, frame: Frame) -> Meaning | None:
    """Return what "considered and noted" says after the verb that decides nothing."""
    found = re.match(r"(?:[^.]{0,200}?\b)?and (?:then )?", after)
    if found is None:
        return None
    at = lexicon.verb_at(after, found.end())
    return _meaning_of_verb(at[0], after[at[2] :].lstrip(), frame) if at else None


def _agreeing(after: str, frame: Frame) -> Meaning:
    found = AGREED_TO.match(after)
    if specials.MINUTES_OBJECT.match(after):
        return Meaning(Kind.CONFIRM_MINUTES)
    if specials.BY_REFERENCE.match(after):
        return Meaning(Kind.AGREE, wording=Wording.BY_REFERENCE)
    if found and found[0].strip().lower().endswith("to"):
        inner = lexicon.verb_at(after, found.end())
        if inner and inner[0].kind is not None and not is_generic(inner[0]):
            return _meaning_of_verb(inner[0], after[inner[2] :].lstrip(), frame) or Meaning(
                Kind.AGREE
            )
    if found and found[0].strip().lower().endswith("that"):
        passive = _passive(strip_lead(after[found.end() :]))
        if passive and passive.certainty is Certainty.CERTAIN:
            return passive
    return Meaning(Kind.AGREE)


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
    if is_generic(verb) and specials.REPORT_BACK.search(text):
        return _report_back(text)
    subject = text[: found.start()].strip()
    after = text[found.end() :].lstrip()
    meaning = specials.with_subject(verb, subject, after, Meaning)
    if meaning and bare is None:
        return replace(meaning, certainty=Certainty.LIKELY)
    return meaning


def _gapped(text: str) -> Meaning | None:
    """Return what "the revised appetite approved" says, whose "be" stands in the clause before."""
    found = GAPPED.match(text)
    return _passive(f"{found[1]} be {found[2]}{found[3]}") if found else None


def _other_passive(text: str) -> Meaning | None:
    """Return an approval for "be set aside", "be made available": any other bare passive."""
    found = specials.OTHER_PASSIVE.search(text)
    if found is None or specials.REPORT_BACK.search(text):
        return None
    if specials.REFUSING.search(text):
        return Meaning(Kind.REJECT)
    return Meaning(Kind.APPROVE, certainty=Certainty.LIKELY)


def _acting(text: str) -> Meaning | None:
    """Return the action that somebody is to do: "the Monitoring Officer amend the Constitution"."""
    owner = subject_of(text)
    if not owner:
        return None
    if consultees_in(text):
        return Meaning(Kind.DELEGATE, owner)
    has_power = bool(POWERS.search(text[:POWER_REACH]) and OFFICER.search(owner))
    return Meaning(Kind.AUTHORISE if has_power else Kind.ACTION, owner)


def subject_of(text: str) -> str:
    """Return who does what the clause says, where it begins with somebody who acts."""
    stripped = specials.CONSULTING.sub(" ", text)
    for end in _ends(stripped):
        name, rest = stripped[:end], stripped[end:]
        if re.search(rf"\b{ROLE}\b", name) and DOES.match(rest):
            return tidy(name)
    return ""


def _ends(text: str) -> list[int]:
    """Return where a subject may end, the longest first."""
    found = SUBJECT.match(text)
    plain = re.match(PLAIN_ROLE + r"(?=\s|,)", text)
    ends = {one.end() for one in (found, plain) if one}
    return sorted(ends, reverse=True)


def named_after(text: str, position: int) -> str:
    """Return the name that begins there."""
    return name_from(text, position)

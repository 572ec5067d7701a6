"""A limb with two verbs in two clauses: "be noted and a further report come in June"."""

import re
from itertools import islice

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon, wordings
from scrutable.meetings.rules.reading.actors import BODY_AT, NAME, PLAIN_ROLE
from scrutable.meetings.rules.reading.frames import BARE_BE, TO, strip_lead

LONGEST = 4_000

MOST = 6  # clauses of one limb

AND_THAT = re.compile(
    r"(?:[;,.]? and(?: also| further| furthermore)?,? |; |, )(?=that\b)", re.IGNORECASE
)

AND_TO = re.compile(
    r"(?:[;,]? and(?: also| further)? |; )(?=to (?:further |also |otherwise )?[a-z])", re.IGNORECASE
)

AND_VERB = re.compile(
    rf"(?:[;,]? and(?: also| then| further)? |[;,] )(?={lexicon.ADVERB}{{0,2}}({lexicon.ANY})\b)",
    re.IGNORECASE,
)

AND_SUBJECT = re.compile(
    r"(?:[;,.]? and |; )(?=(?:(?:the|a|an|any|no|all|that|delegated|authority|"
    r"officers|members|it|this|these|"
    r"further|call-in|progress|updates?)\b|[A-Z£]))"
)

AND_REPORT = re.compile(
    r"(?:[;,]? and |; |, with )(?=(?:that )?(?:a |an |the "
    rf")?{wordings.REPORT_NOUN}\b[^.;]{{0,80}}?\b{wordings.ARRIVES}\b)",
    re.IGNORECASE,
)

AND_ACTOR = re.compile(
    rf"(?:[;,]? and |; )(?=(?:{NAME}|{PLAIN_ROLE}) (?:to |would |will )?(?:report|"
    r"bring|provide|submit|circulate|write|"
    r"present|arrange|prepare|produce|send|share|be (?:asked|requested|authorised|"
    r"instructed|thanked|given|invited))\b)"
)

AND_BODY = re.compile(
    r"(?:[;,]? and |; )(?=(?:that )?(?:the )?(?:Committee|Board|Panel|Cabinet|"
    r"Council|Executive|Sub-Committee|Forum)\b)"
)

AND_BACK = re.compile(
    r"(?:,? and |, )(?=(?:be )?(?:brought|reported|submitted|returned|bring it|return) back\b)"
)

AND_NOT = re.compile(r",? (?:and|but) (?=(?:does|do|did) not [a-z])")

AND_GAP = re.compile(
    r"(?:, and |, | and )(?=(?:the |an? |its |their |officers |members |that )(?:[\w'-]+ "
    rf"){{0,8}}(?:{wordings.GAPS})\b(?: to\b|,| and\b|\.|$))",
    re.IGNORECASE,
)

BOTH = re.compile(
    r"\b(?:be|is|are|was|were|"
    rf"been)\s+{lexicon.ADVERB}{{0,2}}({lexicon.PARTICIPLES})((?:(?:,| and|, and) "
    rf"(?:then |also )?(?:{lexicon.PARTICIPLES})\b){{1,3}})",
    re.IGNORECASE,
)

VERBS_TOGETHER = re.compile(
    rf"^{lexicon.ADVERB}{{0,2}}({lexicon.ANY})((?:,? and (?:also |then "
    rf")?(?:{lexicon.ANY})\b|, (?:{lexicon.ANY})(?=,? and)){{1,3}})",
    re.IGNORECASE,
)

NEW_CLAUSE = re.compile(r"(?<=\w); (?:and )?(?=that (?:the|an?|it|no|[A-Z])\b)")

ONE_OF = re.compile(lexicon.ANY, re.IGNORECASE)

HANDS_ON = frozenset({Kind.REQUEST, Kind.INSTRUCT, Kind.DELEGATE, Kind.AUTHORISE})

GOVERNS = frozenset(
    {
        Kind.NOTE,
        Kind.AGREE,
        Kind.RECOMMEND,
        Kind.REQUEST,
        Kind.INSTRUCT,
        Kind.DELEGATE,
        Kind.AUTHORISE,
    }
)


def clauses_of(text: str) -> list[tuple[int, int]]:
    """Return where each clause of a limb begins and ends."""
    bounds = [0]
    while len(bounds) <= MOST:
        start = bounds[-1]
        cut = _first_cut(text[start : start + LONGEST])
        if cut is None:
            break
        bounds.append(start + cut)
    ends = [*bounds[1:], len(text)]
    return list(zip(bounds, ends, strict=True))


def verbs_together(text: str) -> list[Kind]:
    """Return the kinds of verbs that share subject and object: "be received and noted"."""
    found = BOTH.search(text[:LONGEST])
    if found is None:
        found = VERBS_TOGETHER.match(_opening(text[:LONGEST]))
    if found is None:
        return []
    words = [found[1], *ONE_OF.findall(found[2])]
    verbs = [lexicon.verb_of(word) for word in words]
    kinds = dict.fromkeys(verb.kind for verb in verbs if verb and verb.kind)
    return list(kinds)


def _opening(text: str) -> str:
    text = strip_lead(text)
    if lexicon.verb_at(TO.sub("", text)) is None:
        body = BODY_AT.match(text)
        text = text[body.end() :].lstrip() if body else text
    return TO.sub("", text)


def _first_cut(text: str) -> int | None:
    """Return where the second clause begins, or None where there is only one."""
    opening = _opening(text)
    offset = len(text) - len(opening)
    verb = lexicon.verb_at(opening)
    is_active = verb is not None and not re.match(r"\s+(?:be|is|are|of)\b", opening[verb[2] :])
    cut = _after_passive(opening)
    if verb is not None and is_active:
        cut = _after_verb(opening, verb)
    new = NEW_CLAUSE.search(text, offset)
    whole = offset + cut if cut else None
    return min(new.end(), whole or new.end()) if new else whole


def _after_verb(text: str, verb: tuple[lexicon.Verb, int, int]) -> int | None:
    """Return the cut after an active verb: before another of the same form, or "and to …"."""
    first, _, end = verb
    together = VERBS_TOGETHER.match(text)
    at = together.end() if together else end
    cuts = []
    if first.kind not in HANDS_ON:
        cuts = [
            found.end() for found in AND_TO.finditer(text, at) if _is_to_verb(text, found.end())
        ][:1]
    for found in AND_VERB.finditer(text, at):
        second = lexicon.verb_at(text, found.end())
        if (
            second
            and second[0].kind is not None
            and (found[0][0] == ";" or _same_form(first, second[0]))
            and _has_object(text, second)
        ):
            cuts.append(found.end())
            break
    cuts += [found.end() for found in islice(AND_NOT.finditer(text, at), 1)]
    if first.kind not in GOVERNS:
        cuts += [found.end() for found in AND_THAT.finditer(text, at) if " and" in found[0]][:1]
        cuts += [found.end() for found in AND_REPORT.finditer(text, at)][:1]
    return min(cuts, default=None)


def _is_to_verb(text: str, at: int) -> bool:
    verb = lexicon.verb_at(text, at + 3)
    return verb is not None and verb[0].kind is not None and "to" not in text[:at].split()[-3:-1]


def _same_form(first: lexicon.Verb, second: lexicon.Verb) -> bool:
    if second.kind in HANDS_ON and first.kind not in HANDS_ON:
        return True
    past = {"past", "participle"}
    return first.form == second.form or (first.form in past and second.form in past)


def _has_object(text: str, verb: tuple[lexicon.Verb, int, int]) -> bool:
    """Test whether the second verb has an object of its own: a clause, not "noted and agreed"."""
    after = text[verb[2] :]
    if verb[0].kind in {Kind.RECOMMEND, Kind.REFER, Kind.DELEGATE} and after.startswith(" to "):
        return True
    return bool(
        re.match(r"\s+(?!of\b|for\b|in\b|by\b|on\b|to (?:the|an?|[A-Z])\b)[\w£'\"]", after)
    ) and verb[0].lemma not in {
        "sign",
        "report",
        "set",
        "use",
        "update",
        "progress",
        "review",
        "charge",
        "release",
        "lease",
        "comment",
        "implement",
        "include",
        "enter",
        "make",
        "commit",
        "apply",
        "transfer",
        "spend",
        "remove",
        "task",
    }


def _after_passive(text: str) -> int | None:
    """Return the cut after "be noted": before a subject that has a verb of its own."""
    first = BARE_BE.search(text) or wordings.OTHER_PASSIVE.search(text)
    if first is None:
        gap = AND_GAP.search(text)
        if gap and gap.start() > 0:
            return gap.end()
        cut = AND_REPORT.search(text) or AND_THAT.search(text)
        return cut.end() if cut and " and" in cut[0] and cut.start() > 0 else None
    at = first.end()
    cuts = [found.end() for found in AND_THAT.finditer(text, at)][:1]
    cuts += [found.end() for found in AND_REPORT.finditer(text, at)][:1]
    cuts += [
        found.end()
        for pattern in (AND_ACTOR, AND_BODY, AND_BACK, AND_GAP)
        for found in islice(pattern.finditer(text, at), 1)
    ]
    cuts += [
        found.end()
        for found in AND_TO.finditer(text, at)
        if _is_to_verb(text, found.end())
        and "authoris" not in text[:at]
        and "delegat" not in text
        and "request" not in text[:at]
    ][:1]
    second = BARE_BE.search(text, at) or wordings.OTHER_PASSIVE.search(text, at)
    if second and re.match(r"be\b", second[0]):
        between = list(AND_SUBJECT.finditer(text, at, second.start()))
        strong = [f for f in between if f[0][0] in ",;."]
        chosen = strong[-1:] or between[:1]
        cuts += [found.end() for found in chosen]
    return min(cuts, default=None)

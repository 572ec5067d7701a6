"""What was agreed, promised, asked for or lost in the talk of a meeting."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from scrutable.meetings.facts.reading import Certainty, Outcome, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import specials
from scrutable.meetings.rules.reading.actors import (
    BODY,
    NAME,
    PLAIN_ROLE,
    ROLE,
    role_at_start,
    tidy,
)
from scrutable.meetings.rules.reading.clauses import Meaning, meaning_of
from scrutable.meetings.rules.reading.limbs import LOOKS_BACK, outcome
from scrutable.meetings.rules.reading.markers import MOVED
from scrutable.meetings.rules.reading.segments import Segment
from scrutable.meetings.rules.reading.splitting import clauses_of, verbs_together

I = re.IGNORECASE  # noqa: E741
SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(\"£•'])|\s/\s")
LONGEST = 900
WORDS = re.compile(r"[a-z]+")
WHO = rf"(?:{NAME}|{PLAIN_ROLE}|[Hh]e|[Ss]he|[Tt]hey)"
TELLS = (
    r"(?:report back|look into|find out|provide|circulate|share|send|write|bring|let "
    r"(?:[Mm]embers|the \w+|\w+) (?:know|have)|check|investigate|"
    r"supply|follow(?: this| it| that)? up|follow up|ask|raise|take (?:this|it|the "
    r"\w+) (?:forward|back|up|away)|arrange|clarify|contact|speak|come back|feed "
    r"back|"
    r"forward|inform|advise|update|respond|reply|e-?mail|present|submit|prepare|"
    r"produce|confirm|liaise|discuss|consider|pass|obtain|get|give|"
    r"explore|seek|make enquiries|enquire|ensure|include|add|pick (?:this|it) up|set "
    r"up|organise|issue|publish|distribute|return|answer|"
    r"revisit|re-?examine|review|amend|correct|invite|convene|establish whether|work with)"
)
SAID = (
    r"(?:(?:undertook|agreed|offered|promised|committed|confirmed|advised|stated|"
    r"said|explained|indicated|responded|replied|assured|gave an (?:undertaking|"
    r"assurance))"
    r"(?:,? (?:to|that|the [\w ]{3,40} that|[Mm]embers that) (?:(?:he|she|they|it|"
    r"officers|this|\w+ officers) )?)(?:(?:would|will) )?)"
)
PROMISED = re.compile(
    r",? (?:also |further |then |subsequently |therefore )?(?:(?:would|will) "
    r"(?:also |then |therefore |be (?:happy|able|asked) to )?|"
    rf"{SAID})(?P<does>{TELLS})\b"
)
UNDERTOOK = re.compile(
    r",? (?:also |further |then )?(?:undertook|agreed|offered|promised|committed|"
    r"gave an undertaking|gave a commitment) to \w+"
)
WHO_BEFORE = re.compile(rf"(?P<who>{WHO})(?:,? ?\([A-Z]{{1,4}}\))?$")
WHO_FIRST = re.compile(rf"(?P<who>{WHO}) [a-z]")
TITLE_REACH = 110
PROMISE_TO = re.compile(rf"(?P<who>{WHO})(?:,? ?\([A-Z]{{1,4}}\))? to (?P<does>{TELLS})\b")
BODIES = re.compile(
    r"\b(?:Committee|Cabinet|Council|Board|Panel|Members|Executive|Forum|members|"
    r"committee|board|Councillor)$"
)
REPORTISH = re.compile(r"report|update|briefing|paper|presentation|\bback\b", I)
COMING = re.compile(
    r"would|will\b|should|\bto\b|due\b|expected|requested|promised|confirmed|undertook|agreed|come",
    I,
)
REPORT_COMES = re.compile(
    rf"(?<!\bthe )(?<!\bThe )\b{specials.REPORT_NOUN}\b[^.;]{{0,140}}?\b(?:would|"
    r"will|to|should)\b(?: then| also| therefore| next| still| now)? "
    rf"(?:{specials.ARRIVES}|follow|be (?:ready|available) (?:for|to) the|be "
    r"reported)\b|"
    rf"\b(?:would|will) (?:report|come|be reported|be brought|bring [\w ]{{2,40}}) "
    r"back(?: (?:to|at|in|by|on (?:this|it|progress)|with)\b(?! track)|[.,;]|$)|"
    rf"^{specials.REPORT_NOUN} (?:due|expected|requested|promised|to come|back)\b|"
    r"\b(?:officers?|Officers?|[A-Z]\w+) to report (?:back )?(?:to (?:the "
    r")?(?:[A-Z]|committee|members)|every|each|quarterly|annually|again)|"
    r"\b(?:confirmed|promised|undertook|agreed(?: to)?) (?:to (?:bring|provide|"
    rf"present|submit) )?(?:an? )?{specials.REPORT_NOUN}\b(?! (?:that|was|were|had|"
    r"be))",
    I,
)
REPORT_IS_SAID = re.compile(specials.REPORT_NOUN + r"\b.{0,80}\b(?:would|will|to) ", I)
PRONOUNS = frozenset({"he", "she", "they"})
REPORT_ASKED = re.compile(
    rf"\b(?:asked|requested) (?:that|for) [^.;]{{3,120}}\breported back\b|"
    r"\b(?:requested|asked for|called for|wished to (?:see|receive)|sought|requests|"
    r"asks for|asked to (?:receive|see|have)|wanted|agreed to receive|agreed "
    r"that)\b(?: that)?(?: the| an?| officers (?:for|to (?:provide|bring)))? "
    rf"?(?:[\w'-]+ ){{0,5}}?{specials.REPORT_NOUN}\b(?! (?:that|was|were|had))",
    I,
)
ASKED = re.compile(
    rf"\b(?:requested|asked)\b (?:that )?(?P<who>{WHO}),? (?:be asked )?(?:to )?(?:{TELLS})\b"
)
ASKED_BY = re.compile(
    r"\b(?:[Mm]embers?|Committee|Panel|Board|Cabinet|Chair\w*|Councillors?|It was|"
    r"Council|Forum|Executive)\b"
)
IT_AGREED = re.compile(
    r"\b(?:[Ii]t was|[Ii]t is|IT WAS|was|were) (?:also |then |further |therefore |"
    r"subsequently |unanimously |duly )?(?:agreed|AGREED|decided)\b,? (?:in "
    r"principle )?(?P<how>that|to)\b"
)
MINUTES_AGREED = re.compile(
    r"\bminutes\b(?![^.;]{0,80}\b(?:would|will|not)\b)[^.;]{0,160}\b(?:(?:were|was|"
    r"are|is|be) (?:then |duly |unanimously |also )?(?:agreed|approved|confirmed|"
    r"signed|accepted|received and|adopted|taken as read)|agreed|approved|"
    r"confirmed)\b",
    I,
)
MINUTES_REFUSED = re.compile(
    r"\bminutes\b[^.;]{0,80}\b(?:were|was) not (?:\w+ )?(?:approved|agreed|confirmed|"
    r"signed|accepted)",
    I,
)
WAS_NOTED = re.compile(
    r"^(?:The |This |That )?(?:[\w'-]+ ){0,5}?(?:reports?|updates?|presentation|"
    r"position|contents?|information|plan|policy|strategy|"
    r"budget|statement|programme|accounts|briefing|appendix|schedule|outturn|"
    r"dashboard|register|tracker|terms of reference|charter)\b"
    r"[^.;]{0,50}? (?:was|were) (?:then |duly |unanimously |also )?(?P<verb>noted|"
    r"received|approved|endorsed|accepted|agreed|adopted|supported)"
    r"(?=[.,;]|$| and\b| unanimously| subject to| by (?:the )?(?:[Cc]ommittee|"
    r"[Mm]embers|Cabinet|Board|Panel|Council))"
)
ASKED_THAT = re.compile(
    r"\b(?:asked|requested)(?: that|:) [^.;]{3,140}?\bbe (?:circulated|provided|sent|"
    r"shared|arranged|given|made available|added|included|"
    r"published|produced|looked|reviewed|undertaken|considered|updated|amended|"
    r"clarified|supplied|explored|invited|improved|recorded)"
)
OTHER_MINUTES_NOTED = re.compile(
    r"\b(?:other|sub-?) ?committees?'?[^.]{0,60}\bnoted\b|\bminutes of (?:the "
    r")?(?!meeting|last|previous)[^.;]{3,80}\b(?:were|was) '?noted\b",
    I,
)
BODY_DID = re.compile(
    rf"(?:^|[.;] |\b(?:and|then) )(?P<who>{BODY}|[Mm]embers|[Cc]ommittee|"
    r"[Cc]abinet)(?: (?:unanimously|also|then|therefore|formally|reviewed the [\w "
    rf"]{{2,40}} and|considered the [\w ]{{2,40}} and|received and|considered "
    rf"and)){{0,2}} "
    r"(?P<verb>noted|agreed|approved|endorsed|accepted|recommended|resolved|"
    r"supported|received|deferred|referred|rejected|requested|reviewed|NOTED|AGREED|"
    r"APPROVED|ENDORSED|decided|authorised|delegated|thanked|adopted|declined|"
    r"refused)\b"
)
OBJECT = re.compile(
    r"\s+(?:and \w+ |that |to )?(?:the |its |this |their |all |both )?(?:[\w'-]+ "
    r"){0,3}?(?:report|update|programme|position|presentation|contents?|minutes|"
    r"recommendations?|plan|strategy|information|progress|proposals?|budget|"
    r"statement|register|policy|outturn|findings|item|request|action plan|dashboard|"
    r"tracker|findings|performance)s?\b",
    I,
)
BY_REFERENCE = re.compile(
    r"\b(?:recommendations?|proposals?)\b[^.;]{0,80}\b(?:were|was|be|are) (?:then |"
    r"duly |unanimously |all |therefore |put (?:to the meeting )?and "
    r")?(?P<verb>agreed|approved|accepted|endorsed|supported|carried|adopted)\b|"
    r"\bthey were (?P<verb2>agreed|approved)\b",
    I,
)
DEFERRED = re.compile(
    r"\b(?:report|item|matter|application|consideration|paper|decision|"
    r"motion)s?\b[^.;]{0,60}\b(?:was|were|be) (?:then |therefore )?(?P<verb>deferred|"
    r"withdrawn|referred|adjourned|postponed)\b",
    I,
)
ACTION = re.compile(r"(?:^|[.;] |\s)(?:ACTIONS?|Actions?|AP\d*)\s?\d{0,3}\s*[:\-]\s*(?P<what>.+)")
ACTION_BRACKET = re.compile(
    r"[(\[]\s*(?:ACTIONS?|Actions?)(?: by| for| "
    r"required)?\s*[:\-]\s*(?P<what>[^()\[\]]+(?:\([^()]*\))?[^()\[\]]*)[)\]]"
)
ACTION_TO = re.compile(
    r"(?P<who>.{2,80}?)(?: \([A-Z/ ,]{1,12}\))?,? (?:to|will|would|shall)\s+(?=[a-z])"
)
MANAGEMENT = re.compile(r"\b[Mm]anagement actions?\b[^:.]{0,60}:\s*\S")
AGREEMENT = re.compile(r"\bagreements?\b[^:.]{0,60}: [\w ]{3,60} to [a-z]{3,}")
SUGGESTED = re.compile(
    rf"\b(?:suggest(?:ed)?)\b[^.;]{{0,60}}\b(?:{specials.REPORT_NOUN}|session|"
    rf"workshop|seminar|visit|training)\b|\b(?:{specials.REPORT_NOUN}|session|"
    rf"workshop|seminar|visit)\b[^.;]{{0,40}}\b(?:was|were) suggested\b",
    I,
)
RULED_OUT = re.compile(
    r"\b(?:could|might|whether|if (?:the|a|it)|had been|were being|cannot|can not|"
    r"would not|will not|asked (?:if|whether|how|what|why|about)|question(?:ed)?)\b",
    I,
)
PROCEDURAL = re.compile(
    r"\b(?:standing orders?|suspend|continue (?:past|beyond|the meeting)|next "
    r"business|adjourn|notice|order of (?:business|the agenda)|rule \d|extend the "
    r"meeting|past \d|guillotine|that the question|be now put|change (?:of|to the) "
    r"(?:the )?(?:order|agenda)|closure|proceed to)\b",
    I,
)


def talk_outcomes(
    talk: list[tuple[Segment, int]], *, decided: set[int], has_blocks: bool, meeting_on: date | None
) -> list[Outcome]:
    """Return what the talk promises, agrees and asks for; `decided` are items with a decision."""
    found: list[Outcome] = []
    for segment, item in talk:
        is_decided = item in decided or has_blocks
        for start, sentence in sentences(segment.text):
            words = frozenset(WORDS.findall(sentence.lower()))
            for triggers, kind_of in READERS:
                if triggers.isdisjoint(words):
                    continue
                meanings = list(kind_of(sentence, is_decided))
                if meanings:
                    span = segment.piece.span(start, start + len(sentence))
                    found += _told(sentence, span, meanings, meeting_on)
                    break
    return found


def _told(
    sentence: str,
    span: tuple[int, int],
    meanings: list[tuple[Meaning, bool]],
    meeting_on: date | None,
) -> list[Outcome]:
    """Return the outcomes of one sentence; of several, those that look back have no due day."""
    told = [_spoken(sentence, span, one, meeting_on) for one in meanings]
    if len(told) == 1:
        return told
    return [replace(one, due=None) if one.kind in LOOKS_BACK else one for one in told]


def sentences(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for cut in SENTENCE.finditer(text):
        yield at, text[at : cut.start()][:LONGEST]
        at = cut.end()
    yield at, text[at : at + LONGEST]


def _spoken(
    sentence: str, span: tuple[int, int], said: tuple[Meaning, bool], meeting_on: date | None
) -> Outcome:
    meaning, in_discussion = said
    found = outcome(sentence, span, meaning, meeting_on, meaning.certainty)
    return replace(found, in_discussion=in_discussion)


Said = Iterator[tuple[Meaning, bool]]


def _actions(sentence: str, is_decided: bool) -> Said:
    del is_decided
    found = ACTION_BRACKET.search(sentence) or ACTION.search(sentence)
    managed = MANAGEMENT.search(sentence)
    if managed:
        yield Meaning(Kind.ACTION, "Management", certainty=Certainty.LIKELY), True
    elif AGREEMENT.search(sentence):
        yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
    elif found:
        what = found["what"].strip()
        to = ACTION_TO.match(what)
        yield Meaning(Kind.ACTION, role_at_start(to["who"] if to else what)), False


def _minutes(sentence: str, is_decided: bool) -> Said:
    del is_decided
    found = MINUTES_AGREED.search(sentence)
    if MINUTES_REFUSED.search(sentence):
        yield Meaning(Kind.REJECT), False
    elif found and not MOVED.search(sentence):
        yield Meaning(Kind.CONFIRM_MINUTES), False
    if OTHER_MINUTES_NOTED.search(sentence):
        yield Meaning(Kind.NOTE), False


def _agreed(sentence: str, is_decided: bool) -> Said:
    """Read "it was agreed that the officer would …"."""
    found = IT_AGREED.search(sentence)
    if found is None:
        return
    rest = sentence[found.end() :].strip()
    if re.search(r"\b(?:would|will|should)\b", rest) or (is_decided and found["how"] == "to"):
        yield _promised(rest), True
        return
    meaning = meaning_of(rest)
    if meaning is not None and (not is_decided or meaning.kind is Kind.ACTION):
        yield meaning, is_decided
    elif not is_decided:
        yield Meaning(Kind.AGREE), False


def _who_promises(sentence: str) -> tuple[str, str] | None:
    """Return who promises, and to do what: "the Head of HR would circulate the figures"."""
    for pattern in (PROMISED, UNDERTOOK):
        for found in pattern.finditer(sentence):
            before = sentence[max(found.start() - TITLE_REACH, 0) : found.start()]
            who = WHO_BEFORE.search(before)
            if who is None and before.endswith((" and", ", and")):
                who = WHO_FIRST.match(sentence)
            if who:
                return who["who"], found["does"] if pattern is PROMISED else ""
    found = PROMISE_TO.match(sentence)
    return (found["who"], found["does"]) if found else None


def _promised(rest: str) -> Meaning:
    found = _who_promises(rest)
    if found is None and REPORT_COMES.search(rest):
        return Meaning(Kind.REPORT_BACK, specials.reporter_of(rest), certainty=Certainty.LIKELY)
    owner = _owner(found[0]) if found else ""
    if not owner:
        to = re.match(r"(?:the )?(.{2,60}?) (?:would|will|should)\b", rest)
        owner = tidy(to[1]) if to and re.search(rf"\b{ROLE}\b", to[1]) else ""
    return Meaning(Kind.ACTION, owner, certainty=Certainty.LIKELY)


def _owner(who: str) -> str:
    return "" if who.lower() in PRONOUNS else tidy(who)


def _reports(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if not (REPORTISH.search(sentence) and COMING.search(sentence)) or RULED_OUT.search(sentence):
        return
    if not REPORT_COMES.search(sentence):
        return
    promise = _who_promises(sentence)
    if (
        promise
        and promise[1] in {"report back", "look into", "find out"}
        and not REPORT_IS_SAID.search(sentence)
    ):
        yield Meaning(Kind.ACTION, _owner(promise[0]), certainty=Certainty.LIKELY), True
        return
    owner = _reporting(sentence) or (_owner(promise[0]) if promise else "")
    yield Meaning(Kind.REPORT_BACK, owner, certainty=Certainty.LIKELY), True


def _reporting(sentence: str) -> str:
    found = re.search(rf"(?P<who>{WHO}) to report\b", sentence)
    return _owner(found["who"]) if found else specials.reporter_of(sentence)


def _promises(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if RULED_OUT.search(sentence):
        return
    found = _who_promises(sentence)
    if found is None or BODIES.search(found[0]):
        return
    if re.search(rf"\b{ROLE}\b", found[0]) or found[0].lower() in PRONOUNS:
        yield Meaning(Kind.ACTION, _owner(found[0]), certainty=Certainty.LIKELY), True


def _requests(sentence: str, is_decided: bool) -> Said:
    if RULED_OUT.search(sentence):
        return
    asked = REPORT_ASKED.search(sentence)
    noted = re.search(
        rf"^(?P<who>{BODY}|[Mm]embers) noted (?:its|the|their) [\w ]{{2,40}}(?: and|,)", sentence
    )
    if noted and asked and not is_decided:
        yield Meaning(Kind.NOTE, certainty=Certainty.LIKELY), True
    accepted = re.search(
        rf"^(?:{BODY}|[Mm]embers) (?P<verb>accepted|endorsed|approved|agreed|supported|"
        rf"received) (?:its|the|their) [\w ]{{2,40}}(?: and|,)",
        sentence,
    )
    if accepted and asked and not is_decided:
        kind = meaning_of(f"The Committee {accepted['verb']} the report")
        if kind:
            yield kind, False
    if asked and ASKED_BY.search(sentence):
        yield Meaning(Kind.REPORT_BACK, certainty=Certainty.LIKELY), True
        return
    if not is_decided or (noted is None and accepted is None):
        by = ASKED.search(sentence)
        if ASKED_THAT.search(sentence) and ASKED_BY.search(sentence):
            yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
        elif (
            by
            and ASKED_BY.search(sentence[: by.start()] + " ")
            and re.search(rf"\b{ROLE}\b", by["who"])
        ):
            yield Meaning(Kind.ACTION, _owner(by["who"]), certainty=Certainty.LIKELY), True


def _by_reference(sentence: str, is_decided: bool) -> Said:
    found = BY_REFERENCE.search(sentence)
    if found and not is_decided and not RULED_OUT.search(sentence):
        verb = (found["verb"] or found["verb2"]).lower()
        kind = meaning_of(f"the report be {'agreed' if verb == 'carried' else verb}")
        if kind:
            yield Meaning(kind.kind, wording=Wording.BY_REFERENCE), False


def _deferred(sentence: str, is_decided: bool) -> Said:
    found = DEFERRED.search(sentence)
    if found and not is_decided and found["verb"] != "withdrawn":
        verb = found["verb"].lower().replace("adjourned", "deferred")
        meaning = meaning_of(f"the item be {verb}{sentence[found.end() :]}")
        if meaning:
            yield replace(meaning, certainty=Certainty.LIKELY), False


def _body_did(sentence: str, is_decided: bool) -> Said:
    """Read "Cabinet reviewed and noted the report" where the page shows no other decision."""
    if is_decided or RULED_OUT.search(sentence):
        return
    for found in BODY_DID.finditer(sentence):
        rest = sentence[found.start("verb") :]
        verb = found["verb"].lower()
        if (
            verb in {"noted", "received", "supported", "reviewed", "accepted"}
            and not OBJECT.match(rest[len(verb) :])
            and not re.match(r"\w+ and ", rest)
        ):
            continue
        for start, end in clauses_of(rest):
            for meaning in _all_meanings(rest[start:end]):
                yield replace(meaning, certainty=Certainty.LIKELY), False
        return
    was = WAS_NOTED.search(sentence)
    meaning = meaning_of(f"the report be {was['verb']}") if was else None
    if meaning is not None:
        yield replace(meaning, certainty=Certainty.LIKELY), False


def _all_meanings(clause: str) -> list[Meaning]:
    meaning = meaning_of(clause)
    if meaning is None:
        return []
    kinds = verbs_together(clause)
    if meaning.kind not in kinds:
        return [meaning]
    return [replace(meaning, kind=kind) for kind in kinds]


def _suggested(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if "uggest" in sentence and SUGGESTED.search(sentence):
        yield Meaning(Kind.SUGGESTION, certainty=Certainty.UNCLEAR), True


def _triggers(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What to look for, and in which sentences: those that have one of the words.
READERS: tuple[tuple[frozenset[str], Callable[[str, bool], Said]], ...] = (
    (_triggers("action actions ap agreement agreements"), _actions),
    (_triggers("minutes committees"), _minutes),
    (_triggers("suggest suggested"), _suggested),
    (_triggers("agreed decided"), _agreed),
    (_triggers("recommendation recommendations proposal proposals they"), _by_reference),
    (
        _triggers(
            "requested asked called wished sought requests asks wanted noted accepted "
            "endorsed approved agreed "
            "supported received"
        ),
        _requests,
    ),
    (
        _triggers(
            "report reports update updates briefing briefings paper papers presentation "
            "presentations back "
            "feedback"
        ),
        _reports,
    ),
    (
        _triggers(
            "would will to undertook agreed offered promised committed confirmed undertaking "
            "commitment"
        ),
        _promises,
    ),
    (_triggers("deferred referred adjourned postponed withdrawn"), _deferred),
    (
        _triggers(
            "noted agreed approved endorsed accepted recommended resolved supported received "
            "deferred referred "
            "rejected requested reviewed decided authorised delegated thanked adopted "
            "declined refused"
        ),
        _body_did,
    ),
)

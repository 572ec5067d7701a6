"""How talk sounds when somebody promises, agrees or asks: the patterns, as data."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scrutable.meetings.rules.reading import wordings
from scrutable.meetings.rules.reading.actors import BODY, NAME, PLAIN_ROLE
from scrutable.meetings.rules.reading.frames import Meaning

ANY_CASE = re.IGNORECASE

PLAIN_SENTENCE = re.compile(r"(?<=[.!?;])\s+(?=[A-Z(\"£•'])|\s/\s")

SENTENCE = re.compile(
    r"(?<=[.!?;])\s+(?=[A-Z(\"£•'])|\s/\s|,? and (?=it was (?:also |further )?agreed that)"
    r"|, and (?=(?:that )?the [A-Z][\w ()]{3,60}? (?:undertook|agreed|offered|promised) to )"
)

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

PROMISED_FOR = re.compile(
    r"\b(?:undertook|promised|gave an (?:undertaking|assurance)|agreed) that [^.;]{3,120}?\bwould "
    r"be (?:included|added|provided|circulated|reviewed|corrected|made|updated)|"
    r"\b(?:said|advised|confirmed|agreed|explained|undertook|stated|indicated)\b[^.;]{2,160}?"
    r"(?:\b(?:would|will) be|\band [\w ]{3,40}) (?:circulated|provided|sent|shared|supplied|"
    r"forwarded|e-?mailed|made available|distributed) (?:to|with|for) (?:all |the |ward )?"
    r"(?:[Mm]embers|[Cc]ouncillors?|Cllr|[Cc]ommittee|[Pp]anel|[Bb]oard|[Cc]hair|[Cc]abinet)"
)

PRONOUNS = frozenset({"he", "she", "they"})

IT_AGREED = re.compile(
    r"\b(?:[Ii]t was|[Ii]t is|IT WAS|was|were) (?:also |then |further |therefore |"
    r"subsequently |unanimously |duly )?(?:agreed|AGREED|decided)\b,? (?:in "
    r"principle )?(?P<how>that|to)\b"
)

MINUTES_AGREED = re.compile(
    r"\bminutes\b(?![^.;]{0,80}\b(?:would|will|not)\b)[^.;]{0,160}\b(?:(?:were|was|"
    r"are|is|be) (?:then |duly |unanimously |also )?(?:agreed|approved|confirmed|"
    r"signed|accepted|received and|adopted|taken as read)|agreed|approved|"
    r"confirmed)\b"
    r"|\bminutes? \d+(?:[./]\d+)* (?:was|were) (?:agreed|approved|confirmed)\b"
    r"|\bagreed\b[^.;]{0,40}\bminutes\b[^.;]{0,60}\b(?:true|correct|accurate)\b",
    ANY_CASE,
)

MINUTES_REFUSED = re.compile(
    r"\bminutes\b[^.;]{0,80}\b(?:were|was) not (?:\w+ )?(?:approved|agreed|confirmed|"
    r"signed|accepted)",
    ANY_CASE,
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

OTHER_MINUTES_NOTED = re.compile(
    r"\b(?:other|sub-?) ?committees?'?[^.]{0,60}\bnoted\b|\bminutes of (?:the "
    r")?(?!meeting|last|previous)[^.;]{3,80}\b(?:were|was) '?noted\b",
    ANY_CASE,
)

BODY_DID = re.compile(
    rf"(?:^|[.;] |\b(?:and|then|[Ff]ollowing (?:a )?(?:brief |full |further )?(?:discussion|debate|"
    rf"consideration|questions)),? )(?P<who>{BODY}|[Mm]embers|[Cc]ommittee|"
    r"[Cc]abinet)(?: (?:unanimously|also|then|therefore|formally|reviewed the [\w "
    rf"]{{2,40}} and|considered the [\w ]{{2,40}} and|received and|considered "
    rf"and)){{0,2}} "
    r"(?P<verb>noted|agreed|approved|endorsed|accepted|recommended|resolved|"
    r"supported|received|deferred|referred|rejected|requested|reviewed|NOTED|AGREED|"
    r"APPROVED|ENDORSED|decided|authorised|delegated|thanked|adopted|declined|"
    r"refused|required|instructed|appointed|awarded|granted|confirmed(?= the appointment)|"
    r"did not (?:support|approve|agree|accept|endorse))\b"
)

WAS_ASSURED = re.compile(
    rf"^(?:{BODY}|[Mm]embers) (?:was|were|took|gained|received|had taken|are|is) "
    r"(?:re)?assur(?:ed|ance)\b"
)

OBJECT = re.compile(
    r"\s+(?:and \w+ |that |to )?(?:the |its |this |their |all |both )?(?:[\w'-]+ "
    r"){0,3}?(?:report|update|programme|position|presentation|contents?|minutes|"
    r"recommendations?|plan|strategy|information|progress|proposals?|budget|"
    r"statement|register|policy|outturn|findings|item|request|action plan|dashboard|"
    r"tracker|findings|performance)s?\b",
    ANY_CASE,
)

BY_REFERENCE = re.compile(
    r"\b(?:recommendations?|proposals?)\b[^.;]{0,80}\b(?:were|was|be|are) (?:then |"
    r"duly |unanimously |all |therefore |put (?:to the meeting )?and "
    r")?(?P<verb>agreed|approved|accepted|endorsed|supported|carried|adopted)\b|"
    r"\bthey were (?P<verb2>agreed|approved)\b",
    ANY_CASE,
)

DEFERRED = re.compile(
    r"\b(?:report|item|matter|application|consideration|paper|decision|"
    r"motion|minutes|recommendation)s?\b[^.;]{0,60}\b(?:(?:was|were|be) (?:then |therefore )?|"
    r"(?=deferred to|postponed to|adjourned to))(?P<verb>deferred|"
    r"withdrawn|referred|adjourned|postponed)\b",
    ANY_CASE,
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
    rf"\b(?:suggest(?:ed)?)\b[^.;]{{0,60}}\b(?:{wordings.REPORT_NOUN}|session|"
    rf"workshop|seminar|visit|training)\b|\b(?:{wordings.REPORT_NOUN}|session|"
    rf"workshop|seminar|visit)\b[^.;]{{0,40}}\b(?:was|were) suggested\b",
    ANY_CASE,
)

RULED_OUT = re.compile(
    r"\b(?:could|might|whether|if (?:the|a|it)|had been|were being|cannot|can not|"
    r"would not|will not|asked (?:if|whether|how|what|why|about)|question(?:ed)?)\b",
    ANY_CASE,
)

PROCEDURAL = re.compile(
    r"\b(?:standing orders?|suspend|continue (?:past|beyond|the meeting)|next "
    r"business|adjourn|notice|order of (?:business|the agenda)|rule \d|extend the "
    r"meeting|past \d|guillotine|that the question|be now put|change (?:of|to the) "
    r"(?:the )?(?:order|agenda)|closure|proceed to)\b",
    ANY_CASE,
)


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence of the talk, and whether its page shows a decision besides."""

    text: str
    is_decided: bool


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield the sentences with where each begins."""
    at = 0
    for cut in (SENTENCE if " and " in text else PLAIN_SENTENCE).finditer(text):
        yield at, text[at : cut.start()][:LONGEST]
        at = cut.end()
    yield at, text[at : at + LONGEST]


Said = Iterator[tuple[Meaning, bool]]

"""What a line is in the minutes: a decision begins, a proposal, reasons, another item, or talk."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import (
    BODY,
    BODY_AT,
    BODY_WORD,
    name_from,
    role_at_start,
)
from scrutable.meetings.rules.reading.clauses import NO_FRAME, Frame


class Role(Enum):
    """What a segment begins."""

    RESOLVED = auto()  # a decision, by its own word
    DECISION = auto()  # a decision, by a heading that the minutes may repeat
    BODY = auto()  # "That Cabinet:", and limbs below
    ACTIONS = auto()
    PROPOSAL = auto()
    ASIDE = auto()  # reasons, alternatives, fields of a record: nothing decided
    MINUTES = auto()
    STATUS = auto()
    REMARK = auto()  # in brackets: about the page, or who came and went
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Marker:
    """A role, where the words before it end and those after it begin, and what it hands down."""

    role: Role
    before: int = 0
    after: int = 0
    frame: Frame = NO_FRAME
    votes: str = ""
    is_weak: bool = False  # gives way to any other decision on the page


I = re.IGNORECASE  # noqa: E741
SPELT = (
    r"(?:RE(?:SOLVED|SOVELD|SOVLED|SLOVED|SOLEVD|SOLVD|SOLED|OSLVED|SOLVE|SOLVES|"
    r"SOVLVED)|RSEOLVED|RESOLLVED)"
)
BRACKET = r"(?:\s*\([^()]{1,160}\))?"
TAIL = (
    rf"{BRACKET}(?:,? subject to [^,:]{{3,80}},)?(?:\s+(?:unanimously|UNANIMOUSLY|"
    rf"nem\.? con\.?|accordingly|by [^:]{{3,60}}(?=:)|therefore))?{BRACKET}"
    r"\s*[:;,.\-]*\s*(?:(?:T H A T|THAT|That|that)\b\s*[:;,.\-]*)?(?:\s*T H A T\b)?[\s:;,-]*"
)
RESOLVED = re.compile(
    rf"\b(?:(?:it was |It was |IT WAS )?(?:unanimously |UNANIMOUSLY |Unanimously )?{SPELT}\b"
    r"|Resolved\b(?=\s*(?:$|[:;,(\-]|(?:that|That|THAT|to|unanimously|by)\b))"
    r"|(?:it was|It was|it is|be it|was|were) (?:then |therefore |unanimously |duly |"
    r"also |accordingly |further )*resolved\b(?= (?:that|to|unanimously|by)\b|"
    r"\s*[:\-,]|$)"
    rf"|{BODY_WORD} (?:then |therefore |unanimously |also |thereafter |accordingly |"
    rf"further |duly ){{0,3}}(?:resolved|RESOLVED)\b(?=\s*(?:$|[:\-,]|(?:that|to|"
    r"unanimously|by|as|[a-z]+ly)\b))"
    rf"){TAIL}"
)
RESOLVED_THAT = re.compile(r"\b(?:that|THAT|That|T H A T)\b")
RESOLVED_QUICK = re.compile(rf"{SPELT}|[Rr]esolved")
DECISION = re.compile(
    r"(?:(?:The |Cabinet |Executive |Council |Committee |Final |Formal |Officer |"
    r"Delegated )?(?:Decisions?|DECISIONS?|Outcomes?|OUTCOME|Resolutions?|RESOLUTION)"
    r"(?: (?:[Tt]aken|TAKEN|[Oo]utcome|[Mm]ade|[Nn]otice|[Ss]ummary|[Dd]etails?|"
    r"[Rr]eached|and [Rr]esolution)s?)?"
    r"(?: (?:of|by) (?:the )?[A-Z][\w ]{2,60}?)?\s*(?:[:\-]+|$)"
    r"|(?:The )?(?:decision|outcome) (?:taken |made |reached )?was:?-?)\s*(?:(?:T H "
    r"A T|THAT|That|that)\b\s*[:;,\-]+)?\s*"
)
DECISION_WRAPPED = re.compile(r"Decision (?:of|by) (?:the )?(?:[A-Z]\w+ ?){1,5}$")
CAPS_VERB = re.compile(
    r"(?:It was )?(?:(?:THE )?[A-Z][A-Za-z]* )?(?:UNANIMOUSLY )?(?P<verb>AGREED|"
    r"NOTED|RECEIVED|APPROVED|ENDORSED|ACCEPTED|CONFIRMED|DEFERRED|REFERRED|REJECTED|"
    r"REFUSED|"
    r"ADOPTED|SUPPORTED|WELCOMED|DELEGATED|AUTHORISED|APPOINTED|REQUESTED|GRANTED|CONSIDERED)\b"
)
AGREED = re.compile(
    r"(?:(?P<caps>(?:It was |it was )?(?:UNANIMOUSLY |unanimously )?AGREED)|"
    r"(?P<title>Agreed)(?=\s*(?:[:\-]|that\b|to\b|$))"
    r"|(?P<it>(?:It|it|IT) (?:was|is|WAS) (?:then |therefore |also |further |"
    r"unanimously |duly |subsequently |accordingly ){0,2}(?:agreed|AGREED|decided|"
    r"determined)(?= ?(?:[:\-]|that ?[:\-]|to ?[:\-]|$)))"
    r")\s*(?:\([^()]{1,80}\)\s*)?[:\-]*\s*(?:(?:THAT|That|that)\b\s*[:;,\-]*)?\s*"
)
RECOMMENDED = re.compile(
    r"(?:(?:It was |it was |The Committee |The Panel |The Board )?(?:UNANIMOUSLY "
    r")?RECOMMENDED|RECOMMENDED)\b(?P<to> (?:to|TO|that) (?:the )?(?:[A-Z][\w-]*(?: "
    r"(?:and|of|&|for|the))? ?){1,8})?\s*[:;,\-]*\s*(?:(?:THAT|That|"
    r"that)\b\s*[:;,\-]*)?\s*"
)
ACTIONS = re.compile(
    r"(?:(?:As )?(?:[Aa]dditional |[Aa]greed |[Ff]ollow[- ]up |[Kk]ey "
    r")?(?:[Aa]ctions?|ACTIONS?)(?: (?:[Aa]greed|AGREED|[Pp]oints?|POINTS?|[Ll]ist|"
    r"[Ii]tems?|[Rr]equired|[Aa]rising|it was agreed|were agreed))*"
    r"(?: by (?:the )?[\w ]{3,40})?\s*(?:[:\-]+\s*|$)|(?:AP|Action [Pp]oint)\s?\d*\s*[:\-]\s*)"
)
ACTION_IN_BRACKETS = re.compile(
    r"[(\[]\s*Action(?:s| by| for| required)?\s*[:\-]\s*([^()\[\]]{2,200})[)\]]", I
)
FIELD_ACTION = re.compile(
    r"(?:Officer\(?s?\)? (?:to action|responsible)|Lead officer|Action by|"
    r"Responsible officer|To be actioned by|Officer\(s\) to "
    r"implement)\s*[:\-]\s*(.{2,120})",
    I,
)
PROPOSAL = re.compile(
    r"(?:(?:Officer|Officers'|Proposed|Draft|Cabinet|Committee|The|Scrutiny|Report|"
    r"Specific|Key)?\s*(?:[Rr]ecommendations?|RECOMMENDATIONS?)(?:\(s\))?(?: (?:to|"
    r"for|from|of|in|by) [^:]{2,80})?\s*(?:[:\-]+|$)"
    r"|Recommended\s*(?:[:\-]|that\b|to\b|$)"
    r"|(?:The |It )?[^.:;]{0,100}\b(?:is|are|be) (?:RECOMMENDED|recommended|asked|"
    r"requested|invited|ASKED|REQUESTED|INVITED)\b(?: (?:to|that|TO|THAT)\b|\s*[:\-])"
    r"|(?:The |It )?[^.:;]{0,100}\b(?:was|were) (?:asked|invited|RECOMMENDED|"
    r"recommended) (?:to|that)\b"
    r"|(?:The )?[Rr]eports? (?:therefore )?(?:recommended|recommends|proposed|"
    r"proposes|sought|asked|invited)\b"
    r"|(?:Options?|OPTIONS?)(?: (?:open|available|considered|for)\b[^:]{0,80})?\s*[:\-]"
    r"|(?:Purpose|PURPOSE)(?: of (?:the )?report)?\s*[:\-]?"
    r"|(?:Procedure|PROCEDURE)\b"
    r"|(?:[^.]{0,80})\b(?:decisions?|options?|courses of action|choices|outcomes) "
    r"(?:open|available|which)\b"
    r"|(?:Notice of [Mm]otion|Notices? of [Mm]otions?|Motion|MOTION|Proposed "
    r"[Mm]otion|Original [Mm]otion|The motion)\b(?! ?(?:\w+ ){0,3}(?:carried|lost|"
    r"status|fell|passed|agreed|CARRIED|LOST|defeated|withdrawn|was|were|is|referred|"
    r"deferred|put))"
    r"|(?:The )?(?:task (?:and finish )?group|working group|review)(?:'s)? "
    r"(?:recommended|recommends|made|proposed)\b"
    r"|(?:To|TO) (?:receive|consider|note|approve|agree|confirm|review|"
    r"discuss)\b(?=.{0,200}(?:report|minutes|apologies|declarations|update|"
    r"presentation|correspondence|public|questions|following))"
    r"|(?:Proposed|PROPOSED) (?:resolution|decision|by|that)\b"
    r"|(?:Proposals?|PROPOSALS?)\s*[:\-]"
    r")"
)
PROPOSED = re.compile(r"\brecommend|\basked\b|\binvited\b|\brequested\b", I)
MOVED = re.compile(
    r"(?:\b(?:moved|proposed|MOVED|PROPOSED|Moved|Proposed)\b.{0,120}\b(?:seconded|"
    r"SECONDED|Seconded)\b|\b(?:seconded|Seconded)\b.{0,80}\b(?:moved|Moved|"
    r"proposed)\b|\b(?:it was|It was) (?:then )?(?:moved|proposed)\b|\b(?:Chair\w*|"
    r"Leader|Mayor|Convener|Provost) (?:then )?(?:moved|proposed) (?:that|the)\b|"
    r"^(?:Moved|MOVED|Proposed|PROPOSED) by\b|^Councillor [\w' -]{2,40} (?:moved|"
    r"proposed)\b)"
)
ASIDE = re.compile(
    r"(?:Reasons?|REASONS?|Alternatives?|ALTERNATIVES?|Other [Oo]ptions?|Options? "
    r"(?:considered|rejected)|Background|BACKGROUND|Key(?= ?(?:[:?]|decision))|KEY "
    r"DECISION|Wards? [Aa]ffected|"
    r"Consultations?(?=\s*[:\-]|$)|Consultees|Conflicts? of [Ii]nterest|"
    r"Declarations?|Dispensations?|Effective [Ff]rom|Effective [Dd]ate|Publication "
    r"[Dd]ate|Date (?:of|published|effective)|Decision (?:[Mm]aker|[Tt]ype|[Dd]ate|"
    r"[Dd]ue|[Rr]ef|[Nn]umber|[Pp]ublished|[Ww]indow|[Ll]evel)|Is (?:[Kk]ey|subject|"
    r"this|it|the)|Reference|Status|Urgent|Urgency|Supporting [Dd]ocuments?|"
    r"Contacts?|Lead [Mm]ember|"
    r"Call[- ]in|Scrutiny(?=\s*[:\-])|Comments?(?=\s*[:\-]|$)|Background [Pp]apers|"
    r"Report (?:of|by|author)|Author|Also in attendance|Present(?=\s*[:\-])|"
    r"Apologies|In attendance|Implications|Financial [Ii]mplications|"
    r"Legal [Ii]mplications|Risks?(?=\s*[:\-]|$)|Summary(?=\s*[:\-]|$)|Voting|"
    r"Vote(?=\s*[:\-]|$)|Further [Ii]nformation|Notes?(?=\s*[:\-])|NB|Note\b(?= "
    r"(?:of|that|:))|Matters? arising|MATTERS? ARISING|Announcements?(?=\s*[:\-]|$)|"
    r"Procedural|How (?:projects|risks|items) are|Members noted(?=\s*[:\-])|Table "
    r"[A-Z]|Expiry|Deadline|Exempt(?=\s)|Accompanying|Additional documents|"
    r"Attachments|Agenda item|Details of|Issue details|Record of)"
)
ASIDE_ENDS = re.compile(r"[^:]{0,90}?(?:[:?]|-(?=\s)|$)")
MINUTES = re.compile(
    r"(?:Minutes?|MINUTES?|Discussion|DISCUSSION|Debate|Consideration|Deliberations?|"
    r"Narrative|Proceedings)\s*(?:[:\-]|$)"
)
STATUS = re.compile(
    r"(?:\(no decision (?:text|shown|given)\)|\b(?:Recommendations? (?:Approved|"
    r"Agreed|Accepted|approved(?= *(?:$|/|,|;)))|(?:status|"
    r"Status)\s*:?\s*(?:[^/.\n]{0,30})(?:Approved|Agreed|For Determination|"
    r"Implemented|Rejected|Deferred|Noted)|(?:Decision|Issue) status\s*:))"
)
BODY_LED = re.compile(
    rf"(?:That |THAT |On [^,]{{4,30}},? )?(?:{BODY}|[Ii]t|[Mm]embers)(?: "
    rf"Members)?(?: (?:unanimously|also|then|therefore|hereby|formally)){{0,2}}"
    r"(?: (?P<verb>agreed|agrees|agree|decided|decides|determined|AGREED|DECIDED|is "
    r"minded)(?: (?:to|that|TO|THAT))?)?\s*(?:[:;\-]+|,)?\s*$"
)
FIRST_PERSON = re.compile(
    r"(?:I|We) (?:have |hereby |therefore |also )*(?:(?:decided|agreed|determined|"
    r"resolved)(?: (?:to|that))?|(?=approved?\b))\s*[:\-]*\s*"
)
SUBSTANTIVE = re.compile(
    r"(?:The )?[Ss]ubstantive (?:motion|resolution)\b(?! (?:as|was|were|"
    r"is)?[^.]{0,40}(?:lost|fell|defeated))[^.:]{0,60}[.:]?\s*$"
)
BODY_LEAD_END = re.compile(r"(?:[:\-]|\bto|\bthat)\s*$")
BODY_LEAD = re.compile(
    r"(?: (?:also|then|therefore|unanimously|further|hereby|thereafter|"
    r"formally)){0,2} (?P<verb>agreed|agrees|resolved|decided|recommended|recommends|"
    r"approved|approves|authorised|delegated|endorsed|"
    r"endorses|noted|notes|supported|requested|requests|accepted|accepts|received|"
    r"determined|welcomed|asked)\b"
)
WEAK = frozenset({"noted", "notes", "supported", "welcomed", "requested", "asked"})
REMARK = re.compile(r"[(\[][^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]\.?$")
CUT = re.compile(
    r"[(\[](?:[^()\[\]]{0,60}[,;:] ?)?(?:(?:the )?(?:text|page|minutes?|extract|list|"
    r"rest|item|record) )?(?:is |was )?"
    r"(?:cut|truncated|stops?|ends|breaks off|incomplete|continues)\b[^()\[\]]{0,80}[)\]]|\(cut\b",
    I,
)
COMES_OR_GOES = re.compile(
    r"(?:Councillors?|Cllrs?|A (?:councillor|member)|Members?|Mr|Mrs|Ms|Dr|The "
    r"(?:Chair\w*|Mayor|Leader|meeting))\b.{0,80}\b(?:joined|left|arrived|entered|"
    r"returned|withdrew|retired|vacated|declared|abstained|"
    r"asked (?:that )?(?:his|her|their)|requested that (?:his|her|their)|took the "
    r"chair|closed|ended|rose|adjourned|commenced|dissent\w*|voted)\b",
    I,
)


def marker_of(text: str) -> Marker:
    """Return what the segment begins; a RESOLVED inside it counts, wherever it stands."""
    if REMARK.match(text):
        return Marker(Role.REMARK)
    resolved = RESOLVED.search(text) if RESOLVED_QUICK.search(text) else None
    if resolved:
        default = Kind.APPROVE if RESOLVED_THAT.search(resolved[0]) else None
        frame = Frame(default=default)
        return Marker(Role.RESOLVED, resolved.start(), resolved.end(), frame, _votes(resolved[0]))
    return _heading(text) or _verb_marker(text) or Marker(Role.NONE)


def _heading(text: str) -> Marker | None:
    first = text[:1]
    if not first.isalpha():
        return None
    if STATUS.search(text[:400]):
        return Marker(Role.STATUS)
    decision = DECISION_WRAPPED.match(text) or DECISION.match(text)
    if decision:
        return Marker(Role.DECISION, 0, decision.end())
    if MINUTES.match(text):
        return Marker(Role.MINUTES, 0, MINUTES.match(text).end())  # type: ignore[union-attr]
    actions = ACTIONS.match(text)
    if actions:
        return Marker(Role.ACTIONS, 0, actions.end(), Frame(Kind.ACTION, is_binding=True))
    return _recommended(text) or _no_decision(text)


def _recommended(text: str) -> Marker | None:
    found = RECOMMENDED.match(text)
    if found is None:
        return None
    to = name_from(found["to"][4:]) if found["to"] and found["to"][:4].lower() == " to " else ""
    return Marker(Role.RESOLVED, 0, found.end(), Frame(Kind.RECOMMEND, to, is_binding=True))


def _no_decision(text: str) -> Marker | None:
    if PROPOSAL.match(text):
        return Marker(Role.PROPOSAL)
    if ASIDE.match(text):
        end = ASIDE_ENDS.match(text)
        return Marker(Role.ASIDE, 0, end.end() if end else 0)
    if COMES_OR_GOES.match(text):
        return Marker(Role.REMARK)
    return None


def _body_lead(text: str) -> Marker | None:
    """Return the marker of "The Committee agreed to recommend to the Council to", limbs below."""
    if not BODY_LEAD_END.search(text):
        return None
    body = BODY_AT.match(text.removeprefix("That ").removeprefix("On "))
    if body is None:
        return None
    found = BODY_LEAD.match(text, text.index(body[0]) + body.end())
    if found is None:
        return None
    is_weak = found["verb"].lower() in WEAK
    return Marker(Role.RESOLVED, 0, 0, is_weak=is_weak)


def _verb_marker(text: str) -> Marker | None:
    agreed = AGREED.match(text)
    if agreed:
        kind = Frame(Kind.APPROVE) if agreed["caps"] or agreed["title"] else Frame(Kind.AGREE)
        rest = text[agreed.end() :]
        if (
            agreed["caps"]
            and rest
            and rest == rest.lstrip()
            and not re.search(r"[:\-]|\b[Tt]hat\b|THAT", agreed[0])
        ):
            return Marker(Role.RESOLVED, 0, agreed.start("caps"), kind)
        return Marker(Role.RESOLVED, 0, agreed.end(), kind)
    caps = CAPS_VERB.match(text)
    if caps:
        return Marker(Role.RESOLVED, 0, caps.start("verb"))
    if SUBSTANTIVE.match(text) and not re.search("agreed|carried|approved|adopted", text):
        return Marker(Role.RESOLVED, 0, len(text), Frame(Kind.AGREE, is_binding=True))
    first = FIRST_PERSON.match(text)
    if first:
        return Marker(Role.RESOLVED, 0, first.end(), Frame(Kind.APPROVE))
    led = BODY_LED.match(text)
    if led:
        return Marker(Role.BODY, 0, len(text), Frame(Kind.APPROVE) if led["verb"] else NO_FRAME)
    return _body_lead(text)


def _votes(text: str) -> str:
    found = re.search(r"\(([^()]*(?:votes?|for|against|unanim)[^()]*)\)", text)
    return found[1] if found else ""


def owner_field(text: str) -> str:
    """Return whom a field such as "Officer(s) to action:" names."""
    found = FIELD_ACTION.match(text)
    return role_at_start(found[1]) if found else ""

"""Headings and markers of minutes, in every spelling met: the patterns, as data."""

import re

from scrutable.meetings.rules.reading.actors import BODY, BODY_WORD

ANY_CASE = re.IGNORECASE

SPELT = (
    r"(?:RE(?:SOLVED|SOVELD|SOVLED|SLOVED|SOLEVD|SOLVD|SOLED|OSLVED|SOLVE|SOLVES|"
    r"SOVLVED)|RSEOLVED|RESOLLVED)"
)

BRACKET = r"(?:\s*\([^()]{1,160}\))?"

TAIL = (
    rf"(?:\s+(?:No\.? )?\d[\d/.-]*(?=\s*[:\-]))?{BRACKET}"
    rf"(?:,? subject to [^,:]{{3,80}},)?(?:\s+(?:unanimously|UNANIMOUSLY|"
    rf"nem\.? con\.?|accordingly|by [^:]{{3,60}}(?=:)|therefore))?{BRACKET}"
    r"\s*[:;,.\-]*\s*(?:(?:T H A T|THAT|That|that)\b\s*[:;,.\-]*)?(?:\s*T H A T\b)?[\s:;,-]*"
)

RESOLVED = re.compile(
    rf"\b(?:(?:it was |It was |IT WAS )?(?:unanimously |UNANIMOUSLY |Unanimously )?{SPELT}\b"
    r"|Resolved\b(?=\s*(?:$|[:;,(\-]|(?:that|That|THAT|to|unanimously|by)\b))"
    r"|ORDERED\b(?=,? (?:that|to)|\s*[:\-])|(?:(?<=: )|^)resolved\b(?= (?:that|to)\b)"
    r"|(?:it was|It was|it is|be it|was|were) (?:then |therefore |unanimously |duly |"
    r"also |accordingly |further )*resolved\b(?= (?:that|to|unanimously|by)\b|"
    r"\s*[:\-,]|$)"
    rf"|(?:{BODY_WORD}|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Pp]anel|[Cc]abinet|"
    r"[Mm]eeting) (?:then |therefore |unanimously |also |thereafter |accordingly |"
    rf"further |duly ){{0,3}}(?:resolved|RESOLVED)\b(?=\s*(?:$|[:\-,]|(?:that|to|"
    r"unanimously|by|as|[a-z]+ly)\b))"
    rf"){TAIL}"
)

RESOLVED_THAT = re.compile(r"\b(?:that|THAT|That|T H A T)\b")

RESOLVED_QUICK = re.compile(rf"{SPELT}|[Rr]esolved|ORDERED")

DECISION = re.compile(
    r"(?!Key|Is\b|Reason|Call|Non|Date|Type|Urgent|Planned|Forthcoming)"
    r"(?:(?:The |(?:[A-Z][a-z]+ ){1,4})?(?:Decisions?|DECISIONS?|decision(?=:)|Outcomes?|OUTCOME|"
    r"Resolutions?|RESOLUTION)"
    r"(?: (?:[Tt]aken|TAKEN|[Oo]utcome|[Mm]ade|[Nn]otice|[Ss]ummary|[Dd]etails?|"
    r"[Rr]eached|and [Rr]esolution)s?)?"
    r"(?: (?:of|by) (?:the )?[A-Z][\w ]{2,60}?)?\s*(?:[:\-]+|$)"
    r"|(?:The )?(?:decision|outcome) (?:taken |made |reached )?was:?-?)\s*(?:(?:T H "
    r"A T|THAT|That|that)\b\s*[:;,\-]+)?\s*"
)

DECISION_WRAPPED = re.compile(r"Decision (?:of|by) (?:the )?(?:[A-Z]\w+ ?){1,5}$")

CAPS_VERB = re.compile(
    rf"(?:It was )?(?:(?:{BODY}|Members|(?:THE )?[A-Z][A-Za-z]*)"
    r"(?:,? (?:having|after|following|noting) [^,]{3,100},)? )?"
    r"(?:(?:then|therefore|also|unanimously|UNANIMOUSLY) )?(?P<verb>AGREED|"
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
    rf"(?:RECOMMENDATIONS?(?P<to_council> TO (?:THE )?(?:FULL )?(?:COUNCIL|CABINET|EXECUTIVE))|"
    rf"(?:[Ii]t was |{BODY} )?(?:UNANIMOUSLY )?"
    r"RECOMMEND(?:ED|S)|Recommended(?= to (?:the )?(?:[Ff]ull )?(?:Council|Cabinet|Executive|"
    r"[A-Z]\w+ (?:\w+ ){0,3}Committee)\b))\b(?P<to> (?:to|TO|that) (?:the )?(?:[A-Z][\w-]*(?: "
    r"(?:and|of|&|for|the))? ?){1,8})?\s*[:;,\-]*\s*(?:(?:THAT|That|"
    r"that)\b(?: it| they)?\s*[:;,\-]*)?\s*"
)

ACTIONS = re.compile(
    r"(?:(?:As )?(?:[Aa]dditional |[Aa]greed |[Ff]ollow[- ]up |[Kk]ey "
    r")?(?:[Aa]ctions?|ACTIONS?)(?: (?:[Aa]greed|AGREED|[Ss]heet|[Ll]og|[Pp]oints?|POINTS?|[Ll]ist|"
    r"[Ii]tems?|[Rr]equired|[Aa]rising|it was agreed|were agreed))*"
    r"(?: by (?:the )?[\w ]{3,40})?\s*(?:[:\-]+\s*|$)|(?:AP|Action [Pp]oint)\s?\d*\s*[:\-]\s*)"
)

ACTION_IN_BRACKETS = re.compile(
    r"[(\[]\s*Action(?:s| by| for| required)?\s*[:\-]\s*([^()\[\]]{2,200})[)\]]", ANY_CASE
)

FIELD_ACTION = re.compile(
    r"(?:Officer\(?s?\)? (?:to action|responsible)|Lead officer|Action by|"
    r"Responsible officer|To be actioned by|Officer\(s\) to "
    r"implement)\s*[:\-]\s*(.{2,120})",
    ANY_CASE,
)

PROPOSAL = re.compile(
    r"(?:(?:Officer|Officers'|Proposed|Draft|Cabinet|Committee|The|Scrutiny|Report|"
    r"Specific|Key)?\s*(?:[Rr]ecommendations?|RECOMMENDATIONS?)(?:\(s\))?(?: (?:to|"
    r"for|from|of|in|by) [^:]{2,80})?\s*(?:[:\-]+|$)"
    r"|(?!Approv|Agree|Adopt|Accept|Not|Endors|Support|That|THAT|RESOLV|To\b|Made|Consider)[A-Z]"
    r"[\w ,'&-]{0,60}\b[Rr]ecommendations?\s*[:\-]"
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

PROPOSED = re.compile(r"\brecommend|\basked\b|\binvited\b|\brequested\b", ANY_CASE)

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
    r"(?:^(?:Outcome|OUTCOME|Result)\s*:\s*(?:Recommendations? )?(?:Approved|Agreed|Noted|Rejected)"
    r"(?: as (?:recommended|submitted|per [\w ]+|set out in the report))?\.?$|"
    r"\(no decision (?:text|shown|given)\)|\b(?:Recommendations? (?:Approved|"
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
    r"rest|item|record) )?(?:is |was |then )?"
    r"(?:cut|truncated|stops?|ends|breaks off|incomplete|continues)\b[^()\[\]]{0,80}[)\]]|\(cut\b",
    ANY_CASE,
)

COMES_OR_GOES = re.compile(
    r"(?:Councillors?|Cllrs?|A (?:councillor|member)|Members?|Mr|Mrs|Ms|Dr|The "
    r"(?:Chair\w*|Mayor|Leader|meeting))\b.{0,80}\b(?:joined|left|arrived|entered|"
    r"returned|withdrew|retired|vacated|declared|abstained|"
    r"asked (?:that )?(?:his|her|their)|requested that (?:his|her|their)|took the "
    r"chair|closed|ended|rose|adjourned|commenced|dissent\w*|voted)\b",
    ANY_CASE,
)

BE_RECOMMENDED = re.compile(
    rf"(?:That|THAT|that) (?P<to>(?:the )?(?:{BODY}|[A-Z][\w ]{{2,60}}?)) be "
    r"(?:RECOMMENDED|recommended)\b"
    r"\s*(?:to\b|that\b|:|-)?(?: the)?\s*[:\-]*\s*"
)

BODY_COLON = re.compile(rf"(?:That )?(?:{BODY}|[Mm]embers)\s*:-?\s*(?=[A-Z]?[a-z]+(?:ed|es|s|d) )")

MOVERS = ("oved", "OVED", "ropos", "ROPOS", "econded", "ECONDED")


def is_moved_in(text: str) -> bool:
    """Test whether the text tells that something was moved."""
    return any(part in text for part in MOVERS) and MOVED.search(text) is not None

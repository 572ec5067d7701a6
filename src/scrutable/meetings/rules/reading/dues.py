"""Finding the due words in a limb: dates that something is due by, from or at, and no others."""

import re
from datetime import date

from scrutable.meetings.facts.reading import Due
from scrutable.meetings.rules.reading.due import COUNT, MONTH, YEAR, resolve_due

FULL = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? {YEAR}|"
    rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:{YEAR}|\d\d)\b)"
)

PART = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}\b|(?:early |late |mid-? "
    rf"?)?{MONTH},? {YEAR}|{MONTH}\b(?! \d))"
)

SEASON = (
    r"(?:spring|summer|autumn|winter|new year|new financial year|near future|new municipal year)"
)

QUARTER = (
    rf"(?:(?:quarter |Q)[1-4](?: of)?,? {YEAR}(?:[/-]\d\d(?:\d\d)?)?|(?:the "
    r")?(?:first|second|third|fourth|"
    rf"final|last|next) quarter(?: of)?(?:,? {YEAR}(?:[/-]\d\d(?:\d\d)?)?)?)"
)

UNIT = r"(?:working |calendar )?(?:day|week|fortnight|month|year)s?(?:'s?)?"

TIME = re.compile(
    r"\b(?:"
    r"(?P<end>(?:by |before |at |towards |until |from )?(?:the )?(?P<endwords>end "
    rf"of (?:the )?(?:{FULL}|{PART}|(?:[\w/]+ ){{0,2}}(?:year|quarter|month|week|"
    rf"term)\b|{YEAR}(?:[/-]\d\d)?)))"
    r"|(?P<within>(?:in|within|after|every|each|at) (?:approximately |about |around "
    rf"|the next |the following |a further |another )?{COUNT}[ -]{UNIT}(?: time)?(?: "
    rf"of [\w ]{{3,30}})?)"
    r"|(?P<fortnight>(?:in|within|over|during) (?:the )?(?:next|coming|following|a) "
    r"(?:fortnight|week|month|year|quarter)(?:'s time)?)"
    rf"|(?P<adjective>(?:{COUNT}|{COUNT}-?)[- ](?:monthly|month|weekly|week|yearly|"
    r"year)(?= (?:briefing|update|report|review|progress)))"
    rf"|(?P<quarter>(?:in |by |for |during |from )?(?:the )?{QUARTER})"
    rf"|(?P<range>(?:from |between )?{FULL} ?(?:-|to|and|until) ?{FULL})"
    r"|(?P<full>(?P<fullprep>(?:on or before|no later than|not later than|by|before|"
    r"until|till|to|from|on|in|for|at|of|commencing|starting|effective|dated|held|"
    r"expir\w+|due|after|prior to|ahead of|between|-) )?(?:the "
    rf")?(?P<fullwords>{FULL}))"
    r"|(?P<part>(?P<partprep>(?:no later than|by|before|until|in|for|at|on|during|"
    rf"from|to|since|of|due|after) )(?:the )?(?P<partwords>{PART}|(?:early |late |"
    rf"mid-?)?{YEAR}|{SEASON}(?: (?:of )?{YEAR})?)(?! and {MONTH})(?P<meeting> "
    rf"(?:\w+ ){{0,2}}(?:meeting|committee|council|cabinet|board|cycle)\b)?)"
    rf"|(?P<each>(?:at )?(?P<eachwords>(?:each|every) (?:\w+ ){{0,2}}meeting\b))"
    r"|(?P<coming>(?:to|at|for|by|before|in)? ?(?:the |its |their |a |our "
    r")?(?P<comingwords>(?:next|following|future|subsequent|forthcoming|later|"
    rf"upcoming|{MONTH})(?: (?:available|scheduled|ordinary|quarterly|formal|full|"
    r"regular|joint|appropriate|suitable|convenient|possible|programmed|audit|"
    r"scrutiny|cabinet|council|committee|board|panel|executive))*(?: (?:meetings?|"
    r"committee|cycle|agenda|Council|Cabinet|Joint Committee|Board|Panel|Executive|"
    rf"session)\b)(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)*)?(?: (?:in|on) (?:{FULL}|"
    rf"{PART}))?))"
    r"|(?P<often>(?:at least |on an? |every )?(?:quarterly|monthly|annually|annual "
    r"basis|weekly|yearly|six[- ]monthly|half[- ]yearly|bi-?annually|bi-?monthly|"
    r"twice (?:a|yearly|each) ?(?:year)?|each (?:quarter|month|year|week)|every "
    r"(?:quarter|month|year|week|other meeting)|per (?:quarter|annum(?= "
    r"report)))(?: basis)?)"
    rf"|(?P<soon>(?:as (?:soon|early) as [^,.;()]{{1,60}}|in due course|at the "
    r"earliest (?:possible )?(?:opportunity|convenience|date)|immediately|urgently|"
    r"as a matter of urgency|next (?:time|year|month|week|summer|autumn|spring)\b|"
    rf"before the end of (?:the )?[^,.;()]{{1,40}}|when (?:the |it |this |these |"
    rf"they |that |available|complete|ready|finali)[^,.;()]{{1,60}}))"
    r")",
    re.IGNORECASE,
)

PAST = re.compile(
    r"\b(?:minutes|meeting|held|decision|dated|resolution|minute|supersedes|made|"
    r"issued|agreed|approved|"
    r"published|since|letter|agenda|as at|as of|ended|ending)"
    r"(?: (?:of|on|from|at|as at|held on|the))* ?$",
    re.IGNORECASE,
)

TO_MEETING = re.compile(
    r"\b(?:to|at|for) (?:the|its|their|a)(?: (?:\w+ ){0,3}meeting(?: (?:on|of|in|"
    r"scheduled for|to be held on))?)? ?$",
    re.IGNORECASE,
)

FIRM = re.compile(
    r"(?:by|before|until|till|later than|to|due|prior to|ahead of|expir\w+|on|in|for|at)",
    re.IGNORECASE,
)

PRESENT = ("full", "part")


def due_in(text: str, meeting_on: date | None, *, is_firm: bool = True) -> Due | None:
    """Return the first due words; without `is_firm`, only what surely looks forward."""
    for found in TIME.finditer(text):
        words = _words(text, found, is_firm=is_firm)
        if words:
            due = resolve_due(found[0].strip(), meeting_on)
            return Due(words=words, first=due.first, last=due.last)
    return None


def _words(text: str, found: re.Match[str], *, is_firm: bool) -> str:
    before = text[max(found.start() - 40, 0) : found.start()]
    is_past = bool(PAST.search(before)) and not TO_MEETING.search(before)
    if is_past and (found["full"] or found["part"]):
        return ""
    if found["range"]:
        return ""
    if found["full"]:
        return _full(text, found, before, is_firm=is_firm)
    if found["part"]:
        return _part(text, found, is_firm=is_firm)
    if found["end"]:
        return found["endwords"] if found["endwords"].lower()[-4:] != "year" else found["end"]
    if found["each"]:
        return found["eachwords"]
    if found["coming"]:
        return found["comingwords"]
    if found["quarter"]:
        return re.sub(r"^(?:in|by|for|during|from) ", "", found["quarter"], flags=re.IGNORECASE)
    return found[0].strip()


def _full(text: str, found: re.Match[str], before: str, *, is_firm: bool) -> str:
    said = (found["fullprep"] or "").strip().lower()
    if said in {"of", "dated", "held", "after", "-", "between"}:
        return ""
    meets = re.match(
        r" (?:meeting|committee|cabinet|council|minutes|decision|report)", text[found.end() :]
    )
    if not said and meets and not TO_MEETING.search(before + " "):
        return (
            ""
            if "minutes" in meets[0] or not re.search(r"\b(?:to|at)\b[^,.]*$", before)
            else found["fullwords"]
        )
    if not said:
        return found["fullwords"] if re.search(r"\b(?:to|at|by) the $", before + " ") else ""
    if not is_firm and said in {"from", "commencing", "starting", "effective"}:
        return ""
    return found["fullwords"]


def _part(text: str, found: re.Match[str], *, is_firm: bool) -> str:
    said = found["partprep"].strip().lower()
    words: str = found["partwords"]
    if said in {"of", "since", "after", "from"} or (said == "to" and not found["meeting"]):
        return ""
    if re.match(r"[/-]\d\d", text[found.start("partwords") + len(words) :][:3]):
        return ""
    if words.lower() == "may" or re.fullmatch(r"(?:early |late |mid-?)?\d{4}", words):
        return (
            ""
            if not re.match(r"by|before|until|in|during", said) or "may" in words.lower()
            else words
        )
    if not is_firm and said in {"on", "at", "for"} and not found["meeting"]:
        return ""
    if re.match(r"[/-]\d\d", text[found.end() : found.end() + 3]):
        return ""
    if re.fullmatch(SEASON, words, re.IGNORECASE):
        return found["part"].strip()
    return words + (found["meeting"] or "")

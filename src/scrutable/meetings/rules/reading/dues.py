"""Finding the due words in a limb: dates that something is due by, from or at, and no others."""

import re
from datetime import date

from scrutable.meetings.facts.reading import Due
from scrutable.meetings.rules.reading.due import COUNT, MONTH, YEAR, resolve_due

WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"

FULL = (
    rf"(?:{WEEKDAY}\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},? {YEAR}|"
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
    rf"final|last|next) quarter(?!'s)(?: of)?(?:,? {YEAR}(?:[/-]\d\d(?:\d\d)?)?)?)"
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
    rf"from|to|since|of|due|after) )(?:the |its |their |our |this )?"
    rf"(?P<partwords>{PART}|(?:early |late |mid-?)?{YEAR}|{SEASON}(?: (?:of )?{YEAR})?)"
    rf"(?! and {MONTH})(?P<meeting> (?:\w+ ){{0,2}}(?:meeting|committee|council|"
    r"cabinet|board|cycle|agenda|session)\b)?)"
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
    r"report)))(?: basis)?(?! (?:\w+ )?(?:updates?|performance|reports?|monitoring|budget|finance|"
    r"accounts|returns?|review|meetings?|figures|statement)\b))"
    rf"|(?P<soon>(?:as (?:soon|early) as [^,.;()]{{1,60}}|in due course|at the "
    r"earliest (?:possible )?(?:opportunity|convenience|date)|immediately|urgently|"
    r"as a matter of urgency|after (?:the|this) meeting\b|following the meeting\b|"
    r"(?:before|by|after) (?:Christmas|Easter|the summer recess|"
    r"the (?:next )?(?:local )?elections?|year[- ]end)\b|"
    r"before the (?:\w+ ){1,2}meeting\b|"
    r"next (?:time|year|month|week|summer|autumn|spring)\b|"
    rf"before the end of (?:the )?[^,.;()]{{1,40}}|when (?:the |it |this |these |"
    rf"they |that |available|complete|ready|finali)[^,.;()]{{1,60}}))"
    r")",
    re.IGNORECASE,
)

PAST = re.compile(
    r"\b(?:minutes|meeting|(?<!be )held|decision|dated|resolution|minute|supersedes|made|"
    r"issued|agreed|approved|"
    r"published|since|letter|agenda|as at|as of|ended|ending)"
    r"(?: (?:of|on|from|at|as at|held on|the))* ?$|"
    r"(?<!be )\b(?:taken|received|signed|adopted|paid|incurred)(?: [\w ]{1,40})? ?(?:on )?$|"
    r"\bas ?$|\bcall(?:ed)?[- ]in\b[^.;]{0,35}$",
    re.IGNORECASE,
)

TO_MEETING = re.compile(
    r"\b(?:to|at|for) (?:the|its|their|a)(?: (?:[\w']+ ){0,3}meeting(?: (?:on|of|in|"
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
    loose: Due | None = None
    for found in TIME.finditer(text):
        words = _words(text, found, is_firm=is_firm)
        if not words:
            continue
        due = resolve_due(found[0].strip(), meeting_on)
        told = Due(words=words, first=due.first, last=due.last)
        if BY.search(text, max(found.start() - 4, 0), found.end()):
            return told
        if found["often"] or found["soon"] or found["part"]:
            loose = loose or told
        else:
            return loose or told
    return loose


BY = re.compile(r"\b(?:by|no later than|not later than|on or before|before)\b", re.IGNORECASE)


def _words(text: str, found: re.Match[str], *, is_firm: bool) -> str:
    """Return the due words that were found, without what only leads to them."""
    if found["full"] or found["part"]:
        before = text[max(found.start() - 40, 0) : found.start()]
        is_led = bool(LEADS_ON.match(found[0]))
        if PAST.search(before) and not is_led and not TO_MEETING.search(before):
            return ""
        if found["full"]:
            return _full(text, found, before, is_firm=is_firm)
        return _part(text, found, is_firm=is_firm)
    if found["end"]:
        return found["end"] if found["endwords"].lower().endswith("year") else found["endwords"]
    if found["range"] or (found["coming"] and IS_TOLD.match(text, found.end())):
        return ""
    quarter = LEADING.sub("", found["quarter"] or "")
    return quarter or found["eachwords"] or found["comingwords"] or found[0].strip()


IS_TOLD = re.compile(r",? (?:(?:would|will|was|is|to) be (?:held|on|at|in)|was|is|takes? place)\b")

LEADS_ON = re.compile(r"(?:to the|by|before|until|no later|not later) ", re.IGNORECASE)

LEADING = re.compile(r"^(?:in|by|for|during|from) ", re.IGNORECASE)


def _full(text: str, found: re.Match[str], before: str, *, is_firm: bool) -> str:
    said = (found["fullprep"] or "").strip().lower()
    words: str = found["fullwords"]
    if said in {"of", "dated", "held", "after", "-", "between"}:
        return ""
    if said:
        return words if is_firm or said not in BEGINNING else ""
    meets = MEETS.match(text, found.end())
    if meets and not TO_MEETING.search(before + " "):
        is_there = re.search(r"\b(?:to|at)\b[^,.]*$", before) and "minutes" not in meets[0]
        return words if is_there else ""
    return words if re.search(r"\b(?:to|at|by) the $", before + " ") else ""


BEGINNING = frozenset({"from", "commencing", "starting", "effective"})

MEETS = re.compile(r" (?:meeting|committee|cabinet|council|minutes|decision|report)")

OF_TWO_YEARS = re.compile(r"[/-]\d\d")

ONLY_A_YEAR = re.compile(r"(?:early |late |mid-?)?\d{4}")


def _part(text: str, found: re.Match[str], *, is_firm: bool) -> str:
    """Return "March 2024", "the autumn", "2025" where the word before says that it is a term."""
    said, words = found["partprep"].strip().lower(), found["partwords"]
    if said in {"of", "since", "after", "from"} or (said == "to" and not found["meeting"]):
        return ""
    if OF_TWO_YEARS.match(text, found.start("partwords") + len(words)):
        return ""
    is_loose = not is_firm and said in {"on", "at", "for"} and not found["meeting"]
    if is_loose or words.lower() == "may":
        return ""
    if ONLY_A_YEAR.fullmatch(words):
        return words if re.match(r"by|before|until|in|during", said) else ""
    if re.fullmatch(SEASON + r"(?: (?:of )?\d{4})?", words, re.IGNORECASE):
        return found["part"].strip()
    return words + (found["meeting"] or "")

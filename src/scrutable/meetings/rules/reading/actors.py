"""Who: owners and consultees, from a role in capitals down to "officers"."""

import re

ROLE = (
    r"(?:[Dd]irectors?|[Hh]eads?|Chief|[Oo]fficers?|[Mm]anagers?|[Cc]hair(?:man|woman|person|s)?|"
    r"[Ll]eaders?|[Mm]embers?|[Hh]olders?|[Cc]ouncillors?|Cllrs?|Mayor|[Ss]ecretary|[Tt]reasurer|"
    r"[Ss]olicitor|[Cc]lerk|[Aa]uditors?|[Tt]eam|Services?|[Dd]epartment|[Ll]ead|"
    r"Executives?|Provost|"
    r"Convenor|Convener|Accountant|Engineer|[Cc]onsultants?|Board|Committee|Panel|Cabinet|Council|"
    r"Group|Forum|Trust|Management|Operations|Commissioner|Surveyor|Architect|Planner|Librarian|"
    r"Vice-Chair(?:man|woman|person)?|[Cc]o-ordinator|[Cc]oordinator|Administrator|Partner|"
    r"[Ss]upplier|[Cc]ontractor|Speaker|Registrar|Comptroller|Chamberlain|Sheriff|Remembrancer|"
    r"Deputy|Assistant|Monitoring|Section 151|Returning|[Ss]taff|Adviser|Advisor|"
    r"Analyst|Specialist|"
    r"Unit|Division|Directorate|Administration|Authority|Governance|Audit|HR|ICT|IT|Finance)"
)

CAPITAL = r"[A-Z][\w'&/.-]*"

NAME = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Ee]ach|[Aa]ll|[Rr]elevant|[Aa]ppropriate|[Tt]wo) ){{0,2}}"
    rf"{CAPITAL}(?:(?:,? (?:and|of|for|the|&|-|to the|for the|of the|and the)|,|:| -|)? "
    rf"(?:{CAPITAL}|151)| ?\([^()]{{1,40}}\)){{0,12}}"
)

PLAIN_ROLE = (
    r"(?:(?:[Tt]he|[Aa]n?|[Ee]ach|[Aa]ll|[Aa]ny|[Rr]elevant|[Aa]ppropriate|[Ss]enior|"
    r"[Ll]ead|[Ss]ervice|"
    r"[Pp]roject|[Cc]ontract|[Pp]ortfolio|[Cc]abinet|[Cc]ommittee|[Aa]ssistant|"
    r"[Dd]eputy|[Ii]nternal|"
    r"[Ee]xternal|[Rr]esponsible|[Dd]emocratic|[Hh]ousing|[Pp]lanning|[Ff]inance|"
    r"[Ss]crutiny|[Aa]udit) ){0,4}"
    r"(?:officers?|managers?|directors?|chair(?:man|woman|person)?|vice-chair|leader|"
    r"portfolio holders?|"
    r"heads? of (?:service|department|[\w ]{2,30}?)|team|clerk|auditors?|supplier|"
    r"contractor|secretary|"
    r"members?|councillors?|consultants?|staff|executive|treasurer|solicitor|mayor|department|"
    r"management|board|committee|services?|working group|task group|company)"
)

BODY_WORD = (
    r"(?:Sub-Committee|Sub Committee|Committee|Board|Cabinet|Council|Panel|Executive|"
    r"Forum|Commission|"
    r"Members|Assembly|Partnership|Authority|Group|Mayor in Cabinet|Executive Mayor|"
    r"Executive Councillor|"
    r"Executive Member|Cabinet Member|Portfolio Holder|Leader|Mayor|Trustees|"
    r"Governors|Court|Councillors|"
    r"Lead Member|Meeting|Deputy Leader|Leadership Team|Management Team)"
)

OFFICER_WORD = r"(?:Director|Head|Chief Executive|Chief Officer|Officer|Manager)"

BODY = (
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ee]ach) )?(?:(?:[A-Z][\w'&-]*|of|and|for|the|&) "
    rf"){{0,7}}?{BODY_WORD}"
    r"(?: (?:of|for|in) (?:the )?[A-Z][\w'&]*(?:,? (?:and |& |of )?[A-Z][\w'&]*){0,6})?"
)

BODY_AT = re.compile(rf"(?:{BODY}|[Mm]embers|[Cc]ommittee|[Ii]t|[Tt]hey|we|We)(?=\s|$|:)")

HEAD = (
    r"(?:the |an? |one |two |relevant |both |its )?(?:Leaders?|Chair\w*|Vice|Chief|"
    r"Directors?|Executive|Cabinet|"
    r"Portfolio|Lead|Head|Deputy|Section|Monitoring|Mayor|Assistant|Corporate|"
    r"Strategic|Councillors?|Cllr|"
    r"Ward|Members?|Group|Opposition|Scrutiny|Statutory|City|Borough|County|Town|"
    r"Service|Finance Director|"
    r"s151|S151|Provost|Convener|Convenor|Independent|local|ward|portfolio|relevant|"
    r"Legal|Democratic|Joint|"
    r"Interim|Head|Trade|trade|Commissioners?|the)\b"
)

CONSULT = re.compile(
    r"(?:\b(?:in|after|following|on|upon|subject to|through|and|under) (?:due |full |"
    r"prior |further |close |"
    r"appropriate )?(?:consultation|liaison|conjunction|agreement|discussions?|"
    r"partnership|dialogue)"
    r"(?: and agreement)? (?:with|between)|\b(?:after |by |having |and |while "
    r")?consult(?:ing|ed)(?: with)?)"
    r" (?!on\b)",
    re.IGNORECASE,
)

STOP = re.compile(
    r",? (?:to|be|is|are|was|were|would|will|shall|should|must|who|which|that|until|"
    r"subject|up to|acting|"
    r"consult\w+|in consult\w+|after consult\w+|following consult\w+|having "
    r"consult\w+|if|when|where|via|"
    r"during|before|as|so|in conjunction|in liaison|in agreement|in discussion|in "
    r"partnership|and agreement|"
    r"or (?:his|her|their)|and (?=(?:to|that|be|has|have|for|any|authority|approv\w*|"
    r"not\w*|agree\w*|"
    r"delegat\w*|recommend\w*|author\w*|a|an|it|this)\b))\b"
    r"|,? (?:for|in|with|at|on|by|from|over|about|within|under|through|regarding|"
    r"following|after|upon)"
    r" (?![A-Z])"
    rf"|,(?! ?(?:and )?(?:{HEAD}|[A-Z]))| (?:negotiate|agree|approve|sign|make|take|"
    r"amend|complete|finalise|"
    r"carry|award|enter|vary|implement|determine|undertake|authorise|bring|report|"
    r"provide|submit|write)\b"
    r"|[.;](?= |$)|:(?! [A-Z])|[\[\"]| \((?!ICT|IT\b|HR)| - (?![A-Z])",
)

LONGEST = 140

SPLIT = re.compile(
    rf",\s*(?:and\s+|or\s+)?(?={HEAD})|\s+(?:and|&|or|as well as|together with)\s+(?={HEAD})"
)

ARTICLE = re.compile(r"^(?:(?:the|an?|that|said|and|both|by|to|its)\s+)+", re.IGNORECASE)


def name_from(text: str, position: int = 0) -> str:
    """Return the name that begins at the position, up to where the sentence goes on."""
    said = text[position : position + LONGEST].lstrip()
    stop = STOP.search(" " + said)
    return tidy(said[: stop.start() - 1] if stop and stop.start() else said)


def tidy(name: str) -> str:
    """Return the name without its article and stray marks."""
    name = ARTICLE.sub("", name.strip(' ,;:.-•"'))
    if name.count("(") != name.count(")"):
        name = name.split("(")[0] if "(" in name else name.replace(")", "")
    return name.strip(" ,;:.-")


def consultees_in(text: str) -> tuple[str, ...]:
    """Return everybody to be consulted, in order, each once."""
    names: dict[str, None] = {}
    for found in CONSULT.finditer(text):
        together = name_from(text, found.end())
        for part in SPLIT.split(together):
            name = tidy(part)
            if (name and not name.islower()) or _is_role(name):
                names.setdefault(name)
    return tuple(names)


def _is_role(name: str) -> bool:
    return bool(re.search(rf"\b{ROLE}\b", name)) and len(name) > 2


def role_at_start(text: str) -> str:
    """Return the name at the start of a field, without initials in brackets."""
    return tidy(
        name_from(re.sub(r"\s*\((?!ICT|IT\b|HR\b|IMT)[A-Z]{1,4}(?:[/ ,]+[A-Z]{1,4})*\)", "", text))
    )

"""Who: owners and consultees, from a role in capitals down to "officers"."""

import re

from scrutable.meetings.rules.reading.roles import names_at

ROLE = (
    r"(?:[Dd]irectors?|[Hh]eads?|Chief|[Oo]fficers?|[Mm]anagers?|[Cc]hair(?:man|woman|person|s)?|"
    r"[Ll]eaders?|[Mm]embers?|[Hh]olders?|[Cc]ouncillors?|Cllrs?|Mayor|[Ss]ecretary|[Tt]reasurer|"
    r"[Ss]olicitor|[Cc]lerk|[Aa]uditors?|[Tt]eam|Services?|[Dd]epartment|[Ll]ead|"
    r"Executives?|Provost|"
    r"Convenor|Convener|Accountant|Engineer|[Cc]onsultants?|Board|Committee|Panel|Cabinet|Council|"
    r"Group|Forum|Trust|Management|Operations|Commissioner|Surveyor|Architect|Planner|Librarian|"
    r"Vice-Chair(?:man|woman|person)?|[Cc]o-ordinator|[Cc]oordinator|Administrator|Partner|"
    r"[Ss]upplier|[Cc]ontractor|Speaker|Registrar|Comptroller|Chamberlain|Sheriff|Remembrancer|"
    r"CMT|SLT|SMT|CLT|ELT|Owner|Champion|Spokes\w+|SIRO|SRO|"
    r"Deputy|Assistant|Monitoring|Section 151|Returning|[Ss]taff|Adviser|Advisor|"
    r"Analyst|Specialist|"
    r"Unit|Division|Directorate|Administration|Authority|Governance|Audit|HR|ICT|IT|Finance)"
)

CAPITAL = r"[A-Z][\w'&/.-]*"

NAME = (
    rf"(?:(?:[Tt]he|[Aa]n?|[Ee]ach|[Aa]ll|[Rr]elevant|[Aa]ppropriate|[Tt]wo) ){{0,2}}"
    rf"{CAPITAL}(?:(?:,? (?:and|of|for|the|&|-|to the|for the|of the|and the)|,|:| -|)? "
    rf"(?:{CAPITAL}|s?151)| ?\([^()]{{1,40}}\)){{0,12}}"
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
    r"(?:"
    r"(?:[Tt]he |[Tt]his )(?:sub-)?(?:committee|board|panel|cabinet|council|executive|forum|"
    r"commission|working group|meeting|partnership|members)\b|"
    r"(?:(?:[Tt]he|[Tt]his|[Tt]hat|[Ee]ach) )?(?:(?:[A-Z][\w'&-]*|of|and|for|the|&) "
    rf"){{0,7}}?{BODY_WORD}"
    r"(?: (?:of|for|in) (?:the )?[A-Z][\w'&]*(?:,? (?:and |& |of )?[A-Z][\w'&]*){0,6})?"
    r")"
)

BODY_AT = re.compile(rf"(?:{BODY}|[Mm]embers|[Cc]ommittee|[Ii]t|[Tt]hey|we|We)(?=\s|$|:)")

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

ARTICLE = re.compile(r"^(?:(?:the|an?|that|said|and|both|by|to|its)\s+)+", re.IGNORECASE)


def name_from(text: str, position: int = 0) -> str:
    """Return who is named at the position; several with "; " between them."""
    return "; ".join(filter(None, map(tidy, names_at(text, position))))


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
        for part in names_at(text, found.end()):
            name = tidy(part)
            if (name and not name.islower()) or _is_role(name):
                names.setdefault(name)
    return tuple(names)


def _is_role(name: str) -> bool:
    return bool(re.search(rf"\b{ROLE}\b", name)) and len(name) > 2


def role_at_start(text: str) -> str:
    """Return the name at the start of a field, without initials in brackets."""
    return name_from(text)

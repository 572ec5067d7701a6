"""What a lead-in hands down to its limbs, and a clause without its lead."""

import re
from dataclasses import dataclass

from scrutable.meetings.facts.reading import Certainty, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon, wordings
from scrutable.meetings.rules.reading.actors import NAME, PLAIN_ROLE


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

REACHING = re.compile(
    r"^(?:in relation to|in terms of|with reference to|in respect of|with regard to|"
    r"in accordance with|under)\b"
    r".{0,300}?, (?=(?:to|that) )",
    re.IGNORECASE,
)

TO = re.compile(r"^(?:to|hereby|in principle)\s+", re.IGNORECASE)

AUX = re.compile(
    r"^(?:has|have|had|do|does|did|is(?= [A-Z]{4})|will|would like to|also|further|hereby|"
    r"formally|unanimously|now|then)\s+",
    re.IGNORECASE,
)

BARE_BE = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!can )(?<!could )(?<!(?-i:may) )(?<!might "
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
    rf"((?:the |its |their |officers?|members|an? |that )[^,.;]{{2,80}}?) "
    rf"({wordings.GAPS})\b((?: to| by|[,.;]|$).*)",
    re.IGNORECASE,
)

NOTED_BY = re.compile(rf"({PLAIN_ROLE}|{NAME}) (?:note|take note)\b")


def strip_lead(text: str) -> str:
    """Return the clause without "and that", and without what it is subject to."""
    lead = LEAD.match(text)
    text = text[lead.end() :] if lead else text
    reaching = REACHING.match(text)
    if reaching:
        text = text[reaching.end() :]
    for _ in range(2):
        adjunct = ADJUNCT.match(text)
        if adjunct is None or adjunct.end() >= len(text):
            break
        text = text[adjunct.end() :]
    return text.strip()

"""How minutes tell of votes: the patterns, and numbers in words."""

import re

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.numerals import BELOW_TWENTY

ANY_CASE = re.IGNORECASE

SURE = frozenset({Kind.AMENDMENT_CARRIED, Kind.AMENDMENT_LOST, Kind.LOST, Kind.REJECT})

FIGURES_WITHIN = 300

LONGEST = 1_200

WORDS = re.compile(r"[a-z]+")

TRIGGERS = frozenset(
    [
        *(
            "amendment",
            "amendments",
            "motion",
            "motions",
            "moved",
            "proposed",
            "seconded",
            "carried",
        ),
        *("lost", "vote", "votes", "voted", "casting", "defeated", "division", "against", "fell"),
        *("agreed", "resolved", "change", "proposal", "closure"),
    ]
)

NOUN = re.compile(
    r"\b(?:amendment|motion|proposal|recommendations?|change|suggestion|closure)s?\b", ANY_CASE
)

RESULT = re.compile(
    r"\b(?:declared |duly |status ?: ?)?(?:(?P<lost>not carried|lost|defeated|fell|"
    r"falls|not agreed|not approved|not supported|not accepted|rejected|unsuccessful|"
    r"negatived)|"
    r"(?P<won>accepted by the (?:mover|proposer)|"
    r"carried(?! (?:forward|out))|so (?:resolved|agreed|ordered)|passed|"
    r"successful|agreed|approved|accepted|adopted|upheld))\b",
    ANY_CASE,
)

CASTING = re.compile(
    r"\b(?:casting|deciding|second) vote\b[^.;]{0,40}?\b(?P<side>against|for|in "
    r"favour of|in favour)\b",
    ANY_CASE,
)

COUNTS = re.compile(
    r"\b(?:for|against|abst\w+|votes?|voted|division|show of hands|ballot|put to the|"
    r"being put|majority)\b",
    ANY_CASE,
)

FIGURES = re.compile(
    r"(?:\bfor\b|\d|\w+) ?[:(]? ?(?:\d+|\w+)\)?[^.]{0,10}?\b(?:against|for)\b[^.;]{0,60}", ANY_CASE
)

VOTE_TAKEN = re.compile(
    r"\b(?:recorded |named |roll[- ]call )?vote\b|\bdivision\b|\bFOR\b", re.IGNORECASE
)

COUNTED = re.compile(
    r"\b(\d{1,3}|[a-z]+(?:-[a-z]+)?) (?:members )?(?:voted )?for\b,? (?:and "
    r")?(\d{1,3}|[a-z]+(?:-[a-z]+)?)(?: members)?(?: voted)? a(?:gainst\b|"
    r"[a-z]*\(cut)",
    re.IGNORECASE,
)

IN_WORDS = BELOW_TWENTY | {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}

THAT = re.compile(r"\bthat\b (?=.{3})", ANY_CASE)

SUBSTANTIVE = re.compile(r"\bsubstantive (?:motion|resolution)\b", ANY_CASE)

ADOPTION = re.compile(r"\bminutes\b[^.]{0,80}\bbe approved and adopted", ANY_CASE)

PLAIN_RESULTS = frozenset(
    {
        "agreed",
        "approved",
        "accepted",
        "adopted",
        "passed",
        "upheld",
        "successful",
        "rejected",
        "not approved",
        "not accepted",
        "not supported",
    }
)


def number_of(words: str) -> int | None:
    """Return the number that figures or words say: 26, "twenty-six"."""
    if words.isdigit():
        return int(words)
    total = 0
    for part in words.lower().split("-"):
        if part not in IN_WORDS:
            return None
        total += IN_WORDS[part]
    return total


SIDES = ("amendment", "motion")

DIVIDED = re.compile(r"\bfor the (amendment|motion)\s*\(?\s?(\d{1,3})\b", re.IGNORECASE)

LISTED = re.compile(
    r"\b(?:[Mm]otion|[Mm]oved|[Pp]roposed)\b.{0,200}?\b[Tt]hat(?: (?:this|the) \w+| it)?"
    r"(?: (?:therefore )?(?:resolves?|agrees?)(?: to)?)?\s*[:\-]*$"
)

MOTION_TEXT = re.compile(r"\b[Mm]otion\b[^:.]{0,80}: (?=That )")

NEAR_NOUN = re.compile(r"\b(?:amendment|motion|closure)\b[^.;]{0,80}$", ANY_CASE)

JUST_MOVED = re.compile(
    r"\b(?:seconded|vote|this|was|and) (?:was |were |then |seconded and |it was )*$"
)

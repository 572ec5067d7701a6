"""Whether a report, an update or findings come back to the body, and so are reported back."""

import re

from scrutable.meetings.rules.reading.wordings import ANY_CASE, REPORT_BACK, REPORT_NOUN

NOT_BACK = re.compile(  # a report that goes to others than the body
    r"\bcop(?:y|ies) of\b|\b(?:sent|given|provided|circulated|issued|made|forwarded|offered) to "
    r"(?:all |the |group |ward |each |every |local )*(?:members|councillors|parish|town councils?|"
    r"leaders|staff|schools|public|residents|minister|secretary|trade unions?|tenants)\b"
    r"|\bto all (?:members|councillors)\b",
    ANY_CASE,
)


def comes_back(text: str) -> bool:
    """Test whether a report, an update or findings come back to the body."""
    return REPORT_BACK.search(text) is not None and NOT_BACK.search(text) is None


TO_COME = re.compile(
    r"(?:an?|any|further|regular|quarterly|annual|monthly|six[- ]monthly|future) (?:[\w-]+ ){0,3}?"
    r"(?:reports?|updates?|briefings?|papers?|presentations?|reviews?)\b|updates\b",
    re.IGNORECASE,
)

ASKS_REPORT = re.compile(
    rf"^(?:that )?(?:for )?(?:an? |any |the )?{REPORT_NOUN}\b(?! (?:author|writer|include|show))",
    re.IGNORECASE,
)

OF_FUTURE = re.compile(
    r"\bfuture (?:[\w-]+ ){0,2}(?:reports?|updates?)\b(?! (?:to|at|be brought|come)\b(?! show))"
    r"|\b(?:next|subsequent|all) (?:[\w'-]+ ){0,2}(?:reports?|updates?) (?:to |should |would )?"
    r"(?:show|include|state|contain|give|set out|cover)",
    re.IGNORECASE,
)


def is_report_asked(after: str) -> bool:
    """Test whether what is asked for is that a report, an update or a review comes back."""
    if OF_FUTURE.search(after) or NOT_BACK.search(after):
        return False
    return bool(ASKS_REPORT.match(after) or REPORT_BACK.search(after))

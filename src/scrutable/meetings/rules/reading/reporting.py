"""How talk sounds when a report is to come, or is asked for: the patterns, as data."""

import re

from scrutable.meetings.rules.reading import wordings
from scrutable.meetings.rules.reading.speech import ANY_CASE, TELLS, WHO

REPORTISH = re.compile(
    r"report|update|briefing|paper|presentation|\bback\b|brought|presented|submitted", ANY_CASE
)

COMING = re.compile(
    r"would|will |should|to (?:be|come|go|return|follow|report|bring|submit|present|"
    r"provide|give|make)|due|expected|"
    r"requested|promised|"
    r"confirmed|undertook|agreed"
)

REPORT_COMES = re.compile(
    rf"(?<!\bthe )(?<!\bThe )\b{wordings.REPORT_NOUN}\b[^.;]{{0,140}}?\b(?:would|"
    r"will|to|should)\b(?: then| also| therefore| next| still| now)? "
    rf"(?:{wordings.ARRIVES}|follow|be (?:ready|available) (?:for|to) the|be "
    r"reported)\b|"
    r"\b(?:would|will) be (?:reported|brought|presented|submitted) (?:back )?to "
    r"(?:the |a |this |its )?(?:next|future|following|subsequent) "
    r"(?:\w+ )?(?:meeting|committee|board|panel|cabinet)\b|"
    r"\b(?:results?|findings|outcomes?|figures|plans?|review)\b[^.;]{0,60}?\b(?:brought|reported|"
    r"presented|submitted|fed) (?:back )?to (?:the |this )?(?:next |future )?(?:committee|board|"
    r"panel|cabinet|council|meeting|executive|forum)\b|"
    rf"\b(?:would|will) (?:report|come|be reported|be brought|bring [\w ]{{2,40}}) "
    r"back(?: (?:to|at|in|by|on (?:this|it|progress)|with)\b(?! track)|[.,;]|$)|"
    rf"^{wordings.REPORT_NOUN} (?:due|expected|requested|promised|to come|back)\b|"
    r"\b(?:officers?|Officers?|[A-Z]\w+) to report (?:back )?(?:to (?:the "
    r")?(?:[A-Z]|committee|members)|every|each|quarterly|annually|again)|"
    r"\b(?:confirmed|promised|undertook|agreed(?: to)?) (?:to (?:bring|provide|"
    rf"present|submit) )?(?:an? )?{wordings.REPORT_NOUN}\b(?! (?:that|was|were|had|"
    r"be))"
    r"|^[A-Z][\w ]{2,50} to (?:bring|submit|present|provide|give|make) (?:an? |the |"
    r"further |regular )?"
    rf"{wordings.REPORT_NOUN}\b",
    ANY_CASE,
)

REPORT_IS_SAID = re.compile(wordings.REPORT_NOUN + r"\b.{0,80}\b(?:would|will|to) ", ANY_CASE)

REPORT_ASKED = re.compile(
    rf"\b(?:asked|requested) (?:that|for) [^.;]{{3,120}}\breported back\b|"
    r"\b(?:requested|asked for|called for|wished to (?:see|receive)|sought|requests|"
    r"asks for|asked to (?:receive|see|have)|wanted|agreed to receive|agreed "
    r"that)\b(?: that)?(?: the| an?| officers (?:for|to (?:provide|bring)))? "
    rf"?(?:[\w'-]+ ){{0,5}}?{wordings.REPORT_NOUN}\b(?! (?:that|was|were|had))",
    ANY_CASE,
)

ASKED = re.compile(
    rf"\b(?:requested|asked)\b (?:that )?(?P<who>{WHO}),? (?:be asked )?(?:to )?(?:{TELLS})\b"
)

ASKED_BY = re.compile(
    r"\b(?:[Mm]embers?|Committee|Panel|Board|Cabinet|Chair\w*|Councillors?|It was|"
    r"Council|Forum|Executive)\b"
)

ASKED_THAT = re.compile(
    r"\b(?:asked|requested)(?: that|:) [^.;]{3,140}?\bbe (?:circulated|provided|sent|"
    r"shared|arranged|given|made available|added|included|"
    r"published|produced|looked|reviewed|undertaken|considered|updated|amended|"
    r"clarified|supplied|explored|invited|improved|recorded)"
)

"""Words that tell a kind beyond the verb: the patterns, as data."""

import re

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import CONSULT
from scrutable.meetings.rules.reading.lexicon import ADVERB

ANY_CASE = re.IGNORECASE

REPORT_NOUN = (
    r"(?:(?:progress |update |further |follow[- ]up |annual |quarterly |interim |"
    r"final |detailed |monitoring |"
    r"fuller |written |verbal |regular |six[- ]month(?:ly)? |performance |delivery |"
    r"status |briefing |outturn |new |"
    r"revised |separate |full |initial |subsequent |(?!the |its |their |this |that |"
    r"and |of |his |her )[a-z-]+ ){0,3}"
    r"(?:reports?|updates?|briefings?(?! notes?)|briefing papers?|papers?|presentations?))"
)

ARRIVES = (
    r"(?:come|comes|came|return|returns|go|be (?:brought|presented|submitted|"
    r"provided|made|given|received|"
    r"reported|considered|taken|circulated|prepared|tabled|produced|delivered|sent|"
    r"bought|issued|shared|"
    r"scheduled|added|included))"
)

REPORT_BACK = re.compile(
    r"\breports? (?:its |their |the |his |her |any )?(?:findings|outcomes?|results?|conclusions)\b|"
    r"\breport(?:s|ed|ing)? (?:progress |its findings |their findings |his findings "
    r"|the outcome |the results )?back\b"
    rf"|\b{REPORT_NOUN}\b[^.;]{{0,120}}?\b{ARRIVES}\b"
    r"|\b(?:bring|brings|submit|submits|present|presents|provide|provides|give|"
    r"gives|produce|prepare|deliver|"
    rf"table|return with|come back with) (?:a |an |the |to [\w ]{{3,40}} an? |[\w "
    rf"]{{3,40}} with an? )?{REPORT_NOUN}\b"
    r"|\bbe (?:brought|presented|submitted|reported) (?:back )?to (?:the|this|a|its|their) "
    r"(?:\w+ ){0,2}(?:Committee|Board|Panel|meeting|Sub-Committee)\b"
    r"|\b(?:regular|quarterly|monthly|annual|weekly|six[- ]monthly|periodic) (?:[\w-]+ )?"
    r"(?:reports?|updates?|reviews?) (?:to )?(?:continue|be continued)\b"
    r"|\b(?:come|comes|be brought|bring \w+|brought|return|returns) back to (?:the |this |a |its )?"
    r"|\b(?:progress|outcomes?|results?|findings|performance|benefits)\b[^.;]{0,60}\bbe reported\b"
    r"|\breports? (?:annually|quarterly|monthly|regularly|to (?:the |a )?(?:next|"
    r"future)|at (?:the|each)|progress)\b",
    ANY_CASE,
)

REPORTER = re.compile(
    r"\b(?:report|update|briefing|presentation)s? (?:from|by) (?=the |[A-Z])", ANY_CASE
)

MINUTES_OBJECT = re.compile(
    r"(?:as an? (?:correct|accurate|true) record )?(?:of )?(?:the )?(?:[\w']+ "
    r"){0,5}?minutes\b",
    ANY_CASE,
)

BY_REFERENCE = re.compile(
    r"(?:all |each of |both )?(?:of )?(?:the )?(?:[\w'-]+ "
    r"){0,3}?recommendations?\b(?! (?:that|to|from|of the (?!report)))"
    r"|(?:as (?:set out|recommended|detailed|per)|the (?:proposals?|terms) (?:as "
    r")?(?:in|of|set out in) the report)",
    ANY_CASE,
)

SUBJECT_BY_REFERENCE = re.compile(
    r"^(?:all |each of |both )?(?:of )?(?:the )?(?:(?:[\w'-]+ "
    r"){0,4}?(?:recommendations?|resolutions?)\b"
    r"(?: (?:numbered |at |in |of |as |set out |contained |detailed |outlined |"
    r"within |listed |on |above|below|from |made "
    r"|the |and |to )[^,;]{0,120})?|foregoing|above)$",
    ANY_CASE,
)

CONSULTING = re.compile(CONSULT.pattern + r"[^,;.]{2,120}(?:,|(?= to | be ))", ANY_CASE)

OTHER_PASSIVE = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!can )(?<!(?-i:may) )(?<!should )(?<!must "
    rf")(?<!could )\bbe (?:{ADVERB}{{0,2}})"
    r"(?:not )?(\w+(?:ed|en|wn|ne|ut|ght|ld|it)\b|(?:re|over|up)?(?:set|made|"
    r"put|held|built|kept|sent|left|met|done|run|cut|let|read|drawn)\b|"
    r"in place|available|free|subject)",
    ANY_CASE,
)

GAPS = (
    "approved|noted|endorsed|agreed|asked|requested|thanked|adopted|authorised|"
    "instructed|accepted|received|invited|welcomed|supported"
)

REFUSING = re.compile(
    r"\b(?:be|is|are|was|were) (?:not |refused|rejected|declined|dismissed|turned "
    r"down)|\bnot (?:be |to |minded to )?"
    r"(?:be )?(?:approve|agree|support|adopt|accept|grant|endorse|proceed)|^(?:(?:to|"
    r"do|does|did) )?not [a-z]",
    ANY_CASE,
)

BEFORE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\bstands? (?:adjourned|deferred|over)\b", ANY_CASE), Kind.DEFER),
    (
        re.compile(
            r"^(?:Councillors?|Cllrs?|Mrs?|Ms|Dr|Mr) .{2,120}?\b(?:serve|act|sit|be)s? (?:as|on)\b"
        ),
        Kind.APPOINT,
    ),
    (
        re.compile(r"\bcontinued? (?:the )?(?:consideration|item|matter|report)\b", ANY_CASE),
        Kind.DEFER,
    ),
    (
        re.compile(
            r"^(?:the )?(?:substantive |procedural |amended )?(?:motion|question)s? (?:as "
            r"amended )?(?:be |is |was |were )?(?:now )?(?:carried|put|agreed|lost|approved)",
            ANY_CASE,
        ),
        Kind.PROCEDURAL_CARRIED,
    ),
    (
        re.compile(
            r"\b(?:press|public)\b.{0,120}\bexcluded\b|\bexclu\w+\b.{0,60}\b(?:press|"
            r"public)\b|^(?:the )?(?:public|press)\b.{0,60}\b(?:leave|withdraw)|(?:move|"
            r"go)(?:d|ne)? into (?:private|closed|exempt|confidential)",
            ANY_CASE,
        ),
        Kind.EXCLUDE_PUBLIC,
    ),
    (
        re.compile(
            r"^[^.;]{0,160}\b(?:minutes?|notes of the (?:last|previous) meeting|record of the "
            r"(?:last |previous )?meeting)\b.{0,240}\b(?:be|were|was|is|are|as) (?:then |"
            r"duly |also |hereby )?(?:taken as read|an? (?:true|correct|accurate)|approved|"
            r"agreed|confirmed|signed|accepted|adopted|accurate|correct|taken)",
            ANY_CASE,
        ),
        Kind.CONFIRM_MINUTES,
    ),
    (
        re.compile(
            r"^(?:(?:the )?[A-Z][\w ]{2,60} |to |it |they )?(?:approv|agree|confirm|sign|"
            r"adopt|accept)\w*\s+(?:and sign(?:ed)? )?(?:as (?:an? |the )?(?:correct|"
            r"accurate|true)\b.{0,40})?(?:that )?(?:of )?(?:the )?(?:[\w',]+ "
            r"){0,6}?minutes?\b(?! (?:of action|silence))",
            ANY_CASE,
        ),
        Kind.CONFIRM_MINUTES,
    ),
    (
        re.compile(
            r"\b(?:appendix|appendices|report|annex|information|schedule|"
            r"paper)\b.{0,50}\b(?:is|are|be|remain|remains|contains?)\b (?:treated as |"
            r"regarded as |kept |considered |deemed |classed as |held |to be |marked )?(?:as "
            r")?(?:exempt|confidential|not for publication|private|restricted)",
            ANY_CASE,
        ),
        Kind.EXEMPT,
    ),
    (
        re.compile(
            r"^(?:before any|prior to any|no [\w ]{3,60} (?:until|unless|before))\b", ANY_CASE
        ),
        Kind.CONDITION,
    ),
)

BY_WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            r"\brecord(?:s|ed)?\b.{0,30}\b(?:re)?assurance|\bsatisfied (?:with|by|that|"
            r"the)\b.{0,60}\b(?:re)?assur|\bassurances? .{0,30}be recorded",
            ANY_CASE,
        ),
        Kind.RECORD_ASSURANCE,
    ),
    (
        re.compile(
            r"\b(?:was|were|be|is|are|been) (?:re)?assured\b|\b(?:t(?:ook|akes?|aken)|"
            r"gain\w*|receiv\w*|dr(?:ew|aws?)|derive\w*|ha[sd]|have|giv\w+|obtain\w*|seek|"
            r"sought|provid\w+)\b.{0,20}\b(?:re)?assurance|\b(?:is|are|was|were|be) "
            r"satisfied\b|assurance be (?:taken|accepted|noted)",
            ANY_CASE,
        ),
        Kind.ASSURANCE,
    ),
    (
        re.compile(
            r"^(?:was|were|is|are|remain\w*|had|has) (?:also |very |seriously |deeply "
            r")?(?:concern|disappoint)|^(?:felt|considered (?:that|it|whether)|believed|hoped|"
            r"raised|questioned|queried)\b",
            ANY_CASE,
        ),
        Kind.COMMENT,
    ),
    (
        re.compile(
            r"^(?:indicated|said|stated|agreed) (?:that )?(?:it|they) would (?:ask|request|"
            r"write|like)|^wish(?:es|ed)? to (?:know|see|receive)|^would (?:like|welcome|ask)",
            ANY_CASE,
        ),
        Kind.REQUEST,
    ),
    (
        re.compile(r"\bthank(?:s|ed)?\b|\bgratitude\b|\bappreciation\b|\bcongratulat", ANY_CASE),
        Kind.THANK,
    ),
    (
        re.compile(
            r"\bwaive[rd]?\b|\bwaiver\b|\bstanding orders?\b.{0,60}\bsuspended\b|"
            r"\b(?:contract |financial )?(?:procedure rules?|standing orders?)\b.{0,40}\bset "
            r"aside\b|\bcall[- ]in\b.{0,50}\b(?:not apply|exempt|disapplied|no)\b|"
            r"\bbe not called[- ]in\b|"
            r"\bnot be called[- ]in\b|\bno "
            r"call[- ]in\b|exempt(?:ed|ion)? from (?:the )?(?:call|contract|procurement|"
            r"standing)",
            ANY_CASE,
        ),
        Kind.WAIVE,
    ),
    (re.compile(r"\bcarried forward\b|\brolled forward\b", ANY_CASE), Kind.CARRY_FORWARD),
    (
        re.compile(
            r"^[^.;]{0,120}\b(?:takes?|took|comes?|came|have|has) (?:into |immediate "
            r")?(?:effect|force)\b|\bbe (?:effective|brought into (?:effect|force)|"
            r"implemented (?:from|with effect))\b|\bbecomes? effective\b",
            ANY_CASE,
        ),
        Kind.EFFECTIVE,
    ),
    (re.compile(r"\bno (?:further )?action\b", ANY_CASE), Kind.AGREE),
    (
        re.compile(
            r"\b(?:following |committee's |panel's |board's |members' |their |its "
            r")?(?:comments|observations|views)\b.{0,80}\bbe (?:made|submitted|forwarded|"
            r"passed|conveyed|reported|sent|fed back|communicated|put)\b",
            ANY_CASE,
        ),
        Kind.COMMENT,
    ),
)

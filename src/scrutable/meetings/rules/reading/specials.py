"""What words beyond the verb say: minutes, exclusions, delegation, thanks, reports back."""

import re
from collections.abc import Callable
from typing import TypeVar

from scrutable.meetings.facts.reading import Certainty, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import CONSULT, NAME, PLAIN_ROLE, ROLE, name_from, tidy
from scrutable.meetings.rules.reading.lexicon import ADVERB, Verb

M = TypeVar("M")
Make = Callable[..., M]
I = re.IGNORECASE  # noqa: E741
DELIVERABLE = (
    r"(?:reports?|updates?|briefings?|papers?|presentations?|update reports?|"
    r"briefing notes?|feedback|"
    r"business case|progress|findings|results|information|figures|data|action plan)"
)
REPORT_NOUN = (
    r"(?:(?:progress |update |further |follow[- ]up |annual |quarterly |interim |"
    r"final |detailed |monitoring |"
    r"fuller |written |verbal |regular |six[- ]month(?:ly)? |performance |delivery |"
    r"status |briefing |outturn |new |"
    r"revised |separate |full |initial |subsequent |(?!the |its |their |this |that |"
    r"and |of |his |her )[a-z-]+ ){0,3}"
    r"(?:reports?|updates?|briefings?|briefing papers?|papers?|presentations?))"
)
ARRIVES = (
    r"(?:come|comes|came|return|returns|go|be (?:brought|presented|submitted|"
    r"provided|made|given|received|"
    r"reported|considered|taken|circulated|prepared|tabled|produced|delivered|sent|"
    r"bought|issued|shared|"
    r"scheduled|added|included))"
)
REPORT_BACK = re.compile(
    r"\breport(?:s|ed|ing)? (?:progress |its findings |their findings |his findings "
    r"|the outcome |the results )?back\b"
    rf"|\b{REPORT_NOUN}\b[^.;]{{0,120}}?\b{ARRIVES}\b"
    r"|\b(?:bring|brings|submit|submits|present|presents|provide|provides|give|"
    r"gives|produce|prepare|deliver|"
    rf"table|return with|come back with) (?:a |an |the |to [\w ]{{3,40}} an? |[\w "
    rf"]{{3,40}} with an? )?{REPORT_NOUN}\b"
    r"|\b(?:come|comes|be brought|bring \w+|brought|return|returns) back to (?:the |this |a |its )?"
    r"|\b(?:progress|outcomes?|results?|findings|performance|benefits)\b[^.;]{0,60}\bbe reported\b"
    r"|\breports? (?:annually|quarterly|monthly|regularly|to (?:the |a )?(?:next|"
    r"future)|at (?:the|each)|progress)\b",
    I,
)
REPORTER = re.compile(r"\b(?:report|update|briefing|presentation)s? (?:from|by) (?=the |[A-Z])", I)
MINUTES_OBJECT = re.compile(
    r"(?:as an? (?:correct|accurate|true) record )?(?:of )?(?:the )?(?:[\w']+ ){0,5}?minutes\b", I
)
BY_REFERENCE = re.compile(
    r"(?:all |each of |both )?(?:of )?(?:the )?(?:[\w'-]+ "
    r"){0,3}?recommendations?\b(?! (?:that|to|from|of the (?!report)))"
    r"|(?:as (?:set out|recommended|detailed|per)|the (?:proposals?|terms) (?:as "
    r")?(?:in|of|set out in) the report)",
    I,
)
SUBJECT_BY_REFERENCE = re.compile(
    r"^(?:all |each of |both )?(?:of )?(?:the )?(?:(?:[\w'-]+ "
    r"){0,4}?(?:recommendations?|resolutions?)\b"
    r"(?: (?:numbered |at |in |of |as |set out |contained |detailed |outlined |"
    r"within |listed |on |above|below|from |made "
    r"|the |and |to )[^,;]{0,120})?|foregoing|above)$",
    I,
)
CONSULTING = re.compile(CONSULT.pattern + r"[^,;.]{2,120}(?:,|(?= to | be ))", I)
OTHER_PASSIVE = re.compile(
    r"(?<!to )(?<!will )(?<!would )(?<!can )(?<!may )(?<!should )(?<!must "
    rf")(?<!could )\bbe (?:{ADVERB}{{0,2}})"
    r"(?:not )?(\w+(?:ed|en|wn|ne|ut|ght|ld|set|made|put|held|built|kept|sent|left|"
    r"met|it)\b|in place|available|free|subject)",
    I,
)
GAPS = (
    "approved|noted|endorsed|agreed|asked|requested|thanked|adopted|authorised|"
    "instructed|accepted|received|invited"
)
REFUSING = re.compile(
    r"\b(?:be|is|are|was|were) (?:not |refused|rejected|declined|dismissed|turned "
    r"down)|\bnot (?:be |to |minded to )?"
    r"(?:be )?(?:approve|agree|support|adopt|accept|grant|endorse|proceed)",
    I,
)
BEFORE: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            r"^(?:the )?(?:substantive |procedural |amended )?(?:motion|question)s? (?:as "
            r"amended )?(?:be |is |was |were )?(?:now )?(?:carried|put|agreed|lost|approved)",
            I,
        ),
        Kind.PROCEDURAL_CARRIED,
    ),
    (
        re.compile(
            r"\b(?:press|public)\b.{0,120}\bexcluded\b|\bexclu\w+\b.{0,60}\b(?:press|"
            r"public)\b|^(?:the )?(?:public|press)\b.{0,60}\b(?:leave|withdraw)|(?:move|"
            r"go)(?:d|ne)? into (?:private|closed|exempt|confidential)",
            I,
        ),
        Kind.EXCLUDE_PUBLIC,
    ),
    (
        re.compile(
            r"^[^.;]{0,160}\b(?:minutes|notes of the (?:last|previous) meeting|record of the "
            r"(?:last |previous )?meeting)\b.{0,240}\b(?:be|were|was|is|are|as) (?:then |"
            r"duly |also |hereby )?(?:taken as read|an? (?:true|correct|accurate)|approved|"
            r"agreed|confirmed|signed|accepted|adopted|accurate|correct|taken)",
            I,
        ),
        Kind.CONFIRM_MINUTES,
    ),
    (
        re.compile(
            r"^(?:(?:the )?[A-Z][\w ]{2,60} |to |it |they )?(?:approv|agree|confirm|sign|"
            r"adopt|accept)\w*\s+(?:and sign(?:ed)? )?(?:as (?:an? |the )?(?:correct|"
            r"accurate|true)\b.{0,40})?(?:that )?(?:of )?(?:the )?(?:[\w',]+ "
            r"){0,6}?minutes\b(?! (?:of action|silence))",
            I,
        ),
        Kind.CONFIRM_MINUTES,
    ),
    (
        re.compile(
            r"\b(?:appendix|appendices|report|annex|information|schedule|"
            r"paper)\b.{0,50}\b(?:is|are|be|remain|remains|contains?)\b (?:treated as |"
            r"regarded as |kept |considered |deemed |classed as |held |to be |marked )?(?:as "
            r")?(?:exempt|confidential|not for publication|private|restricted)",
            I,
        ),
        Kind.EXEMPT,
    ),
    (
        re.compile(r"^(?:before any|prior to any|no [\w ]{3,60} (?:until|unless|before))\b", I),
        Kind.CONDITION,
    ),
)
BY_WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (
        re.compile(
            r"\brecord(?:s|ed)?\b.{0,30}\b(?:re)?assurance|\bsatisfied (?:with|by|that|"
            r"the)\b.{0,60}\b(?:re)?assur|\bassurances? .{0,30}be recorded",
            I,
        ),
        Kind.RECORD_ASSURANCE,
    ),
    (
        re.compile(
            r"\b(?:was|were|be|is|are|been) (?:re)?assured\b|\b(?:t(?:ook|akes?|aken)|"
            r"gain\w*|receiv\w*|dr(?:ew|aws?)|derive\w*|ha[sd]|have|giv\w+|obtain\w*|seek|"
            r"sought|provid\w+)\b.{0,20}\b(?:re)?assurance|\b(?:is|are|was|were|be) "
            r"satisfied\b|assurance be (?:taken|accepted|noted)",
            I,
        ),
        Kind.ASSURANCE,
    ),
    (
        re.compile(
            r"^(?:was|were|is|are|remain\w*|had|has) (?:also |very |seriously |deeply "
            r")?(?:concern|disappoint)|^(?:felt|considered|believed|hoped|raised|questioned|"
            r"queried)\b",
            I,
        ),
        Kind.COMMENT,
    ),
    (
        re.compile(
            r"^(?:indicated|said|stated|agreed) (?:that )?(?:it|they) would (?:ask|request|"
            r"write|like)|^wish(?:es|ed)? to (?:know|see|receive)|^would (?:like|welcome|ask)",
            I,
        ),
        Kind.REQUEST,
    ),
    (re.compile(r"\bthank(?:s|ed)?\b|\bgratitude\b|\bappreciation\b|\bcongratulat", I), Kind.THANK),
    (
        re.compile(
            r"\bwaive[rd]?\b|\bwaiver\b|\bstanding orders?\b.{0,60}\bsuspended\b|"
            r"\b(?:contract |financial )?(?:procedure rules?|standing orders?)\b.{0,40}\bset "
            r"aside\b|\bcall[- ]in\b.{0,50}\b(?:not apply|exempt|disapplied|no)\b|\bno "
            r"call[- ]in\b|exempt(?:ed|ion)? from (?:the )?(?:call|contract|procurement|"
            r"standing)",
            I,
        ),
        Kind.WAIVE,
    ),
    (re.compile(r"\bcarried forward\b|\brolled forward\b", I), Kind.CARRY_FORWARD),
    (
        re.compile(
            r"^[^.;]{0,120}\b(?:takes?|took|comes?|came|have|has) (?:into |immediate "
            r")?(?:effect|force)\b|\bbe (?:effective|brought into (?:effect|force)|"
            r"implemented (?:from|with effect))\b|\bbecomes? effective\b",
            I,
        ),
        Kind.EFFECTIVE,
    ),
    (re.compile(r"\bno (?:further )?action\b", I), Kind.AGREE),
    (
        re.compile(
            r"\b(?:following |committee's |panel's |board's |members' |their |its "
            r")?(?:comments|observations|views)\b.{0,80}\bbe (?:made|submitted|forwarded|"
            r"passed|conveyed|reported|sent|fed back|communicated|put)\b",
            I,
        ),
        Kind.COMMENT,
    ),
)
GIVEN_POWER = re.compile(
    r"\b(?:be|is|are|was|were) (?:hereby |further )?(?:given|granted|vested with) "
    r"(?:the )?(?:full )?(?:delegated )?(?:authority|powers?|permission|"
    r"responsibility)"
    r"|\b(?:authority|powers?|permission|approval|responsibility)\b.{0,60}\bbe "
    r"(?:hereby )?(?:delegated|given|granted)"
    r"|\bdelegated? (?:authority|powers?)\b.{0,40}\bbe (?:given|granted|approved|agreed)"
    r"|\b(?:be|is|are|was|were) (?:hereby |further )?delegated\b",
    I,
)
HAS_POWER = re.compile(r"(?:delegated |full |the )*(?:authority|powers?)\b", I)
TO_WHOM = re.compile(
    r"\b(?:[Dd]elegated|[Aa]uthority|[Pp]ower|[Pp]owers|given|granted|delegate|"
    r"delegates|permission|responsibility|approval)\b(?: (?:be |is |for |of |under "
    r")?[^.;:]{0,120}?)? to (?=(?:the |an? |all |each |any |relevant |officers|"
    r"[A-Z]))"
)
ROLE_NEXT = re.compile(rf"(?:the |an? |all |each |any |its )?(?:{NAME}|{PLAIN_ROLE})")
TO_DO = re.compile(r"\bto\b", I)
BY_WHOM = re.compile(r"\bby (?=(?:the )?(?:officers?|[A-Z]|members))")


def before_verbs(text: str) -> tuple[Kind] | tuple[Kind, str] | None:
    """Return the kind that the matter gives, whatever its verb: minutes, exclusion, exemption."""
    for pattern, kind in BEFORE:
        if pattern.search(text):
            if kind is Kind.CONFIRM_MINUTES and REFUSING.search(text):
                return (Kind.REJECT,)
            return (kind,)
    return None


def by_words(text: str) -> tuple[Kind] | tuple[Kind, str] | None:
    """Return the kind that words give where the clause begins with no verb."""
    if GIVEN_POWER.search(text):
        return (Kind.DELEGATE, delegate_of(text))
    for pattern, kind in BY_WORDS:
        if pattern.search(text):
            return (kind,)
    if REFUSING.search(text):
        return (Kind.REJECT,)
    return None


def delegate_of(text: str) -> str:
    """Return to whom power is given: "authority be delegated to X", "X be delegated"."""
    found = TO_WHOM.search(text)
    if found:
        return name_from(text, found.end())
    if re.match(r"(?:delegated |full )?(?:authority|powers?|permission|approval)\b", text, I):
        return ""
    subject = re.match(
        r"(.{2,200}?),? (?:be|is|are|was|were) (?:hereby |further )?(?:given|granted|delegated)",
        text,
    )
    return subject_name(subject[1]) if subject else ""


def subject_name(subject: str) -> str:
    """Return the name that a subject is, without those to be consulted."""
    plain = CONSULTING.sub("", subject + ",")
    plain = CONSULT.split(plain)[0]
    return tidy(name_from(plain)) if re.search(rf"\b{ROLE}\b", plain) or plain.islower() else ""


def reporter_of(text: str) -> str:
    """Return from whom a report comes, where the text says so."""
    found = REPORTER.search(text)
    return name_from(text, found.end()) if found else ""


def owner_of(kind: Kind, text: str) -> str:
    """Return whom an object names: "the Director to report" under "requests:"."""
    if kind in {Kind.REQUEST, Kind.INSTRUCT, Kind.AUTHORISE, Kind.DELEGATE}:
        return role_at(text)
    return ""


def role_at(text: str) -> str:
    """Return the role that the text begins with, or nothing."""
    text = re.sub(r"^(?:that|to|of|upon|on|from)\s+", "", text, flags=I)
    found = ROLE_NEXT.match(text)
    if found is None or not re.search(rf"\b{ROLE}\b", found[0]):
        return ""
    return name_from(text)


def with_object(verb: Verb, after: str, make: Make[M]) -> M:
    """Return what an active verb says of what follows it."""
    kind = verb.kind or Kind.AGREE
    if kind is Kind.AUTHORISE:
        return _authorising(after, make)
    if kind is Kind.DELEGATE:
        return make(kind, role_at(after) or _delegated_to(after))
    if kind in {Kind.REQUEST, Kind.INSTRUCT}:
        return make(kind, role_at(after))
    if kind in {Kind.REFER, Kind.RECOMMEND}:
        return make(kind, _towards(after))
    if kind is Kind.APPROVE:
        return _approving(verb, after, make)
    if kind is Kind.WAIVE or kind is Kind.NOTE:
        return make(kind)
    if kind is Kind.REPORT_BACK:
        return make(kind)
    return make(kind, wording=_wording(after))


def _delegated_to(after: str) -> str:
    found = TO_WHOM.search("delegate " + after) or DELEGATED_TO.search(after)
    if found is None:
        return ""
    return name_from("delegate " + after if found.re is TO_WHOM else after, found.end())


DELEGATED_TO = re.compile(r"\bto (?=(?:the |an? |officers)?[A-Z]|the )")


def _authorising(after: str, make: Make[M]) -> M:
    owner = role_at(after)
    return make(Kind.DELEGATE, owner) if owner else make(Kind.AUTHORISE)


def _approving(verb: Verb, after: str, make: Make[M]) -> M:
    if HAS_POWER.match(after) and re.search(r"\bto\b", after):
        found = TO_WHOM.search(after)
        return make(Kind.DELEGATE, name_from(after, found.end()) if found else "")
    if re.match(r"(?:a |the )?waiver\b", after):
        return make(Kind.WAIVE)
    if verb.lemma == "give" and re.search(
        r"^(?:the |\w+ ){0,3}(?:delegated )?(?:authority|power)", after
    ):
        return make(Kind.DELEGATE, delegate_of(after))
    if re.match(r"(?:a |the )?(?:delegation|delegated authority)\b", after):
        return make(Kind.DELEGATE, delegate_of("authority " + after))
    if verb.lemma == "make" and MAKES.match(after):
        is_recommended = after[0] in "rR" or " recommend" in after[:30]
        return make(Kind.RECOMMEND if is_recommended else Kind.COMMENT, _towards(after))
    return make(Kind.APPROVE, wording=_wording(after))


MAKES = re.compile(
    r"(?:the )?(?:following )?(?:a )?(?:\w+ )?(?:recommendations?|comments?|observations)\b", I
)


def _wording(after: str) -> Wording:
    return Wording.BY_REFERENCE if BY_REFERENCE.match(after) else Wording.GIVEN


def _towards(after: str) -> str:
    found = re.search(
        r"(?:^|\b)to (?=(?:the |full |its |an? )?[A-Z]|(?:the )?(?:full )?(?:council|"
        r"cabinet|committee|executive))",
        after,
    )
    return name_from(after, found.end()) if found and found.start() < LONG_REACH else ""


LONG_REACH = 160


def with_subject(verb: Verb, subject: str, after: str, make: Make[M]) -> M | None:
    """Return what a passive verb says of its subject."""
    kind = verb.kind
    if kind is None:
        return None
    if kind is Kind.AUTHORISE:
        owner = subject_name(subject)
        is_delegated = bool(owner) and bool(TO_DO.match(after))
        return make(Kind.DELEGATE if is_delegated else Kind.AUTHORISE, owner)
    if kind in {Kind.REQUEST, Kind.INSTRUCT}:
        return make(kind, subject_name(subject))
    if kind in {Kind.REFER, Kind.RECOMMEND}:
        return make(kind, _towards(after))
    if kind is Kind.NOTE:
        by_whom = BY_WHOM.search(after)
        return make(kind, name_from(after, by_whom.end()) if by_whom else "")
    if kind is Kind.DELEGATE:
        return make(kind, delegate_of(f"{subject} be delegated {after}"))
    if kind is Kind.REPORT_BACK:
        return make(kind, "")
    is_reference = bool(SUBJECT_BY_REFERENCE.match(subject))
    wording = Wording.BY_REFERENCE if is_reference else Wording.GIVEN
    if (
        kind is Kind.APPROVE
        and verb.lemma in {"grant", "give", "approve"}
        and re.search(r"\bwaiver\b", subject, I)
    ):
        return make(Kind.WAIVE)
    if kind is Kind.APPROVE and re.search(r"\bappointments?\b", subject[:60], I):
        return make(Kind.APPOINT)
    return make(kind, wording=wording, certainty=Certainty.CERTAIN)

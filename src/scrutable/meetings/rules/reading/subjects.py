"""Who acts, where a clause begins with somebody who does something."""

import re

from scrutable.meetings.facts.reading import Certainty
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon, wordings
from scrutable.meetings.rules.reading.actors import PLAIN_ROLE, ROLE, consultees_in, name_from, tidy
from scrutable.meetings.rules.reading.frames import (
    DOES,
    OFFICER,
    POWER_REACH,
    POWERS,
    SUBJECT,
    Meaning,
)


def acting(text: str) -> Meaning | None:
    """Return the action that somebody is to do: "the Monitoring Officer amend the Constitution"."""
    owner = subject_of(text)
    if not owner:
        return None
    if A_BODY.search(owner):
        return Meaning(Kind.AGREE, certainty=Certainty.LIKELY)
    if REPORTS.search(text[:POWER_REACH]):
        return Meaning(Kind.REPORT_BACK, owner)
    if consultees_in(text):
        return Meaning(Kind.DELEGATE, owner)
    has_power = bool(_does_with_power(text, owner) and OFFICER.search(owner))
    return Meaning(Kind.AUTHORISE if has_power else Kind.ACTION, owner)


def _does_with_power(text: str, owner: str) -> bool:
    """Test whether what somebody does first needs power: "procure", "pick a route and procure"."""
    after = text[text.find(owner) + len(owner) :][:POWER_REACH]
    return any(
        not re.search(r"\b(?:the|an?|of|contract|any) $", after[: found.start()])
        for found in POWERS.finditer(after)
    )


REPORTS = re.compile(
    r"(?<!the )(?<!a )\b(?:to )?reports? (?:back |progress )?(?:by|in|before|no "
    r"later|within|on the|to the|at)\b"
    r"|\b(?:provide|bring|submit|present)s? (?!(?:an? |the )?(?:\w+ )?(?:response|reply|"
    r"answer|briefing note))[^,.;]{3,80}\bto (?:the|its|a) (?:next|"
    r"future|\w+) meeting\b"
)

A_BODY = re.compile(r"(?:Committee|Cabinet|Council|Board|Panel|Executive|Members)$")


def subject_of(text: str) -> str:
    """Return who does what the clause says, where it begins with somebody who acts."""
    stripped = wordings.CONSULTING.sub(" ", text)
    for end in _ends(stripped):
        name, rest = stripped[:end], stripped[end:]
        if re.search(rf"\b{ROLE}\b", name) and DOES.match(rest) and _can_do(name, rest):
            return name_from(name) or tidy(name)
    return ""


MAY_BE_A_THING = re.compile(
    r"\b(?:IT|ICT|HR|Finance|Audit|Governance|Management|Operations|Administration|Services?|Lead|"
    r"Group|Trust|Authority)$"
)

POST = re.compile(
    r"(?i:\b(?:heads?|directors?|managers?|officers?|members?|holders?|chief|chair\w*|leader|clerk|"
    r"auditors?|treasurer|solicitor|owner)\b)"
)

SURELY_DOES = re.compile(r",? (?:to|will|would|should|shall|must)\b")


def _can_do(name: str, rest: str) -> bool:
    """Test that the name is of somebody who acts, and no thing: not "the ICT strategy"."""
    is_post = POST.search(name) is not None or MAY_BE_A_THING.search(name) is None
    if is_post or SURELY_DOES.match(rest):
        return True
    return lexicon.verb_at(rest.lstrip(" ,")) is not None


def _ends(text: str) -> list[int]:
    """Return where a subject may end, the longest first."""
    found = SUBJECT.match(text)
    plain = re.match(PLAIN_ROLE + r"(?=\s|,)", text)
    ends = {one.end() for one in (found, plain) if one}
    return sorted(ends, reverse=True)


def named_after(text: str, position: int) -> str:
    """Return the name that begins there."""
    return name_from(text, position)

"""What words beyond the verb say: minutes, exclusions, delegation, thanks, reports back."""

import re

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import CONSULT, ROLE, name_from, tidy
from scrutable.meetings.rules.reading.powers import GIVEN_POWER, ROLE_NEXT, TO_WHOM
from scrutable.meetings.rules.reading.wordings import (
    ANY_CASE,
    BEFORE,
    BY_WORDS,
    CONSULTING,
    REFUSING,
    REPORTER,
)


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
    for pattern, kind in BY_WORDS:
        if pattern.search(text):
            return (kind,)
    if REFUSING.search(text):
        return (Kind.REJECT,)
    return None


def power_given(text: str) -> tuple[str] | None:
    """Return to whom the clause gives power, in a tuple of one; None where it gives none."""
    return (delegate_of(text),) if GIVEN_POWER.search(text) else None


def delegate_of(text: str) -> str:
    """Return to whom power is given: "authority be delegated to X", "X be delegated"."""
    found = TO_WHOM.search(text)
    if found:
        return name_from(text, found.end())
    if re.match(
        r"(?:delegated |full )?(?:authority|powers?|permission|approval)\b", text, ANY_CASE
    ):
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
    text = re.sub(r"^(?:that|to|of|upon|on|from)\s+", "", text, flags=ANY_CASE)
    found = ROLE_NEXT.match(text)
    if found is None or not re.search(rf"\b{ROLE}\b", found[0]):
        return ""
    return name_from(text)


def only_a_name(text: str) -> str:
    """Return the name that the text is, with nothing after it: "Action: ICT Client Manager"."""
    name = role_at(text)
    return name if name and len(name) >= len(text.strip(" .;()")) - len("the ") else ""

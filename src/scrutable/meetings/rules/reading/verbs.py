"""What a verb of the lexicon says of its object or subject: kind, owner, wording."""

import re
from collections.abc import Callable
from typing import TypeVar

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.facts.reading import Wording
from scrutable.meetings.rules.reading.actors import name_from
from scrutable.meetings.rules.reading.lexicon import Verb
from scrutable.meetings.rules.reading.powers import (
    BY_WHOM,
    DELEGATED_TO,
    HAS_POWER,
    LONG_REACH,
    MAKES,
    TO_DO,
    TO_WHOM,
)
from scrutable.meetings.rules.reading.specials import delegate_of, role_at, subject_name
from scrutable.meetings.rules.reading.wordings import ANY_CASE, BY_REFERENCE, SUBJECT_BY_REFERENCE

M = TypeVar("M")

Make = Callable[..., M]

NEVER_BY_REFERENCE = frozenset({Kind.WAIVE, Kind.NOTE, Kind.REPORT_BACK})

APPOINTMENT = re.compile(r"(?:the )?(?:re-?)?appointments?\b")

WAIVER = re.compile(r"(?:a |the )?waiver\b")

DELEGATION = re.compile(r"(?:a |the )?(?:delegation|delegated authority)\b")

GIVES_POWER = re.compile(r"^(?:the |\w+ ){0,3}(?:delegated )?(?:authority|power)")


def with_object(verb: Verb, after: str, make: Make[M]) -> M:
    """Return what an active verb says of what follows it."""
    kind = verb.kind or Kind.AGREE
    if kind is Kind.AUTHORISE:
        return _authorising(after, make)
    if kind is Kind.APPROVE:
        return _approving(verb, after, make)
    if kind in {Kind.REQUEST, Kind.INSTRUCT, Kind.DELEGATE}:
        owner = role_at(after)
        return make(kind, owner or (_delegated_to(after) if kind is Kind.DELEGATE else ""))
    if kind in {Kind.REFER, Kind.RECOMMEND}:
        return make(kind, _towards(after))
    return make(kind, wording=Wording.GIVEN if kind in NEVER_BY_REFERENCE else _wording(after))


def _delegated_to(after: str) -> str:
    found = TO_WHOM.search("delegate " + after) or DELEGATED_TO.search(after)
    if found is None:
        return ""
    return name_from("delegate " + after if found.re is TO_WHOM else after, found.end())


def _authorising(after: str, make: Make[M]) -> M:
    owner = role_at(after)
    return make(Kind.DELEGATE, owner) if owner else make(Kind.AUTHORISE)


def _approving(verb: Verb, after: str, make: Make[M]) -> M:
    if (HAS_POWER.match(after) and TO_DO.search(after)) or DELEGATION.match(after):
        found = TO_WHOM.search(after)
        return make(Kind.DELEGATE, name_from(after, found.end()) if found else "")
    if verb.lemma == "confirm" and APPOINTMENT.match(after):
        return make(Kind.APPOINT)
    if WAIVER.match(after):
        return make(Kind.WAIVE)
    if verb.lemma == "give" and GIVES_POWER.search(after):
        return make(Kind.DELEGATE, delegate_of(after))
    if verb.lemma == "make" and MAKES.match(after):
        is_recommended = after[0] in "rR" or " recommend" in after[:30]
        return make(Kind.RECOMMEND if is_recommended else Kind.COMMENT, _towards(after))
    return make(Kind.APPROVE, wording=_wording(after))


def _wording(after: str) -> Wording:
    return Wording.BY_REFERENCE if BY_REFERENCE.match(after) else Wording.GIVEN


def _towards(after: str) -> str:
    found = re.search(
        r"(?:^|\b)to (?=(?:the |full |its |an? )?[A-Z]|(?:the )?(?:full )?(?:council|"
        r"cabinet|committee|executive))",
        after,
    )
    return name_from(after, found.end()) if found and found.start() < LONG_REACH else ""


def with_subject(verb: Verb, subject: str, after: str, make: Make[M]) -> M | None:
    """Return what a passive verb says of its subject."""
    kind = verb.kind
    if kind is None:
        return None
    if kind is Kind.AUTHORISE:
        owner = subject_name(subject)
        is_delegated = bool(owner) and bool(TO_DO.match(after))
        return make(Kind.DELEGATE if is_delegated else Kind.AUTHORISE, owner)
    if kind in OWNER_OF:
        return make(kind, OWNER_OF[kind](subject, after))
    if kind is Kind.APPROVE:
        kind = _approved(verb, subject)
    is_reference = bool(SUBJECT_BY_REFERENCE.match(subject))
    return make(kind, wording=Wording.BY_REFERENCE if is_reference else Wording.GIVEN)


def _approved(verb: Verb, subject: str) -> Kind:
    if verb.lemma in {"grant", "give", "approve"} and re.search(r"\bwaiver\b", subject, ANY_CASE):
        return Kind.WAIVE
    return Kind.APPOINT if re.search(r"\bappointments?\b", subject[:60], ANY_CASE) else Kind.APPROVE


def _noted_by(subject: str, after: str) -> str:
    del subject
    by_whom = BY_WHOM.search(after)
    return name_from(after, by_whom.end()) if by_whom else ""


def _asked(subject: str, after: str) -> str:
    del after
    return subject_name(subject)


def _told_to(subject: str, after: str) -> str:
    del subject
    return _towards(after)


def _delegated(subject: str, after: str) -> str:
    return delegate_of(f"{subject} be delegated {after}")


OWNER_OF: dict[Kind, Callable[[str, str], str]] = {
    Kind.REQUEST: _asked,
    Kind.INSTRUCT: _asked,
    Kind.REFER: _told_to,
    Kind.RECOMMEND: _told_to,
    Kind.NOTE: _noted_by,
    Kind.DELEGATE: _delegated,
}

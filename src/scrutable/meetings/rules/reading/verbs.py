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
from scrutable.meetings.rules.reading.returning import TO_COME, is_report_asked
from scrutable.meetings.rules.reading.specials import (
    delegate_of,
    reporter_of,
    role_at,
    subject_name,
)
from scrutable.meetings.rules.reading.wordings import (
    ANY_CASE,
    BY_REFERENCE,
    SUBJECT_BY_REFERENCE,
)

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
    if _comes_back(verb, after):
        return make(Kind.REPORT_BACK, role_at(after) or reporter_of(after))
    if kind in {Kind.REQUEST, Kind.INSTRUCT, Kind.DELEGATE}:
        owner = role_at(after)
        return make(kind, owner or (_delegated_to(after) if kind is Kind.DELEGATE else ""))
    if kind in {Kind.REFER, Kind.RECOMMEND}:
        return make(kind, _towards(after) or _body_that(after))
    if kind is Kind.RECEIVE and ASSURED.match(after):
        kind = Kind.ASSURANCE
    return make(kind, wording=Wording.GIVEN if kind in NEVER_BY_REFERENCE else _wording(after))


def _comes_back(verb: Verb, after: str) -> bool:
    """Test whether a report is to come: "receive a further update", "request a report"."""
    if verb.kind is Kind.RECEIVE:
        return verb.form in {"base", "present"} and bool(TO_COME.match(after))
    return verb.kind is Kind.REQUEST and is_report_asked(after)


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


ASSURED = re.compile(r"(?:full |further |the |reasonable |substantial )*(?:re)?assurances?\b")


def _body_that(after: str) -> str:
    """Return the body that a recommendation names: "that Cabinet proceed"."""
    found = THAT_BODY.match(after)
    return name_from(after, found.end()) if found else ""


THAT_BODY = re.compile(
    r"(?:that |to )?(?=(?:the |full |Full )*(?:Council|Cabinet|Executive|Board|Mayor|"
    r"(?:[A-Z]\w+ ){1,5}(?:Committee|Board|Panel))\b(?! (?:Director|Member|Officer|Head)))"
)


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
        is_delegated = bool(owner) and bool(TO_DO.search(after[:LONG_REACH]))
        return make(Kind.DELEGATE if is_delegated else Kind.AUTHORISE, owner)
    if kind is Kind.REQUEST and is_report_asked(after):
        return make(Kind.REPORT_BACK, subject_name(subject))
    if kind is Kind.RECEIVE and TO_COME.match(subject) and verb.form == "participle":
        return make(Kind.REPORT_BACK, _noted_by(subject, after))
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


def _recommended(subject: str, after: str) -> str:
    return _towards(after) or _body_that(subject)


def _delegated(subject: str, after: str) -> str:
    return delegate_of(f"{subject} be delegated {after}")


OWNER_OF: dict[Kind, Callable[[str, str], str]] = {
    Kind.REQUEST: _asked,
    Kind.INSTRUCT: _asked,
    Kind.REFER: _told_to,
    Kind.RECOMMEND: _recommended,
    Kind.NOTE: _noted_by,
    Kind.REVIEW: _noted_by,
    Kind.DELEGATE: _delegated,
}

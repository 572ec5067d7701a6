"""What a line is in the minutes: a decision begins, a proposal, reasons, another item, or talk."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.actors import BODY_AT, name_from, role_at_start
from scrutable.meetings.rules.reading.frames import NO_FRAME, Frame
from scrutable.meetings.rules.reading.headings import (
    ACTIONS,
    AGREED,
    ASIDE,
    ASIDE_ENDS,
    BE_RECOMMENDED,
    BODY_COLON,
    BODY_LEAD,
    BODY_LEAD_END,
    BODY_LED,
    CAPS_VERB,
    COMES_OR_GOES,
    DECISION,
    DECISION_WRAPPED,
    FIELD_ACTION,
    FIRST_PERSON,
    MINUTES,
    PROPOSAL,
    RECOMMENDED,
    REMARK,
    RESOLVED,
    RESOLVED_QUICK,
    RESOLVED_THAT,
    STATUS,
    SUBSTANTIVE,
    WEAK,
)

CAPITALS = re.compile(r"[A-Z]{4}ED\b|NOTED")

NOTED_LIST = re.compile(r"(?: that)?\s*:-?$")

NAMES_A_BODY = re.compile(r"\b(?:Council|Cabinet|Executive|Committee|Board)\b")

CAPITALS_WITHIN = 150


class Role(Enum):
    """What a segment begins."""

    RESOLVED = auto()  # a decision, by its own word
    DECISION = auto()  # a decision, by a heading that the minutes may repeat
    BODY = auto()  # "That Cabinet:", and limbs below
    ACTIONS = auto()
    PROPOSAL = auto()
    ASIDE = auto()  # reasons, alternatives, fields of a record: nothing decided
    MINUTES = auto()
    STATUS = auto()
    REMARK = auto()  # in brackets: about the page, or who came and went
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Marker:
    """A role, where the words before it end and those after it begin, and what it hands down."""

    role: Role
    before: int = 0
    after: int = 0
    frame: Frame = NO_FRAME
    votes: str = ""
    is_weak: bool = False  # gives way to any other decision on the page


def marker_of(text: str) -> Marker:
    """Return what the segment begins; a RESOLVED inside it counts, wherever it stands."""
    if REMARK.match(text):
        return Marker(Role.REMARK)
    resolved = RESOLVED.search(text) if RESOLVED_QUICK.search(text) else None
    if resolved:
        default = Kind.APPROVE if RESOLVED_THAT.search(resolved[0]) else None
        frame = Frame(default=default)
        return Marker(Role.RESOLVED, resolved.start(), resolved.end(), frame, _votes(resolved[0]))
    return _heading(text) or _verb_marker(text) or Marker(Role.NONE)


def _heading(text: str) -> Marker | None:
    first = text[:1]
    if not first.isalpha():
        return None
    if STATUS.search(text[:400]):
        return Marker(Role.STATUS)
    decision = DECISION_WRAPPED.match(text) or DECISION.match(text)
    if decision:
        return Marker(Role.DECISION, 0, decision.end())
    minutes = MINUTES.match(text)
    if minutes:
        return Marker(Role.MINUTES, 0, minutes.end())
    actions = ACTIONS.match(text)
    if actions:
        return Marker(Role.ACTIONS, 0, actions.end(), Frame(Kind.ACTION, is_binding=True))
    return _recommended(text) or _no_decision(text)


def _recommended(text: str) -> Marker | None:
    told = BE_RECOMMENDED.match(text)
    if told:
        frame = Frame(Kind.RECOMMEND, name_from(told["to"]), is_binding=True)
        return Marker(Role.RESOLVED, 0, told.end(), frame)
    found = RECOMMENDED.match(text)
    if found is None:
        return None
    said = found["to"] or (found["to_council"] or "").title()
    is_to = said[:4].lower() == " to " or bool(NAMES_A_BODY.search(said))
    to = name_from(said.strip().partition(" ")[2]) if is_to else ""
    return Marker(Role.RESOLVED, 0, found.end(), Frame(Kind.RECOMMEND, to, is_binding=True))


def _no_decision(text: str) -> Marker | None:
    if PROPOSAL.match(text):
        return Marker(Role.PROPOSAL)
    if ASIDE.match(text):
        end = ASIDE_ENDS.match(text)
        return Marker(Role.ASIDE, 0, end.end() if end else 0)
    if COMES_OR_GOES.match(text):
        return Marker(Role.REMARK)
    return None


def _body_lead(text: str) -> Marker | None:
    """Return the marker of "The Committee agreed to recommend to the Council to", limbs below."""
    if not BODY_LEAD_END.search(text):
        return None
    body = BODY_AT.match(text.removeprefix("That ").removeprefix("On "))
    if body is None:
        return None
    found = BODY_LEAD.match(text, text.index(body[0]) + body.end())
    if found is None:
        return None
    is_weak = found["verb"].lower() in WEAK
    return Marker(Role.RESOLVED, 0, 0, is_weak=is_weak)


def _verb_marker(text: str) -> Marker | None:
    agreed = AGREED.match(text)
    if agreed:
        return _agreed(text, agreed)
    caps = CAPS_VERB.match(text) if CAPITALS.search(text[:CAPITALS_WITHIN]) else None
    if caps:
        is_list = caps["verb"] == "NOTED" and NOTED_LIST.match(text, caps.end())
        return Marker(Role.RESOLVED, 0, caps.start("verb"), is_weak=bool(is_list))
    if SUBSTANTIVE.match(text) and not re.search("agreed|carried|approved|adopted", text):
        return Marker(Role.RESOLVED, 0, len(text), Frame(Kind.AGREE, is_binding=True))
    return _somebody_decides(text)


def _agreed(text: str, found: re.Match[str]) -> Marker:
    """Return the marker of AGREED: alone a marker, with an object the limb's own verb."""
    is_word = bool(found["caps"] or found["title"])
    frame = Frame(Kind.APPROVE if is_word else Kind.AGREE)
    rest = text[found.end() :]
    has_object = bool(rest) and not re.search(r"[:\-]|\b[Tt]hat\b|THAT", found[0])
    word = "caps" if found["caps"] else "title"
    if is_word and has_object:
        return Marker(Role.RESOLVED, 0, found.start(word), frame)
    return Marker(Role.RESOLVED, 0, found.end(), frame)


def _somebody_decides(text: str) -> Marker | None:
    """Return the marker of "I have decided to", "That Cabinet:", "The Committee agreed to:"."""
    first = FIRST_PERSON.match(text)
    if first:
        return Marker(Role.RESOLVED, 0, first.end(), Frame(Kind.APPROVE))
    told = BODY_COLON.match(text)
    if told and lexicon.verb_at(text, told.end()):
        return Marker(Role.RESOLVED, 0, told.end())
    led = BODY_LED.match(text)
    if led:
        return Marker(Role.BODY, 0, len(text), Frame(Kind.APPROVE) if led["verb"] else NO_FRAME)
    return _body_lead(text)


def _votes(text: str) -> str:
    found = re.search(r"\(([^()]*(?:votes?|for|against|unanim)[^()]*)\)", text)
    return found[1] if found else ""


def owner_field(text: str) -> str:
    """Return whom a field such as "Officer(s) to action:" names."""
    found = FIELD_ACTION.match(text)
    return role_at_start(found[1]) if found else ""

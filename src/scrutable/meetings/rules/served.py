"""What the words of a modern.gov service come to here: codes, kinds, purposes; pure."""

import html
import re
from collections.abc import Container

from scrutable.meetings.facts import BodyKind, MeetingState, Presence, Purpose

SMALL = frozenset({"a", "and", "for", "in", "of", "on", "the", "to", "with"})
LONGEST = 12
KINDS = (
    (
        re.compile(r"\bscrutiny\b|\boverview\b|\bselect committee\b", re.IGNORECASE),
        BodyKind.SCRUTINY,
    ),
    (
        re.compile(
            r"\b(?:cabinet|executive)\s+(?:member|councillor)\b|\bportfolio holder\b", re.IGNORECASE
        ),
        BodyKind.EXECUTIVE_MEMBER,
    ),
    (re.compile(r"\bcabinet\b|\bexecutive\b|\bmayor\b", re.IGNORECASE), BodyKind.EXECUTIVE),
    (re.compile(r"\bofficer(?:s'?)? (?:delegated )?decisions?\b", re.IGNORECASE), BodyKind.OFFICER),
    (re.compile(r"^(?:full |county |city |borough )*council$", re.IGNORECASE), BodyKind.COUNCIL),
)
PURPOSES = (
    (re.compile(r"\bminutes\b", re.IGNORECASE), Purpose.MINUTES),
    (re.compile(r"\bexception", re.IGNORECASE), Purpose.EXCEPTION),
    (re.compile(r"\boverview report\b|\bsix[- ]month", re.IGNORECASE), Purpose.OVERVIEW),
)


def body_code(title: str, taken: Container[str]) -> str:
    """Return a code for a body: the initials of its words, or its one word; a number if taken.

    >>> body_code("Overview and Scrutiny Management Board", ())
    'OSMB'
    >>> body_code("Executive", {"EXECUTIVE"})
    'EXECUTIVE2'
    """
    words = [word for word in re.findall(r"[A-Za-z]+", title) if word.lower() not in SMALL]
    code = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)
    code = code.upper()[:LONGEST] or "BODY"
    number, found = 1, code
    while found in taken:
        number += 1
        found = f"{code}{number}"
    return found


def body_kind(title: str, category: str = "") -> BodyKind:
    """Return the kind that title or category speaks of, else an ordinary committee.

    >>> body_kind("Cabinet"), body_kind("Audit Committee"), body_kind("Health", "Scrutiny").value
    (<BodyKind.EXECUTIVE: 'executive'>, <BodyKind.COMMITTEE: 'committee'>, 'scrutiny')
    """
    for words in (title.strip(), category.strip()):
        for pattern, kind in KINDS:
            if pattern.search(words):
                return kind
    return BodyKind.COMMITTEE


def purpose_of(title: str, *, is_decision: bool) -> Purpose:
    """Return what an item seems to be on the agenda for."""
    for pattern, purpose in PURPOSES:
        if pattern.search(title):
            return purpose
    return Purpose.DECISION if is_decision else Purpose.OTHER


def presence_of(attendance: str) -> Presence | None:
    """Return whether somebody came; None where the service says only that they were expected."""
    said = attendance.lower()
    if "apolog" in said:
        return Presence.APOLOGIES
    if "absent" in said or "not present" in said:
        return Presence.ABSENT
    if "remote" in said or "virtual" in said:
        return Presence.REMOTE
    return Presence.PRESENT if "present" in said or "in attendance" in said else None


def state_of_status(status: str, *, has_minutes: bool) -> MeetingState:
    """Return how far a meeting has come: minutes show that it was held."""
    said = status.lower()
    if "cancel" in said or "abandon" in said:
        return MeetingState.CANCELLED
    return MeetingState.HELD if has_minutes else MeetingState.PLANNED


def status_of_state(state: MeetingState) -> str:
    """Return the service's word for how far a meeting has come."""
    return "Cancelled" if state is MeetingState.CANCELLED else "Confirmed"


def as_html(text: str) -> str:
    r"""Return plain text as the HTML that bodies carry, a paragraph a line.

    >>> as_html("RESOLVED\nThat A & B be noted.")
    '<p>RESOLVED</p><p>That A &amp; B be noted.</p>'
    """
    lines = (line.strip() for line in text.splitlines())
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in lines if line)

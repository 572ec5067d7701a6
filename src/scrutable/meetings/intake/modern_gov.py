"""The XML that a modern.gov web service answers with.

Councils' services differ in nesting, so elements are found by name at any depth. Text of an item
that is restricted, or not to be shown, is left out here and goes no further.
"""

import html
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar
from xml.etree.ElementTree import Element, ParseError  # for the type and the fault alone

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from scrutable.evidence.facts import RowError
from scrutable.meetings.facts.modern_gov import (
    ServedAttendee,
    ServedCommittee,
    ServedDocument,
    ServedItem,
    ServedMeeting,
    ServedVisit,
)

MOST_BYTES = 20_000_000  # a meeting with all its minutes is a hundredth of it
MOST_DECODINGS = 4  # bodies are encoded twice; some councils' three times
DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
ENCODED_TAG = re.compile(r"&(?:amp;)*lt;")
TIME = re.compile(r"(\d{1,2})[.:](\d{2})\s*([ap])\.?m", re.IGNORECASE)
Found = TypeVar("Found")


def committees_of(content: bytes) -> list[ServedCommittee] | list[RowError]:
    """Read the answer to GetCommittees, in its order."""
    return _answered(content, "committee", _committee)


def visits_of(content: bytes) -> list[ServedVisit] | list[RowError]:
    """Read the answer to GetMeetings: which committee meets when, in its order."""
    root = _root(content)
    if isinstance(root, list):
        return root
    faults: list[RowError] = []
    visits: list[ServedVisit] = []
    for committee in root.iter("committee"):
        for meeting in committee.iter("meeting"):
            try:
                visits.append(_visit(meeting, _number(committee, "committeeid")))
            except ValueError as fault:
                faults.append(_unreadable(meeting, fault))
    return faults or visits


def meeting_of(content: bytes) -> ServedMeeting | list[RowError]:
    """Read the answer to GetMeeting, with agenda and attendance."""
    root = _root(content)
    if isinstance(root, list):
        return root
    found = root if root.tag == "meeting" else root.find(".//meeting")
    if found is None:
        return [
            RowError("", "There is no meeting in the XML", "give the answer of GetMeeting itself")
        ]
    faults: list[RowError] = []
    items = _each(found.iter("agendaitem"), _item, faults)
    try:
        meeting = _meeting(found, items)
    except ValueError as fault:
        return [_unreadable(found, fault), *faults]
    return faults or meeting


def is_modern_gov(content: bytes) -> bool:
    """Test whether the bytes look like an answer of the web service."""
    head = content[:2000].lstrip(b"\xef\xbb\xbf \r\n\t")
    return head.startswith(b"<") and (b"<meetingid>" in content or b"<agendaitem>" in content)


def _answered(
    content: bytes, tag: str, made: Callable[[Element], Found]
) -> list[Found] | list[RowError]:
    root = _root(content)
    if isinstance(root, list):
        return root
    faults: list[RowError] = []
    found = _each(root.iter(tag), made, faults)
    return faults or list(found)


def _each(
    elements: Iterable[Element], made: Callable[[Element], Found], faults: list[RowError]
) -> tuple[Found, ...]:
    found = []
    for element in elements:
        try:
            found.append(made(element))
        except ValueError as fault:
            faults.append(_unreadable(element, fault))
    return tuple(found)


def _root(content: bytes) -> Element | list[RowError]:
    if len(content) > MOST_BYTES:
        most = f"{MOST_BYTES / 1_000_000:,.0f} MB"
        fault = f"The answer has more than {most}"
        return [RowError("", fault, "ask for fewer meetings at a time")]
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        fault = "The XML declares entities, which no modern.gov service does"
        return [RowError("", fault, "check the address of the service")]
    except (ParseError, ValueError, LookupError) as fault:
        said = f"This is not XML: {fault}"
        return [RowError("", said, "check the address of the service, and that it is switched on")]
    return root


def _unreadable(element: Element, fault: ValueError) -> RowError:
    named = element.findtext(".//agendaitemid") or element.findtext(".//meetingid") or "?"
    return RowError(f"{element.tag} {named.strip()}", str(fault), "mend it in modern.gov")


def _committee(element: Element) -> ServedCommittee:
    return ServedCommittee(
        id=_number(element, "committeeid"),
        title=_said(element, "committeetitle"),
        category=_said(element, "committeecategory"),
        is_gone=_flag(element, "committeedeleted") or _flag(element, "committeeexpired"),
    )


def _visit(element: Element, committee: int) -> ServedVisit:
    return ServedVisit(
        id=_number(element, "meetingid"),
        committee=committee,
        on=_day(element, "meetingdate"),
        time=_time(_said(element, "meetingtime")),
        status=_said(element, "meetingstatus"),
    )


def _meeting(element: Element, items: tuple[ServedItem, ...]) -> ServedMeeting:
    return ServedMeeting(
        id=_number(element, "meetingid"),
        on=_day(element, "meetingdate"),
        time=_time(_said(element, "meetingtime")),
        place=_said(element, "meetinglocation"),
        status=_said(element, "meetingstatus"),
        agenda_published=_flag(element, "agendapublished"),
        minutes_published=_flag(element, "minutepublished"),
        items=items if _flag(element, "isdisplayallowed", otherwise=True) else (),
        attendees=tuple(_attendee(one) for one in element.iter("attendee") if one.get("name")),
    )


def _item(element: Element) -> ServedItem:
    named = _flag(element, "isdisplayallowed", otherwise=True)
    shown = named and not _flag(element, "isrestricted")
    minuted = shown and _flag(element, "isminutepublished", otherwise=True)
    decided = shown and _flag(element, "isdecisionpublished", otherwise=True)
    return ServedItem(
        id=_number(element, "agendaitemid"),
        printed=_said(element, "fulldisplaynumberformat") or _said(element, "agendaitemnumber"),
        title=_said(element, "agendaitemtitle") if named else "",
        text=decoded(_raw(element, "agendatext")) if shown else "",
        minutes=decoded(_raw(element, "minutesnonemptyhtmlbody")) if minuted else "",
        decision=decoded(_raw(element, "decisionnonemptyhtmlbody")) if decided else "",
        is_restricted=not shown,
        is_decision=_flag(element, "isdecision"),
        documents=tuple(_document(one) for one in element.iter("linkeddoc")) if shown else (),
    )


def _document(element: Element) -> ServedDocument:
    if _flag(element, "isrestricted"):
        return ServedDocument(title="", url="", is_restricted=True)
    return ServedDocument(title=_said(element, "title"), url=_said(element, "url"))


def _attendee(element: Element) -> ServedAttendee:
    return ServedAttendee(
        name=_plain(element.get("name", "")),
        role=_plain(element.get("roledescription", "")),
        attendance=_plain(element.get("attendance", "")),
    )


def decoded(text: str) -> str:
    """Return the text with its entities decoded, however often they were encoded.

    >>> decoded("&lt;p&gt;Fish &amp;amp; chips&lt;/p&gt;")
    '<p>Fish &amp; chips</p>'
    """
    for _ in range(MOST_DECODINGS):
        if "<" in text or not ENCODED_TAG.search(text):
            return text
        text = html.unescape(text)
    return text


def _raw(element: Element, name: str) -> str:
    return element.findtext(f".//{name}") or ""


def _plain(text: str) -> str:
    """Return a title or name on one line: entities decoded until none are left, no tags."""
    for _ in range(MOST_DECODINGS):
        text, before = html.unescape(text), text
        if text == before:
            break
    return " ".join(re.sub(r"<[^<>]*>", " ", text).split())


def _said(element: Element, name: str) -> str:
    return _plain(_raw(element, name))


def _flag(element: Element, name: str, *, otherwise: bool = False) -> bool:
    said = (element.findtext(name) or "").strip().lower()
    return said == "true" if said else otherwise


def _number(element: Element, name: str) -> int:
    said = _said(element, name)
    if not re.fullmatch(r"[0-9]{1,9}", said):
        raise ValueError(f"Its {name} is “{said[:40]}”, which is no number")
    return int(said)


def _day(element: Element, name: str) -> date:
    said = _said(element, name)
    found = DAY.match(said)
    try:
        if found:
            return date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        pass
    raise ValueError(f"Its {name} is “{said[:40]}”, which is no day such as 20/12/2018")


def _time(said: str) -> str:
    found = TIME.search(said)
    if not found or not 1 <= int(found[1]) <= 12 or int(found[2]) > 59:
        return said[:10]
    hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
    return f"{hour:02}:{found[2]}"

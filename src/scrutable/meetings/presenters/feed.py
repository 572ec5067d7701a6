"""Meetings as XML of the shape that modern.gov's web service has, for programs that read it; pure.

Bodies of HTML are encoded twice, booleans are “True” and “False”, days dd/mm/yyyy, as there.
"""

import html
import re
from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from scrutable.meetings.facts.modern_gov import (
    ServedCommittee,
    ServedItem,
    ServedMeeting,
    ServedVisit,
)

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
HEAD = b'<?xml version="1.0" encoding="utf-8"?>\n'


def committees_xml(committees: Sequence[ServedCommittee]) -> bytes:
    """Return the answer to GetCommittees."""
    root = Element("committees")
    _say(root, "committeescount", len(committees))
    for committee in committees:
        _committee(SubElement(root, "committee"), committee)
    return _written(root)


def visits_xml(committees: Sequence[ServedCommittee], visits: Sequence[ServedVisit]) -> bytes:
    """Return the answer to GetMeetings: the meetings of each committee, in their order."""
    root = Element("getmeetings")
    _say(root, "meetingscount", len(visits))
    for committee in committees:
        of_it = [visit for visit in visits if visit.committee == committee.id]
        element = SubElement(root, "committee")
        _say(element, "committeeid", committee.id)
        _say(element, "committeetitle", committee.title)
        _visits(SubElement(element, "committeemeetings"), of_it)
    return _written(root)


def visits_by_date_xml(visits: Sequence[ServedVisit]) -> bytes:
    """Return the answer to GetAllMeetingsByDate."""
    root = Element("getallmeetingsbydate")
    _say(root, "meetingscount", len(visits))
    _visits(SubElement(root, "meetings"), visits)
    return _written(root)


def meeting_xml(meeting: ServedMeeting) -> bytes:
    """Return the answer to GetMeeting, with agenda and attendance."""
    root = Element("meeting")
    _say(root, "meetingid", meeting.id)
    _say(root, "agendaid", meeting.id)
    _say(root, "meetingdate", _day(meeting.on))
    _say(root, "meetingtime", _time(meeting.time))
    _say(root, "meetingstatus", meeting.status)
    _say(root, "meetinglocation", meeting.place)
    _say(root, "iswebcast", value=False)
    _say(root, "isdisplayallowed", value=True)
    _say(root, "agendapublished", meeting.agenda_published)
    _say(root, "decisionpublished", any(item.decision for item in meeting.items))
    _say(root, "minutepublished", meeting.minutes_published)
    items = SubElement(root, "agendaitems")
    for number, item in enumerate(meeting.items, 1):
        _item(SubElement(items, "agendaitem"), item, number)
    attendees = SubElement(root, "attendees")
    for number, one in enumerate(meeting.attendees, 1):
        said = {"memberid": str(number), "name": one.name, "roledescription": one.role}
        SubElement(attendees, "attendee", said | {"attendance": one.attendance})
    return _written(root)


def _committee(element: Element, committee: ServedCommittee) -> None:
    _say(element, "committeeid", committee.id)
    _say(element, "committeetitle", committee.title)
    _say(element, "committeecategory", committee.category)
    _say(element, "committeedeleted", value=False)
    _say(element, "committeeexpired", committee.is_gone)


def _visits(parent: Element, visits: Iterable[ServedVisit]) -> None:
    for visit in visits:
        element = SubElement(parent, "meeting")
        _say(element, "meetingid", visit.id)
        _say(element, "meetingdate", _day(visit.on))
        _say(element, "meetingtime", _time(visit.time))
        _say(element, "meetingstatus", visit.status)
        _say(element, "iswebcast", value=False)


def _item(element: Element, item: ServedItem, number: int) -> None:
    _say(element, "agendaitemid", item.id)
    _say(element, "agendaitemnumber", number)
    _say(element, "fulldisplaynumberformat", item.printed)
    _say(element, "agendaitemtitle", item.title)
    _say(element, "agendatext", html.escape(item.text))
    _say(element, "isrestricted", item.is_restricted)
    _say(element, "isdisplayallowed", value=True)
    _say(element, "isdecision", item.is_decision)
    _say(element, "isdecisionpublished", bool(item.decision))
    _say(element, "isminutepublished", bool(item.minutes))
    _say(element, "minutesnonemptyhtmlbody", html.escape(item.minutes))
    _say(element, "decisionnonemptyhtmlbody", html.escape(item.decision))
    documents = SubElement(element, "linkeddocuments")
    for document in item.documents:
        linked = SubElement(documents, "linkeddoc")
        _say(linked, "title", document.title)
        _say(linked, "url", document.url)
        _say(linked, "isrestricted", document.is_restricted)


def _say(parent: Element, name: str, value: object) -> None:
    SubElement(parent, name).text = _printable(str(value))


def _printable(text: str) -> str:
    """Return the text without the marks that XML cannot hold."""
    return UNPRINTABLE.sub("", text)


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _time(time: str) -> str:
    """Return "10.00 am" for "10:00", as the service says it; other words as they are."""
    hour, mark, minute = time.partition(":")
    if not (mark and hour.isdigit() and minute.isdigit()):
        return time
    return f"{int(hour) % 12 or 12}.{minute} {'am' if int(hour) < 12 else 'pm'}"


def _written(root: Element) -> bytes:
    xml: bytes = tostring(root, encoding="utf-8", xml_declaration=False)
    return HEAD + xml

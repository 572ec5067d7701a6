"""Whom a report is for: the body, and the meeting where it is put."""

from dataclasses import dataclass
from datetime import date

from scrutable.kernel.wording import date_words
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import Body, Meeting


class NotItsMeeting(Exception):
    """The meeting is one of another body."""

    def __init__(self, meeting: Meeting, body: Body) -> None:
        super().__init__(f"{meeting.code} is no meeting of {body.name}. Name one of its own.")


@dataclass(frozen=True, slots=True)
class Destination:
    """Codes of the body and the meeting, "" where none is known, and what the cover prints."""

    body: str
    put_to: str
    words: str


def destination(
    on: date, known: int, *, body: str = "", put_to: str = "", named: str = ""
) -> Destination:
    """Return whom a report dated so is for; without a body, the one that is `named` so.

    Without a meeting it is put to the body's next one, if the calendar knows it. Raises
    UnknownBody, UnknownMeeting and NotItsMeeting.
    """
    met = meetings.meeting(put_to, known) if put_to else None
    of = _body(body or (met.body if met else ""), named, known)
    if of is None:
        return Destination("", "", named)
    if met is not None and met.body != of.code:
        raise NotItsMeeting(met, of)
    met = met or meetings.next_meeting(of.code, on, known)
    if met is None:
        return Destination(of.code, "", of.name)
    return Destination(of.code, met.code, f"{of.name}, {date_words(met.on)}")


def _body(code: str, named: str, known: int) -> Body | None:
    if code:
        return meetings.body(code, known)
    same = [one for one in meetings.bodies(known) if one.name.casefold() == named.casefold()]
    return next((one for one in same if one.ended_on is None), None)

"""What a modern.gov web service serves, as it says it; nothing here is the council's record yet."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedCommittee:
    """A committee of the service."""

    id: int
    title: str
    category: str = ""
    is_gone: bool = False  # deleted or expired


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedVisit:
    """That a committee meets on a day: a line of the list of meetings."""

    id: int
    committee: int
    on: date
    time: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedDocument:
    """A document linked to an item; of one that is restricted not even the title is kept."""

    title: str
    url: str
    is_restricted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedAttendee:
    """Somebody who was expected at a meeting."""

    name: str
    role: str = ""
    attendance: str = ""  # "Present", "Apologies", "Expected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedItem:
    """An agenda item; restricted, all its text is left out; hidden, its title too.

    `minutes` and `decision` are HTML, decoded as often as it was encoded; "" where not published.
    """

    id: int
    printed: str
    title: str
    text: str = ""
    minutes: str = ""
    decision: str = ""
    is_restricted: bool = False
    is_decision: bool = False
    documents: tuple[ServedDocument, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedMeeting:
    """A meeting with its agenda."""

    id: int
    on: date
    time: str = ""  # "10:00", or the service's own words where they are no time
    place: str = ""
    status: str = ""  # "Confirmed", "Cancelled"
    agenda_published: bool = False
    minutes_published: bool = False
    items: tuple[ServedItem, ...] = ()
    attendees: tuple[ServedAttendee, ...] = ()

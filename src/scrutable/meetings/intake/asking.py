"""Every meeting of some days, asked of a modern.gov service one after another."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from scrutable.evidence.facts import RowError
from scrutable.meetings.facts.modern_gov import ServedCommittee, ServedMeeting
from scrutable.meetings.intake import modern_gov
from scrutable.meetings.intake.service import Service
from scrutable.work.facts import Progress

Found = TypeVar("Found")
Served = list[tuple[ServedCommittee, ServedMeeting]]


class Unreadable(Exception):
    """The service answered with what cannot be read, or with nothing of what was asked for."""

    def __init__(self, faults: list[RowError]) -> None:
        self.faults = faults
        said = "; ".join(str(fault) for fault in faults[:3])
        super().__init__(f"modern.gov cannot be read, and nothing is imported. {said}")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which meetings are asked for: of these committees, or of all that still meet."""

    first: date
    last: date
    committees: tuple[int, ...] = ()


def all_meetings(service: Service, asked: Asked, progress: Progress) -> Served:
    """Return every meeting asked for, with its committee; raises ServiceSilent, Unreadable."""
    committees = _good(modern_gov.committees_of(service.committees()))
    only = set(asked.committees)
    wanted = [one for one in committees if one.id in only or (not only and not one.is_gone)]
    if missing := only - {one.id for one in wanted}:
        fault = f"modern.gov has no committee {min(missing)}"
        raise Unreadable([RowError("", fault, "look for its number among its committees")])
    found: Served = []
    for done, committee in enumerate(wanted):
        progress(done, len(wanted), committee.title)
        answer = service.visits(committee.id, asked.first, asked.last)
        for visit in _good(modern_gov.visits_of(answer)):
            if asked.first <= visit.on <= asked.last:
                meeting = modern_gov.meeting_of(service.meeting(visit.id))
                found.append((committee, _whole(meeting)))
    return found


def _good(answered: list[Found] | list[RowError]) -> list[Found]:
    faults = [one for one in answered if isinstance(one, RowError)]
    if faults:
        raise Unreadable(faults)
    return [one for one in answered if not isinstance(one, RowError)]


def _whole(answered: ServedMeeting | list[RowError]) -> ServedMeeting:
    if isinstance(answered, list):
        raise Unreadable(answered)
    return answered

